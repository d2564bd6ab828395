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
  ])('answers %j with %s', (header, encoding) => {
    expect(chooseEncoding(header)).toBe(encoding);
  });
});

describe('matchesEtag', () => {
  const isCurrent = (etag: string) => etag === '"abc"';

  it.each(['"abc"', 'W/"abc"', '"x", "abc"', '"x",W/"abc" , "y"', '*'])('matches %s', (header) => {
    expect(matchesEtag(header, isCurrent)).toBe(true);
  });

  it.each([undefined, '', '"x"', 'abc', '"abc', '"x" "abc"', '"abc" garbage', ',,,"', 'W/', '"abc";q=1'])(
    'ignores %j',
    (header) => {
      expect(matchesEtag(header, isCurrent)).toBe(false);
    },
  );
});
