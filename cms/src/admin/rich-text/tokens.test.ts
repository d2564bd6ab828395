import { describe, expect, it } from 'vitest';
import type { QuotedFigure } from '../../rules/to-fill';
import { beginning, offered, pressed, saidOf } from './tokens';

const figure = (key: string, fields: Partial<QuotedFigure> = {}): [string, QuotedFigure] => [
  key,
  {
    documentId: key,
    key,
    value: null,
    phrase: `over {value} ${key}`,
    wordingWithout: key,
    isPublished: true,
    isTyped: false,
    reviewBy: null,
    ...fields,
  },
];
const figures = new Map([
  figure('educators', { value: '90000' }),
  figure('students'),
  figure('teachers-trained', { isTyped: true }),
  figure('states', { isPublished: false, value: '50' }),
]);

describe('a figure quoted in a text', () => {
  it.each([
    ['educators', '{{educators}} reads “over 90,000 educators”.', true],
    ['students', '{{students}} reads “students”: it has no number yet.', true],
    [
      'teachers-trained',
      '{{teachers-trained}} reads “teachers-trained”, until its number is published.',
      true,
    ],
    ['states', '{{states}} isn’t published yet: publish the figure first.', false],
    ['educatros', 'There is no figure {{educatros}}. Did you mean {{educators}}?', false],
    ['principals', 'There is no figure {{principals}}.', false],
  ])('%s: what it is', (key, said, isKnown) => {
    expect(saidOf(key, figures)).toEqual({ said, isKnown });
  });
});

describe('a figure that is being typed', () => {
  it.each<[string, number, ReturnType<typeof beginning>]>([
    ['Over {{', 7, { start: 5, typed: '' }],
    ['Over {{edu', 10, { start: 5, typed: 'edu' }],
    ['Over {{ edu teach', 11, { start: 5, typed: 'edu' }],
    ['Over {{educators}}', 10, null],
    ['Over {{educators}}', 18, null],
    ['Over {{edu now', 14, null],
    ['Over {', 6, null],
  ])('in “%s” at %i', (text, caret, found) => {
    expect(beginning(text, caret)).toEqual(found);
  });

  it.each([
    ['', ['educators', 'students', 'teachers-trained']],
    ['tr', ['teachers-trained']],
    ['e', ['educators', 'students', 'teachers-trained']],
    ['educatros', ['educators']],
    ['nothing', []],
  ])('“%s” is offered those that may be meant', (typed, keys) => {
    expect(offered(typed, figures).map(({ key }) => key)).toEqual(keys);
  });
});

it.each<[Partial<KeyboardEvent>, ReturnType<typeof pressed>]>([
  [{ key: 'ArrowDown' }, 'next'],
  [{ key: 'ArrowUp' }, 'previous'],
  [{ key: 'Enter' }, 'choose'],
  [{ key: 'Tab' }, 'choose'],
  [{ key: 'Escape' }, 'dismiss'],
  [{ key: 'a' }, null],
  [{ key: 'Tab', shiftKey: true }, null],
  [{ key: 'Enter', shiftKey: true }, null],
  [{ key: 'Enter', ctrlKey: true }, null],
  [{ key: 'ArrowUp', altKey: true }, null],
  [{ key: 'ArrowDown', metaKey: true }, null],
])('in the list of figures the keys %j mean %s', (keys, press) => {
  const event = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...keys };
  expect(pressed(event as KeyboardEvent)).toBe(press);
});
