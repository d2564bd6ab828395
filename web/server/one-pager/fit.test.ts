import { expect, it } from 'vitest';
import { type Block, EXTRA, type Part } from './content';
import { fit } from './fit';
import { paragraph } from './prose';

const SENTENCE = 'Ten letter. ';
const text = (sentences: number): Part => ({
  heading: null,
  blocks: [paragraph(SENTENCE.repeat(sentences).trim())],
  rank: 2,
});
const voice: Part = {
  heading: null,
  blocks: [{ kind: 'quote', words: [{ text: '“One. Two.”' }], by: 'Ana' }],
  rank: EXTRA,
};
const question = (words: string): Block[] => [
  { kind: 'heading', runs: [{ text: words }] },
  paragraph('Yes.'),
];
const questions: Part = {
  heading: null,
  blocks: [...question('Who?'), ...question('Why?')],
  rank: EXTRA + 1,
};

/** Ten for each sentence, and for what is no sentence. */
const heightOf = ({ blocks }: Part): number =>
  blocks.reduce(
    (sum, block) =>
      sum +
      10 *
        (block.kind === 'paragraph'
          ? block.runs
              .map(({ text: words }) => words)
              .join('')
              .split('. ').length
          : 1),
    0,
  );

const kept = (height: number): string[] =>
  fit([text(5), voice, questions], height, heightOf).parts.map(({ blocks }) =>
    blocks
      .map((block) =>
        block.kind === 'paragraph' ? heightOf({ heading: null, blocks: [block], rank: 0 }) : block.kind,
      )
      .join(' '),
  );

it('keeps all there is room for', () => {
  expect(kept(100)).toEqual(['50', 'quote', 'heading 10 heading 10']);
});

it('leaves out questions, then what somebody said, whole, before a text is shortened', () => {
  expect(kept(80)).toEqual(['50', 'quote', 'heading 10']);
  expect(kept(60)).toEqual(['50', 'quote']);
  expect(kept(50)).toEqual(['50']);
  expect(kept(30)).toEqual(['30']);
});
