import { expect, it } from 'vitest';
import { lowerCasePath, movedPath } from './moved';

it.each([
  ['/workshops/:slug', 'boise', 'deep-dive', '/workshops/boise'],
  ['/workshops/:slug.ics', 'boise', 'deep-dive', '/workshops/boise.ics'],
  ['/partners/:slug', 'deep-dive', 'deep-dive', '/partners/deep-dive'],
  ['/:slug', 'compare', 'deep-dive', '/compare'],
  ['/:slug', 'deep-dive', 'deep-dive', '/'],
  ['/:slug', 'deep-dive', undefined, '/deep-dive'],
  ['/', 'deep-dive', 'deep-dive', '/deep-dive'],
])('what was at %s and is called %s now is at %3$s', (pattern, slug, home, path) => {
  expect(movedPath(pattern, slug, home)).toBe(path);
});

it.each([
  ['/Deep-Dive', '/deep-dive'],
  ['/Workshops/BOISE', '/workshops/boise'],
  ['/deep-dive', undefined],
  ['/', undefined],
])('%s in lower case is %s', (path, lower) => {
  expect(lowerCasePath(path)).toBe(lower);
});
