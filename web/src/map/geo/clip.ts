import type { Position } from 'geojson';

/** West, south, east and north edges in degrees. */
export type Box = [number, number, number, number];

/**
 * Cuts a ring down to a box (Sutherland–Hodgman) and closes it. Empty when nothing is left. The cut follows the
 * box's edge, so choose a box whose edges nobody sees.
 */
export function clipRing(ring: Position[], [west, south, east, north]: Box): Position[] {
  const edges: { axis: 0 | 1; limit: number; keepAbove: boolean }[] = [
    { axis: 0, limit: west, keepAbove: true },
    { axis: 0, limit: east, keepAbove: false },
    { axis: 1, limit: south, keepAbove: true },
    { axis: 1, limit: north, keepAbove: false },
  ];
  let points = ring.slice(0, -1);
  for (const { axis, limit, keepAbove } of edges) {
    const isInside = (point: Position) => (keepAbove ? at(point, axis) >= limit : at(point, axis) <= limit);
    const kept: Position[] = [];
    points.forEach((point, i) => {
      const before = points.at(i - 1) as Position;
      if (isInside(point) !== isInside(before)) kept.push(crossing(before, point, axis, limit));
      if (isInside(point)) kept.push(point);
    });
    points = kept;
  }
  return points.length < 3 ? [] : [...points, points[0] as Position];
}

function at(point: Position, axis: 0 | 1): number {
  return point[axis] ?? 0;
}

function crossing(a: Position, b: Position, axis: 0 | 1, limit: number): Position {
  const share = (limit - at(a, axis)) / (at(b, axis) - at(a, axis));
  return [at(a, 0) + share * (at(b, 0) - at(a, 0)), at(a, 1) + share * (at(b, 1) - at(a, 1))];
}
