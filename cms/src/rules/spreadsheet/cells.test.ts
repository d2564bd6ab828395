import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotedCell, unquoted } from './cells';

describe('a cell', () => {
  const text = fc.string({ unit: fc.constantFrom('=', '+', '-', '@', '＝', "'", '\t', '\r', '1', 'a', '"') });

  it('is no formula', () => {
    fc.assert(fc.property(text, (written) => !/^[=+\-@＝＋－＠\t\r\n]/.test(quotedCell(written))));
  });

  it('is read as it was written', () => {
    fc.assert(fc.property(text, (written) => unquoted(quotedCell(written)) === written));
  });

  it('that is harmless stays as it is', () => {
    for (const harmless of ['Deep Dive', '98101', "'tis", '3/6/2027', '$49.50', ''])
      expect(quotedCell(harmless)).toBe(harmless);
  });
});
