import type { BannerSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anAction } from '../../testing/samples';
import { AWKWARD_HEADING, AWKWARD_LABEL, addressOf, wordsOf } from '../../testing/words';

export const bannerExamples: Examples<BannerSection> = {
  usual: {
    section: {
      __component: 'sections.banner',
      id: 1,
      text: 'Summer workshops fill up early.',
      action: anAction({ label: 'Save your seat' }),
    },
  },
  minimal: { section: { __component: 'sections.banner', id: 1, text: 'Summer!', action: null } },
  longest: {
    section: {
      __component: 'sections.banner',
      id: 1,
      text: wordsOf(200),
      action: anAction({ label: wordsOf(80), url: addressOf(2000) }),
    },
  },
  awkward: {
    section: {
      __component: 'sections.banner',
      id: 1,
      text: AWKWARD_HEADING,
      action: anAction({ label: AWKWARD_LABEL }),
    },
  },
};
