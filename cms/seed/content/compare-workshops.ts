import { paragraph } from './rich-text';
import type { WrittenPage } from './types';

/** Intro and Deep Dive side by side: nothing the Deep Dive page does not bear out. */
export const compareWorkshops: WrittenPage = {
  slug: 'compare-workshops',
  title: 'Compare workshops',
  seo: {
    title: 'Intro or Deep Dive? Compare CS Fundamentals workshops',
    description:
      'Who each CS Fundamentals workshop is for, what it covers and what teachers leave with: Intro and Deep Dive, side by side.',
    image: 'deep-dive-share.png',
  },
  sections: [
    {
      __component: 'sections.hero',
      heading: 'Intro or Deep Dive?',
      body: [
        paragraph(
          'Both workshops help elementary teachers bring computer science to their students. Start with Intro when CS Fundamentals is new to you; choose Deep Dive when you have taught some of it and want to go further.',
        ),
      ],
    },
    {
      __component: 'sections.comparison',
      heading: 'The two workshops, side by side',
      firstColumn: 'Intro',
      secondColumn: 'Deep Dive',
      rows: [
        {
          label: 'Who it is for',
          first: 'Teachers getting started with CS Fundamentals.',
          second: 'Educators with some experience teaching CS Fundamentals.',
        },
        {
          label: 'What to bring with you',
          first: 'Your curiosity. It is an introduction from the ground up.',
          second:
            'Some experience in the classroom with CS Fundamentals. An Intro workshop is not a prerequisite.',
        },
        {
          label: 'Focus',
          first: 'A foundational introduction to the CS Fundamentals curriculum.',
          second:
            'Course materials, teaching practices, and strategies for continuing to teach CS Fundamentals.',
        },
        {
          label: 'What you leave with',
          first: 'A foundation for getting started.',
          second:
            'A plan for offering more of the course, strategies for addressing roadblocks, and connections to a community of support.',
        },
        {
          label: 'Length',
          first: 'Ask the Regional Partner who hosts it, or see the dates and times on the workshop’s page.',
          second: 'One day (7 hours).',
        },
        {
          label: 'Who leads it',
          first: 'Ask the Regional Partner who hosts it.',
          second: 'A Code.org-trained facilitator, hosted by a Code.org Regional Partner.',
        },
        {
          label: 'Certificate of completion',
          first: 'Ask the Regional Partner who hosts it.',
          second: 'Yes.',
        },
        {
          label: 'Cost',
          first: 'Varies. Ask the Regional Partner who hosts it.',
          second:
            'Varies. Most Regional Partners can offer discounts, and Code.org scholarships are available to schools and teachers that may need them.',
        },
      ],
      actions: [
        { label: 'Find a workshop', style: 'primary', url: '/workshops' },
        { label: 'Ask your Regional Partner', style: 'secondary', page: 'regional-partners' },
      ],
    },
  ],
};
