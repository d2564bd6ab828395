import type {
  Media,
  Page,
  PageReference,
  Pricing,
  RichText,
  Scholarship,
  Section,
  Site,
} from '@deep-dive/shared-types';
import type { MediaName } from '../media';

/** The pages of the seed, by address. */
export type PageSlug = 'deep-dive' | 'compare-workshops' | 'scholarships' | 'regional-partners' | 'privacy';

/** What the site reads, as one writes it: no ids, empty fields left out, a picture by its name, a page by its address. */
export type Written<T> = T extends RichText
  ? T
  : T extends Media
    ? MediaName
    : T extends PageReference
      ? PageSlug
      : T extends (infer Item)[]
        ? Written<Item>[]
        : T extends object
          ? WrittenObject<T>
          : T;

type WrittenObject<T> = {
  [K in Exclude<keyof T, 'id' | OptionalKeys<T>>]: Written<T[K]>;
} & { [K in OptionalKeys<T>]?: Written<NonNullable<T[K]>> };

/** Fields that may be left out: those that may be null, and lists that may be empty. */
type OptionalKeys<T> = {
  [K in keyof T]: null extends T[K]
    ? K
    : K extends 'actions' | 'regions' | 'navigation' | 'footerLinks'
      ? K
      : never;
}[keyof T];

/** A section is shown unless it is switched off. Of what visitors never see, it can hold a note to colleagues. */
export type WrittenSection = Section extends infer S
  ? S extends Section
    ? WrittenObject<S> & { visible?: false; note?: string }
    : never
  : never;

export interface WrittenPage {
  slug: PageSlug;
  title: string;
  seo: Written<NonNullable<Page['seo']>>;
  sections: WrittenSection[];
}

export type WrittenPricing = WrittenObject<Pricing>;
export type WrittenScholarship = WrittenObject<Scholarship>;
export type WrittenSite = WrittenObject<Site>;

/** A number the pages quote. It has no value until somebody knows it. */
export interface WrittenFigure {
  key: string;
  phrase: string;
  wordingWithout: string;
}
