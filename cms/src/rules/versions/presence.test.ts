import { expect, it } from 'vitest';
import { type Others, othersInWords } from './presence';

it.each<[Others, RegExp | null]>([
  [{ names: [], own: false }, null],
  [{ names: [], own: true }, /^You have this open in another window, too\.$/],
  [{ names: ['Maya Chen'], own: true }, /^Maya Chen has this open, too\./],
  [{ names: ['Maya Chen', 'Riley', 'Sam'], own: false }, /^Maya Chen, Riley, and Sam have this open, too\./],
])('%j is told', (others, words) => {
  if (words) expect(othersInWords(others)).toMatch(words);
  else expect(othersInWords(others)).toBeNull();
});
