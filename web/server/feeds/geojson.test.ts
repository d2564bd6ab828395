import type { WorkshopFeatureCollection, WorkshopFeedEntry } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { workshop } from '../testing/fake-cms';
import { geoJsonFeed } from './geojson';

const { visibility, directions, contact, ...entry } = workshop;
const collectionOf = (total: number, ...workshops: WorkshopFeedEntry[]): WorkshopFeatureCollection =>
  JSON.parse(geoJsonFeed({ total, workshops, near: null }).body.toString());

describe('GeoJSON of workshops', () => {
  it('says what it is', () => {
    const { status, contentType } = geoJsonFeed({ total: 0, workshops: [], near: null });
    expect([status, contentType]).toEqual([200, 'application/geo+json; charset=utf-8']);
  });

  it('has each workshop as a point with the summary that lists show, and no more', () => {
    const { notes, street, updatedAt, ...summary } = entry;
    expect(collectionOf(1, entry)).toEqual({
      type: 'FeatureCollection',
      numberMatched: 1,
      numberReturned: 1,
      features: [
        {
          type: 'Feature',
          id: 'boise-march',
          geometry: { type: 'Point', coordinates: [-116.2, 43.61] },
          properties: summary,
        },
      ],
    });
  });

  it('has no point for a workshop without a place', () => {
    const at = (latitude: number | null, longitude: number | null) =>
      ({ ...workshop.place, latitude, longitude }) as typeof workshop.place;
    for (const place of [null, at(null, null), at(43.61, null), at(null, -116.2)])
      expect(collectionOf(1, { ...entry, place }).features[0]?.geometry).toBeNull();
  });

  it('leaves cancelled ones out, and says how many there are beyond its end', () => {
    const collection = collectionOf(2500, entry, { ...entry, id: 'w2', status: 'cancelled' });
    expect(collection).toMatchObject({ numberMatched: 2499, numberReturned: 1 });
    expect(collectionOf(0)).toMatchObject({ numberMatched: 0, features: [] });
  });
});
