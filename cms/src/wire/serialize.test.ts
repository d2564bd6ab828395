import { describe, expect, it } from 'vitest';
import type { Attribute, Entry, GetModel } from '../schema/model';
import { toWire, type WireContext } from './serialize';

/** Says what it was asked to quote. */
const NOW = Date.parse('2027-03-01T14:00:00Z');
const context: WireContext = {
  quote: (text) => `“${text}”`,
  quotesBlank: (text) => text.includes('{{'),
  pictures: new Map(),
  now: NOW,
};

const PAGE = 'api::page.page';
const ACTION = 'elements.action';

/** Schemas that have nothing but these attributes. */
const schemas =
  (models: Record<string, Record<string, Attribute>>): GetModel =>
  (uid) => ({
    uid,
    modelType: uid.startsWith('api::') ? 'contentType' : 'component',
    info: { displayName: uid },
    attributes: models[uid] ?? {},
  });

/** What becomes of a field of a page. */
function field(
  attribute: Attribute,
  value: unknown,
  components: Record<string, Record<string, Attribute>> = {},
) {
  const getModel = schemas({ ...components, [PAGE]: { field: attribute } });
  return toWire(PAGE, { field: value }, context, getModel).field;
}

describe('an entry on the wire', () => {
  it('has what its schema lists, and nothing that is private or Strapi’s own', () => {
    const getModel = schemas({
      [PAGE]: {
        title: { type: 'string' },
        order: { type: 'integer' },
        note: { type: 'text', private: true },
        createdBy: { type: 'relation' },
      },
    });
    const entry: Entry = { id: 7, title: 'A', order: 2, note: 'Ask Bo', createdBy: { id: 1 }, other: true };
    expect(toWire(PAGE, entry, context, getModel)).toEqual({ title: '“A”', order: 2 });
  });

  it('has an id when it is a component: lists of them are told apart by it', () => {
    const getModel = schemas({ 'elements.fact': { text: { type: 'string' } } });
    expect(toWire('elements.fact', { id: 7, text: 'A' }, context, getModel)).toEqual({ id: 7, text: '“A”' });
  });

  it('has null for what is not filled in, and values as they are', () => {
    expect(field({ type: 'integer' }, undefined)).toBeNull();
    expect(field({ type: 'integer' }, 0)).toBe(0);
    expect(field({ type: 'boolean' }, false)).toBe(false);
    expect(field({ type: 'date' }, '2027-03-06')).toBe('2027-03-06');
  });
});

describe.each(['string', 'text'])('a %s', (type) => {
  it('has its figures quoted', () => {
    expect(field({ type }, 'A')).toBe('“A”');
    expect(field({ type, required: true }, 'A')).toBe('“A”');
  });

  it('that is empty is null, or empty where there must be one', () => {
    for (const empty of ['', null, undefined, 5]) {
      expect(field({ type }, empty)).toBeNull();
      expect(field({ type, required: true }, empty)).toBe('');
    }
  });
});

describe('rich text', () => {
  const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

  it('has its figures quoted', () => {
    expect(field({ type: 'blocks' }, paragraph('A'))).toEqual(paragraph('“A”'));
  });

  it('that is empty is null, or as it is where there must be one', () => {
    expect(field({ type: 'blocks' }, paragraph(''))).toBeNull();
    expect(field({ type: 'blocks' }, null)).toBeNull();
    expect(field({ type: 'blocks', required: true }, null)).toEqual([]);
    expect(field({ type: 'blocks', required: true }, paragraph(''))).toEqual(paragraph('“”'));
  });
});

