import type { Near, WorkshopSearch } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { denver } from '../../src/testing/samples';
import { site, workshop } from '../testing/fake-cms';
import { describeWorkshop, feedInfo } from './feed';

const spot: Near = {
  ...denver,
  place: { ...denver.place, kind: 'point', label: 'a spot near Denver, CO' },
};
const colorado: Near = {
  ...denver,
  place: { ...denver.place, kind: 'state', label: 'Colorado', zip: null },
};
const unknown: Near = { status: 'unknown-place', text: 'asdfgh', didYouMean: [] };

describe('the title of a feed', () => {
  it.each<[WorkshopSearch, Near | null, string]>([
    [{}, null, 'Workshops'],
    [{ kind: 'intro' }, null, 'Intro workshops'],
    [{ format: 'virtual', kind: 'intro' }, null, 'Virtual Intro workshops'],
    [{ near: 'denver' }, denver, 'Workshops near Denver, CO, and virtual ones'],
    [{ near: 'denver', kind: 'deep-dive' }, denver, 'Deep Dive workshops near Denver, CO, and virtual ones'],
    [{ near: '39.74,-104.99' }, spot, 'Workshops around a spot near Denver, CO, and virtual ones'],
    [{ near: 'co' }, colorado, 'Workshops in Colorado, and virtual ones'],
    [{ near: 'denver', format: 'in-person' }, denver, 'Workshops near Denver, CO'],
    [{ near: 'denver', format: 'virtual' }, denver, 'Virtual workshops'],
    [{ near: 'denver', bbox: [-105, 39, -104, 40] }, denver, 'Workshops'],
    [{ near: 'asdfgh' }, unknown, 'Virtual workshops (we couldn’t find “asdfgh”)'],
    [{ near: 'asdfgh', kind: 'intro' }, unknown, 'Virtual Intro workshops (we couldn’t find “asdfgh”)'],
    [{ near: 'asdfgh', format: 'hybrid' }, unknown, 'Workshops (we couldn’t find “asdfgh”)'],
  ])('of %j says what is in it', (search, near, title) => {
    expect(feedInfo(site, 'https://example.org', search, near).title).toBe(`${title}: ${site.name}`);
  });
});

describe('what a feed says of a workshop', () => {
  const url = 'https://example.org/workshops/boise';
  const said = (changes: Partial<typeof workshop>) => describeWorkshop({ ...workshop, ...changes }, url);
  const plain = { registrationUrl: null, notes: null, hasScholarship: false };
  const when = 'Sat, Mar 6, 2027, 9:00 AM – 4:00 PM MST';
  const what = 'Deep Dive, in person, hosted by Idaho Partner';
  const details = `Details: ${url}`;

  it('is when, what, whose, for how much, and where to read more', () => {
    expect(said(plain)).toEqual([when, what, 'Ask the partner about the cost', details]);
  });

  it('begins with that it is full or cancelled', () => {
    expect(said({ ...plain, status: 'full' })[0]).toBe('This workshop is full.');
    expect(said({ ...plain, status: 'cancelled' })[0]).toBe('This workshop has been cancelled.');
  });

  it('tells the price where there is one, scholarships, where to register, and what the partner adds', () => {
    const price = { perPersonCents: 7500, reason: 'Group price', whose: 'partner' as const, group: null };
    expect(
      said({ price, hasScholarship: true, registrationUrl: 'https://forms.gle/a', notes: 'Bring lunch.' }),
    ).toEqual([
      when,
      what,
      expect.stringMatching(/^Cost: \$75/),
      'Scholarships are available.',
      'Register: https://forms.gle/a',
      details,
      '',
      'Bring lunch.',
    ]);
  });
});
