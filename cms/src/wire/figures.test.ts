import type { RichTextBlock } from '@deep-dive/shared-types';
import { describe, expect, it, vi } from 'vitest';
import { isEmptyRichText, quotesBlank, quoteWith, richTextToWire } from './figures';

const educators = { key: 'educators', phrase: 'over {value} educators', wordingWithout: 'educators' };

describe('a figure in text', () => {
  it('reads with its number once it is known, and without it until then', () => {
    const text = 'A splash with {{educators}}, {{ educators }}!';
    const known = quoteWith([{ ...educators, value: '1234567' }], vi.fn());
    expect(known(text)).toBe('A splash with over 1,234,567 educators, over 1,234,567 educators!');
    const blank = quoteWith([{ ...educators, value: null }], vi.fn());
    expect(blank(text)).toBe('A splash with educators, educators!');
  });

  it('is a blank while its number is unknown, and when it is gone', () => {
    const text = 'With {{ educators }}';
    expect(quotesBlank([{ ...educators, value: '5' }], text)).toBe(false);
    expect(quotesBlank([{ ...educators, value: null }], text)).toBe(true);
    expect(quotesBlank([], text)).toBe(true);
    expect(quotesBlank([], 'With 5 educators')).toBe(false);
  });

  it('reads with its number wherever its wording has it', () => {
    const twice = { ...educators, phrase: '{value} educators, yes {value}' };
    expect(quoteWith([{ ...twice, value: '5000' }], vi.fn())('{{educators}}!')).toBe(
      '5,000 educators, yes 5,000!',
    );
  });

  it('keeps numbers larger than JavaScript counts', () => {
    const quote = quoteWith([{ ...educators, value: '9007199254740993' }], vi.fn());
    expect(quote('{{educators}}')).toBe('over 9,007,199,254,740,993 educators');
  });

  it('leaves no trace, and says so, when it has been deleted', () => {
    const onMissing = vi.fn();
    expect(quoteWith([], onMissing)('A splash with {{students}}. Come along.')).toBe(
      'A splash with. Come along.',
    );
    expect(onMissing).toHaveBeenCalledWith('students');
  });

  it('is quoted in rich text, and pictures there lose what visitors don’t need', () => {
    const quote = quoteWith([{ ...educators, value: '5' }], vi.fn());
    const stored = { url: '/uploads/a.png', hash: 'a', width: 3, height: 4, updatedAt: new Date(0) };
    const image = {
      url: 'http://localhost:1337/uploads/a.png',
      alternativeText: 'A',
      width: 1,
      height: 2,
      hash: 'secret',
    };
    expect(
      richTextToWire(
        [
          {
            type: 'list',
            format: 'unordered',
            children: [
              { type: 'list-item', children: [{ type: 'text', text: '{{educators}}', bold: true }] },
            ],
          },
          { type: 'image', image, children: [{ type: 'text', text: '' }] },
        ],
        quote,
        new Map([['a', stored]]),
      ),
    ).toEqual([
      {
        type: 'list',
        format: 'unordered',
        children: [{ type: 'list-item', children: [{ type: 'text', text: 'over 5 educators', bold: true }] }],
      },
      {
        type: 'image',
        image: { url: '/uploads/a.png?v=0', alternativeText: 'A', width: 3, height: 4 },
        children: [{ type: 'text', text: '' }],
      },
    ]);
  });
});

describe('text without its figure', () => {
  const without = (text: string) => quoteWith([{ ...educators, value: '5' }], vi.fn())(text);

  it.each([
    ['{{gone}} came', ' came'],
    ['Over {{gone}} of them', 'Over of them'],
    ['Over {{gone}} {{gone}}  {{gone}} of them', 'Over of them'],
    ['With {{gone}}, {{gone}}; {{gone}}: {{gone}}!', 'With,;:!'],
    ['With {{gone}}? With {{educators}} .', 'With? With over 5 educators.'],
    ['With {{ gone }} (all)', 'With (all)'],
  ])('%s', (text, shown) => {
    expect(without(text)).toBe(shown);
  });

  it('is not touched where none is gone', () => {
    expect(without('With  two spaces , {{educators}}')).toBe('With  two spaces , over 5 educators');
    expect(without('With  two spaces , and { brackets }')).toBe('With  two spaces , and { brackets }');
  });

  it('each that is gone is told of, and those that are there are not', () => {
    const onMissing = vi.fn();
    quoteWith([{ ...educators, value: '5' }], onMissing)('{{a}} {{educators}} {{ b }} {{}}');
    expect(onMissing.mock.calls).toEqual([['a'], ['b'], ['']]);
  });
});

