import { describe, expect, it } from 'vitest';
import { canBeDialled, runsCode } from './urls';

describe('a telephone number', () => {
  it.each([
    '(303) 555-0100',
    '303.555.0100',
    '3035550100',
    '1-800-555-0100',
    '+1 303 555 0100',
    '303-555-0100 x12',
    '(303) 555-0100, ext. 4021',
    '1-800-TEACH-CS',
  ])('%s can be dialled', (number) => expect(canBeDialled(number)).toBe(true));

  it.each([
    '555-0100',
    '303-555-010',
    '303-555-01000',
    'call Pat',
    'notanumber',
    '+44 20 7946 0000',
    '303-555-0100 / 0101',
    '--',
  ])('%s can’t', (number) => expect(canBeDialled(number)).toBe(false));
});

describe('an address', () => {
  it('runs code however it is written, and only then', () => {
    for (const url of [
      'javascript:alert(1)',
      ' JavaScript:x',
      'java\nscript:x',
      '\u0001data:text/html,x',
      'vbscript:x',
    ])
      expect(runsCode(url)).toBe(true);
    for (const url of ['https://example.org/javascript:', '/data', '#javascript', 'mailto:data@example.org'])
      expect(runsCode(url)).toBe(false);
  });
});
