import type { Bounds, Coordinates, WorkshopSearch } from '@deep-dive/shared-types';
import type { SearchedPlace } from './view';

/** What the interactive map is given. */
export interface WorkshopMapProps {
  /** Its filters tell which workshops are drawn, and its place from where popups count the miles. */
  search: WorkshopSearch;
  /** A public Mapbox token ("pk.…"), or null for MapLibre with our own base map. */
  mapboxToken: string | null;
  /** Called when no map can be shown: there is no WebGL, or the last engine failed. Show the picture and the list instead. */
  onFailure: () => void;
  /** Drawn with its radius, also when nothing is found there. Keep the object the same while the place is. */
  searched: SearchedPlace | null;
  /** What to bring into view; null for what lies about `searched`, or without that the country. */
  bounds: Bounds | null;
  /** The workshop pointed at in the list, in degrees (WGS 84). */
  marked: Coordinates | null;
  /** The pointer or the focus is on a symbol that stands for what is inside these bounds, their edge included; or on none. */
  onMark: (bounds: Bounds | null) => void;
  /** The visitor asks for the workshops in an area: what the map shows, or what is too much for a popup. */
  onSearchArea: (bounds: Bounds) => void;
  /** The visitor has moved the map to an area, and wants the list to follow. */
  onFollow: (bounds: Bounds) => void;
}
