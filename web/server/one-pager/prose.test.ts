import type { RichText } from '@deep-dive/shared-types';
import { expect, it } from 'vitest';
import { beginningOf, proseOf, sentenceEnds } from './prose';

const sentencesOf = (text: string): string[] => {
  let from = 0;
  return sentenceEnds(text).map((end) => {
    const sentence = text.slice(from, end).trim();
    from = end;
    return sentence;
  });
};

it('a sentence ends where it ends, and not behind a title or an initial', () => {
  expect(sentencesOf('Ask Dr. Ruiz in St. Louis. She knows! Does she? Yes.')).toEqual([
    'Ask Dr. Ruiz in St. Louis.',
    'She knows!',
    'Does she?',
    'Yes.',
  ]);
  expect(sentencesOf('It is held in the U.S. Virgin Islands by J. Kim. Come.')).toEqual([
    'It is held in the U.S. Virgin Islands by J. Kim.',
    'Come.',
  ]);
});

it('a beginning keeps its emphasis', () => {
  expect(beginningOf([{ text: 'You will ' }, { text: 'know', bold: true }, { text: ' more' }], 11)).toEqual([
    { text: 'You will ' },
    { text: 'kn', bold: true },
  ]);
});

it('lists within lists stand one below the other, with their numbers; what says nothing is left out', () => {
  const text = (said: string) => ({ type: 'text' as const, text: said });
  const rich: RichText = [
    { type: 'paragraph', children: [text('')] },
    {
      type: 'list',
      format: 'ordered',
      children: [
        { type: 'list-item', children: [text('First')] },
        {
          type: 'list',
          format: 'unordered',
          children: [{ type: 'list-item', children: [text('Within')] }],
        },
        { type: 'list-item', children: [text(' ')] },
        { type: 'list-item', children: [text('Third')] },
      ],
    },
    { type: 'quote', children: [text('Said')] },
  ];
  expect(proseOf(rich, (href) => href)).toEqual([
    {
      kind: 'list',
      items: [
        { runs: [{ text: 'First' }], depth: 0, label: '1.' },
        { runs: [{ text: 'Within' }], depth: 1, label: null },
        { runs: [{ text: 'Third' }], depth: 0, label: '3.' },
      ],
    },
    { kind: 'paragraph', runs: [{ text: 'Said', italic: true }] },
  ]);
  expect(proseOf(null, (href) => href)).toEqual([]);
});
