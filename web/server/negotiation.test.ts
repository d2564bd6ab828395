import { describe, expect, it } from 'vitest';
import { chooseEncoding, matchesEtag } from './negotiation';

describe('chooseEncoding', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['br;q=0.5, gzip;q=0.9', 'gzip'],
    ['BR', 'br'],
    ['*', 'br'],
    ['*;q=0, gzip', 'gzip'],
    ['identity, gzip;q=0.5', 'identity'],
    ['br;q=nonsense', 'identity'],
    [';;,,;q=', 'identity'],
    ['br;q=2, gzip', 'gzip'],
    ['br;q=-1, gzip', 'gzip'],
    ['br;q=0', 'identity'],
    ['gzip;q=0', 'identity'],
    ['br;q=1', 'br'],
    [' br ; q=0.5 , gzip ; level=9 ; q=0.4', 'br'],
    ['br;level=1;q=0.1, gzip;q=0.2', 'gzip'],
    ['br;q=0.5, gzip;q=0.5, identity;q=0.5', 'br'],
    ['gzip;q=0.5, identity;q=0.5', 'gzip'],
    ['br;q=0.2, identity;q=0.5', 'identity'],
    ['x-gzip', 'gzip'],
    ['gzip;q=0, x-gzip', 'identity'],
    ['*;q=0.5, br;q=0', 'gzip'],
    ['*;q=0.5, br;q=0, gzip;q=0', 'identity'],
    ['deflate, zstd', 'identity'],
    [`${'x,'.repeat(300)}br`, 'identity'],
  ])('answers %j with %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('matchesEtag', () => {
  const isCurrent = (etag: string) => etag === '"abc"';

  it.each([
    '"abc"',
    'W/"abc"',
    '"x", "abc"',
    '"x",W/"abc" , "y"',
    '"x" \t,\t "abc"',
    '"abc" ',
    '"", "abc"',
    '*',
    ' * ',
  ])('matches %s', (header) => {
    expect(matchesEtag(header, isCurrent)).toBe(true);
  });

  it.each([
    undefined,
    '',
    '"x"',
    'abc',
    '"abc',
    '"x" "abc"',
    '"abc" garbage',
    ',,,"',
    'W/',
    '"abc";q=1',
    '**',
    '"a b", "abc"',
    ' "abc"',
    'w/"abc"',
  ])('ignores %j', (header) => {
    expect(matchesEtag(header, isCurrent)).toBe(false);
  });
});
