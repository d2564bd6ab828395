import type { Bounds, Coordinates } from '@deep-dive/shared-types';
import { isWithin } from '../map/geo/bounds';

/** A position as an item of the list carries it. */
export function markOf({ latitude, longitude }: Coordinates): string {
  return `${longitude},${latitude}`;
}

/** The position that `markOf` wrote. */
export function positionOf(mark: string): Coordinates {
  const [longitude = 0, latitude = 0] = mark.split(',').map(Number);
  return { latitude, longitude };
}

/** Marks the items of a list that are inside bounds, and no others. Past React: a long list need not render for it. */
export function markItems(list: Element | null, bounds: Bounds | null): void {
  for (const item of list?.querySelectorAll<HTMLElement>('[data-at]') ?? [])
    item.toggleAttribute(
      'data-marked',
      bounds !== null && isWithin(bounds, positionOf(item.dataset.at ?? '')),
    );
}

/** Bounds to three decimals, as an address has them, and no smaller than they were. */
export function roundOutwards([west, south, east, north]: Bounds): Bounds {
  const down = (degrees: number): number => Math.floor(degrees * 1000) / 1000;
  const up = (degrees: number): number => Math.ceil(degrees * 1000) / 1000;
  return [
    Math.max(-180, down(west)),
    Math.max(-90, down(south)),
    Math.min(180, up(east)),
    Math.min(90, up(north)),
  ];
}
