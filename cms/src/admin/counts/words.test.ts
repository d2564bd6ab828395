import { expect, it } from 'vitest';
import { comparedInShort, comparedInWords, daysInWords, linePoints } from './words';

it('what was counted is held against what was before', () => {
  expect(comparedInWords({ now: 1214, before: 180 }, 7)).toBe('1,214 (180 in the 7 days before)');
  expect(comparedInWords({ now: 3, before: 0 }, 30)).toBe('3 (none in the 30 days before)');
  expect(comparedInShort({ now: 12, before: 9 })).toBe('12 (9 before)');
  expect(comparedInShort({ now: 12, before: 0 })).toBe('12');
});

it('a line through the days fills its box, and is flat where nothing was counted', () => {
  expect(linePoints([0, 5, 10], 100, 20)).toBe('0,20 50,10 100,0');
  expect(linePoints([0, 0], 100, 20)).toBe('0,20 100,20');
  expect(linePoints([4], 100, 20)).toBe('0,0');
  expect(daysInWords([3, 0])).toBe('Day by day, the last is today: 3, 0.');
});
