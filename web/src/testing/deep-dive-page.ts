import type { Page } from '@deep-dive/shared-types';
import { calloutExamples } from '../sections/Callout/Callout.examples';
import { costExamples } from '../sections/Cost/Cost.examples';
import { heroExamples } from '../sections/Hero/Hero.examples';
import { outcomesExamples } from '../sections/Outcomes/Outcomes.examples';
import { textAndImageExamples } from '../sections/TextAndImage/TextAndImage.examples';
import { workshopFinderExamples } from '../sections/WorkshopFinder/WorkshopFinder.examples';

/** The Deep Dive page as the CMS sends it: the ESSA section and the banner are switched off. */
export const deepDivePage: Page = {
  title: 'CS Fundamentals: Deep Dive',
  slug: 'deep-dive',
  seo: null,
  onePager: null,
  sections: [
    heroExamples.usual,
    textAndImageExamples.usual,
    calloutExamples.usual,
    outcomesExamples.usual,
    calloutExamples.download,
    textAndImageExamples.pathway,
    textAndImageExamples.equity,
    workshopFinderExamples.usual,
    costExamples.usual,
  ].map(({ section }) => section),
};
