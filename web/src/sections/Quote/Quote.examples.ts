import type { QuoteSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { AWKWARD_HEADING, AWKWARD_NAME, GIANT_WORD, wordsOf } from '../../testing/words';

const section = (text: string, name: string, role: string | null): QuoteSection => ({
  __component: 'sections.quote',
  id: 1,
  text,
  name,
  role,
});

export const quoteExamples: Examples<QuoteSection> = {
  usual: {
    section: section(
      'Every student deserves to learn how the world they live in is made.',
      'Ana Ruiz',
      'Principal, Lincoln Elementary',
    ),
  },
  minimal: { section: section('Come.', 'Jo Kim', null) },
  longest: { section: section(wordsOf(400), wordsOf(120), wordsOf(160)) },
  awkward: { section: section(AWKWARD_HEADING, AWKWARD_NAME, GIANT_WORD.repeat(2)) },
};
