import { paragraph } from './rich-text';
import type { WrittenPage } from './types';

/** Help with the cost. */
export const scholarships: WrittenPage = {
  slug: 'scholarships',
  title: 'Scholarships',
  seo: {
    title: 'Scholarships for CS Fundamentals workshops',
    description:
      'Code.org scholarships are available in all regions of the country to schools and teachers that may need them, so they may attend at no cost.',
    image: 'deep-dive-share.png',
  },
  sections: [
    {
      __component: 'sections.hero',
      heading: 'Scholarships',
      body: [
        paragraph(
          'Cost should not keep a teacher from a workshop. In all regions of the country there are Code.org scholarships for schools and teachers that may need them.',
        ),
      ],
      image: 'every-student.svg',
    },
    {
      __component: 'sections.scholarships',
      heading: 'Scholarships you can ask for',
      body: [
        paragraph('Your Regional Partner can tell you which of these fits, and about discounts of its own.'),
      ],
    },
  ],
};
