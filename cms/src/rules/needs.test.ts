import { expect, it } from 'vitest';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { type NeedFacts, needsOf } from './needs';

const NOW = Date.parse('2027-03-01T12:00:00Z');
const DAY = 86_400_000;

const calm: NeedFacts = {
  waiting: 0,
  over: [],
  drafts: [],
  profile: { documentId: 'p1', email: 'pat@partner.test', costNote: null, discounts: 0, groupPrices: 1 },
};
const needs = (facts: Partial<NeedFacts>) => needsOf({ ...calm, ...facts }, NOW);
const draft = (title: string, days: number | null): NeedFacts['drafts'][number] => ({
  documentId: title.toLowerCase(),
  title,
  when: days === null ? null : 'Sat, Mar 6, 2027',
  endsAt: days === null ? null : NOW + days * DAY,
});

it('nothing waits where all is done', () => {
  expect(needs({})).toEqual([]);
});

it('people who wait come first, and those of a workshop that is over are not forgotten', () => {
  const over = [{ title: 'Omak', waiting: 1, inquiry: 7 }];
  expect(needs({ waiting: 3, over, drafts: [draft('Yakima', 5)] })).toEqual([
    { words: '3 people wait for your answer.', link: '/inbox' },
    {
      words: '“Omak” is over, and somebody who asked about it still waits: answer, or close it.',
      link: '/inbox/7',
    },
    {
      words: '“Yakima”, Sat, Mar 6, 2027, is a draft: visitors don’t see it yet.',
      link: `/content-manager/collection-types/${WORKSHOP}/yakima`,
    },
  ]);
  expect(needs({ waiting: 1 })[0]?.words).toBe('One person waits for your answer.');
});

it('drafts come the soonest first, then those without dates, then those that are over', () => {
  const drafts = [draft('Over', -1), draft('Undated', null), draft('Later', 9), draft('Soon', 2)];
  const said = needs({ drafts }).map(({ words }) => words);
  expect(said.map((words) => words.split('”')[0])).toEqual(['“Soon', '“Later', '“Undated', '“Over']);
  expect(said[2]).toBe('“Undated” is a draft without dates.');
  expect(said[3]).toBe('“Over” is a draft whose dates are over. Give it new ones, or delete it.');
});

it('of many drafts five are named, and the others counted', () => {
  const drafts = Array.from({ length: 8 }, (_, day) => draft(`Day ${day}`, day + 1));
  const found = needs({ drafts });
  expect(found).toHaveLength(6);
  expect(found[5]).toEqual({
    words: '3 more drafts wait.',
    link: `/content-manager/collection-types/${WORKSHOP}`,
  });
  expect(needs({ drafts: drafts.slice(0, 6) })[5]?.words).toBe('One more draft waits.');
});

it('a profile without terms or an address is asked for them', () => {
  const profile = { ...calm.profile, email: null, groupPrices: 0 };
  const found = needs({ profile });
  expect(found.map(({ link }) => link)).toEqual(
    Array(2).fill(`/content-manager/collection-types/${PARTNER}/p1`),
  );
  expect(found[0]?.words).toContain('no e-mail address');
  expect(found[1]?.words).toContain('nothing of what it costs');
});
