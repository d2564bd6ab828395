import { describe, expect, it } from 'vitest';
import { appended, type Components, copyOf, type Related, withoutKeys } from './copies';

const components: Components = {
  'sections.banner': {
    attributes: {
      text: { type: 'string' },
      picture: { type: 'media' },
      action: { type: 'component', component: 'elements.action', repeatable: false },
      actions: { type: 'component', component: 'elements.action', repeatable: true },
    },
  },
  'elements.action': {
    attributes: { label: { type: 'string' }, page: { type: 'relation', target: 'api::page.page' } },
  },
};
const home: Related = { id: 7, documentId: 'home', title: 'Home' };
const stored = async (_uid: string, id: number, field: string) =>
  id === 21 && field === 'page' ? [home] : [];
const copy = (values: Record<string, unknown>) =>
  copyOf('sections.banner', { __component: 'sections.banner', ...values }, components, stored);

describe('a copy of a section', () => {
  it('says and shows the same, and is stored nowhere', async () => {
    const picture = { id: 3, url: '/uploads/a.png' };
    const original = { id: 1, __temp_key__: 'a0', text: 'Come', picture, action: null };
    expect(await copy(original)).toEqual({
      __component: 'sections.banner',
      __temp_key__: 'a0',
      text: 'Come',
      picture,
      action: null,
    });
    expect(original.id).toBe(1);
  });

  it('leads where the original leads: as stored, and as somebody has just chosen', async () => {
    const chosen = { id: 9, documentId: 'other', apiData: { id: 9, documentId: 'other' } };
    const { actions } = await copy({
      id: 1,
      actions: [
        { id: 21, __temp_key__: 'a0', label: 'Stored', page: { connect: [], disconnect: [] } },
        {
          id: 21,
          __temp_key__: 'a1',
          label: 'Changed',
          page: { connect: [chosen], disconnect: [{ id: 7 }] },
        },
        { id: 21, __temp_key__: 'a2', label: 'Emptied', page: { connect: [], disconnect: [{ id: 7 }] } },
        { __temp_key__: 'a3', label: 'New', page: { connect: [chosen], disconnect: [] } },
      ],
    });
    const targets = (actions as { id?: number; page: { connect: Related[] } }[]).map(({ id, page }) => [
      id,
      page.connect.map(({ documentId }) => documentId),
    ]);
    expect(targets).toEqual([
      [undefined, ['home']],
      [undefined, ['other']],
      [undefined, []],
      [undefined, ['other']],
    ]);
  });

  it('is shown by the relation’s field as a page that was chosen', async () => {
    const { action } = await copy({ action: { id: 21, label: 'Go', page: { connect: [], disconnect: [] } } });
    expect(action).toMatchObject({
      page: { connect: [{ label: 'Home', apiData: { documentId: 'home', isTemporary: true } }] },
    });
  });
});

it('is sent without the form’s own keys', () => {
  expect(withoutKeys({ __temp_key__: 'a', items: [{ __temp_key__: 'b', text: 'x' }], none: null })).toEqual({
    items: [{ text: 'x' }],
    none: null,
  });
});

it('goes to the end of a page whose own sections stay as they are', () => {
  const page = {
    documentId: 'p',
    title: 'P',
    revision: 4,
    sections: [{ __component: 'a.b', id: 5, text: 'x' }],
  };
  expect(appended(page, { __component: 'c.d' })).toEqual({
    sections: [{ __component: 'a.b', id: 5 }, { __component: 'c.d' }],
    revision: 4,
  });
});
