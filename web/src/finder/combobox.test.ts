import { expect, it } from 'vitest';
import { moveActive } from './combobox';

it('goes down and up through the options, round the ends', () => {
  expect(moveActive('ArrowDown', -1, 3)).toBe(0);
  expect(moveActive('ArrowDown', 2, 3)).toBe(0);
  expect(moveActive('ArrowUp', -1, 3)).toBe(2);
  expect(moveActive('ArrowUp', 0, 3)).toBe(2);
  expect(moveActive('ArrowUp', 2, 3)).toBe(1);
});

it('gives the cursor back to the text', () => {
  for (const key of ['Home', 'End', 'ArrowLeft', 'ArrowRight']) expect(moveActive(key, 1, 3)).toBe(-1);
});

it('leaves other keys alone', () => {
  expect(moveActive('a', 1, 3)).toBeUndefined();
});
