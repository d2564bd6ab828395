import type { FaqSection, Question, RichText } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import {
  AWKWARD_HEADING,
  awkwardText,
  bullets,
  GIANT_WORD,
  listOf,
  longestText,
  paragraph,
  wordsOf,
} from '../../testing/words';

const question = (id: number, words: string, answer: RichText): Question => ({ id, question: words, answer });

const section = (heading: string, body: RichText | null, questions: Question[]): FaqSection => ({
  __component: 'sections.faq',
  id: 1,
  heading,
  body,
  questions,
});

export const faqExamples: Examples<FaqSection> = {
  usual: {
    section: section(
      'Questions people ask',
      [paragraph('Not here? Your Regional Partner is glad to help.')],
      [
        question(1, 'Do I need to have taught computer science?', [
          paragraph('Some experience teaching CS Fundamentals helps. An Intro workshop is not required.'),
        ]),
        question(2, 'What do I take home?', [
          paragraph('Three things:'),
          ...bullets('A plan for your year', 'A completion certificate', 'Colleagues to ask'),
        ]),
        question(3, 'Who pays for it?', [
          paragraph('Most districts pay nothing: ', {
            type: 'link',
            url: '/scholarships',
            children: [{ type: 'text', text: 'see the scholarships' }],
          }),
        ]),
      ],
    ),
  },
  minimal: { section: section('Questions', null, [question(1, 'Who may come?', [paragraph('Everyone.')])]) },
  longest: {
    section: section(
      wordsOf(160),
      longestText(),
      listOf(30, (id) => question(id, wordsOf(200), id === 1 ? longestText() : [paragraph(wordsOf(400))])),
    ),
  },
  awkward: {
    section: section(AWKWARD_HEADING, awkwardText(), [
      question(1, AWKWARD_HEADING, awkwardText()),
      question(2, GIANT_WORD.repeat(2), [paragraph('</script><script>alert(1)</script>')]),
    ]),
  },
};
