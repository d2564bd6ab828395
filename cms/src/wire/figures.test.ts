import { describe, expect, it, vi } from 'vitest';
import { isEmptyRichText, quoteWith, richTextToWire } from './figures';

const educators = { key: 'educators', phrase: 'over {value} educators', wordingWithout: 'educators' };

describe('a figure in text', () => {
  it('reads with its number once it is known, and without it until then', () => {
    const text = 'A splash with {{educators}}, {{ educators }}!';
    const known = quoteWith([{ ...educators, value: '1234567' }], vi.fn());
    expect(known(text)).toBe('A splash with over 1,234,567 educators, over 1,234,567 educators!');
    const blank = quoteWith([{ ...educators, value: null }], vi.fn());
    expect(blank(text)).toBe('A splash with educators, educators!');
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

it('an editor’s empty paragraph is no text', () => {
  expect(isEmptyRichText([{ type: 'paragraph', children: [{ type: 'text', text: '' }] }])).toBe(true);
  expect(isEmptyRichText([{ type: 'paragraph', children: [{ type: 'text', text: 'A' }] }])).toBe(false);
});
