import { describe, expect, it } from 'vitest';
import type { Attribute, Model } from '../schema/model';
import { filterProblems, findText, holdsNul, inputProblems, without } from './input';

const models: Record<string, Record<string, Attribute>> = {
  page: {
    title: { type: 'string', pluginOptions: { form: { label: 'Title' } } },
    link: { type: 'string', columnType: { type: 'text' }, pluginOptions: { form: { holds: 'address' } } },
    phone: { type: 'string', pluginOptions: { form: { holds: 'telephone' } } },
    mail: { type: 'email' },
    slug: { type: 'uid' },
    key: {
      type: 'string',
      maxLength: 5,
      regex: '^[a-z]*$',
      pluginOptions: { form: { pattern: 'holds small letters.' } },
    },
    body: { type: 'text' },
    count: { type: 'integer' },
    total: { type: 'biginteger' },
    price: { type: 'decimal' },
    ratio: { type: 'float' },
    seats: { type: 'integer', min: 1, max: 40 },
    kind: { type: 'enumeration', enum: ['intro', 'deep-dive'] },
    letter: { type: 'enumeration', enum: [...'abcdefghijklmn'] },
    anything: { type: 'enumeration' },
    code: { type: 'string', regex: '^[a-z]*$' },
    secret: { type: 'password' },
    note: { type: 'richtext' },
    since: { type: 'timestamp' },
    part: { type: 'component', component: 'part' },
    open: { type: 'boolean' },
    day: { type: 'date' },
    hour: { type: 'time' },
    at: { type: 'datetime' },
    rich: { type: 'blocks' },
    picture: { type: 'media' },
    parent: { type: 'relation', target: 'page' },
    parts: { type: 'component', component: 'part', repeatable: true, max: 2 },
    sections: { type: 'dynamiczone', components: ['part'] },
  },
  part: { label: { type: 'string' } },
};
const getModel = (uid: string) => ({ uid, attributes: models[uid] }) as unknown as Model;
const paths = (data: Record<string, unknown>): string[] =>
  inputProblems('page', data, getModel).map(({ path }) => path.join('.'));

