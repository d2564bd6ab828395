import type { CostSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anAction, pricing } from '../../testing/samples';
import {
  AWKWARD_HEADING,
  AWKWARD_NAME,
  awkwardActions,
  awkwardText,
  GIANT_WORD,
  listOf,
  longestActions,
  longestText,
  MARKUP,
  paragraph,
  wordsOf,
} from '../../testing/words';

export const costExamples: Examples<CostSection> = {
  usual: {
    section: {
      __component: 'sections.cost',
      id: 1,
      heading: 'What does the program cost?',
      body: [
        paragraph(
          'Code.org has received generous grants and funding from our donors that allow us to commit to offering our curriculum at no cost, forever. In addition, we have secured funding for our Regional Partners to support the start up costs for bringing teacher professional development programs to communities across the country. Code.org Regional Partners are the key to our success - they provide customization and connections to ensure that schools across the country have turnkey computer science professional development solutions that align to their local context.',
        ),
        paragraph(
          'As the initial grant funding for the start up costs comes to an end, Code.org is working with Regional Partners to cultivate sustainable, long-term funding solutions to sustain high quality programming for years to come. These solutions include securing donors to fund workshops, as well as working with schools and districts to tap into available funding (state or other sources) to pay for teacher training.',
        ),
      ],
      closing: [
        paragraph(
          'Actual costs to the school/district/teacher will vary. Most Regional Partners will be able to offer substantial discounts by leveraging local resources and offering group discount pricing. In addition in all regions of the country there will be Code.org scholarships available to schools and teachers that may need them so they may attend at no cost.',
        ),
      ],
      actions: [
        anAction({
          label: 'See scholarships',
          url: null,
          page: { slug: 'scholarships', title: 'Scholarships' },
        }),
      ],
    },
    answers: { pricing },
  },
  minimal: {
    section: { __component: 'sections.cost', id: 1, heading: 'Cost', body: null, closing: null, actions: [] },
    answers: { pricing: { pricePerPerson: 0, statement: 'It is {price}.', includes: [] } },
  },
  longest: {
    section: {
      __component: 'sections.cost',
      id: 1,
      heading: wordsOf(160),
      body: longestText(),
      closing: longestText(),
      actions: longestActions(),
    },
    answers: {
      pricing: {
        pricePerPerson: 9999.99,
        statement: wordsOf(1000),
        includes: listOf(20, (id) => ({ id, text: wordsOf(300) })),
      },
    },
  },
  awkward: {
    section: {
      __component: 'sections.cost',
      id: 1,
      heading: AWKWARD_HEADING,
      body: awkwardText(),
      closing: awkwardText(),
      actions: awkwardActions(),
    },
    answers: {
      pricing: {
        pricePerPerson: 1234.5,
        statement: `{price} & {price} $& ${MARKUP} ${GIANT_WORD}`,
        includes: [
          { id: 1, text: GIANT_WORD.repeat(3) },
          { id: 2, text: AWKWARD_NAME },
        ],
      },
    },
  },
};
