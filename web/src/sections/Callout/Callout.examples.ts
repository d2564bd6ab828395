import type { CalloutSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { aFile, anAction } from '../../testing/samples';
import { AWKWARD_HEADING, addressOf, GIANT_WORD, wordsOf } from '../../testing/words';

export const calloutExamples: Examples<CalloutSection, 'download' | 'awkward-download'> = {
  usual: {
    section: {
      __component: 'sections.callout',
      id: 1,
      text: 'Not sure where to start?',
      action: anAction({
        label: 'See a comparison of our two workshops offerings here.',
        style: 'link',
        url: null,
        page: { slug: 'compare-workshops', title: 'Compare workshops' },
      }),
    },
  },
  download: {
    section: {
      __component: 'sections.callout',
      id: 2,
      text: 'Looking for a resource to share with your teacher or administrator about the Deep Dive workshops?',
      action: anAction({ label: 'Download One-Pager Here.', style: 'link', url: null, file: aFile() }),
    },
  },
  minimal: {
    section: {
      __component: 'sections.callout',
      id: 1,
      text: 'New here?',
      action: anAction({ label: 'Start.' }),
    },
  },
  longest: {
    section: {
      __component: 'sections.callout',
      id: 1,
      text: wordsOf(300),
      action: anAction({ label: wordsOf(80), url: addressOf(2000) }),
    },
  },
  awkward: {
    section: {
      __component: 'sections.callout',
      id: 1,
      text: AWKWARD_HEADING,
      action: anAction({ label: 'Leads nowhere', url: null }),
    },
  },
  'awkward-download': {
    section: {
      __component: 'sections.callout',
      id: 1,
      text: AWKWARD_HEADING,
      action: anAction({ label: GIANT_WORD, url: null, file: { ...aFile(), name: 'año.PDF', size: 0.2 } }),
    },
  },
};
