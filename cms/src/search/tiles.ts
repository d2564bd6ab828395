import {
  filtersOf,
  formatWorkshopSearch,
  TILE_MAX_ZOOM,
  WORKSHOP_LAYER,
  type WorkshopPlaces,
  type WorkshopSearch,
  type WorkshopSpot,
} from '@deep-dive/shared-types';
import { fromVectorTileJs, GeoJSONWrapper } from '@maplibre/vt-pbf';
import Supercluster from 'supercluster';
import type { LocationCounts } from './counts';
import type { WorkshopIndex } from './workshop-index';

/** Units along a tile's side, which maps draw 512 pixels long. */
const EXTENT = 4096;
const PIXEL = EXTENT / 512;
/** Spots nearer to one another than this become one: symbols overlap a little at most, and a large state keeps some of its own. */
const RADIUS = 40 * PIXEL;
/** At this zoom what is gathered stands some 14 pixels apart on a picture of the whole country, a thousand pixels wide. */
const OVERVIEW_ZOOM = 5;
const WORLD: [number, number, number, number] = [-180, -90, 180, 90];
/** Decimals of a degree that tell places some hundred metres apart. */
const DECIMALS = 3;
/** How many sets of filters are kept ready. Each takes some 20 MB where there are workshops at every ZIP code. */
const KEPT = 8;

/** A spot on its way into a tile. */
interface Gathered extends WorkshopSpot {
  /** How many workshops the place has that gives it its name. */
  most: number;
}

interface Clusters {
  clusters: Supercluster<Gathered, Gathered>;
  /** They hold for this version of the index, these scholarships, and until this instant (milliseconds since the epoch). */
  version: number;
  scholarships: string;
  until: number;
}

type Point = [number, number];

/** A tile's place in the grid that maps share: https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames */
export interface TileAddress {
  z: number;
  x: number;
  y: number;
}

/** Where workshops are, for the map: places near one another are gathered when they are first asked for with a set of filters. */
export class WorkshopTiles {
  readonly #ready = new Map<string, Clusters>();

  /** Gathers places for some sets of filters before anyone asks. */
  prepare(index: WorkshopIndex, searches: WorkshopSearch[], now: Date): void {
    for (const search of searches) this.#clusters(index, search, now);
  }

  /** One tile of the listed workshops that pass a search's filters: Mapbox Vector Tile 2.1, empty where there are none. */
  tile(index: WorkshopIndex, search: WorkshopSearch, { z, x, y }: TileAddress, now: Date): Buffer {
    const clusters = this.#clusters(index, search, now);
    const tile = clusters.getTile(z, x, y);
    if (!tile) return Buffer.alloc(0);
    const features = tile.features
      .map(({ id, tags, geometry: [middle] }) => ({
        id: Number(id),
        type: 1 as const,
        geometry: [standOf(clusters, tags, middle as Point, (place) => onTile(place, { z, x, y }))],
        tags: toSpot(tags as Gathered),
      }))
      // Those beyond the edge stand in the next tile too, and maps draw them from there.
      .filter(({ geometry }) => geometry.flat().every((unit) => unit >= 0 && unit < EXTENT));
    if (features.length === 0) return Buffer.alloc(0);
    const layer = new GeoJSONWrapper(features, { version: 2, extent: EXTENT });
    layer.name = WORKSHOP_LAYER;
    return Buffer.from(fromVectorTileJs({ layers: { [WORKSHOP_LAYER]: layer } }));
  }

  /** Where the listed workshops are that pass a search's filters, as closely as a picture of the whole country can show it. */
  overview(index: WorkshopIndex, search: WorkshopSearch, now: Date): WorkshopPlaces {
    const clusters = this.#clusters(index, search, now);
    const places = clusters
      .getClusters(WORLD, OVERVIEW_ZOOM)
      .map(({ geometry, properties }): WorkshopPlaces['places'][number] => {
        const stand = standOf(clusters, properties, geometry.coordinates as Point, (place) => place);
        const [longitude = 0, latitude = 0] = stand.map((degrees) => Number(degrees.toFixed(DECIMALS)));
        return [longitude, latitude, properties.deepDive, properties.intro];
      });
    return { places };
  }

