import type { PreviewName } from '@deep-dive/shared-types';
import { expect, it } from 'vitest';
import { pageAddress, previewAddress, previewAt } from './addresses';

const name: PreviewName = { credential: 'a.b.c', shows: 'live', at: 5 };

it.each([
  ['/', '/preview/a.b.c~live~5/page'],
  ['/?near=98101', '/preview/a.b.c~live~5/page?near=98101'],
  ['/#register', '/preview/a.b.c~live~5/page#register'],
  ['/deep-dive', '/preview/a.b.c~live~5/page/deep-dive'],
  ['/workshops/boise?a=/', '/preview/a.b.c~live~5/page/workshops/boise?a=/'],
])('a preview shows %s at %s', (page, address) => {
  expect(pageAddress(name, page)).toBe(address);
});

it.each([
  ['/preview/a.b.c~live~5', null],
  ['/preview/a.b.c~live~5/page', '/'],
  ['/preview/a.b.c~live~5/page/workshops/boise', '/workshops/boise'],
])('%s is a preview’s', (path, page) => {
  expect(previewAt(path)).toEqual({ name, page });
  expect(previewAddress(name)).toBe('/preview/a.b.c~live~5');
});

it.each(['/preview', '/preview/', '/preview/a', '/preview/a.b.c/pages', '/a.b.c', '/x/preview/a.b.c'])(
  '%s is none’s',
  (path) => {
    expect(previewAt(path)).toBeUndefined();
  },
);