it('a figure that was emptied is blank', () => {
  expect(quoteWith([{ ...educators, value: '' }], vi.fn())('{{educators}}')).toBe('educators');
  expect(quoteWith([{ ...educators, value: '0' }], vi.fn())('{{educators}}')).toBe('over 0 educators');
});

describe('rich text', () => {
  const asIs = (text: string) => text;
  /** What becomes of a picture that is gone from the library. */
  const goneOf = (image: unknown): unknown => {
    const block = { type: 'image', image, children: [] } as unknown as RichTextBlock;
    return (richTextToWire([block], asIs, new Map()) as unknown as { image: unknown }[])[0]?.image;
  };

  it('keeps a picture that is gone from the library as it was, on the site’s own address', () => {
    const image = { alternativeText: 'A', width: 1, height: 2, hash: 'secret' };
    const shown = { alternativeText: 'A', width: 1, height: 2 };
    for (const [url, address] of [
      ['http://localhost:1337/uploads/a.png', '/uploads/a.png'],
      ['https://example.org/uploads/a.png', '/uploads/a.png'],
      ['https://example.org/other/a.png', 'https://example.org/other/a.png'],
      ['https://example.org/other/uploads/a.png', 'https://example.org/other/uploads/a.png'],
      ['/go?to=http://example.org/uploads/a.png', '/go?to=http://example.org/uploads/a.png'],
      ['/uploads/a.png', '/uploads/a.png'],
    ])
      expect(goneOf({ ...image, url })).toEqual({ url: address, ...shown });
  });

  it('has no address for a picture that has none', () => {
    expect(goneOf({})).toEqual({ url: '' });
    expect(goneOf(null)).toEqual({ url: '' });
  });

  it('has its figures quoted in links too, and other values as they are', () => {
    const blocks = [
      {
        type: 'paragraph',
        children: [
          { type: 'link', url: '/{{a}}', children: [{ type: 'text', text: 'to', bold: true }] },
          { type: 'text', text: '' },
        ],
      },
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'on' }] },
    ] as unknown as RichTextBlock[];
    const before = structuredClone(blocks);
    expect(richTextToWire(blocks, (text) => text.toUpperCase(), new Map())).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'link', url: '/{{a}}', children: [{ type: 'text', text: 'TO', bold: true }] },
          { type: 'text', text: '' },
        ],
      },
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'ON' }] },
    ]);
    expect(blocks).toEqual(before);
  });

  it('may hold what is no block', () => {
    const odd = [null, 'text', { type: 'quote' }] as unknown as RichTextBlock[];
    expect(richTextToWire(odd, asIs, new Map())).toEqual(odd);
  });
});

describe('no text', () => {
  const paragraph = (...texts: string[]): RichTextBlock => ({
    type: 'paragraph',
    children: texts.map((text) => ({ type: 'text', text })),
  });

  it.each<[string, RichTextBlock[], boolean]>([
    ['nothing', [], true],
    ['an editor’s empty paragraph', [paragraph('')], true],
    ['several of them', [paragraph(''), paragraph('', '')], true],
    ['a paragraph with a word', [paragraph('A')], false],
    ['a word at the end', [paragraph(''), paragraph('', 'A')], false],
    ['a link', [{ type: 'paragraph', children: [{ type: 'link', url: '/', children: [] }] }], false],
    ['an empty heading', [{ type: 'heading', level: 2, children: [{ type: 'text', text: '' }] }], false],
  ])('%s: %#', (_, blocks, isEmpty) => {
    expect(isEmptyRichText(blocks)).toBe(isEmpty);
  });
});
