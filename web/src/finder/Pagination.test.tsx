import { describe, expect, it } from 'vitest';
import { pagesToName } from './Pagination';

describe('pagesToName', () => {
  it('names every page of a short list', () => {
    expect(pagesToName(1, 1)).toEqual([1]);
    expect(pagesToName(2, 4)).toEqual([1, 2, 3, 4]);
  });

  it('names the ends and the neighbours of a long one', () => {
    expect(pagesToName(10, 20)).toEqual([1, -9, 9, 10, 11, -20, 20]);
    expect(pagesToName(1, 20)).toEqual([1, 2, -20, 20]);
    expect(pagesToName(20, 20)).toEqual([1, -19, 19, 20]);
  });

  it('never leaves out a single page', () => {
    expect(pagesToName(4, 20)).toEqual([1, 2, 3, 4, 5, -20, 20]);
  });
});
