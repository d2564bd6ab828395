import { describe, expect, it } from 'vitest';
import type { Entry, Model } from '../schema/model';
import { editLink, inWords, leadingTo, nameOf, placesOf, quoting, showing, type Use } from './uses';

const model = (uid: string, attributes: Model['attributes'], more: Partial<Model> = {}): Model => ({
  uid,
  modelType: uid.startsWith('api') ? 'contentType' : 'component',
  info: { displayName: uid.split('.').at(-1) ?? '' },
  attributes,
  ...more,
});
const label = (words: string) => ({ form: { label: words } });

const MODELS = [
  model('api::page.page', {
    title: { type: 'string' },
    sections: { type: 'dynamiczone', components: ['sections.hero'] },
    seo: { type: 'component', component: 'elements.seo', pluginOptions: label('Search engines') },
  }),
  model('api::site.site', { name: { type: 'string' } }, { kind: 'singleType' }),
  model('elements.seo', { description: { type: 'text' }, image: { type: 'media' } }),
  model('sections.hero', {
    heading: { type: 'string', pluginOptions: label('Heading') },
    body: { type: 'blocks', pluginOptions: label('Text') },
    actions: { type: 'component', component: 'elements.action', repeatable: true },
  }),
  model('elements.action', {
    label: { type: 'string' },
    page: { type: 'relation', target: 'api::page.page' },
    url: { type: 'string' },
  }),
];
const getModel = (uid: string): Model => MODELS.find((each) => each.uid === uid) as Model;
const hero = (fields: Entry) => ({ __component: 'sections.hero', ...fields });
const paragraph = (...children: Entry[]) => [{ type: 'paragraph', children }];