describe('the input of an entry', () => {
  it('is fine as forms send it', () => {
    expect(
      paths({
        title: 'é'.repeat(255),
        link: 'x'.repeat(2000),
        body: 'x'.repeat(5000),
        count: 5,
        total: '9000000000000',
        price: 12.5,
        open: false,
        day: '2028-02-29',
        hour: '09:00:00.000',
        at: '2027-03-06T17:00:00.000Z',
        rich: [{ type: 'paragraph', children: [] }],
        picture: { id: 3, url: '/x.png' },
        parent: { connect: [{ id: 3, documentId: 'abc', position: { end: true } }], disconnect: [] },
        parts: [
          { id: 7, label: 'a' },
          { label: null, __temp_key__: 'x' },
        ],
        sections: [{ __component: 'part', label: 'a' }],
      }),
    ).toEqual([]);
    expect(paths({ title: null, parent: null, parts: null, sections: [] })).toEqual([]);
    for (const parent of [3, '3', 'abc', [{ documentId: 'abc' }], { set: [] }])
      expect(paths({ parent })).toEqual([]);
  });

  it('says in words what a text must be', () => {
    const says = (data: Record<string, unknown>) =>
      inputProblems('page', data, getModel).map(({ message }) => message);
    expect(says({ key: 'abcdef' })).toEqual(['key is too long: it has room for 5 letters, and this has 6.']);
    expect(says({ key: 'Ab' })).toEqual(['key holds small letters.']);
    expect(says({ slug: 'deep dive' })[0]).toContain('letters, digits and hyphens');
    expect(says({ parts: [{}, {}, {}] })).toEqual(['parts can hold 2, and there are 3. Remove some.']);
    expect(says({ mail: 'pat@' })[0]).toContain('as in pat@example.org');
    expect(says({ link: 'java\tscript:alert(1)' })[0]).toContain('can’t lead to a script');
    expect(says({ phone: '555-0100' })[0]).toContain('area code');
    expect(says({ key: '', slug: '', mail: '', phone: '', link: 'www.example.org' })).toEqual([]);
  });

  it('can be judged without what was wrong', () => {
    const parts = [{ label: 'a' }, { label: 5 }];
    expect(without({ title: 5, parts }, [['title'], ['parts', 1, 'label']])).toEqual({
      title: null,
      parts: [{ label: 'a' }, { label: null }],
    });
    expect(parts[1]).toEqual({ label: 5 });
  });

  it.each([
    ['title', 'x'.repeat(256)],
    ['title', 5],
    ['body', {}],
    ['count', 3_000_000_000],
    ['count', 1.5],
    ['count', ''],
    ['total', '9'.repeat(19)],
    ['total', 'x'],
    ['price', Number.POSITIVE_INFINITY],
    ['price', 1e9],
    ['open', 'yes'],
    ['day', '2027-02-29'],
    ['day', '99999-01-01'],
    ['hour', '24:00'],
    ['at', 'yesterday'],
    ['at', '2027-03-06'],
    ['at', '2027-03-06 3'],
    ['at', '2027-03-06T25:00Z'],
    ['rich', [null]],
    ['picture', { id: {} }],
    ['parent', { documentId: {} }],
    ['parent', { connect: [null] }],
    ['parts', {}],
  ])('is refused in %s, by name: %j', (field, value) => {
    expect(paths({ [field]: value })).toEqual([field]);
  });

  it.each<[string, unknown, string]>([
    ['title', 5, 'Title must be text.'],
    ['title', 'x'.repeat(256), 'Title is too long: it has room for 255 letters, and this has 256.'],
    ['secret', 'x'.repeat(256), 'secret is too long: it has room for 255 letters, and this has 256.'],
    ['note', [], 'note must be text.'],
    ['code', 'A', 'code is not written as it must be.'],
    ['count', 'x5', 'count: We can’t read “x5” as a number. Write it like 24.'],
    ['count', '5x', 'count: We can’t read “5x” as a number. Write it like 24.'],
    ['count', [5], 'count must be a whole number that is not too large.'],
    ['total', '5x', 'total: We can’t read “5x” as a number. Write it like 24.'],
    ['total', '-x5', 'total: We can’t read “-x5” as a number. Write it like 24.'],
    ['total', [], 'total must be a whole number.'],
    ['day', '2027-03-06T00:00:00Z', 'day must be a date, as in 2027-03-06.'],
    [
      'day',
      '12027-03-06',
      'day: We can’t read “12027-03-06” as a date. Write it like 3/6/2027 or Mar 6, 2027.',
    ],
    ['hour', 'x09:00:00', 'hour: We can’t read “x09:00:00” as a time. Write it like 9:30 AM.'],
    ['hour', '09:00:00x', 'hour: We can’t read “09:00:00x” as a time. Write it like 9:30 AM.'],
    ['rich', [{}, 'text'], 'rich must be a list of paragraphs.'],
    ['sections', [{ __component: 'part', label: 5 }], 'label must be text.'],
    ['sections', [{ __component: 'part', id: 'x' }], 'sections 1 must be one there is, or a new one.'],
    ['parts', [{}, { id: 0 }], 'parts 2 must be one there is, or a new one.'],
    ['picture', { id: 1.5 }, 'picture must be files of the media library.'],
    ['picture', { id: true }, 'picture must be files of the media library.'],
    ['link', 'javascript:x', 'link can’t lead to a script. Write an address that begins with https://.'],
    ['phone', '555', 'phone can’t be dialled. Write it with its area code: (303) 555-0100.'],
    ['slug', 'a b', 'slug can hold letters, digits and hyphens, and nothing else.'],
    ['slug', 5, 'slug must be text.'],
    ['mail', 'pat', 'mail must be an e-mail address, as in pat@example.org.'],
    ['mail', 5, 'mail must be text.'],
    ['kind', 'summer', 'kind must be one of intro, deep-dive.'],
    ['letter', 'z', 'letter must be one of a, b, c, d, e, f, g, h, i, j, k, l, ….'],
    ['count', 1.5, 'count must be a whole number that is not too large.'],
    ['count', -3_000_000_000, 'count must be a whole number that is not too large.'],
    ['count', '1.5', 'count: This must be a whole number, without a fraction.'],
    ['seats', 0, 'seats: This must be 1 or more.'],
    ['seats', '41', 'seats: This must be 40 or less.'],
    ['total', 1.5, 'total must be a whole number.'],
    ['total', '9223372036854775808', 'total must be a smaller whole number.'],
    ['total', '-9223372036854775808', 'total must be a smaller whole number.'],
    ['total', 'many', 'total: We can’t read “many” as a number. Write it like 24.'],
    ['price', 100_000_000, 'price must be a number that is not too large.'],
    ['price', 'much', 'price: We can’t read “much” as a number. Write it like 49.50.'],
    ['ratio', true, 'ratio must be a number.'],
    ['ratio', Number.NaN, 'ratio must be a number.'],
    ['ratio', 'half', 'ratio: We can’t read “half” as a number. Write it like 49.50.'],
    ['open', 1, 'open must be true or false.'],
    ['day', 20270306, 'day must be a date, as in 2027-03-06.'],
    ['day', '2027-13-01', 'day: There is no month 13. The month comes first: 1/13/2027?'],
    ['hour', 9, 'hour must be a time of day, as in 09:00:00.'],
    ['hour', '25:00', 'hour: There is no hour 25. Write it like 9:30 AM.'],
    ['at', 5, 'at must be a date and time, as in 2027-03-06T17:00:00.000Z.'],
    ['since', '2027-03-06Tnoon', 'since must be a date and time, as in 2027-03-06T17:00:00.000Z.'],
    ['at', 'x'.repeat(60), `at: We can’t read “${'x'.repeat(40)}” as a date and a time. Give both.`],
    ['rich', 'text', 'rich must be a list of paragraphs.'],
    ['rich', ['text'], 'rich must be a list of paragraphs.'],
    ['picture', 'photo.png', 'picture must be files of the media library.'],
    ['picture', [3, 'x'], 'picture must be files of the media library.'],
    ['parent', 0, 'parent must name entries that there are.'],
    ['parent', 'x'.repeat(256), 'parent must name entries that there are.'],
    ['parent', 3_000_000_000, 'parent must name entries that there are.'],
    ['parent', [{ documentId: 'abc', id: 'x' }], 'parent must name entries that there are.'],
    ['parent', { disconnect: [{}] }, 'parent must name entries that there are.'],
    ['parent', { set: ['abc', false] }, 'parent must name entries that there are.'],
    ['parts', {}, 'parts must be a list.'],
    ['parts', ['a'], 'parts 1 must have fields of its own.'],
    ['part', [], 'part must have fields of its own.'],
    ['part', { id: -1 }, 'part must be one there is, or a new one.'],
    ['sections', {}, 'sections must be a list.'],
    ['sections', ['a'], 'sections 1 must be a section of a kind there is.'],
  ])('is refused in %s, in words: %j', (field, value, words) => {
    expect(inputProblems('page', { [field]: value }, getModel).map(({ message }) => message)).toEqual([
      words,
    ]);
  });

  it.each<[string, unknown]>([
    ['title', 'x'.repeat(255)],
    ['body', 'x'.repeat(256)],
    ['note', 'x'.repeat(256)],
    ['key', 'abcde'],
    ['code', ''],
    ['phone', '(303) 555-0100'],
    ['slug', 'Deep_dive.2~-'],
    ['mail', 'pat.lee@mail.example.org'],
    ['kind', 'deep-dive'],
    ['anything', 'at all'],
    ['letter', 'n'],
    ['count', 2_147_483_647],
    ['count', '-12'],
    ['seats', 1],
    ['seats', 40],
    ['total', 5],
    ['total', '9223372036854775807'],
    ['total', '-9223372036854775807'],
    ['price', '12.50'],
    ['ratio', -0.25],
    ['hour', '23:59:59'],
    ['hour', '09:00:00.5'],
    ['since', '2027-03-06T17:00Z'],
    ['picture', 3],
    ['picture', [3, '4', { id: 5 }]],
    ['parent', [{ id: 3, documentId: 'abc' }, { id: 4, documentId: null }, 'x'.repeat(255)]],
    ['parent', { set: null, connect: 'abc', disconnect: undefined }],
    ['part', { id: 2_147_483_647, label: 'a' }],
    ['part', { id: null, label: 'a' }],
    ['parts', [{}, {}]],
  ])('is fine in %s: %j', (field, value) => {
    expect(paths({ [field]: value })).toEqual([]);
  });

  it('is refused where it is, inside of lists', () => {
    expect(paths({ parts: [null] })).toEqual(['parts.0']);
    expect(paths({ parts: [{ label: 'a' }, { id: {}, label: 5 }] })).toEqual(['parts.1.id', 'parts.1.label']);
    expect(paths({ sections: [{ __component: 'none' }] })).toEqual(['sections.0']);
    expect(paths({ sections: [{ __component: 'part' }, { __component: 'part', label: 5 }] })).toEqual([
      'sections.1.label',
    ]);
  });

  it('is refused in words', () => {
    expect(inputProblems('page', { title: 5 }, getModel)[0]?.message).toBe('Title must be text.');
    const said = inputProblems('page', { day: 'TBD', at: '3/6/2027 ' }, getModel).map(
      ({ message }) => message,
    );
    expect(said[0]).toContain('day: We can’t read “TBD” as a date.');
    expect(said[1]).toContain('at: We can’t read “3/6/2027 ” as a date and a time.');
  });
});

