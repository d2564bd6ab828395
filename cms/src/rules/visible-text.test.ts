import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute, Model } from '../schema/model';
import { withVisibleText } from './visible-text';

const models: Record<string, Record<string, Attribute>> = {
  page: {
    title: { type: 'string' },
    body: { type: 'text' },
    slug: { type: 'uid' },
    email: { type: 'email' },
    kind: { type: 'enumeration' },
    day: { type: 'date' },
    count: { type: 'integer' },
    rich: { type: 'blocks' },
    part: { type: 'component', component: 'part' },
    parts: { type: 'component', component: 'part', repeatable: true },
    sections: { type: 'dynamiczone', components: ['part'] },
  },
  part: { label: { type: 'string' } },
};
const getModel = (uid: string) => ({ uid, attributes: models[uid] }) as unknown as Model;
const saved = (data: Record<string, unknown>) => withVisibleText('page', data, getModel);

describe('text that is saved', () => {
  it.each([
    ['title', '  Deep Dive ', 'Deep Dive'],
    ['title', 'Deep\u200b Dive\ufeff', 'Deep Dive'],
    ['title', ' \u00a0\u200b', null],
    ['title', '\u200d\u3164', null],
    ['title', '', null],
    ['slug', '', null],
    ['slug', 'summer\u200b', 'summer'],
    ['email', 'pat@example.org\u00a0', 'pat@example.org'],
    ['body', ' https://forms.gle/abc\u200b', 'https://forms.gle/abc'],
    ['body', '98101\u200b', '98101'],
    ['body', 'two\nlines', 'two\nlines'],
    ['title', '\u202egnip', 'gnip'],
    ['title', 'We ❤️', 'We ❤️'],
    ['title', '👩‍👩‍👧 family', '👩‍👩‍👧 family'],
    ['title', 'می‌خواهم', 'می‌خواهم'],
  ])('%s: %j becomes %j', (field, text, kept) => {
    expect(saved({ [field]: text })).toEqual({ [field]: kept });
  });

  it('is cleaned in parts and sections as well, whose other keys stay', () => {
    expect(
      saved({
        part: { id: 3, label: ' a ' },
        parts: [{ label: '\u200b' }, 7, null],
        sections: [
          { __component: 'part', label: 'b\u200b' },
          { __component: 'other', label: ' c ' },
        ],
      }),
    ).toEqual({
      part: { id: 3, label: 'a' },
      parts: [{ label: null }, 7, null],
      sections: [
        { __component: 'part', label: 'b' },
        { __component: 'other', label: ' c ' },
      ],
    });
  });

  it('keeps the spaces between the parts of rich text', () => {
    const rich = (first: string) => [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: first },
          { type: 'text', text: ' bold', bold: true },
        ],
      },
    ];
    expect(saved({ rich: rich('plain\u200b ') })).toEqual({ rich: rich('plain ') });
  });

  it('leaves alone what is no text, and what is no field', () => {
    const nothing = { part: null, title: undefined, sections: undefined, body: null };
    expect(saved(nothing)).toEqual(nothing);
    const data = { kind: ' a ', day: ' 2027-03-06 ', count: 5, title: 7, rich: null, other: ' x ' };
    expect(saved(data)).toEqual(data);
  });

  it('stays as it is when it is saved again', () => {
    assert(
      property(string({ unit: 'grapheme' }), (title) => {
        const once = saved({ title });
        expect(saved(once)).toEqual(once);
      }),
    );
  });
});
