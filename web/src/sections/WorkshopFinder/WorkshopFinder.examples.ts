import type { WorkshopFinderSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { aList, anAction, aWorkshop } from '../../testing/samples';
import {
  AWKWARD_HEADING,
  AWKWARD_NAME,
  addressOf,
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

const sessions = listOf(30, (day) => ({
  startsAt: `2027-04-${String(day).padStart(2, '0')}T16:00:00Z`,
  endsAt: `2027-04-${String(day).padStart(2, '0')}T23:00:00Z`,
}));

export const workshopFinderExamples: Examples<WorkshopFinderSection> = {
  usual: {
    section: {
      __component: 'sections.workshop-finder',
      id: 1,
      heading: 'Register for a Deep Dive Workshop',
      kind: 'deep-dive',
      body: [
        paragraph(
          'Look at the map below to find the next upcoming CS Fundamentals: Deep Dive workshop in your region. Workshops are available year round, because CS Fundamentals courses can be implemented at any point in the school year. Check back often as new workshops will continue to be added throughout the year as Deep Dive launches throughout the country starting in June 2019.',
        ),
      ],
      afterword: [
        paragraph(
          'If you can’t find a workshop, and you’re in the U.S., contact your Regional Partner. They may already have a private workshop set up near your area that you can join, or can set up a workshop if there is enough demand.',
        ),
      ],
      actions: [
        anAction({
          label: 'Contact your Regional Partner',
          url: null,
          page: { slug: 'regional-partners', title: 'Regional Partners' },
        }),
      ],
    },
    answers: {
      workshops: aList(
        listOf(12, (id) => aWorkshop({ id: `denver-${id}`, slug: `denver-${id}` })),
        400,
      ),
    },
  },
  minimal: {
    section: {
      __component: 'sections.workshop-finder',
      id: 1,
      heading: 'Workshops',
      kind: null,
      body: null,
      afterword: null,
      actions: [],
    },
    answers: { workshops: aList([]) },
  },
  longest: {
    section: {
      __component: 'sections.workshop-finder',
      id: 1,
      heading: wordsOf(160),
      kind: 'deep-dive',
      body: longestText(),
      afterword: longestText(),
      actions: longestActions(),
    },
    answers: {
      workshops: {
        ...aList(
          listOf(30, (id) =>
            aWorkshop({
              id: `longest-${id}`,
              slug: `${id}-`.padEnd(120, 'a'),
              title: wordsOf(120),
              format: 'hybrid',
              sessions,
              place: {
                venue: wordsOf(120),
                city: wordsOf(80),
                state: 'CO',
                zip: '80204-1234',
                latitude: 39.7392,
                longitude: -104.9903,
              },
              capacity: 10_000,
              fee: { type: 'amount', usd: 9999.99 },
              hasScholarship: true,
              registrationUrl: addressOf(2000),
              partner: { name: wordsOf(120), slug: 'a'.repeat(80) },
            }),
          ),
          100_000,
        ),
        demand: { area: `${wordsOf(80)}, CO`, teachers: 9_999, needed: 10_000 },
      },
    },
  },
  awkward: {
    section: {
      __component: 'sections.workshop-finder',
      id: 1,
      heading: AWKWARD_HEADING,
      kind: 'intro',
      body: awkwardText(),
      afterword: awkwardText(),
      actions: awkwardActions(),
    },
    answers: {
      workshops: aList([
        aWorkshop({
          id: 'giant',
          slug: 'giant',
          title: `${MARKUP} ${GIANT_WORD}`,
          kind: 'intro',
          status: 'cancelled',
          partner: { name: GIANT_WORD.repeat(2), slug: 'giant' },
          place: {
            venue: GIANT_WORD,
            city: 'Cañon City',
            state: 'PR',
            zip: '00901',
            latitude: null,
            longitude: null,
          },
          registrationUrl: 'javascript:alert(1)',
          capacity: 1,
          fee: { type: 'free' },
        }),
        aWorkshop({
          id: 'virtual',
          slug: 'virtual',
          title: RIGHT_TO_LEFT,
          kind: 'intro',
          format: 'virtual',
          status: 'full',
          place: null,
          registrationUrl: null,
          capacity: null,
          fee: { type: 'ask' },
          timeZone: 'Pacific/Pago_Pago',
          sessions: [{ startsAt: '2027-03-06T23:30:00Z', endsAt: '2027-03-07T12:30:00Z' }],
          partner: { name: AWKWARD_NAME, slug: 'maria' },
        }),
      ]),
    },
  },
};
