import type { Pricing, RegionalPartner, Scholarship, Section, WorkshopList } from '@deep-dive/shared-types';

/** What the queries of sections answer, each by the first part of its key; its address is the same after `/api/`. */
export interface ExampleAnswers {
  partners?: RegionalPartner[];
  pricing?: Pricing;
  scholarships?: Scholarship[];
  workshops?: WorkshopList;
}

export interface Example<S extends Section = Section> {
  section: S;
  /** What the section shows beyond what its page holds. */
  answers?: ExampleAnswers;
}

/**
 * - usual: as it stands on the site;
 * - minimal: what the CMS requires, and nothing else;
 * - longest: every field as long and every list as full as the CMS allows;
 * - awkward: what an editor may type all the same.
 */
export type UsualExample = 'usual' | 'minimal' | 'longest' | 'awkward';

/** What an examples file exports: the four, and more of its own where one usual example says too little. */
export type Examples<S extends Section, More extends string = never> = Record<
  UsualExample | More,
  Example<S>
>;
