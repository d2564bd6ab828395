import { type Region, type ScholarshipsSection, stateNames } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { aScholarship } from '../../testing/samples';
import {
  AWKWARD_HEADING,
  AWKWARD_NAME,
  addressOf,
  awkwardText,
  GIANT_WORD,
  listOf,
  longestText,
  MARKUP,
  paragraph,
  wordsOf,
} from '../../testing/words';

const everyState = (Object.keys(stateNames) as Region['state'][]).map((state, index) => ({
  id: index + 1,
  state,
}));

export const scholarshipsExamples: Examples<ScholarshipsSection> = {
  usual: {
    section: {
      __component: 'sections.scholarships',
      id: 1,
      heading: 'Scholarships you can ask for',
      body: [paragraph('Your Regional Partner can tell you which of these fits.')],
    },
    answers: {
      scholarships: [
        aScholarship(),
        aScholarship({
          name: 'Rural Teachers Fund',
          sponsor: 'Front Range Partners',
          national: false,
          regions: [
            { id: 1, state: 'CO' },
            { id: 2, state: 'WY' },
          ],
          coverage: 'amount',
          amount: 150,
          seats: 40,
          seatsTaken: 12,
          closesOn: '2099-05-31',
          deadlineZone: 'Mountain',
          applyUrl: 'https://frontrange.example/apply',
        }),
      ],
    },
  },
  minimal: {
    section: { __component: 'sections.scholarships', id: 1, heading: 'Scholarships', body: null },
    answers: { scholarships: [] },
  },
  longest: {
    section: { __component: 'sections.scholarships', id: 1, heading: wordsOf(160), body: longestText() },
    answers: {
      scholarships: listOf(3, (id) =>
        aScholarship({
          name: `${id} ${wordsOf(158)}`,
          sponsor: wordsOf(160),
          eligibility: wordsOf(2000),
          national: false,
          regions: everyState,
          coverage: 'amount',
          amount: 9999.99,
          seats: 1_000_000,
          opensOn: '2026-01-01',
          closesOn: '2099-12-31',
          howToApply: wordsOf(2000),
          applyUrl: addressOf(2000),
        }),
      ),
    },
  },
  awkward: {
    section: { __component: 'sections.scholarships', id: 1, heading: AWKWARD_HEADING, body: awkwardText() },
    answers: {
      scholarships: [
        aScholarship({
          name: `${MARKUP} ${GIANT_WORD}`,
          sponsor: AWKWARD_NAME,
          eligibility: GIANT_WORD.repeat(2),
          howToApply: `https://frontrange.example/${GIANT_WORD}/${GIANT_WORD}`,
          national: false,
          regions: [],
          coverage: 'amount',
          amount: null,
          seats: 1,
          applyUrl: 'javascript:alert(1)',
        }),
        aScholarship({
          name: 'Not yet open',
          deadlineZone: 'American Samoa',
          opensOn: '2099-01-01',
          applyUrl: 'https://frontrange.example/apply',
        }),
        aScholarship({ name: 'Over', closesOn: '2020-02-29' }),
        aScholarship({ name: 'Given away', seats: 1, seatsTaken: 1 }),
      ],
    },
  },
};
