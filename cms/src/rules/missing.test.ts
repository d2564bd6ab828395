import { describe, expect, it } from 'vitest';
import { modelOf } from '../schema/fixtures';
import type { Entry, Model } from '../schema/model';
import { FIGURE, PAGE, WORKSHOP } from '../schema/uids';
import { missingProblems } from './missing';

const says = (uid: string, entry: Entry): string[] =>
  missingProblems(uid, entry, modelOf).map(({ path, message }) => `${path.join('.')}: ${message}`);
const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

describe('what an entry lacks', () => {
  it('is said field by field, by what the form calls them', () => {
    expect(says(FIGURE, { key: 'educators', phrase: ' \u200b', wordingWithout: null })).toEqual([
      'phrase: Fill in “Wording with the number”.',
      'wordingWithout: Fill in “Wording without a number”.',
    ]);
  });

  it('is looked for in lists as well', () => {
    const sessions = [
      { date: '2027-03-06', startTime: '09:00', endTime: '16:00' },
      { date: '2027-03-13', startTime: null, endTime: '16:00' },
    ];
    const workshop = {
      title: 'Deep Dive',
      slug: 'deep-dive',
      kind: 'deep-dive',
      format: 'virtual',
      visibility: 'public',
      availability: 'scheduled',
      feeKind: 'ask',
    };
    expect(says(WORKSHOP, { ...workshop, sessions })).toEqual([
      'sessions.1.startTime: Dates and times 2: Fill in “Starts”.',
    ]);
    expect(says(WORKSHOP, { ...workshop, sessions: [] })).toEqual(['sessions: Add to “Dates and times”.']);
  });

  it('is named by section, also in one that is switched off, and an empty paragraph is nothing', () => {
    const hero = { __component: 'sections.hero', visible: false, heading: '', body: paragraph(' ') };
    expect(says(PAGE, { title: 'A page', slug: 'a-page', sections: [hero] })).toEqual([
      'sections.0.heading: Section 1 (Opening): Fill in “Heading”.',
      'sections.0.body: Section 1 (Opening): Fill in “Text”.',
    ]);
    const whole = { ...hero, heading: 'Deep Dive', body: paragraph('Come along.') };
    expect(says(PAGE, { title: 'A page', slug: 'a-page', sections: [whole] })).toEqual([]);
  });

  it('counts rich text by its letters and pictures', () => {
    const hero = { __component: 'sections.hero', visible: true, heading: 'A' };
    const lacks = (body: unknown) =>
      says(PAGE, { title: 'A', slug: 'a', sections: [{ ...hero, body }] }).length === 1;
    const nested = (text: string) => [
      { type: 'list', children: [{ type: 'list-item', children: [{ type: 'text', text }] }] },
    ];
    for (const empty of [null, undefined, [], paragraph(''), paragraph('\u200b '), nested(' ')])
      expect(lacks(empty)).toBe(true);
    const picture = { type: 'image', image: { url: '/a.png' }, children: [{ type: 'text', text: '' }] };
    for (const whole of [paragraph('A'), nested('A'), [picture], [...paragraph(''), ...paragraph('A')]])
      expect(lacks(whole)).toBe(false);
  });

  it('is no number that is 0, and no switch that is off', () => {
    const model = {
      uid: 'x',
      attributes: {
        count: { type: 'integer', required: true },
        open: { type: 'boolean', required: true },
        other: { type: 'string' },
        items: { type: 'component', component: 'part', repeatable: true, required: true },
        parts: { type: 'dynamiczone', required: true },
      },
    } as unknown as Model;
    const part = { uid: 'part', info: { displayName: 'Part' }, attributes: {} } as unknown as Model;
    const lacks = (entry: Entry) => missingProblems('x', entry, () => model).map(({ message }) => message);
    expect(lacks({ count: null, parts: [] })).toEqual([
      'Fill in “count”.',
      'Fill in “open”.',
      'Add to “items”.',
      'Add to “parts”.',
    ]);
    const whole = {
      count: 0,
      open: false,
      items: [{ name: 'A' }],
      parts: [{ __component: 'part', name: 'B' }],
    };
    expect(missingProblems('x', whole, (uid) => (uid === 'x' ? model : part))).toEqual([]);
  });
});
