import { describe, expect, it } from 'vitest';
import { deepDivePage } from '../testing/deep-dive-page';
import { bannerExamples } from './Banner/Banner.examples';
import { calloutExamples } from './Callout/Callout.examples';
import { costExamples } from './Cost/Cost.examples';
import { heroExamples } from './Hero/Hero.examples';
import { beginsWithHero, outline } from './outline';
import { textAndImageExamples } from './TextAndImage/TextAndImage.examples';
import { workshopFinderExamples } from './WorkshopFinder/WorkshopFinder.examples';

const { section: banner } = bannerExamples.usual;
const { section: cost } = costExamples.usual;
const { section: equity } = textAndImageExamples.equity;
const { section: hero } = heroExamples.usual;
const { section: pathway } = textAndImageExamples.pathway;
const { section: whatIsIt } = textAndImageExamples.usual;
const { section: whereToStart } = calloutExamples.usual;

describe('outline', () => {
  it('alternates backgrounds, and what continues a section shares its background', () => {
    expect(
      outline([hero, whatIsIt, whereToStart, pathway, equity, cost])
        .map(({ tone }) => tone)
        .slice(1),
    ).toEqual(['plain', 'plain', 'tint', 'tint', 'plain']);
  });

  it('puts a smaller heading under the heading above it', () => {
    expect(outline([hero, pathway, equity]).map(({ level }) => level)).toEqual([1, 2, 3]);
    expect(outline([hero, equity, equity]).map(({ level }) => level)).toEqual([1, 2, 3]);
  });

  it('gives every section with a heading an id of its own', () => {
    expect(outline([whatIsIt, { ...whatIsIt, id: 9 }, banner]).map(({ id }) => id)).toEqual([
      'what-is-the-cs-fundamentals-deep-dive-workshop',
      'what-is-the-cs-fundamentals-deep-dive-workshop-2',
      undefined,
    ]);
  });
});

describe('outline, beside a finder', () => {
  it('leaves the finder its own ids when a heading would take them', () => {
    const { section } = workshopFinderExamples.minimal;
    const ids = outline([
      { ...section, heading: 'Workshops' },
      { ...section, id: 2, heading: 'Register' },
    ]);
    expect(ids.map(({ id }) => id)).toEqual(['workshops-3', 'register-3']);
  });
});

it('knows whether a page begins with a hero', () => {
  expect(beginsWithHero(deepDivePage.sections)).toBe(true);
  expect(beginsWithHero([cost, hero])).toBe(false);
  expect(beginsWithHero([])).toBe(false);
});
