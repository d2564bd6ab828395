import { RADII } from '@deep-dive/shared-types';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milesBetween } from '../places';
import {
  type AlertedWorkshop,
  type AlertStanding,
  type AlertWishes,
  boxesAbout,
  isWanted,
  newsFor,
  standingNow,
  type Told,
  toldAfter,
} from './alerts';

const NOW = new Date('2027-03-01T12:00:00Z');
const yakima = { latitude: 46.6, longitude: -120.5 };
const wishes: AlertWishes = { ...yakima, radius: 50, kinds: ['deep-dive'], virtual: false };
const workshop: AlertedWorkshop = {
  ...yakima,
  kind: 'deep-dive',
  format: 'in-person',
  published: true,
  visibility: 'public',
  availability: 'scheduled',
  startsAt: '2027-03-11T17:00:00Z',
  endsAt: '2027-03-12T00:00:00Z',
  hasPartner: true,
};

describe('boxesAbout', () => {
  const holds = (point: typeof yakima, boxes: ReturnType<typeof boxesAbout>): boolean =>
    boxes.some(
      ([west, south, east, north]) =>
        west <= point.longitude &&
        point.longitude <= east &&
        south <= point.latitude &&
        point.latitude <= north,
    );
  const guam = { latitude: 13.47, longitude: 144.75 };
  const attu = { latitude: 52.9, longitude: 172.9 };
  const adak = { latitude: 51.88, longitude: -176.65 };
  const barrow = { latitude: 71.29, longitude: -156.79 };

  it('loses nothing that the distance finds', () => {
    const middles = fc.oneof(
      fc.constantFrom(yakima, guam, attu, adak, barrow),
      fc.record({
        latitude: fc.double({ min: -90, max: 90, noNaN: true }),
        longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      }),
    );
    const degrees = fc.double({ min: -6, max: 6, noNaN: true });
    fc.assert(
      fc.property(middles, degrees, degrees, fc.constantFrom(...RADII), (middle, north, east, miles) => {
        const latitude = Math.max(-90, Math.min(90, middle.latitude + north));
        const aside = middle.longitude + east / Math.max(0.01, Math.cos((latitude * Math.PI) / 180));
        const longitude = ((((aside + 180) % 360) + 360) % 360) - 180;
        const point = { latitude, longitude };
        fc.pre(milesBetween(middle, point) <= miles);
        expect(holds(point, boxesAbout(middle, miles))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reach across the antimeridian', () => {
    expect(boxesAbout({ latitude: 52, longitude: -179.9 }, 50)).toHaveLength(2);
    expect(boxesAbout({ latitude: 52, longitude: 179.9 }, 50)).toHaveLength(2);
    expect(
      holds({ latitude: 52, longitude: 179.9 }, boxesAbout({ latitude: 52, longitude: -179.9 }, 50)),
    ).toBe(true);
  });
});

describe('isWanted', () => {
  it('is by kind, and by distance where there is a room', () => {
    expect(isWanted(wishes, workshop)).toBe(true);
    expect(isWanted(wishes, { ...workshop, format: 'hybrid' })).toBe(true);
    expect(isWanted(wishes, { ...workshop, kind: 'intro' })).toBe(false);
    expect(isWanted(wishes, { ...workshop, latitude: 47.6, longitude: -122.3 })).toBe(false);
    expect(isWanted(wishes, { ...workshop, latitude: null })).toBe(false);
  });

  it('takes virtual ones for near to those who want such', () => {
    const virtual = { ...workshop, format: 'virtual' as const, latitude: null, longitude: null };
    expect(isWanted(wishes, virtual)).toBe(false);
    expect(isWanted({ ...wishes, virtual: true }, virtual)).toBe(true);
  });
});

describe('standingNow', () => {
  it('is what visitors see', () => {
    const stateOf = (fields: Partial<AlertedWorkshop>) => standingNow({ ...workshop, ...fields }, NOW)?.state;
    expect(stateOf({})).toBe('open');
    expect(stateOf({ availability: 'full' })).toBe('full');
    expect(stateOf({ capacity: 10, placesTaken: 10 })).toBe('full');
    expect(stateOf({ availability: 'cancelled' })).toBe('ended');
    expect(stateOf({ visibility: 'private' })).toBe('ended');
    expect(standingNow(null, NOW)?.state).toBe('ended');
  });

  it('is nothing to tell of once it has begun', () => {
    expect(standingNow({ ...workshop, startsAt: NOW }, NOW)).toBeNull();
  });
});

describe('newsFor', () => {
  const open: AlertStanding = { state: 'open', startsAt: 1, place: 'here' };
  const told = (fields: Partial<Told> = {}): Told => ({ ...open, heard: true, ...fields });

  it.each([
    ['nothing, when it is as it was told', told(), open, null],
    ['nothing, when it fills', told(), { ...open, state: 'full' }, null],
    ['that a place is there again', told({ state: 'full' }), open, 'opened'],
    [
      'another date, also of a full one',
      told({ state: 'full' }),
      { ...open, state: 'full', startsAt: 2 },
      'moved',
    ],
    ['another place', told(), { ...open, place: 'there' }, 'moved'],
    ['its end, once', told(), { ...open, state: 'ended' }, 'ended'],
    ['its end, once', told({ state: 'ended' }), { ...open, state: 'ended' }, null],
    ['that it is back', told({ state: 'ended' }), open, 'new'],
    ['not of its end, who never heard of it', told({ heard: false }), { ...open, state: 'ended' }, null],
    ['nothing twice, before the mail is sent', told({ heard: false }), { ...open, startsAt: 2 }, null],
  ] as const)('is %s', (_, before, now, news) => {
    expect(newsFor(before, now)).toBe(news);
  });

  it('leaves everybody knowing what is, after any sequence', () => {
    const standing = fc.record({
      state: fc.constantFrom('open', 'full', 'ended'),
      startsAt: fc.constantFrom(1, 2),
      place: fc.constantFrom('here', 'there'),
    });
    fc.assert(
      fc.property(fc.array(standing, { minLength: 1 }), (sequence) => {
        let known: Told = told();
        let mailed: AlertStanding = open;
        for (const now of sequence as AlertStanding[]) {
          const news = newsFor(known, now);
          known = { ...toldAfter(known, now), heard: true };
          if (news) mailed = now;
          expect(newsFor(known, now)).toBeNull();
          expect(mailed.state === 'ended').toBe(
            now.state === 'ended' || (mailed.state === 'ended' && now.state === 'full'),
          );
          if (now.state !== 'ended' && mailed.state !== 'ended')
            expect([mailed.startsAt, mailed.place]).toEqual([now.startsAt, now.place]);
        }
      }),
    );
  });
});
