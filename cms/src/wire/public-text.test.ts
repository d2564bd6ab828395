import fc from 'fast-check';
import { expect, it } from 'vitest';
import { blankProblems } from '../rules/blanks';
import type { Figure } from '../rules/figures';
import { missingProblems } from '../rules/missing';
import { modelOf } from '../schema/fixtures';
import { type Attribute, type Entry, writtenAttributes } from '../schema/model';
import { PAGE } from '../schema/uids';
import { quotesBlank, quoteWith } from './figures';
import { toWire } from './serialize';

const figures: Figure[] = [
  { key: 'educators', value: null, phrase: 'over {value} educators', wordingWithout: 'educators' },
  { key: 'schools', value: '1200', phrase: '{value} schools', wordingWithout: 'schools' },
];
const published = {
  figures: new Set(figures.map(({ key }) => key)),
  pages: new Set(['home']),
  paths: new Set<string>(),
};

/** What hurried people leave in a text, whole and in halves. */
const PIECES = [
  'Deep Dive ',
  '{{educators}}',
  '{{ schools }}',
  '{{teechers}}',
  '____',
  '__',
  '_',
  '{',
  '}',
  '',
];
const hurried = fc
  .array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 3 })
  .map((pieces) => pieces.join(''));
const text = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('Deep Dive', 'With {{educators}}', 'In {{ schools }}') },
  { weight: 1, arbitrary: hurried },
);
const paragraphs = fc
  .array(fc.record({ type: fc.constant('text'), text }), { minLength: 1, maxLength: 3 })
  .map((children) => [{ type: 'paragraph', children }]);
const file = fc.record({
  id: fc.constant(1),
  url: fc.constant('/uploads/a.mp4'),
  name: fc.constantFrom('a.mp4', 'a.vtt'),
  mime: fc.constantFrom('video/mp4', 'text/vtt'),
  alternativeText: fc.constant('A classroom'),
  size: fc.constant(1),
});

function anyValue(
  name: string,
  { type, enum: choices = [], component = '', repeatable, required }: Attribute,
) {
  switch (type) {
    case 'string':
    case 'text':
      return name === 'url' ? fc.constantFrom('', 'https://youtu.be/dQw4w9WgXcQ') : text;
    case 'blocks':
      return paragraphs;
    case 'boolean':
      return fc.constant(true);
    case 'enumeration':
      return fc.constantFrom(...choices);
    case 'media':
      return fc.option(file, { freq: 2 });
    case 'relation':
      return fc.constant(null);
    case 'component': {
      const item = filled(component);
      const atLeast = required ? 1 : 0;
      return repeatable ? fc.array(item, { minLength: atLeast, maxLength: 2 }) : fc.option(item);
    }
    default:
      return fc.constant(null);
  }
}

function filled(uid: string): fc.Arbitrary<Entry> {
  const fields = writtenAttributes(modelOf(uid)).map(([name, attribute]) => [
    name,
    anyValue(name, attribute),
  ]);
  return fc.record({ id: fc.constant(1), ...Object.fromEntries(fields) });
}

const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value ?? '')];

const kinds = modelOf(PAGE).attributes.sections?.components ?? [];

it.each(kinds)('whatever is written in %s, what may be published shows no blank to visitors', (kind) => {
  let shown = 0;
  fc.assert(
    fc.property(filled(kind), (fields) => {
      const page: Entry = {
        documentId: 'self',
        title: 'A page',
        slug: 'a-page',
        sections: [{ ...fields, __component: kind, showFrom: null, showUntil: null }],
      };
      const problems = [
        ...blankProblems(PAGE, page, published, modelOf),
        ...missingProblems(PAGE, page, modelOf),
      ];
      if (problems.length > 0) return;
      shown++;
      const context = {
        quote: quoteWith(figures, (key) => expect.fail(`${key} is quoted`)),
        quotesBlank: (words: string) => quotesBlank(figures, words),
        pictures: new Map(),
        now: 0,
      };
      const texts = textsIn(toWire(PAGE, page, context, modelOf));
      expect(texts.filter((words) => /\{\{|\}\}|___|undefined/.test(words))).toEqual([]);
    }),
    { numRuns: 400, seed: 20270306 },
  );
  expect(shown).toBeGreaterThan(0);
});