describe('where something is used', () => {
  it('is said in the words of the form: section, field and button; what is switched off is passed over', () => {
    const page = {
      title: 'About {{ educators }}',
      seo: { description: '{{educators}}' },
      sections: [
        hero({ heading: 'Hello', body: paragraph({ type: 'text', text: 'With {{educators}}' }) }),
        hero({ heading: '{{educators}}', visible: false }),
        hero({ heading: 'Third', actions: [{ label: 'Meet {{educators}}' }, { label: '{{others}}' }] }),
      ],
    };
    expect(placesOf('api::page.page', page, quoting('educators'), getModel)).toEqual([
      '“title”',
      'Section 1 (hero, “Hello”), “Text”',
      'Section 3 (hero, “Third”), “actions”, the button “Meet {{educators}}”',
      '“Search engines”, “description”',
    ]);
    expect(placesOf('api::page.page', page, quoting('educator'), getModel)).toEqual([]);
  });

  it('counts relations, and addresses of this site that someone typed', () => {
    const to = leadingTo({ uid: 'api::page.page', documentId: 'd1', slug: 'about' });
    const link = (url: string) => ({ type: 'link', url, children: [] });
    const places = (fields: Entry): number =>
      placesOf('api::page.page', { sections: [hero(fields)] }, to, getModel).length;
    for (const url of ['/about', '/about/', '/about?x=1', '/about#part', '/about/one-pager.pdf?near=98901'])
      expect([places({ body: paragraph(link(url)) }), places({ actions: [{ label: 'Go', url }] })]).toEqual([
        1, 1,
      ]);
    for (const url of ['/about-us', '/about/more', 'https://else.where/about', '#about', ''])
      expect([places({ body: paragraph(link(url)) }), places({ actions: [{ label: 'Go', url }] })]).toEqual([
        0, 0,
      ]);
    expect(places({ actions: [{ label: 'Go', page: { documentId: 'd1' } }] })).toBe(1);
    expect(places({ actions: [{ label: 'Go', page: { documentId: 'd2' } }] })).toBe(0);
  });

  it('counts files in fields and in rich text', () => {
    const wanted = showing([{ id: 7, url: '/uploads/a.png' }]);
    const image = (file: Entry) => [{ type: 'image', image: file, children: [] }];
    const places = (entry: Entry) => placesOf('api::page.page', entry, wanted, getModel);
    expect(places({ seo: { image: { id: 7, url: '/uploads/a.png' } } })).toHaveLength(1);
    expect(places({ sections: [hero({ body: image({ url: '/uploads/a.png' }) })] })).toHaveLength(1);
    expect(places({ sections: [hero({ body: image({ url: '/uploads/b.png' }) })] })).toEqual([]);
  });

  it('is told once, however often it is used there', () => {
    const body = [
      ...paragraph({ type: 'text', text: '{{a}} {{a}}' }),
      ...paragraph({ type: 'text', text: '{{a}}' }),
    ];
    expect(placesOf('api::page.page', { sections: [hero({ body })] }, quoting('a'), getModel)).toEqual([
      'Section 1 (hero), “Text”',
    ]);
  });

  it('is nowhere in an entry that holds nothing, nor in what is looked for in another way', () => {
    const full = {
      title: 'About',
      seo: { description: '/about', image: { id: 7, url: '/uploads/a.png' } },
      sections: [hero({ heading: '{{a}}', actions: [{ label: 'Go', page: { documentId: 'd1' } }] })],
    };
    expect(placesOf('api::page.page', full, {}, getModel)).toEqual([]);
    const everything = { text: () => true, address: () => true, entry: () => true, file: () => true };
    expect(
      placesOf(
        'api::page.page',
        { title: null, seo: null, sections: null },
        { address: () => true },
        getModel,
      ),
    ).toEqual([]);
    expect(placesOf('api::page.page', full, everything, getModel)).toEqual([
      '“title”',
      'Section 1 (hero, “{{a}}”), “Heading”',
      'Section 1 (hero, “{{a}}”), “actions”, the button “Go”',
      '“Search engines”, “description”',
      '“Search engines”, “image”',
    ]);
  });

  it('is another entry when only the type or only the slug is the same', () => {
    const to = leadingTo({ uid: 'api::partner.partner', documentId: 'd1', slug: null });
    const actions = [{ label: 'Go', page: { documentId: 'd1' }, url: '/about' }];
    expect(placesOf('api::page.page', { sections: [hero({ actions })] }, to, getModel)).toEqual([]);
  });

  it('is a file by its number in the library or by its address', () => {
    const wanted = showing([
      { id: 7, url: '/uploads/a.png' },
      { id: 8, url: '/uploads/b.png' },
    ]);
    const found = (image: Entry) => placesOf('api::page.page', { seo: { image } }, wanted, getModel).length;
    expect([{ id: 8 }, { url: '/uploads/b.png' }, { id: 9, url: '/uploads/c.png' }].map(found)).toEqual([
      1, 1, 0,
    ]);
  });

  it('is named for people and linked for the admin', () => {
    const site = 'api::site.site';
    expect(nameOf('api::page.page', { title: 'About' }, getModel)).toBe('“About” (page)');
    expect(nameOf('api::page.page', { name: 'Codes' }, getModel)).toBe('“Codes” (page)');
    expect(nameOf('api::page.page', { key: 'educators' }, getModel)).toBe('“educators” (page)');
    expect(nameOf('api::page.page', {}, getModel)).toBe('page');
    expect(nameOf(site, { name: 'Ours' }, getModel)).toBe('site');
    expect(editLink('api::page.page', 'd1', getModel)).toBe(
      '/content-manager/collection-types/api::page.page/d1',
    );
    expect(editLink(site, 'd1', getModel)).toBe('/content-manager/single-types/api::site.site');
  });

  it('names five entries in a sentence, and counts the rest', () => {
    const use = (name: string): Use => ({ uid: '', documentId: '', link: '', name, places: ['“x”', '“y”'] });
    expect(inWords([use('A'), use('B')])).toBe('A: “x”; “y”. B: “x”; “y”');
    expect(inWords([...'ABCDE'].map(use))).toMatch(/E: “x”; “y”$/);
    expect(inWords([...'ABCDEFG'].map(use))).toMatch(/E: “x”; “y”\. and 2 more$/);
  });
});
