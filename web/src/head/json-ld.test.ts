import type { WorkshopDetail } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { workshop } from '../../server/testing/fake-cms';
import { workshopJsonLd } from './json-ld';

const url = 'https://example.org/workshops/boise';
const eventFor = (changes: Partial<WorkshopDetail>) => workshopJsonLd({ ...workshop, ...changes }, url);

describe('workshopJsonLd', () => {
  it('says when, where and who', () => {
    expect(eventFor({})).toMatchObject({
      '@type': 'EducationEvent',
      name: 'CS Fundamentals: Deep Dive',
      startDate: '2027-03-06T16:00:00Z',
      endDate: '2027-03-06T23:00:00Z',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: {
        '@type': 'Place',
        name: 'Boise Public Library',
        address: { addressLocality: 'Boise', addressRegion: 'ID', postalCode: '83702' },
        geo: { latitude: 43.61, longitude: -116.2 },
      },
      organizer: { name: 'Idaho Partner', url: 'https://idaho.example.org' },
    });
  });

  it('names each of several sessions', () => {
    const sessions = [
      { startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' },
      { startsAt: '2027-03-20T15:00:00Z', endsAt: '2027-03-20T22:00:00Z' },
    ];
    expect(eventFor({ sessions })).toMatchObject({
      startDate: '2027-03-06T16:00:00Z',
      endDate: '2027-03-20T22:00:00Z',
      subEvent: [
        { name: 'CS Fundamentals: Deep Dive (session 1 of 2)', endDate: '2027-03-06T23:00:00Z' },
        {
          '@type': 'EducationEvent',
          name: 'CS Fundamentals: Deep Dive (session 2 of 2)',
          startDate: '2027-03-20T15:00:00Z',
          endDate: '2027-03-20T22:00:00Z',
          location: { '@type': 'Place' },
        },
      ],
    });
    expect(eventFor({})).not.toHaveProperty('subEvent');
  });

  it('leads to no address that is not safe', () => {
    const event = eventFor({
      registrationUrl: 'javascript:alert(1)',
      fee: { type: 'free' },
      format: 'hybrid',
    });
    expect(JSON.stringify(event)).not.toContain('javascript');
    expect(event).toMatchObject({ offers: { url } });
  });

  it('names no price nobody has named: unknown is not free', () => {
    const event = eventFor({ fee: { type: 'ask' } });
    expect(event).not.toHaveProperty('offers');
    expect(JSON.stringify(event)).not.toContain('price');
  });

  it('names a price that is known', () => {
    expect(eventFor({ fee: { type: 'amount', usd: 150 } })).toMatchObject({
      offers: { price: 150, priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
    });
    expect(eventFor({ fee: { type: 'free' } })).toMatchObject({ offers: { price: 0 } });
  });

  it('offers no seats in a room that is full, and none at all in a cancelled workshop', () => {
    const fee = { type: 'amount', usd: 150 } as const;
    expect(eventFor({ fee, status: 'full' })).toMatchObject({
      offers: { availability: 'https://schema.org/SoldOut' },
    });
    const cancelled = eventFor({ fee, status: 'cancelled' });
    expect(cancelled).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(cancelled).not.toHaveProperty('offers');
  });

  it('places a virtual workshop online, and a hybrid one in both', () => {
    expect(eventFor({ format: 'virtual', place: null })).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: workshop.registrationUrl },
    });
    expect(eventFor({ format: 'hybrid' })).toMatchObject({
      location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation' }],
    });
  });

  it('gives no coordinates it does not have', () => {
    const place = workshop.place && { ...workshop.place, latitude: null, longitude: null };
    expect(eventFor({ place })).not.toHaveProperty('location.geo');
  });
});
