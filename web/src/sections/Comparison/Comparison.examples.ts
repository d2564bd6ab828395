import type { ComparisonSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anAction } from '../../testing/samples';
import {
  AWKWARD_HEADING,
  AWKWARD_LABEL,
  AWKWARD_NAME,
  awkwardActions,
  awkwardText,
  GIANT_WORD,
  listOf,
  longestActions,
  longestText,
  MARKUP,
  paragraph,
  RIGHT_TO_LEFT,
  wordsOf,
} from '../../testing/words';

export const comparisonExamples: Examples<ComparisonSection> = {
  usual: {
    section: {
      __component: 'sections.comparison',
      id: 1,
      heading: 'The two workshops, side by side',
      body: [paragraph('Start with Intro when CS Fundamentals is new to you.')],
      firstColumn: 'Intro',
      secondColumn: 'Deep Dive',
      rows: [
        {
          id: 1,
          label: 'Who it is for',
          first: 'Teachers getting started with CS Fundamentals.',
          second: 'Educators with some experience teaching CS Fundamentals.',
        },
        {
          id: 2,
          label: 'What you leave with',
          first: 'A foundation for getting started.',
          second:
            'A plan for offering more of the course, strategies for addressing roadblocks, and connections to a community of support.',
        },
        {
          id: 3,
          label: 'Length',
          first: 'Ask the Regional Partner who hosts it.',
          second: 'One day (7 hours).',
        },
      ],
      actions: [
        anAction(),
        anAction({
          id: 2,
          label: 'Ask your Regional Partner',
          style: 'secondary',
          url: null,
          page: { slug: 'regional-partners', title: 'Regional Partners' },
        }),
      ],
    },
  },
  minimal: {
    section: {
      __component: 'sections.comparison',
      id: 1,
      heading: 'Two workshops',
      body: null,
      firstColumn: 'Intro',
      secondColumn: 'Deep Dive',
      rows: [{ id: 1, label: 'Length', first: 'One day', second: 'One day' }],
      actions: [],
    },
  },
  longest: {
    section: {
      __component: 'sections.comparison',
      id: 1,
      heading: wordsOf(160),
      body: longestText(),
      firstColumn: wordsOf(80),
      secondColumn: wordsOf(80),
      rows: listOf(40, (id) => ({ id, label: wordsOf(120), first: wordsOf(1000), second: wordsOf(1000) })),
      actions: longestActions(),
    },
  },
  awkward: {
    section: {
      __component: 'sections.comparison',
      id: 1,
      heading: AWKWARD_HEADING,
      body: awkwardText(),
      firstColumn: GIANT_WORD,
      secondColumn: AWKWARD_LABEL.slice(-20),
      rows: [
        { id: 1, label: GIANT_WORD, first: MARKUP, second: GIANT_WORD.repeat(3) },
        { id: 2, label: AWKWARD_NAME, first: `${GIANT_WORD}@${GIANT_WORD}.example`, second: RIGHT_TO_LEFT },
      ],
      actions: awkwardActions(),
    },
  },
};