it('a NUL is found wherever it is', () => {
  expect(findText({ a: [{ b: 'x\0' }] }, holdsNul)).toEqual(['a', '0', 'b']);
  expect(findText({ 'a\0': 1 }, holdsNul)).toEqual([]);
  expect(findText({ a: ['x'], b: null }, holdsNul)).toBeNull();
});

it('a filter compares a field with what it can hold', () => {
  const asked = (filters: unknown) =>
    filterProblems('page', filters, getModel).map(({ path }) => path.join('.'));
  expect(
    asked({ id: { $in: ['1', '2'] }, open: { $eq: 'true' }, day: '2027-03-06', at: { $null: 'true' } }),
  ).toEqual([]);
  expect(asked({ $and: [{ id: { $eq: 'x' } }, { parent: { count: { $gt: '1.5' } } }] })).toEqual([
    '$and.0.id.$eq',
    '$and.1.parent.count.$gt',
  ]);
  expect(asked({ title: { $eq: 'x' }, nothing: 1 })).toEqual([]);
  for (const fine of [
    null,
    undefined,
    'x',
    { day: null },
    { open: { $in: ['true', 'false', '1', '0', true] } },
  ])
    expect(asked(fine)).toEqual([]);
  for (const empty of ['$null', '$notNull', '$NOTNULL'])
    expect(asked({ count: { [empty]: 'x' } })).toEqual([]);
  for (const operator of ['x$null', '$nullish'])
    expect(asked({ count: { [operator]: 'x' } })).toHaveLength(1);
  for (const open of ['xtrue', 'truex', '10']) expect(asked({ open })).toEqual(['open']);
  expect(asked({ count: 'true' })).toEqual(['count']);
  expect(asked([{ count: 'x' }, { part: { label: 5 } }, { open: 'yes' }])).toEqual(['0.count', '2.open']);
  expect(asked({ count: { $in: ['1', 'x'] }, price: 'x', ratio: 'x', total: 'x' })).toEqual([
    'count.$in.1',
    'price',
    'ratio',
    'total',
  ]);
  expect(asked({ day: 'x', hour: 'x', at: 'x', since: 'x' })).toEqual(['day', 'hour', 'at', 'since']);
  expect(filterProblems('page', { parent: { day: { $gt: 'soon' } } }, getModel)).toEqual([
    { path: ['parent', 'day', '$gt'], message: 'parent.day.$gt must be a date, as in 2027-03-06.' },
  ]);
});
