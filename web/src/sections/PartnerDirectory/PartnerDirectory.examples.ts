import { type PartnerDirectorySection, stateNames, type TerritoryArea } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { aPartner } from '../../testing/samples';
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

const territories = (Object.keys(stateNames) as TerritoryArea['state'][]).map((state, index) => ({
  id: index + 1,
  state,
  zips: null,
}));

export const partnerDirectoryExamples: Examples<PartnerDirectorySection> = {
  usual: {
    section: {
      __component: 'sections.partner-directory',
      id: 1,
      heading: 'Find your Regional Partner',
      body: [paragraph('Partners are listed by the states they serve.')],
    },
    answers: {
      partners: [
        aPartner(),
        aPartner({
          name: 'Boston Partners',
          slug: 'boston',
          email: null,
          phone: null,
          website: null,
          contactName: null,
          territory: [{ id: 1, state: null, zips: '02108, 02109' }],
        }),
      ],
    },
  },
  minimal: {
    section: { __component: 'sections.partner-directory', id: 1, heading: 'Partners', body: null },
    answers: { partners: [] },
  },
  longest: {
    section: { __component: 'sections.partner-directory', id: 1, heading: wordsOf(160), body: longestText() },
    answers: {
      partners: listOf(1, (id) =>
        aPartner({
          name: wordsOf(120),
          slug: `${id}-`.padEnd(80, 'a'),
          contactName: wordsOf(120),
          email: `${'a'.repeat(64)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(59)}.example`,
          phone: '+1 (303) 555-0100 extension 1234567890123',
          website: addressOf(2000),
          about: wordsOf(2000),
          costNote: wordsOf(1000),
          territory: territories,
        }),
      ),
    },
  },
  awkward: {
    section: {
      __component: 'sections.partner-directory',
      id: 1,
      heading: AWKWARD_HEADING,
      body: awkwardText(),
    },
    answers: {
      partners: [
        aPartner({
          name: `${MARKUP} ${GIANT_WORD}`,
          slug: 'giant',
          contactName: GIANT_WORD,
          email: `${'maría.josé'.repeat(5)}@frontrange.example`,
          phone: 'ask for Ñ',
          website: 'javascript:alert(1)',
        }),
        aPartner({ name: AWKWARD_NAME, slug: 'maria', email: null, phone: '', website: null, territory: [] }),
      ],
    },
  },
};
