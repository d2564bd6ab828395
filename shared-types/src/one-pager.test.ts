import { expect, it } from 'vitest';
import { onePagerPath, onePagerSlug } from './one-pager';

it('a page’s one-pager stands below it, and no deeper', () => {
  expect(onePagerSlug(onePagerPath('deep-dive'))).toBe('deep-dive');
  for (const path of [
    '/deep-dive',
    '/one-pager.pdf',
    '/partners/a/one-pager.pdf',
    '/deep-dive/two-pager.pdf',
  ])
    expect([path, onePagerSlug(path)]).toEqual([path, undefined]);
});
