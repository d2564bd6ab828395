import { expect, it } from 'vitest';
import type { Model } from '../schema/model';
import { fieldsOf, withoutSystemKeys } from './system-keys';

it('a body is cut to the fields of its type', () => {
  const attribute = { type: 'string' };
  const attributes = {
    title: attribute,
    createdBy: attribute,
    publishedAt: attribute,
    documentId: attribute,
  };
  const body = {
    title: 'A',
    documentId: 'x',
    id: 1,
    createdBy: 5,
    publishedAt: null,
    status: 'draft',
    other: 1,
  };
  expect(fieldsOf({ attributes } as unknown as Model, body)).toEqual({ title: 'A' });
});

it('nobody names another row than the one that is saved, nor another writer than who asks', () => {
  const data = {
    title: 'A',
    documentId: 'x',
    id: 1,
    locale: 'fr',
    createdAt: '2001',
    createdBy: 5,
    updatedBy: 6,
  };
  expect(withoutSystemKeys(data, 6)).toEqual({ title: 'A', updatedBy: 6 });
  expect(withoutSystemKeys({ ...data, venue: { id: 3 } }, null)).toEqual({
    title: 'A',
    createdAt: '2001',
    createdBy: 5,
    updatedBy: 6,
    venue: { id: 3 },
  });
});
