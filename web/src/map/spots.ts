import type { MapGeoJSONFeature } from 'react-map-gl/maplibre';
import type { PlaceProperties } from './places';

/** A symbol on the map: a place or a cluster of places. */
export interface Spot extends PlaceProperties {
  /** The place's id, or the cluster's. */
  id: number;
  isCluster: boolean;
  longitude: number;
  latitude: number;
}

/** Reads a symbol's feature, as the engine reports it. */
export function spotOf(feature: Pick<MapGeoJSONFeature, 'id' | 'geometry' | 'properties'>): Spot {
  const [longitude = 0, latitude = 0] = feature.geometry.type === 'Point' ? feature.geometry.coordinates : [];
  const { cluster, deepDive, intro, top } = feature.properties;
  return {
    id: Number(feature.id),
    isCluster: Boolean(cluster),
    longitude,
    latitude,
    deepDive: Number(deepDive),
    intro: Number(intro),
    top: Number(top),
  };
}
