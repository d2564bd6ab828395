import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstFree, isMadeOf, slugOfText } from './slugs';
import { slugProblem } from './urls';

describe('an address made of a title', () => {
  it.each([
    ['CS Fundamentals: Deep Dive', 'cs-fundamentals-deep-dive'],
    ['What’s new? It\'s "Été"', 'whats-new-its-ete'],
    ['  —Terms & conditions—  ', 'terms-conditions'],
    ['工作坊', ''],
    ['', ''],
    ['--a--b--', 'a-b'],
    ['Deep Dive in St. Louis', 'deep-dive-in-st-louis'],
  ])('%j → %j', (title, slug) => expect(slugOfText(title, 80)).toBe(slug));

  it('is one that may be used, whatever the title, and is known as made of it, with or without a number', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.nat({ max: 12 }),
        fc.integer({ min: 8, max: 80 }),
        (title, others, length) => {
          const made = slugOfText(title, length);
          fc.pre(made !== '');
          const taken = new Set<string>();
          for (let number = 0; number < others; number++)
            taken.add(firstFree(made, length, (slug) => taken.has(slug)));
          const slug = firstFree(made, length, (slug) => taken.has(slug));
          expect(slug.length).toBeLessThanOrEqual(length);
          expect(slugProblem(slug, false)).toBeNull();
          expect(taken.size).toBe(others);
          expect(isMadeOf(slug, title, length)).toBe(true);
        },
      ),
    );
  });

  it('is cut where it would be too long, never at a hyphen, with room for a number', () => {
    expect(slugOfText('deep dive', 4)).toBe('deep');
    expect(slugOfText('deep dive', 5)).toBe('deep');
    expect(slugOfText('deep dive', 6)).toBe('deep-d');
    expect(firstFree('deep-dive', 6, (slug) => slug === 'deep-dive')).toBe('deep-2');
    expect(firstFree('summer', 80, (slug) => ['summer', 'summer-2'].includes(slug))).toBe('summer-3');
    expect(firstFree('summer', 80, () => false)).toBe('summer');
    expect(isMadeOf('deep-2', 'Deep Dive', 6)).toBe(true);
    expect(isMadeOf('deep-dive-2', 'Deep Dive', 9)).toBe(false);
  });

  it('is told from one that somebody typed', () => {
    expect(isMadeOf('winter-2', 'Summer', 80)).toBe(false);
    expect(isMadeOf('my-summer-2', 'Summer', 80)).toBe(false);
    expect(isMadeOf('-2', '', 80)).toBe(false);
    expect(isMadeOf('', '', 80)).toBe(false);
    expect(isMadeOf('summer', 'Summer', 80)).toBe(true);
    expect(isMadeOf('summer-2', 'Summer', 80)).toBe(true);
    expect(isMadeOf('summer-2027', 'Summer 2027', 80)).toBe(true);
    expect(isMadeOf('summer-camp', 'Summer', 80)).toBe(false);
    expect(isMadeOf('summe', 'Summer', 80)).toBe(false);
    expect(isMadeOf('page', '', 80)).toBe(false);
  });
});
