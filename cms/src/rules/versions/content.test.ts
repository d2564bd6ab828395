import { describe, expect, it } from 'vitest';
import type { Attribute, Entry, Model } from '../../schema/model';
import { type Content, comparable, contentOf, dataOf, isSame, mentionsIn } from './content';

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
    day: { type: 'datetime', pluginOptions: {} },
    count: { type: 'integer' },
    slug: { type: 'string', pluginOptions: label('Address', { readOnly: true }) },
    updatedAt: { type: 'datetime' },
    secret: { type: 'string', private: true },
    parent: { type: 'relation', target: 'api::page.page', pluginOptions: label('Parent') },
    related: { type: 'relation', target: 'api::page.page' },
    children: { type: 'relation', target: 'api::page.page', mappedBy: 'parent' },
    owners: { type: 'relation', target: 'admin::user', private: true },
    image: { type: 'media', pluginOptions: label('Picture') },
    files: { type: 'media', multiple: true },
    seo: { type: 'component', component: 'elements.seo', pluginOptions: label('Search') },
    links: { type: 'component', component: 'elements.link', repeatable: true, pluginOptions: label('Links') },
    sections: { type: 'dynamiczone', components: ['sections.hero'] },
  }),
  model('elements.seo', { description: { type: 'text' }, image: { type: 'media' } }),
  model('elements.link', { to: { type: 'relation', target: 'api::page.page', pluginOptions: label('To') } }),
  model('sections.hero', { heading: { type: 'string' }, image: { type: 'media' } }),
];
const getModel = (uid: string): Model => MODELS.find((each) => each.uid === uid) as Model;
const PAGE = 'api::page.page';

/** A page as the database has it. */
const page: Entry = {
  id: 1,
  documentId: 'me',
  title: 'Deep Dive',
  day: new Date('2027-03-06T17:00:00Z'),
  count: 0,
  slug: 'deep-dive',
  updatedAt: '2027-01-01T00:00:00Z',
  secret: 'kept too',
  parent: { documentId: 'p', title: 'Parent', name: 'x', slug: 'y', id: 3 },
  related: [
    { documentId: 'a', name: 'By name', slug: 'x' },
    { documentId: 'b', slug: 'by-slug' },
    { documentId: 'c' },
  ],
  children: [{ documentId: 'child' }],
  owners: [{ id: 9 }],
  image: { id: '7', name: 'class.jpg', url: '/uploads/class.jpg' },
  files: [{ id: 8, name: null }],
  seo: { id: 4, description: 'About it', image: null },
  links: [
    { id: 5, to: { documentId: 'p', title: 'Parent' } },
    { id: 6, to: null },
  ],
  sections: [{ __component: 'sections.hero', id: 7, heading: 'Hi', image: { id: 7, name: 'class.jpg' } }],
};

/** All that people wrote in it. */
const content: Content = {
  title: 'Deep Dive',
  day: '2027-03-06T17:00:00.000Z',
  count: 0,
  secret: 'kept too',
  parent: { documentId: 'p', name: 'Parent' },
  related: [
    { documentId: 'a', name: 'By name' },
    { documentId: 'b', name: 'by-slug' },
    { documentId: 'c', name: '' },
  ],
  image: { id: 7, name: 'class.jpg' },
  files: [{ id: 8, name: '' }],
  seo: { description: 'About it' },
  links: [{ to: { documentId: 'p', name: 'Parent' } }, {}],
  sections: [{ __component: 'sections.hero', heading: 'Hi', image: { id: 7, name: 'class.jpg' } }],
};

