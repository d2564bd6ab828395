import type { IncomingMessage } from 'node:http';
import { expect, it } from 'vitest';
import { addressOf, isReadable } from './address';

it.each<[string | undefined, string, string]>([
  ['/deep-dive', '/deep-dive', ''],
  ['/workshops?near=80202&x=a?b', '/workshops', 'near=80202&x=a?b'],
  ['/workshops?', '/workshops', ''],
  ['?x', '', 'x'],
  [undefined, '/', ''],
])('the address %s is a path and a query', (url, path, query) => {
  expect(addressOf({ url } as IncomingMessage)).toEqual({ path, query });
});

it.each(['/', '/deep-dive', '/a/b', '/caf%C3%A9', '/a%20b', '/...', '/a..b', '/.well-known/x', '/a//b'])(
  'a browser could have sent %s',
  (path) => {
    expect(isReadable(path)).toBe(true);
  },
);

it.each([
  '',
  'deep-dive',
  'http://example.org/',
  '//elsewhere.example',
  '/..',
  '/a/../b',
  '/./a',
  '/%2e%2e/a',
  '/a%2f..%2fb',
  '/a\\b',
  '/a%5Cb',
  '/a%00',
  '/a%0Ab',
  '/%E0%A4%A',
  '/100%',
])('no browser sends %s', (path) => {
  expect(isReadable(path)).toBe(false);
});
