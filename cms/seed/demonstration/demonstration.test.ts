import { isForState, type Scholarship, scholarshipStanding } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { findZip } from '../../src/places/zips';
import { termsProblems } from '../../src/rules/terms';
import { nationalScholarship } from '../content';
import { demonstrationPartnerSlug, demonstrationPartners } from './partners';
import { closedRound, demonstrationScholarships } from './scholarships';
import { type DemonstrationWorkshop, demonstrationWorkshops, partnerServing } from './workshops';

const STATES =
  'AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY'.split(
    ' ',
  );
const DAY = 86_400_000;
const now = new Date('2026-11-23T22:00:00Z');
const workshops = demonstrationWorkshops(now);

const count = (test: (workshop: DemonstrationWorkshop) => boolean): number => workshops.filter(test).length;

describe('the partners of the demonstration', () => {
  const states = demonstrationPartners.flatMap(({ territory }) =>
    territory.flatMap(({ state }) => state ?? []),
  );
  const zips = demonstrationPartners.flatMap(({ territory }) =>
    territory.flatMap((area) => area.zips?.split(', ') ?? []),
  );

  it('serve every state, DC and Puerto Rico, none of them twice', () => {
    expect(states).toEqual(expect.arrayContaining([...STATES, 'PR']));
    expect(states).toHaveLength(new Set(states).size);
  });

  it('in some cities serve ZIP codes of their own, each real and none listed twice', () => {
    expect(zips.length).toBeGreaterThan(500);
    expect(zips).toHaveLength(new Set(zips).size);
    expect(zips.filter((zip) => !findZip(zip))).toEqual([]);
  });

  it('can be told apart, and reached only at addresses nobody owns', () => {
    expect(demonstrationPartners.length).toBeGreaterThanOrEqual(55);
    expect(new Set(demonstrationPartners.map(({ slug }) => slug)).size).toBe(demonstrationPartners.length);
    for (const { email, phone, website } of demonstrationPartners) {
      expect(email).toMatch(/@[a-z0-9-]+\.example\.org$/);
      expect(website).toMatch(/^https:\/\/[a-z0-9-]+\.example\.org$/);
      expect(phone).toMatch(/^\(\d{3}\) 555-01\d\d$/);
    }
  });
});

describe('the terms of the partners', () => {
  it('can be meant, and some partners have published none', () => {
    for (const { discounts = [], groupPrices = [] } of demonstrationPartners)
      expect(termsProblems({ discounts, groupPrices }, 300)).toEqual([]);
    const silent = demonstrationPartners.filter(({ discounts, groupPrices }) => !discounts && !groupPrices);
    expect(silent.map(({ slug }) => slug)).toContain(partnerServing('59715', 'MT'));
  });

  it('hold a discount that everyone gets, one that hangs on words, and a price from $50', () => {
    const discounts = demonstrationPartners.flatMap((partner) => partner.discounts ?? []);
    expect(discounts.some(({ forEveryone }) => forEveryone)).toBe(true);
    expect(discounts.some(({ conditions }) => conditions?.startsWith('If'))).toBe(true);
    const prices = demonstrationPartners.flatMap((partner) => partner.groupPrices ?? []);
    expect(Math.min(...prices.map(({ pricePerPerson }) => pricePerPerson))).toBe(50);
  });
});

describe('the scholarships of the demonstration', () => {
  const all = [{ ...nationalScholarship, ...closedRound(now) }, ...demonstrationScholarships(now)].map(
    (written): Scholarship => ({
      amount: null,
      seats: null,
      seatsTaken: null,
      opensOn: null,
      closesOn: null,
      deadlineZone: null,
      applyUrl: null,
      ...written,
      regions: (written.regions ?? []).map((region, id) => ({ ...region, id })),
    }),
  );

  it('are open, closed, given away and still to come', () => {
    const standings = new Set(all.map((scholarship) => scholarshipStanding(scholarship, now)));
    expect([...standings].sort()).toEqual(['closed', 'full', 'open', 'upcoming']);
  });

  it('leave a place with one or with none', () => {
    const open = all.filter((scholarship) => scholarshipStanding(scholarship, now) === 'open');
    const countFor = (state: string) => open.filter((scholarship) => isForState(scholarship, state)).length;
    expect([countFor('MT'), countFor('GA'), countFor('WA')]).toEqual([1, 0, 0]);
  });
});

