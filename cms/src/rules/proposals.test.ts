import { assert as check, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { following, proposedTitle } from './proposals';

describe('the title that is proposed', () => {
  it.each([
    [{ kind: 'deep-dive', format: 'in-person', city: 'Yakima' }, 'CS Fundamentals: Deep Dive in Yakima'],
    [{ kind: 'intro', format: 'hybrid', city: 'Omak' }, 'CS Fundamentals: Intro in Omak'],
    [{ kind: 'deep-dive', format: 'virtual', city: 'Yakima' }, 'CS Fundamentals: Deep Dive online'],
    [{ kind: 'intro', format: 'in-person', city: null }, null],
    [{ kind: 'lecture', format: 'virtual', city: null }, null],
  ])('of %j is %j', (facts, title) => {
    expect(proposedTitle(facts)).toBe(title);
  });

  it('follows kind and town until somebody writes another', () => {
    const [yakima, omak] = ['CS Fundamentals: Deep Dive in Yakima', 'CS Fundamentals: Deep Dive in Omak'];
    expect(following('', '', yakima)).toBe(yakima);
    expect(following(yakima, yakima, omak)).toBe(omak);
    expect(following('Computing for Yakima’s teachers', yakima, omak)).toBe(
      'Computing for Yakima’s teachers',
    );
    expect(following('', yakima, omak)).toBe(omak);
  });

  it('never takes the place of a text that was typed, in whichever order things are typed', () => {
    const cities = constantFrom('Yakima', 'Omak', 'Selah');
    const titleIn = (city: string) =>
      proposedTitle({ kind: 'deep-dive', format: 'in-person', city }) as string;
    check(
      property(string({ minLength: 1 }), cities, cities, cities, (typed, first, second, third) => {
        const proposals = [first, second, third].map(titleIn);
        const isOwn = !proposals.includes(typed);
        let [held, before] = [typed, ''];
        for (const proposed of proposals) {
          held = following(held, before, proposed);
          before = proposed;
        }
        if (isOwn) expect(held).toBe(typed);
      }),
    );
  });
});