describe('a file', () => {
  const stored = {
    id: 3,
    url: '/uploads/a.png',
    hash: 'a',
    updatedAt: new Date(36),
    alternativeText: 'A',
    width: 800,
    height: 600,
    mime: 'image/png',
    name: 'a.png',
    size: '12.5',
    formats: {
      large: { url: '/uploads/large_a.png', width: 500, height: 375, hash: 'large_a' },
      small: { url: '/uploads/small_a.png', width: 100, height: 75, hash: 'small_a' },
      medium: { url: '/uploads/medium_a.png', width: 300, height: 225, hash: 'medium_a' },
    },
  };

  it('has the addresses of its content and its sizes, smallest first, and what it takes to show it', () => {
    expect(field({ type: 'media' }, stored)).toEqual({
      url: '/uploads/a.png?v=10',
      alternativeText: 'A',
      width: 800,
      height: 600,
      mime: 'image/png',
      name: 'a.png',
      size: 12.5,
      sizes: [
        { url: '/uploads/small_a.png?v=10', width: 100, height: 75 },
        { url: '/uploads/medium_a.png?v=10', width: 300, height: 225 },
        { url: '/uploads/large_a.png?v=10', width: 500, height: 375 },
      ],
    });
  });

  it('that is no picture has neither size nor sizes', () => {
    const pdf = { ...stored, alternativeText: null, width: undefined, height: undefined, formats: null };
    expect(field({ type: 'media' }, pdf)).toMatchObject({
      alternativeText: '',
      width: null,
      height: null,
      sizes: [],
    });
  });

  it('that is not there is null', () => {
    expect(field({ type: 'media' }, undefined)).toBeNull();
  });
});

it('of a related entry there is what names it', () => {
  expect(field({ type: 'relation' }, { id: 1, documentId: 'd', slug: 'a', title: 'A' })).toEqual({
    slug: 'a',
    title: 'A',
  });
  expect(field({ type: 'relation' }, undefined)).toBeNull();
});

describe('components', () => {
  const fact = { 'elements.fact': { text: { type: 'string' } } };
  const facts = (value: unknown, more: Partial<Attribute> = {}) =>
    field({ type: 'component', component: 'elements.fact', ...more }, value, fact);

  it('are one, or null', () => {
    expect(facts({ id: 1, text: 'A' })).toEqual({ id: 1, text: '“A”' });
    expect(facts(null)).toBeNull();
  });

  it('are a list where they may be repeated', () => {
    expect(facts([{ id: 1, text: 'A' }, { id: 2 }], { repeatable: true })).toEqual([
      { id: 1, text: '“A”' },
      { id: 2, text: null },
    ]);
    expect(facts(undefined, { repeatable: true })).toEqual([]);
  });

  it('there is none that its schema does not name', () => {
    expect(field({ type: 'component' }, { id: 1, text: 'A' }, fact)).toEqual({ id: 1 });
  });
});

describe('a button', () => {
  const buttons = (value: Entry, more: Partial<Attribute> = {}) =>
    field({ type: 'component', component: ACTION, repeatable: true, ...more }, [value], {
      [ACTION]: {
        page: { type: 'relation' },
        url: { type: 'string' },
        file: { type: 'media' },
      },
      'elements.fact': {},
    });

  it('that leads somewhere stays', () => {
    expect(buttons({ id: 1, page: { slug: 'a', title: 'A' } })).toHaveLength(1);
    expect(buttons({ id: 1, url: '/a' })).toHaveLength(1);
    expect(buttons({ id: 1, file: { url: '/uploads/a.pdf' } })).toHaveLength(1);
  });

  it('whose page was taken down goes, but where there must be one', () => {
    expect(buttons({ id: 1, page: null })).toEqual([]);
    expect(buttons({ id: 1, page: null }, { required: true })).toHaveLength(1);
    expect(buttons({ id: 1 }, { component: 'elements.fact' })).toEqual([{ id: 1 }]);
  });
});

it('a number that nobody knows yet is left out, and the others stay', () => {
  const statistics = { type: 'component', component: 'elements.statistic', repeatable: true, required: true };
  const shown = field(
    statistics,
    [
      { id: 1, value: '{{educators}}' },
      { id: 2, value: '2,000+' },
    ],
    { 'elements.statistic': { value: { type: 'string', required: true } } },
  );
  expect(shown).toEqual([{ id: 2, value: '“2,000+”' }]);
});

it('sections come in their order, without those that are switched off', () => {
  const zone = { type: 'dynamiczone', components: ['sections.text', 'sections.quote'] };
  const sections = [
    { __component: 'sections.text', id: 1, heading: 'A', visible: true },
    { __component: 'sections.text', id: 2, heading: 'B', visible: false },
    { __component: 'sections.quote', id: 1, said: 'C', visible: null },
  ];
  const components = {
    'sections.text': { heading: { type: 'string' } },
    'sections.quote': { said: { type: 'string' } },
  };
  expect(field(zone, sections, components)).toEqual([
    { __component: 'sections.text', id: 1, heading: '“A”' },
    { __component: 'sections.quote', id: 1, said: '“C”' },
  ]);
  expect(field(zone, undefined, components)).toEqual([]);
});