describe('the content of an entry', () => {
  it('is what people wrote, what it leads to and shows, and nothing the CMS works out', () => {
    expect(contentOf(PAGE, page, getModel)).toEqual(content);
  });

  it('has nothing of what is empty', () => {
    const empty = { title: null, related: [], image: null, parent: undefined, seo: null, sections: [] };
    expect(contentOf(PAGE, empty, getModel)).toEqual({});
    expect(contentOf(PAGE, { title: '', count: 0 }, getModel)).toEqual({ title: '', count: 0 });
  });

  it('tells all it leads to and shows, and where', () => {
    expect(mentionsIn(PAGE, content, getModel)).toEqual([
      { uid: PAGE, key: 'p', words: '“Parent”: “Parent”' },
      { uid: PAGE, key: 'a', words: '“related”: “By name”' },
      { uid: PAGE, key: 'b', words: '“related”: “by-slug”' },
      { uid: PAGE, key: 'c', words: '“related”: “”' },
      { uid: 'plugin::upload.file', key: 7, words: '“Picture”: “class.jpg”' },
      { uid: 'plugin::upload.file', key: 8, words: '“files”: “”' },
      { uid: PAGE, key: 'p', words: '“Links”, “To”: “Parent”' },
      {
        uid: 'plugin::upload.file',
        key: 7,
        words: 'Section 1 (hero, “Hi”), “image”: “class.jpg”',
      },
    ]);
    expect(mentionsIn(PAGE, {}, getModel)).toEqual([]);
  });
});

describe('content that is given back', () => {
  const given = (value: Content, gone: (string | number)[] = []) =>
    dataOf(PAGE, value, getModel, (_uid, key) => !gone.includes(key));

  it('says everything as it was, also what was empty', () => {
    expect(given(content)).toEqual({
      title: 'Deep Dive',
      day: '2027-03-06T17:00:00.000Z',
      count: 0,
      secret: 'kept too',
      parent: 'p',
      related: ['a', 'b', 'c'],
      image: 7,
      files: [8],
      seo: { description: 'About it', image: null },
      links: [{ to: 'p' }, { to: null }],
      sections: [{ __component: 'sections.hero', heading: 'Hi', image: 7 }],
    });
    expect(given({})).toEqual({
      title: null,
      day: null,
      count: null,
      secret: null,
      parent: null,
      related: null,
      image: null,
      files: null,
      seo: null,
      links: [],
      sections: [],
    });
  });

  it('leaves out what it led to and showed that is gone', () => {
    const data = given(content, ['p', 'b', 7]);
    expect(data).toMatchObject({ parent: null, related: ['a', 'c'], image: null, files: [8] });
    expect(data.links).toEqual([{ to: null }, { to: null }]);
    expect(data.sections).toEqual([{ __component: 'sections.hero', heading: 'Hi', image: null }]);
  });

  it('asks of each whether it is there, by its own type', () => {
    const asked: string[] = [];
    dataOf(PAGE, content, getModel, (uid, key) => {
      asked.push(`${uid} ${key}`);
      return true;
    });
    expect(new Set(asked)).toEqual(
      new Set([
        `${PAGE} p`,
        `${PAGE} a`,
        `${PAGE} b`,
        `${PAGE} c`,
        'plugin::upload.file 7',
        'plugin::upload.file 8',
      ]),
    );
  });

  it('leaves out sections of a kind that is no more', () => {
    const sections = [{ __component: 'sections.gone', heading: 'Old' }, ...(content.sections as Entry[])];
    expect(given({ sections }).sections).toHaveLength(1);
  });
});

describe('two values of content', () => {
  it.each<[unknown, unknown]>([
    [undefined, null],
    ['a', 'a'],
    [
      { documentId: 'a', name: 'Before' },
      { documentId: 'a', name: 'After' },
    ],
    [[{ id: 7, name: 'a.jpg' }], [{ id: 7, name: 'b.jpg' }]],
    [{ seo: { image: { id: 7, name: 'a' } } }, { seo: { image: { id: 7, name: 'b' } } }],
  ])('say the same: %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(true);
    expect(comparable(a)).toBe(comparable(b));
  });

  it.each<[unknown, unknown]>([
    [null, ''],
    [0, '0'],
    [
      { documentId: 'a', name: 'Same' },
      { documentId: 'b', name: 'Same' },
    ],
    [
      { id: 7, name: 'Same' },
      { id: 8, name: 'Same' },
    ],
    [{ name: 'Before' }, { name: 'After' }],
    [
      { id: 7, heading: 'Before' },
      { id: 7, heading: 'After' },
    ],
    [
      { id: 7, name: 'a', heading: 'Before' },
      { id: 7, name: 'a', heading: 'After' },
    ],
    [
      [1, 2],
      [2, 1],
    ],
  ])('say something else: %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(false);
  });
});
