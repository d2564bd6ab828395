import type { Map as MapLibreMap } from 'maplibre-gl';
import type * as bindings from 'react-map-gl/maplibre';

/** The libraries that can draw the map. */
export type EngineName = 'maplibre' | 'mapbox';

/**
 * One map library and its React bindings. The types are MapLibre's: Mapbox's bindings have the same shape for
 * everything the map uses, and what differs between the two stands behind this interface.
 */
export interface Engine {
  name: EngineName;
  Map: typeof bindings.Map;
  Source: typeof bindings.Source;
  Layer: typeof bindings.Layer;
  Popup: typeof bindings.Popup;
  NavigationControl: typeof bindings.NavigationControl;
  /** Options for the map that only this library takes: itself, its base style, its attribution. */
  options(token: string | null): bindings.MapProps;
  /** Name, in this engine's base style, of the font for the numbers on the symbols. */
  numberFont: string[];
  /** Whom to thank for the base map where the engine doesn't show it itself. */
  credits: boolean;
  /** Called once for each map, before its style has loaded. `draw` adds the image with this id. */
  prepare(map: MapLibreMap, draw: (id: string) => void): void;
}
