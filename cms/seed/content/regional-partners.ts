import { paragraph } from './rich-text';
import type { WrittenPage } from './types';

/** Who to ask when there is no workshop nearby. */
export const regionalPartners: WrittenPage = {
  slug: 'regional-partners',
  title: 'Regional Partners',
  seo: {
    title: 'Contact your Regional Partner',
    description:
      'Find the Code.org Regional Partner for your area: they host workshops near you, and can set one up if there is enough demand.',
    image: 'deep-dive-share.png',
  },
  sections: [
    {
      __component: 'sections.hero',
      heading: 'Contact your Regional Partner',
      body: [
        paragraph(
          'Code.org Regional Partners host workshops in communities across the country. If you can’t find a workshop near you, ask yours: they may already have a private workshop you can join, or can set one up if there is enough demand.',
        ),
      ],
    },
    {
      __component: 'sections.partner-directory',
      heading: 'Find your Regional Partner',
      body: [paragraph('Partners are listed by the states they serve. Some serve a single city.')],
    },
  ],
};
