import type { QueryKey } from '@tanstack/react-query';
import { bannerExamples } from '../sections/Banner/Banner.examples';
import { calloutExamples } from '../sections/Callout/Callout.examples';
import { comparisonExamples } from '../sections/Comparison/Comparison.examples';
import { costExamples } from '../sections/Cost/Cost.examples';
import { downloadsExamples } from '../sections/Downloads/Downloads.examples';
import { faqExamples } from '../sections/Faq/Faq.examples';
import { heroExamples } from '../sections/Hero/Hero.examples';
import { logoWallExamples } from '../sections/LogoWall/LogoWall.examples';
import { outcomesExamples } from '../sections/Outcomes/Outcomes.examples';
import { partnerDirectoryExamples } from '../sections/PartnerDirectory/PartnerDirectory.examples';
import { quoteExamples } from '../sections/Quote/Quote.examples';
import { sectionQueries } from '../sections/registry';
import { scholarshipsExamples } from '../sections/Scholarships/Scholarships.examples';
import { statisticsExamples } from '../sections/Statistics/Statistics.examples';
import { folderOf, type SectionName, type SectionOf } from '../sections/section';
import { testimonialsExamples } from '../sections/Testimonials/Testimonials.examples';
import { textAndImageExamples } from '../sections/TextAndImage/TextAndImage.examples';
import { videoExamples } from '../sections/Video/Video.examples';
import { workshopFinderExamples } from '../sections/WorkshopFinder/WorkshopFinder.examples';
import type { Example, ExampleAnswers, Examples } from './example';
import { silentCms } from './Surroundings';

/** Every section's examples: one left out is a compile error. */
const examples: { [Name in SectionName]: Examples<SectionOf<Name>> } = {
  'sections.banner': bannerExamples,
  'sections.callout': calloutExamples,
  'sections.comparison': comparisonExamples,
  'sections.cost': costExamples,
  'sections.downloads': downloadsExamples,
  'sections.faq': faqExamples,
  'sections.logo-wall': logoWallExamples,
  'sections.quote': quoteExamples,
  'sections.statistics': statisticsExamples,
  'sections.testimonials': testimonialsExamples,
  'sections.video': videoExamples,
  'sections.hero': heroExamples,
  'sections.outcomes': outcomesExamples,
  'sections.partner-directory': partnerDirectoryExamples,
  'sections.scholarships': scholarshipsExamples,
  'sections.text-and-image': textAndImageExamples,
  'sections.workshop-finder': workshopFinderExamples,
};

/** One example, with the names its address in the gallery is made of. */
export interface NamedExample extends Example {
  /** As its folder is called: "TextAndImage". */
  kind: string;
  name: string;
}

/** Every example of every section, by section. */
export const allExamples: NamedExample[] = Object.entries(examples).flatMap(([component, ofSection]) =>
  Object.entries<Example>(ofSection).map(([name, example]) => ({
    ...example,
    kind: folderOf(component),
    name,
  })),
);

/** The answers that an example's section asks for, as they are to be put into a query client. */
export function answersOf({ section, answers = {} }: Example): { queryKey: QueryKey; data: unknown }[] {
  return sectionQueries(silentCms, section, {}).map(({ queryKey }) => ({
    queryKey,
    data: answers[queryKey[0] as keyof ExampleAnswers],
  }));
}
