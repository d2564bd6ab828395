import { beforeEach, expect, it } from 'vitest';
import { FIGURE, PAGE } from '../schema/uids';
import { MemoryStrapi } from './fixtures';
import { readAll, readPublished } from './read';

const published = { publishedAt: '2027-01-01T00:00:00.000Z' };
const picture = (url: string) => [
  { type: 'image', image: { url, alternativeText: 'A' }, children: [{ type: 'text', text: '' }] },
];

/** Pages that have a title, a text and a picture. */
class Pages extends MemoryStrapi {
  override getModel(uid: string) {
    return {
      uid,
      modelType: 'contentType',
      info: { displayName: uid },
      attributes: { title: { type: 'string' }, text: { type: 'blocks' }, image: { type: 'media' } },
    };
  }
}

let cms: Pages;
beforeEach(() => {
  cms = new Pages();
  cms.richText.add('text');
  cms.tables[FIGURE] = [
    { key: 'educators', value: '5', phrase: '{value} educators', wordingWithout: 'educators', ...published },
    {
      key: 'students',
      value: '9',
      phrase: '{value} students',
      wordingWithout: 'students',
      publishedAt: null,
    },
  ];
});

it('all entries are read, or those that are published', async () => {
  cms.tables[PAGE] = [
    { id: 1, documentId: 'a', title: 'A', ...published },
    { id: 2, documentId: 'b', title: 'B', publishedAt: null },
  ];
  expect((await readAll(cms.strapi, PAGE)).map(({ documentId }) => documentId)).toEqual(['a', 'b']);
  expect(await readPublished(cms.strapi, PAGE)).toEqual([
    { documentId: 'a', body: { title: 'A', text: null, image: null } },
  ]);
});

it('some of them, in an order', async () => {
  cms.tables[PAGE] = ['a', 'b', 'c', 'd'].map((documentId, id) => ({ id, documentId, ...published }));
  const query = { where: { id: { $gt: 0 } }, orderBy: [{ id: 'desc' }], limit: 2 };
  const names = (await readPublished(cms.strapi, PAGE, query)).map(({ documentId }) => documentId);
  expect(names).toEqual(['d', 'c']);
});

it('what belongs to them is read with them', async () => {
  cms.tables[PAGE] = [{ documentId: 'a', image: { url: '/uploads/a.png', name: 'a.png' }, ...published }];
  expect((await readAll(cms.strapi, PAGE))[0]?.body.image).toMatchObject({ url: '/uploads/a.png' });
});

it('figures are quoted while they are published; the log tells of others', async () => {
  cms.tables[PAGE] = [{ documentId: 'a', title: '{{educators}} and {{students}}', ...published }];
  expect((await readAll(cms.strapi, PAGE))[0]?.body.title).toBe('5 educators and ');
  expect(cms.said).toEqual([
    'The figure {{students}} is quoted on api::page.page but not published: it was left out.',
  ]);
});

it('pictures in text are as they are now', async () => {
  cms.tables['plugin::upload.file'] = [
    { hash: 'a', url: '/uploads/a.png', width: 3, height: 4, updatedAt: new Date(36).toISOString() },
  ];
  cms.tables[PAGE] = [{ documentId: 'a', text: picture('http://localhost/uploads/a.png'), ...published }];
  expect((await readAll(cms.strapi, PAGE))[0]?.body.text).toMatchObject([
    { image: { url: '/uploads/a.png?v=10', alternativeText: 'A', width: 3, height: 4 } },
  ]);
});
