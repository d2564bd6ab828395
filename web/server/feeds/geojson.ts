import type {
  WorkshopFeature,
  WorkshopFeatureCollection,
  WorkshopFeed,
  WorkshopFeedEntry,
} from '@deep-dive/shared-types';
import type { ResponseContent } from '../cached-response';

/** The upcoming workshops that take place as GeoJSON (RFC 7946). */
export function geoJsonFeed({ total, workshops }: WorkshopFeed): ResponseContent {
  const features = workshops.filter(({ status }) => status !== 'cancelled').map(featureOf);
  const collection: WorkshopFeatureCollection = {
    type: 'FeatureCollection',
    numberMatched: total - (workshops.length - features.length),
    numberReturned: features.length,
    features,
  };
  const body = Buffer.from(JSON.stringify(collection));
  return { status: 200, contentType: 'application/geo+json; charset=utf-8', body };
}

function featureOf({ notes, street, updatedAt, ...summary }: WorkshopFeedEntry): WorkshopFeature {
  const { latitude = null, longitude = null } = summary.place ?? {};
  const geometry: WorkshopFeature['geometry'] =
    latitude !== null && longitude !== null ? { type: 'Point', coordinates: [longitude, latitude] } : null;
  return { type: 'Feature', id: summary.id, geometry, properties: summary };
}
