import { expect, it } from 'vitest';
import type { Model } from '../schema/model';
import { contentBesideLinks, hasDrafts, linkFields, linkPopulate } from './links';

const model = (uid: string, attributes: Model['attributes'], draftAndPublish = true): Model => ({
  uid,
  modelType: '',
  info: { displayName: uid },
  options: { draftAndPublish },
  attributes,
});
const MODELS = [
  model('page', {
    title: { type: 'string' },
    parent: { type: 'relation', target: 'page' },
    children: { type: 'relation', target: 'page', mappedBy: 'parent' },
    host: { type: 'relation', target: 'partner' },
    sections: { type: 'dynamiczone', components: ['plain', 'linking'] },
  }),
  model('partner', { name: { type: 'string' }, pages: { type: 'relation', target: 'page' } }, false),
  model('workshop', {
    host: { type: 'relation', target: 'partner' },
    plain: { type: 'component', component: 'plain' },
  }),
  model('plain', { text: { type: 'string' } }, false),
  model(
    'linking',
    {
      one: { type: 'component', component: 'action' },
      several: { type: 'component', component: 'action', repeatable: true },
    },
    false,
  ),
  model('action', { label: { type: 'string' }, pages: { type: 'relation', target: 'page' } }, false),
];
const getModel = (uid: string): Model => MODELS.find((each) => each.uid === uid) as Model;

it('reads only relations that an entry owns and whose targets are published apart', () => {
  const action = { populate: { pages: { select: ['documentId'] } } };
  expect(linkPopulate('page', getModel)).toEqual({
    parent: { select: ['documentId'] },
    sections: {
      on: { plain: { populate: {} }, linking: { populate: { one: action, several: action } } },
    },
  });
  expect(linkPopulate('workshop', getModel)).toBeNull();
});

const page = {
  id: 1,
  title: 'Title',
  parent: { documentId: 'p' },
  sections: [
    { __component: 'plain', id: 2, text: 'Text' },
    {
      __component: 'linking',
      id: 3,
      one: { id: 4, label: 'One', pages: [] },
      several: [
        { id: 5, label: 'A', pages: [] },
        { id: 6, label: 'B', pages: [{ documentId: 'y' }, { documentId: 'x' }] },
      ],
    },
  ],
};

it('a link knows where in the entry it is, in which row, and where it leads, in order', () => {
  expect(
    linkFields('page', page, getModel).map(({ path, documents, owner }) => [path, documents, owner.id]),
  ).toEqual([
    ['parent', ['p'], 1],
    ['sections.1.one.pages', [], 4],
    ['sections.1.several.0.pages', [], 5],
    ['sections.1.several.1.pages', ['y', 'x'], 6],
  ]);
});

it('a link says what it leads to, and which field of which row holds it', () => {
  expect(linkFields('page', page, getModel)[3]).toEqual({
    path: 'sections.1.several.1.pages',
    documents: ['y', 'x'],
    target: 'page',
    owner: { uid: 'action', id: 6, attribute: 'pages' },
  });
  expect(linkFields('workshop', { id: 1, host: { documentId: 'h' }, plain: { id: 2 } }, getModel)).toEqual(
    [],
  );
  expect(linkFields('page', { id: 1 }, getModel)).toEqual([
    { path: 'parent', documents: [], target: 'page', owner: { uid: 'page', id: 1, attribute: 'parent' } },
  ]);
});

it('entries are drafts first where their type says so', () => {
  expect(MODELS.map((each) => [each.uid, hasDrafts(each)])).toEqual([
    ['page', true],
    ['partner', false],
    ['workshop', true],
    ['plain', false],
    ['linking', false],
    ['action', false],
  ]);
  expect(hasDrafts({ ...model('x', {}), options: undefined })).toBe(false);
});

it('two versions are alike whatever their rows and links are, and not when a word, an order or a section differs', () => {
  const content = (entry: object) =>
    JSON.stringify(contentBesideLinks('page', { ...page, ...entry }, getModel));
  expect(content({ id: 9, parent: null })).toBe(content({}));
  expect(content({ title: 'Other' })).not.toBe(content({}));
  expect(content({ sections: page.sections.toReversed() })).not.toBe(content({}));
  expect(content({ sections: [{ ...page.sections[0], __component: 'linking' }] })).not.toBe(
    content({ sections: page.sections.slice(0, 1) }),
  );
  const [plain, linking] = page.sections;
  const workshop = (text: string) =>
    JSON.stringify(contentBesideLinks('workshop', { host: { documentId: 'h' }, plain: { text } }, getModel));
  expect(workshop('A')).not.toBe(workshop('B'));
  expect(content({ sections: [plain, { ...linking, one: { label: 'Other' } }] })).not.toBe(content({}));
  expect(content({ title: undefined })).toBe(content({ title: null }));
});

it('two versions differ by the files they show, and not by what is known of them', () => {
  const card = model('card', { picture: { type: 'media' } });
  const content = (picture: unknown) => JSON.stringify(contentBesideLinks('card', { picture }, () => card));
  expect(content({ id: 7, url: '/a.png' })).toBe(content({ id: 7, url: '/b.png' }));
  expect(content({ id: 7 })).not.toBe(content({ id: 8 }));
  expect(content(null)).not.toBe(content({ id: 8 }));
});
