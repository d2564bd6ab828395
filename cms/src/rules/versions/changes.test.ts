import { describe, expect, it } from 'vitest';
import type { Attribute, Entry, Model } from '../../schema/model';
import { changesBetween } from './changes';

const model = (uid: string, attributes: Record<string, Attribute>): Model => ({
  uid,
  modelType: uid.startsWith('api') ? 'contentType' : 'component',
  info: { displayName: uid.split('.').at(-1) ?? '' },
  attributes,
});
const label = (words: string, more = {}) => ({ form: { label: words, ...more } });

const MODELS = [
  model('api::page.page', {
    title: { type: 'string', pluginOptions: label('Title') },
    kind: {
      type: 'enumeration',
      pluginOptions: label('Kind', { choices: { intro: 'Intro', 'deep-dive': 'Deep Dive' } }),
    },
    open: { type: 'boolean', pluginOptions: label('Open') },
    seats: { type: 'integer', pluginOptions: label('Seats') },
    day: { type: 'date', pluginOptions: label('Day') },
    at: { type: 'time', pluginOptions: label('At') },
    until: { type: 'datetime', pluginOptions: label('Until') },
    when: { type: 'string', pluginOptions: label('When', { readOnly: true }) },
    parent: { type: 'relation', target: 'api::page.page', pluginOptions: label('Parent') },
    image: { type: 'media', pluginOptions: label('Picture') },
    seo: { type: 'component', component: 'elements.seo', pluginOptions: label('Search') },
    sections: { type: 'dynamiczone', components: ['sections.hero', 'sections.banner'] },
  }),
  model('elements.seo', { description: { type: 'text', pluginOptions: label('Description') } }),
  model('elements.action', {
    label: { type: 'string', pluginOptions: label('Words') },
    url: { type: 'string', pluginOptions: label('Address') },
  }),
  model('sections.hero', {
    visible: { type: 'boolean', private: true, pluginOptions: label('Show this section') },
    heading: { type: 'string', pluginOptions: label('Heading') },
    body: { type: 'blocks', pluginOptions: label('Text') },
    actions: {
      type: 'component',
      component: 'elements.action',
      repeatable: true,
      pluginOptions: label('Buttons'),
    },
  }),
  model('sections.banner', { text: { type: 'string', pluginOptions: label('Text') } }),
];
const getModel = (uid: string): Model => MODELS.find((each) => each.uid === uid) as Model;

const hero = (heading: string, more: Entry = {}): Entry => ({
  __component: 'sections.hero',
  heading,
  ...more,
});
const banner = (text: string): Entry => ({ __component: 'sections.banner', text });
const paragraph = (text: string, more: Entry = {}): Entry[] => [
  { type: 'paragraph', children: [{ type: 'text', text, ...more }] },
];

const words = (before: Entry, after: Entry): string[] =>
  changesBetween('api::page.page', before, after, getModel).map((change) => change.words);

