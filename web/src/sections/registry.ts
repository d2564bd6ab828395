import type { CmsClient, Section, WorkshopSearch } from '@deep-dive/shared-types';
import type { QueryExecuteOptions, QueryKey } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import { insteadOf, listedSearch } from '../finder/listing';
import { partnersQuery } from '../queries/partners';
import { pricingQuery } from '../queries/pricing';
import { scholarshipsQuery } from '../queries/scholarships';
import { workshopsQuery } from '../queries/workshops';
import { Callout } from './Callout/Callout';
import { Cost } from './Cost/Cost';
import { Hero } from './Hero/Hero';
import { lazily } from './lazily';
import { Outcomes } from './Outcomes/Outcomes';
import type { SectionName, SectionOf, SectionProps } from './section';
import { TextAndImage } from './TextAndImage/TextAndImage';
import { WorkshopFinder } from './WorkshopFinder/WorkshopFinder';

type KnownQuery =
  | ReturnType<typeof partnersQuery>
  | ReturnType<typeof pricingQuery>
  | ReturnType<typeof scholarshipsQuery>
  | ReturnType<typeof workshopsQuery>;

/** A query to be asked, whatever it answers: that is between it and its section. */
export type SectionQuery = QueryExecuteOptions<unknown, Error, unknown, unknown, QueryKey>;

interface Entry<S extends Section> {
  Component: ComponentType<SectionProps<S>>;
  /** Fetches the component's code, where that is not in the site's first bundle. */
  load?: () => Promise<void>;
  /** What the section shows beyond what its page holds, for the search in the page's address. */
  queries?: (cms: CmsClient, section: S, search: WorkshopSearch) => KnownQuery[];
  /** What it shows in place of an answer that can't be had. */
  instead?: (cms: CmsClient, section: S, search: WorkshopSearch) => KnownQuery[];
}

/**
 * Every section and the component that shows it: one left out is a compile error. What most pages don't have comes lazily, so
 * that their visitors fetch nothing of it.
 */
export const registry: { [Name in SectionName]: Entry<SectionOf<Name>> } = {
  'sections.banner': lazily(() => import('./Banner/Banner').then(({ Banner }) => Banner)),
  'sections.callout': { Component: Callout },
  'sections.comparison': lazily(() => import('./Comparison/Comparison').then(({ Comparison }) => Comparison)),
  'sections.cost': { Component: Cost, queries: (cms) => [pricingQuery(cms)] },
  'sections.downloads': lazily(() => import('./Downloads/Downloads').then(({ Downloads }) => Downloads)),
  'sections.faq': lazily(() => import('./Faq/Faq').then(({ Faq }) => Faq)),
  'sections.hero': { Component: Hero },
  'sections.logo-wall': lazily(() => import('./LogoWall/LogoWall').then(({ LogoWall }) => LogoWall)),
  'sections.outcomes': { Component: Outcomes },
  'sections.partner-directory': {
    ...lazily(() =>
      import('./PartnerDirectory/PartnerDirectory').then(({ PartnerDirectory }) => PartnerDirectory),
    ),
    queries: (cms, _section, { near }) => [
      partnersQuery(cms),
      ...(near ? [workshopsQuery(cms, { near })] : []),
    ],
  },
  'sections.quote': lazily(() => import('./Quote/Quote').then(({ Quote }) => Quote)),
  'sections.scholarships': {
    ...lazily(() => import('./Scholarships/Scholarships').then(({ Scholarships }) => Scholarships)),
    queries: (cms) => [scholarshipsQuery(cms)],
  },
  'sections.statistics': lazily(() => import('./Statistics/Statistics').then(({ Statistics }) => Statistics)),
  'sections.testimonials': lazily(() =>
    import('./Testimonials/Testimonials').then(({ Testimonials }) => Testimonials),
  ),
  'sections.text-and-image': { Component: TextAndImage },
  'sections.video': lazily(() => import('./Video/Video').then(({ Video }) => Video)),
  'sections.workshop-finder': {
    Component: WorkshopFinder,
    queries: (cms, { kind }, search) => [
      workshopsQuery(cms, listedSearch(search, { kind, growth: 'show-more' })),
    ],
    instead: (cms, { kind }, search) => {
      const instead = insteadOf(listedSearch(search, { kind, growth: 'show-more' }));
      return instead ? [workshopsQuery(cms, instead)] : [];
    },
  },
};

/** Fetches the code of sections that are to be shown. Rejects when some of it can't be fetched. */
export async function loadSections(names: readonly string[]): Promise<void> {
  const known = names.filter((name): name is SectionName => isKnown({ __component: name }));
  await Promise.all(known.map((name) => registry[name].load?.()));
}

/** Whether this build of the site knows the section: the CMS may be a version ahead. */
export function isKnown(section: { __component: string }): boolean {
  return Object.hasOwn(registry, section.__component);
}

/** The queries a section needs answered before it can be shown. */
export function sectionQueries<Name extends SectionName>(
  cms: CmsClient,
  section: SectionOf<Name>,
  search: WorkshopSearch,
): SectionQuery[] {
  return queriesOf('queries', cms, section, search);
}

/** The queries to ask when one of those has no answer. */
export function insteadQueries<Name extends SectionName>(
  cms: CmsClient,
  section: SectionOf<Name>,
  search: WorkshopSearch,
): SectionQuery[] {
  return queriesOf('instead', cms, section, search);
}

function queriesOf<Name extends SectionName>(
  which: 'queries' | 'instead',
  cms: CmsClient,
  section: SectionOf<Name>,
  search: WorkshopSearch,
): SectionQuery[] {
  const entry = isKnown(section) ? registry[section.__component as Name] : undefined;
  return (entry?.[which]?.(cms, section, search) ?? []) as SectionQuery[];
}