describe('the workshops of the demonstration', () => {
  it('are 400, each with a key of its own', () => {
    expect(workshops).toHaveLength(400);
    expect(new Set(workshops.map(({ key }) => key)).size).toBe(400);
  });

  it('are the same at each run', () => {
    expect(demonstrationWorkshops(now)).toEqual(workshops);
  });

  it('give each state and DC a Deep Dive anyone can come to', () => {
    const open = workshops.filter(
      ({ kind, visibility, availability, draft }) =>
        kind === 'deep-dive' && visibility === 'public' && availability === 'scheduled' && !draft,
    );
    expect(STATES.filter((state) => !open.some(({ venue }) => venue?.state === state))).toEqual([]);
  });

  it('meet in places that exist, each in the state its ZIP code lies in', () => {
    const venues = workshops.flatMap(({ venue }) => venue ?? []);
    expect(venues.filter(({ zip, state }) => findZip(zip)?.state !== state)).toEqual([]);
  });

  it('belong to the partner who serves the place', () => {
    for (const { venue, partner } of workshops) {
      if (venue) expect(partner).toBe(partnerServing(venue.zip, venue.state));
    }
    expect(partnerServing('60602', 'IL')).toBe('lakefront-teaching-center');
    expect(partnerServing('62702', 'IL')).toBe('prairie-path-teaching-network');
  });

  it('show every kind, format, visibility and status', () => {
    expect(count(({ availability }) => availability === 'full')).toBe(2);
    expect(count(({ availability }) => availability === 'cancelled')).toBe(1);
    expect(count(({ visibility }) => visibility === 'hidden')).toBe(1);
    expect(count(({ visibility }) => visibility === 'private')).toBeGreaterThan(5);
    expect(count(({ draft }) => draft)).toBeGreaterThan(2);
    expect(count(({ kind }) => kind === 'intro')).toBeGreaterThan(60);
    expect(count(({ kind }) => kind === 'deep-dive')).toBeGreaterThan(240);
    expect(count(({ format }) => format === 'hybrid')).toBeGreaterThan(15);
    expect(count(({ format }) => format === 'virtual')).toBe(40);
    expect(count(({ sessions }) => sessions.length === 2)).toBeGreaterThan(15);
    for (const kind of ['ask', 'amount', 'free'])
      expect(count(({ feeKind }) => feeKind === kind)).toBeGreaterThan(40);
  });

  it('offer one of the partner account’s private ones to who looks where no public one is near', () => {
    const inOmak = workshops.filter(({ venue }) => venue?.city === 'Omak');
    expect(inOmak).toMatchObject([
      { partner: demonstrationPartnerSlug, visibility: 'private', joinable: true, availability: 'scheduled' },
    ]);
    const offered = workshops.filter(({ joinable }) => joinable);
    expect(offered.length).toBeGreaterThan(3);
    expect(offered.filter(({ visibility, venue }) => visibility !== 'private' || !venue)).toEqual([]);
  });

  it('here and there tell how many places are left, and that none is', () => {
    const counted = workshops.filter(({ placesTaken }) => placesTaken !== undefined);
    const left = counted.map(({ capacity, placesTaken }) => (capacity ?? 0) - (placesTaken ?? 0));
    expect(counted.length).toBeGreaterThan(40);
    expect(Math.min(...left)).toBe(0);
    expect(new Set(left).size).toBeGreaterThan(4);
  });

  it('are virtual with a time zone and no venue, or have a venue', () => {
    for (const { format, venue, virtualTimeZone } of workshops) {
      expect(Boolean(venue)).toBe(format !== 'virtual');
      expect(Boolean(virtualTimeZone)).toBe(format === 'virtual');
    }
  });

  it('name a price exactly when the cost is an amount', () => {
    expect(count(({ feeKind, feeAmount }) => (feeKind === 'amount') !== (feeAmount !== undefined))).toBe(0);
  });

  it('sometimes meet at the same venue, and also in Alaska, Hawaii and Puerto Rico', () => {
    const venues = workshops.flatMap(({ venue }) => (venue ? `${venue.name} ${venue.zip}` : []));
    expect(new Set(venues).size).toBeLessThan(venues.length - 20);
    for (const state of ['AK', 'HI', 'PR'])
      expect(count(({ venue }) => venue?.state === state)).toBeGreaterThan(1);
  });

  it('leave the partner account a list worth looking at', () => {
    expect(count(({ partner }) => partner === demonstrationPartnerSlug)).toBeGreaterThanOrEqual(8);
  });

  it.each([
    '2026-11-23T22:00:00Z',
    '2028-02-29T12:00:00Z',
    '2026-12-31T23:59:59Z',
    '2027-01-01T00:00:00Z',
    '2027-07-04T03:00:00Z',
  ])('lie in the year after %s, each session after the one before', (moment) => {
    const start = new Date(moment);
    const end = new Date(start);
    end.setUTCFullYear(end.getUTCFullYear() + 1);
    for (const { sessions } of demonstrationWorkshops(start)) {
      const dates = sessions.map(({ date }) => new Date(`${date}T00:00:00Z`).getTime());
      expect(Math.min(...dates)).toBeGreaterThan(start.getTime() + 2 * DAY);
      expect(Math.max(...dates)).toBeLessThan(end.getTime() - 2 * DAY);
      expect(dates).toEqual([...new Set(dates)].sort((a, b) => a - b));
      expect(dates.every((date) => new Date(date).getUTCDay() !== 0)).toBe(true);
    }
  });
});
