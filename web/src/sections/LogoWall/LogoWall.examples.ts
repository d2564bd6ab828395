import type { Logo, LogoWallSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { anImage } from '../../testing/samples';
import { AWKWARD_HEADING, AWKWARD_NAME, addressOf, GIANT_WORD, listOf, wordsOf } from '../../testing/words';

const logo = (
  id: number,
  name: string,
  [width, height]: [number | null, number | null],
  url: string | null = null,
): Logo => ({
  id,
  name,
  url,
  image: anImage({ url: `/uploads/logo-${id}.svg`, name: 'logo.svg', alternativeText: '', width, height }),
});

const section = (heading: string, logos: Logo[]): LogoWallSection => ({
  __component: 'sections.logo-wall',
  id: 1,
  heading,
  logos,
});

export const logoWallExamples: Examples<LogoWallSection> = {
  usual: {
    section: section('Our Regional Partners', [
      logo(1, 'Front Range Partners', [800, 120], 'https://www.frontrange.example/'),
      logo(2, 'Puget Codes', [300, 300], 'https://puget.example/'),
      logo(3, 'Great Lakes Learning', [400, 200]),
      logo(4, 'Gulf Coast Schools', [200, 500]),
      logo(5, 'Desert Teachers', [640, 240], '/partners/desert'),
    ]),
  },
  minimal: {
    section: section('Partners', [logo(1, 'Puget Codes', [300, 300]), logo(2, 'Boise', [300, 90])]),
  },
  longest: {
    section: section(
      wordsOf(160),
      listOf(24, (id) => logo(id, wordsOf(120), [100 + id * 40, 200], addressOf(2000))),
    ),
  },
  awkward: {
    section: section(AWKWARD_HEADING, [
      logo(1, AWKWARD_NAME, [4000, 1], 'javascript:alert(1)'),
      logo(2, GIANT_WORD.repeat(2), [1, 4000], 'https://example.org/ñ'),
      { ...logo(3, GIANT_WORD, [null, null]), image: anImage({ url: '/uploads/missing.jpg' }) },
    ]),
  },
};
