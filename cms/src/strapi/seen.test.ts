import { describe, expect, it } from 'vitest';
import { PAGE, WORKSHOP } from '../schema/uids';
import { type Look, lookingAt, previewKey, seenAt, seenRows } from './seen';

const PUBLISHED = { publishedAt: { $notNull: true } };
const look: Look = {
  key: 'all',
  at: Date.parse('2027-03-01T12:00:00Z'),
  drafts: new Map<string, 'all' | string[]>([
    [PAGE, 'all'],
    [WORKSHOP, ['w1']],
  ]),
};

describe('what is seen', () => {
  it('is what is published, now', () => {
    expect(seenRows(PAGE)).toEqual(PUBLISHED);
    expect(previewKey()).toBeUndefined();
    expect(Math.abs(seenAt().getTime() - Date.now())).toBeLessThan(1_000);
  });

  it('in a preview is its drafts, as of its moment', async () => {
    await lookingAt(look, async () => {
      expect(previewKey()).toBe('all');
      expect(seenAt()).toEqual(new Date('2027-03-01T12:00:00Z'));
      expect(seenRows(PAGE)).toEqual({ publishedAt: null });
      expect(seenRows('api::site.site')).toEqual(PUBLISHED);
      expect(seenRows(WORKSHOP)).toEqual({
        $or: [
          { ...PUBLISHED, documentId: { $notIn: ['w1'] } },
          { publishedAt: null, documentId: { $in: ['w1'] } },
        ],
      });
    });
    expect(seenRows(PAGE)).toEqual(PUBLISHED);
  });

  it('is nobody else’s, who asks meanwhile', async () => {
    let ended: () => void = () => {};
    const previewing = lookingAt(look, () => new Promise<void>((resolve) => (ended = resolve)));
    expect(seenRows(PAGE)).toEqual(PUBLISHED);
    ended();
    await previewing;
  });
});