describe('what was changed', () => {
  it.each<[string, Entry, Entry, string]>([
    ['a text', { title: 'Old' }, { title: 'New' }, '“Title”: “Old” → “New”'],
    ['a text that is new', {}, { title: 'New' }, '“Title”: empty → “New”'],
    ['a text that is gone', { title: 'Old' }, {}, '“Title”: “Old” → empty'],
    ['a choice', { kind: 'intro' }, { kind: 'deep-dive' }, '“Kind”: “Intro” → “Deep Dive”'],
    ['a switch', { open: true }, { open: false }, '“Open”: on → off'],
    ['a switch nobody had touched', {}, { open: true }, '“Open”: off → on'],
    ['a number', { seats: 0 }, { seats: 12 }, '“Seats”: “0” → “12”'],
    [
      'a day',
      { day: '2027-03-06' },
      { day: '2027-03-07' },
      '“Day”: “Saturday, March 6, 2027” → “Sunday, March 7, 2027”',
    ],
    ['an hour', { at: '09:00:00.000' }, { at: '16:30:00.000' }, '“At”: “9:00 AM” → “4:30 PM”'],
    [
      'a moment',
      {},
      { until: '2027-03-06T17:00:00.000Z' },
      '“Until”: empty → “Saturday, March 6, 2027, 5:00 PM UTC”',
    ],
    [
      'where it leads',
      { parent: { documentId: 'a', name: 'One' } },
      { parent: { documentId: 'b', name: 'Two' } },
      '“Parent”: “One” → “Two”',
    ],
    [
      'a picture',
      { image: { id: 1, name: 'class.jpg' } },
      { image: { id: 2, name: 'group.jpg' } },
      '“Picture”: “class.jpg” → “group.jpg”',
    ],
    ['a part that is new', {}, { seo: { description: 'D' } }, '“Search”: added'],
    ['a part that is gone', { seo: { description: 'D' } }, {}, '“Search”: removed'],
    [
      'a field of a part',
      { seo: { description: 'D' } },
      { seo: { description: 'E' } },
      '“Search”, “Description”: “D” → “E”',
    ],
  ])('%s', (_what, before, after, expected) => {
    expect(words(before, after)).toEqual([expected]);
  });

  it.each<[string, Entry[], Entry[], string[]]>([
    [
      'a heading',
      [hero('Hi'), hero('Old')],
      [hero('Hi'), hero('New')],
      ['Section 2 (hero, “New”), “Heading”: “Old” → “New”'],
    ],
    [
      'a section switched off',
      [hero('A')],
      [hero('A', { visible: false })],
      ['Section 1 (hero, “A”): switched off'],
    ],
    [
      'a section switched on',
      [hero('A', { visible: false })],
      [hero('A', { visible: true })],
      ['Section 1 (hero, “A”): switched on'],
    ],
    ['a section added', [hero('A')], [hero('A'), banner('B')], ['Section 2 (banner, “B”): added']],
    ['a section removed', [banner('B'), hero('A')], [hero('A')], ['Section 1 (banner, “B”): removed']],
    [
      'a section moved up',
      [hero('A'), hero('B'), hero('C')],
      [hero('C'), hero('A'), hero('B')],
      ['Section 1 (hero, “C”): moved above Section 2 (hero, “A”)'],
    ],
    [
      'a section moved down',
      [hero('A'), hero('B'), hero('C')],
      [hero('B'), hero('C'), hero('A')],
      ['Section 3 (hero, “A”): moved to the end'],
    ],
    [
      'a section moved and changed',
      [hero('A', { body: paragraph('One') }), banner('B'), banner('C')],
      [banner('B'), banner('C'), hero('A', { body: paragraph('Two') })],
      ['Section 3 (hero, “A”): moved to the end', 'Section 3 (hero, “A”), “Text”: “One” → “Two”'],
    ],
    [
      'a button added to one of two that are alike',
      [hero('A'), hero('A')],
      [hero('A'), hero('A', { actions: [{ label: 'Go' }] })],
      ['Section 2 (hero, “A”), “Buttons” 1 (“Go”): added'],
    ],
    [
      'where a button leads',
      [hero('A', { actions: [{ label: 'Go', url: '/a' }] })],
      [hero('A', { actions: [{ label: 'Go', url: '/b' }] })],
      ['Section 1 (hero, “A”), “Buttons” 1 (“Go”), “Address”: “/a” → “/b”'],
    ],
    [
      'the look of a text',
      [hero('A', { body: paragraph('One') })],
      [hero('A', { body: paragraph('One', { bold: true }) })],
      ['Section 1 (hero, “A”), “Text”: the look of the text, a link or a picture in it changed'],
    ],
  ])('in sections: %s', (_what, before, after, expected) => {
    expect(words({ sections: before }, { sections: after })).toEqual(expected);
  });

  it('in a long text, around what differs', () => {
    const text = (price: string): string =>
      `${'It begins like this and goes on for long. '.repeat(3)}The price is ${price} dollars for each person. ${'And on it goes. '.repeat(5)}`;
    expect(words({ title: text('300') }, { title: text('350') })).toEqual([
      '“Title”: “…long. The price is 300 dollars for each person.…” → “…long. The price is 350 dollars for each person.…”',
    ]);
  });

  it.each<[string, Entry, Entry, string]>([
    [
      'to nothing, its beginning',
      { title: 'word '.repeat(30) },
      {},
      `“Title”: “${'word '.repeat(12)}…” → empty`,
    ],
    ['of nothing, its beginning', {}, { title: 'x'.repeat(61) }, `“Title”: empty → “${'x'.repeat(60)}…”`],
    ['as long as is told whole', {}, { title: 'x'.repeat(60) }, `“Title”: empty → “${'x'.repeat(60)}”`],
    [
      'whose end was added',
      { title: 'It begins like this.' },
      { title: `It begins like this. ${'And on it goes. '.repeat(4)}` },
      `“Title”: “It begins like this.” → “It begins like this. ${'And on it goes. '.repeat(4)}”`,
    ],
    [
      'whose beginning was added',
      { title: `${'And on it goes. '.repeat(4)}The end.` },
      { title: `First. ${'And on it goes. '.repeat(4)}The end.` },
      '“Title”: “And on it goes. And on…” → “First. And on it goes. And on…”',
    ],
    [
      'without a space to cut it at',
      { title: `${'a'.repeat(50)}1${'b'.repeat(50)}` },
      { title: `${'a'.repeat(50)}2${'b'.repeat(50)}` },
      `“Title”: “…${'a'.repeat(20)}1${'b'.repeat(20)}…” → “…${'a'.repeat(20)}2${'b'.repeat(20)}…”`,
    ],
    [
      'that is another from end to end, its beginning',
      { title: 'a'.repeat(200) },
      { title: 'b'.repeat(200) },
      `“Title”: “${'a'.repeat(160)}…” → “${'b'.repeat(160)}…”`,
    ],
    ['of several lines, in one', { title: 'a\nb' }, { title: 'a\nc' }, '“Title”: “a b” → “a c”'],
  ])('in a text, %s', (_what, before, after, expected) => {
    expect(words(before, after)).toEqual([expected]);
  });

  it('in rich text, line by line', () => {
    const body = [...paragraph('One'), ...paragraph('Two')];
    const list = [
      { type: 'list', children: [{ type: 'list-item', children: [{ type: 'text', text: 'One' }] }] },
    ];
    expect(words({ sections: [hero('A', { body })] }, { sections: [hero('A', { body: list })] })).toEqual([
      'Section 1 (hero, “A”), “Text”: “One Two” → “One”',
    ]);
  });

  it('in a list of places it leads to, by name, or what there is of one', () => {
    const parent = (...parents: Entry[]): Entry => ({ parent: parents });
    expect(
      words(
        parent({ documentId: 'a', name: 'One' }, { documentId: 'b', name: '' }),
        parent({ documentId: 'c', name: 'Two' }),
      ),
    ).toEqual(['“Parent”: “One, b” → “Two”']);
    expect(words({ image: { id: 7, name: '' } }, { image: { id: 8, name: 'b.jpg' } })).toEqual([
      '“Picture”: “7” → “b.jpg”',
    ]);
  });

  it('in a choice that has no name of its own, by what is stored', () => {
    expect(words({ kind: 'summer' }, { kind: 'intro' })).toEqual(['“Kind”: “summer” → “Intro”']);
  });

  it('pairs sections by what they say before what they are called, and by that before their kind', () => {
    const bodies = (a: string, b: string) => [
      hero('A', { body: paragraph(a) }),
      hero('A', { body: paragraph(b) }),
    ];
    expect(words({ sections: bodies('One', 'Two') }, { sections: bodies('Two', 'Three') })).toEqual([
      'Section 2 (hero, “A”): moved to the end',
      'Section 2 (hero, “A”), “Text”: “One” → “Three”',
    ]);
    expect(
      words(
        { sections: [hero('A', { body: paragraph('One') }), hero('B')] },
        { sections: [hero('New'), hero('A', { body: paragraph('Two') })] },
      ),
    ).toEqual([
      'Section 1 (hero, “New”), “Heading”: “B” → “New”',
      'Section 2 (hero, “A”): moved to the end',
      'Section 2 (hero, “A”), “Text”: “One” → “Two”',
    ]);
    expect(
      words({ sections: [hero(''), banner('')] }, { sections: [banner(''), hero('', { visible: false })] }),
    ).toEqual(['Section 2 (hero): moved to the end', 'Section 2 (hero): switched off']);
  });

  it('says of as few sections as may be that they were moved', () => {
    const inOrder = (letters: string) => ({ sections: [...letters].map((letter) => hero(letter)) });
    expect(words(inOrder('ABCDE'), inOrder('EBCDA'))).toEqual([
      'Section 1 (hero, “E”): moved above Section 2 (hero, “B”)',
      'Section 5 (hero, “A”): moved to the end',
    ]);
    expect(words(inOrder('ABCD'), inOrder('BADC'))).toHaveLength(2);
    expect(words(inOrder('ABC'), inOrder('XABC'))).toEqual(['Section 1 (hero, “X”): added']);
  });

  it('names long things in a list by their beginning', () => {
    const actions = [{ label: 'x'.repeat(80) }];
    expect(words({ sections: [hero('A')] }, { sections: [hero('A', { actions })] })).toEqual([
      `Section 1 (hero, “A”), “Buttons” 1 (“${'x'.repeat(60)}…”): added`,
    ]);
    const unnamed = [{ url: '/a' }];
    expect(words({ sections: [hero('A')] }, { sections: [hero('A', { actions: unnamed })] })).toEqual([
      'Section 1 (hero, “A”), “Buttons” 1: added',
    ]);
  });

  it('is nothing when only what something is called has changed, or what the CMS works out', () => {
    const named = (name: string): Entry => ({
      parent: { documentId: 'a', name },
      image: { id: 1, name },
      when: name,
    });
    expect(words(named('Before'), named('After'))).toEqual([]);
    expect(words({ sections: [] }, {})).toEqual([]);
  });
});
