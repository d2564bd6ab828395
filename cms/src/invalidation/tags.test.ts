import { expect, it } from 'vitest';
import { changedTags } from './tags';

it('publishing, unpublishing and deleting change what visitors see; saving a draft doesn’t', () => {
  const page = (action: string) => changedTags('api::page.page', action, 'a1');
  for (const action of ['publish', 'unpublish', 'delete']) expect(page(action)).toEqual(['page', 'page:a1']);
  for (const action of ['create', 'update', 'discardDraft', 'clone', 'findOne', 'count'])
    expect(page(action)).toEqual([]);
});

it('a Regional Partner has no drafts: every save shows', () => {
  const partner = (action: string) => changedTags('api::regional-partner.regional-partner', action, 'p1');
  expect(partner('update')).toEqual(['regional-partner', 'regional-partner:p1']);
  expect(partner('findMany')).toEqual([]);
});

it('nobody hears of accounts', () => {
  expect(changedTags('admin::user', 'update', 'u1')).toEqual([]);
});
