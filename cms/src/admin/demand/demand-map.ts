import { type GeoPermissibleObjects, geoAlbersUsa, geoMercator, geoPath } from 'd3-geo';
import type { FeatureCollection, Geometry } from 'geojson';
import type { DemandArea } from '../../rules/demand';
import { corners } from '../map/corners';
import { frame } from '../map/drawing';

/** In the drawing's own units, as are the sizes below. */
const MARGIN = 24;
/** Degrees about areas that lie close together, so that their surroundings are seen. */
const AROUND = 1.5;
/** Degrees from which on areas are shown on the whole country. */
const FAR_APART = 25;
const LARGEST = 26;
const SMALLEST = 9;
/** More areas than this have smaller circles. */
const MANY = 30;
/** From this radius on a number has room. */
export const READABLE = 8;

/** A circle on the map. */
export interface DemandMark {
  area: DemandArea;
  x: number;
  y: number;
  radius: number;
}

/** What the map draws: outlines of states as SVG path data, and a circle for each area that is on it. */
export interface DemandMap {
  states: string[];
  /** The largest first, so that none is covered. */
  marks: DemandMark[];
}

/** The country, or the part of it in which the areas are. */
export function demandMap(areas: DemandArea[], states: FeatureCollection<Geometry>): DemandMap {
  const projection = projectionFor(areas, states);
  const path = geoPath(projection);
  const most = Math.max(...areas.map(({ teachers }) => teachers), 1);
  const marks = areas.flatMap((area): DemandMark[] => {
    const at = projection([area.longitude, area.latitude]);
    if (!at) return [];
    const size = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(area.teachers / most);
    const radius = areas.length > MANY ? size / 2 : size;
    return [{ area, x: at[0], y: at[1], radius }];
  });
  return {
    states: states.features.flatMap((state) => path(state) ?? []),
    marks: marks.sort((one, other) => other.radius - one.radius),
  };
}

function projectionFor(areas: DemandArea[], states: GeoPermissibleObjects) {
  const within = frame(MARGIN);
  const latitudes = areas.map(({ latitude }) => latitude);
  // Guam lies beyond the antimeridian: its neighbors have other signs than it, and no area is near enough to show it with.
  const longitudes = areas.map(({ longitude }) => longitude);
  const [west, south] = [Math.min(...longitudes), Math.min(...latitudes)];
  const [east, north] = [Math.max(...longitudes), Math.max(...latitudes)];
  if (areas.length === 0 || east - west > FAR_APART || north - south > FAR_APART)
    return geoAlbersUsa().fitExtent(within, states);
  const around = corners(west - AROUND, south - AROUND, east + AROUND, north + AROUND);
  return geoMercator().fitExtent(within, around);
}
