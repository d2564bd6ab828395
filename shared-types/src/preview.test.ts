import { describe, expect, it } from 'vitest';
import { formatPreviewName, type PreviewName, parsePreviewName } from './preview.js';

const credential = 'eyJhbGci.eyJzdWIiOiIxIn0.s1-g_n';

describe('a preview’s name', () => {
  it.each<[string, PreviewName]>([
    [credential, { credential, shows: 'drafts', at: null }],
    [`${credential}~live`, { credential, shows: 'live', at: null }],
    [`${credential}~1803801600000`, { credential, shows: 'drafts', at: 1_803_801_600_000 }],
    [`${credential}~live~0`, { credential, shows: 'live', at: 0 }],
  ])('%s', (text, name) => {
    expect(parsePreviewName(text)).toEqual(name);
    expect(formatPreviewName(name)).toBe(text);
  });

  it.each([
    '',
    'a.b',
    'a.b.c.d',
    `${credential}~`,
    `${credential}~dead`,
    `${credential}~live~`,
    `${credential}~-1`,
    `${credential}~1~live`,
    `${credential}~123456789012345`,
    `${credential}\n`,
    `${credential}%20`,
    `a.${'b'.repeat(601)}.c`,
  ])('is not %j', (text) => {
    expect(parsePreviewName(text)).toBeUndefined();
  });
});
