import type { OutcomesSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import {
  AWKWARD_HEADING,
  AWKWARD_NAME,
  awkwardText,
  bullets,
  GIANT_WORD,
  listOf,
  longestText,
  wordsOf,
} from '../../testing/words';

export const outcomesExamples: Examples<OutcomesSection> = {
  usual: {
    section: {
      __component: 'sections.outcomes',
      id: 1,
      heading: 'What will teachers learn in a Deep Dive Workshop?',
      groups: [
        {
          id: 1,
          lead: 'At the end of the Deep Dive workshop, teachers will',
          keyword: 'know:',
          items: bullets(
            'The details, philosophy, values, and rationale behind how the CS Fundamentals course is structured.',
            'The intended approach to teaching CS Fundamentals, including specific classroom practices, and the division of responsibility between students and teachers.',
          ),
        },
        {
          id: 2,
          lead: 'At the end of the workshop, teachers will',
          keyword: 'have:',
          items: bullets(
            'A plan for offering more of the CS Fundamentals course.',
            'Strategies for addressing roadblocks to implementation, including any specific issues experienced in lessons taught thus far.',
            'Ideas for fostering and developing a strong classroom rapport that nurtures learners of all types.',
            'A deepened sense of community with CS Fundamentals teachers and a plan for keeping in touch with other teachers in the future.',
            'Ongoing support through the Code.org teacher forum and online support.',
            'A certificate of completion.',
            'Code.org swag!',
          ),
        },
      ],
    },
  },
  minimal: {
    section: {
      __component: 'sections.outcomes',
      id: 1,
      heading: 'Outcomes',
      groups: [{ id: 1, lead: 'Teachers learn', keyword: null, items: bullets('How.') }],
    },
  },
  longest: {
    section: {
      __component: 'sections.outcomes',
      id: 1,
      heading: wordsOf(160),
      groups: listOf(4, (id) => ({
        id,
        lead: wordsOf(200),
        keyword: wordsOf(60),
        items: id === 1 ? longestText() : bullets(...listOf(12, () => wordsOf(220))),
      })),
    },
  },
  awkward: {
    section: {
      __component: 'sections.outcomes',
      id: 1,
      heading: AWKWARD_HEADING,
      groups: [
        { id: 1, lead: AWKWARD_NAME, keyword: GIANT_WORD, items: awkwardText() },
        { id: 2, lead: GIANT_WORD, keyword: null, items: bullets(...listOf(6, () => GIANT_WORD.repeat(2))) },
        { id: 3, lead: 'Nothing follows', keyword: '', items: [] },
      ],
    },
  },
};