  #clusters(index: WorkshopIndex, search: WorkshopSearch, now: Date): Clusters['clusters'] {
    const key = formatWorkshopSearch(filtersOf(search));
    const scholarships = index.scholarshipsNow(now);
    let ready = this.#ready.get(key);
    if (
      ready?.version !== index.version ||
      ready.scholarships !== scholarships ||
      ready.until <= now.getTime()
    ) {
      const { locations, firstEnd } = index.countsByLocation(filtersOf(search), now);
      ready = { clusters: gather(locations), version: index.version, scholarships, until: firstEnd };
    }
    // The last used stands last; the one at the front makes room.
    this.#ready.delete(key);
    this.#ready.set(key, ready);
    for (const longUnused of [...this.#ready.keys()].slice(0, -KEPT)) this.#ready.delete(longUnused);
    return ready.clusters;
  }
}

function gather(locations: LocationCounts[]): Clusters['clusters'] {
  const clusters = new Supercluster<Gathered, Gathered>({
    radius: RADIUS,
    extent: EXTENT,
    maxZoom: TILE_MAX_ZOOM,
    generateId: true,
    reduce: addTo,
  });
  return clusters.load(
    locations.map((location) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [location.longitude, location.latitude] },
      properties: alone(location),
    })),
  );
}

const alone = ({ deepDive, intro, city, state, latitude, longitude }: LocationCounts): Gathered => ({
  deepDive,
  intro,
  places: 1,
  name: `${city}, ${state}`,
  west: longitude,
  south: latitude,
  east: longitude,
  north: latitude,
  most: deepDive + intro,
});

function addTo(sum: Gathered, spot: Readonly<Gathered>): void {
  if (spot.most > sum.most) {
    sum.most = spot.most;
    sum.name = spot.name;
  }
  sum.deepDive += spot.deepDive;
  sum.intro += spot.intro;
  sum.places += spot.places;
  sum.west = Math.min(sum.west, spot.west);
  sum.south = Math.min(sum.south, spot.south);
  sum.east = Math.max(sum.east, spot.east);
  sum.north = Math.max(sum.north, spot.north);
}

/**
 * Where a symbol stands: of the places it stands for, at one near the middle of them. The middle itself may be on a border,
 * at sea or abroad. Like the middle, it is in the units that `unitsOf` makes of degrees.
 */
function standOf(
  clusters: Clusters['clusters'],
  spot: object | null | undefined,
  middle: Point,
  unitsOf: (place: Point) => Point,
): Point {
  let [standing, at] = [spot, middle];
  while (standing && 'cluster_id' in standing) {
    let nearest = Number.POSITIVE_INFINITY;
    for (const { geometry, properties } of clusters.getChildren(Number(standing.cluster_id))) {
      const child = unitsOf(geometry.coordinates as Point);
      const away = Math.hypot(child[0] - middle[0], child[1] - middle[1]);
      if (away < nearest) [nearest, standing, at] = [away, properties, child];
    }
  }
  // A tile knows what is gathered no farther beyond its edge than this.
  return Math.hypot(at[0] - middle[0], at[1] - middle[1]) > RADIUS ? middle : at;
}

/** Web Mercator: https://wiki.openstreetmap.org/wiki/Slippy_map_tilenames */
function onTile([longitude, latitude]: Point, { z, x, y }: TileAddress): Point {
  const northing = Math.asinh(Math.tan((latitude * Math.PI) / 180)) / Math.PI;
  const units = EXTENT * 2 ** z;
  return [
    Math.round(units * ((longitude + 180) / 360)) - x * EXTENT,
    Math.round((units * (1 - northing)) / 2) - y * EXTENT,
  ];
}

const toSpot = ({ deepDive, intro, places, name, west, south, east, north }: Gathered) =>
  ({ deepDive, intro, places, name, west, south, east, north }) satisfies WorkshopSpot;
