import type { Section } from '@deep-dive/shared-types';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { pricingQuery } from '../queries/pricing';
import { workshopsQuery } from '../queries/workshops';
import { deepDivePage } from '../testing/deep-dive-page';
import { type Answer, renderSections, textOf } from '../testing/render';
import { aList, aWorkshop, pricing } from '../testing/samples';
import { bannerExamples } from './Banner/Banner.examples';
import { costExamples } from './Cost/Cost.examples';
import { heroExamples } from './Hero/Hero.examples';
import { outcomesExamples } from './Outcomes/Outcomes.examples';
import { isKnown, sectionQueries } from './registry';
import { textAndImageExamples } from './TextAndImage/TextAndImage.examples';

const { section: banner } = bannerExamples.usual;
const { section: cost } = costExamples.usual;
const { section: hero } = heroExamples.usual;
const { section: outcomes } = outcomesExamples.usual;
const { section: whatIsIt } = textAndImageExamples.usual;

const answers: Answer[] = [
  [pricingQuery, pricing],
  [(cms) => workshopsQuery(cms, { kind: 'deep-dive' }), aList([aWorkshop()], 400)],
];

afterEach(() => vi.restoreAllMocks());

describe('The Deep Dive page', () => {
  const html = renderSections(deepDivePage.sections, answers);

  it('has the author’s headings in the author’s order', () => {
    const headings = [...html.matchAll(/<h([123])[^>]*>(.*?)<\/h\1>/g)].map(
      ([, level, words]) => `${level} ${words}`,
    );
    expect(headings).toEqual([
      '1 CS Fundamentals: Deep Dive',
      '2 What is the CS Fundamentals Deep Dive Workshop?',
      '2 What will teachers learn in a Deep Dive Workshop?',
      '2 How does the Deep Dive Workshop help my school?*',
      '3 Supports a Computer Science K-12 Pathway',
      '3 Supports Your School’s Commitment to Equity',
      '2 Register for a Deep Dive Workshop',
      '3 400 upcoming workshops',
      '2 What does the program cost?',
    ]);
  });

  it('holds no style the Content Security Policy would refuse', () => {
    expect(html).not.toContain(' style=');
    expect(html).not.toContain('<style');
  });

  it('has every id once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toContain('what-does-the-program-cost');
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('Sections', () => {
  it('leaves out a section the site does not know, and says so once', () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    // What a newer CMS may send; today's types cannot say it.
    const unknown = { __component: 'sections.hologram', id: 7 } as unknown as Section;
    const show = () => renderSections([hero, unknown, whatIsIt]);
    expect(textOf(show())).toContain('What is the CS Fundamentals Deep Dive Workshop?');
    show();
    expect(warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain('sections.hologram');
    expect(isKnown(unknown)).toBe(false);
  });

  it('leaves out a section that throws, and it alone', () => {
    const broken = { ...outcomes, groups: null } as unknown as Section;
    const text = textOf(renderSections([hero, broken, whatIsIt]));
    expect(text).toContain('CS Fundamentals: Deep Dive');
    expect(text).not.toContain('What will teachers learn');
    expect(text).toContain('What is the CS Fundamentals Deep Dive Workshop?');
  });

  it('leaves out a section whose data could not be had, and it alone', () => {
    const text = textOf(renderSections([hero, cost, banner]));
    expect(text).not.toContain('What does the program cost?');
    expect(text).toContain('Summer workshops fill up early.');
  });
});

describe('sectionQueries', () => {
  const keys = (section: Section) =>
    sectionQueries({} as never, section, { near: 'Denver, CO' }).map(({ queryKey }) => queryKey);

  it('names what a section shows beyond its page', () => {
    expect(deepDivePage.sections.flatMap(keys)).toEqual([
      ['workshops', { near: 'Denver, CO', kind: 'deep-dive' }],
      ['pricing'],
    ]);
  });

  it('asks nothing for a section the site does not know', () => {
    expect(keys({ __component: 'sections.hologram', id: 7 } as unknown as Section)).toEqual([]);
  });
});
