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

  it('is refused where it is, inside of lists', () => {
    expect(paths({ parts: [null] })).toEqual(['parts.0']);
    expect(paths({ parts: [{ label: 'a' }, { id: {}, label: 5 }] })).toEqual(['parts.1.id', 'parts.1.label']);
    expect(paths({ sections: [{ __component: 'none' }] })).toEqual(['sections.0']);
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
});
