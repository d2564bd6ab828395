import type { stateNames } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { inWords, territoryInWords, zipsOf } from './territory';

const wholeState = (id: number, state: keyof typeof stateNames) => ({ id, state, zips: null });

describe('territoryInWords', () => {
  it('names whole states', () => {
    expect(territoryInWords([wholeState(1, 'CO')])).toBe('Colorado');
    expect(territoryInWords([wholeState(1, 'CO'), wholeState(2, 'UT'), wholeState(3, 'WY')])).toBe(
      'Colorado, Utah and Wyoming',
    );
  });

  it('counts ZIP codes, each once', () => {
    const zips = { id: 2, state: null, zips: '80201, 80202\n80203 80201' };
    expect(territoryInWords([zips])).toBe('3 ZIP codes');
    expect(territoryInWords([wholeState(1, 'UT'), zips])).toBe('Utah and 3 ZIP codes');
    expect(territoryInWords([{ id: 1, state: null, zips: '02139' }])).toBe('1 ZIP code');
  });

  it('says nothing of a partner without territory', () => {
    expect(territoryInWords([])).toBe('');
  });
});

it('keeps the leading zeros of ZIP codes', () => {
  expect(zipsOf({ zips: '00901,02139' })).toEqual(['00901', '02139']);
});

it('joins names as one says them', () => {
  expect(inWords([])).toBe('');
  expect(inWords(['Guam', 'Hawaii'])).toBe('Guam and Hawaii');
});
