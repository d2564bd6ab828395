import type { HeroSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anImage } from '../../testing/samples';
import {
  AWKWARD_HEADING,
  awkwardActions,
  awkwardText,
  longestActions,
  longestText,
  paragraph,
  wordsOf,
} from '../../testing/words';

export const heroExamples: Examples<HeroSection> = {
  usual: {
    section: {
      __component: 'sections.hero',
      id: 1,
      heading: 'CS Fundamentals: Deep Dive',
      body: [
        paragraph(
          'Code.org’s ',
          {
            type: 'link',
            url: 'https://code.org/educate/curriculum/elementary-school',
            children: [{ type: 'text', text: 'CS Fundamentals' }],
          },
          ' curriculum and professional learning program has made a big splash with educators teaching our K-5 courses to students. ',
          {
            type: 'text',
            italic: true,
            text: 'This is a tremendous step towards ensuring every student in every school has access to computer science education.',
          },
        ),
        paragraph(
          'We know that implementing new computer science courses with fidelity and equity takes time, collaboration, planning and support - which is where Deep Dive workshops come in!',
        ),
      ],
      image: anImage({ url: '/uploads/deep-dive-hero.svg', alternativeText: '', name: 'deep-dive-hero.svg' }),
      actions: [],
    },
  },
  minimal: {
    section: {
      __component: 'sections.hero',
      id: 1,
      heading: 'Deep Dive',
      body: [paragraph('One day.')],
      image: null,
      actions: [],
    },
  },
  longest: {
    section: {
      __component: 'sections.hero',
      id: 1,
      heading: wordsOf(120),
      body: longestText(),
      image: anImage({ alternativeText: wordsOf(500) }),
      actions: longestActions(),
    },
  },
  awkward: {
    section: {
      __component: 'sections.hero',
      id: 1,
      heading: AWKWARD_HEADING,
      body: awkwardText(),
      image: anImage({
        url: '/uploads/missing.jpg',
        alternativeText: AWKWARD_HEADING,
        width: null,
        height: null,
      }),
      actions: awkwardActions(),
    },
  },
};
