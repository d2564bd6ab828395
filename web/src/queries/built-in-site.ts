import type { Site } from '@deep-dive/shared-types';

/** What the site is while nobody can say: Site is not published, or the CMS is away and never said. */
export const BUILT_IN_SITE: Site = {
  name: 'Code.org Professional Learning',
  homePage: { slug: 'deep-dive', title: 'Deep Dive' },
  description: null,
  navigation: [],
  footerText: null,
  footerLinks: [],
  nationalContact: null,
  postalAddress: null,
  countVisits: null,
  notice: null,
};
