import { expect, it } from 'vitest';
import { stateNames } from './states.js';

it('each state and territory has its name, by its postal code', () => {
  expect(Object.keys(stateNames)).toHaveLength(56);
  expect(new Set(Object.values(stateNames)).size).toBe(56);
  expect(Object.keys(stateNames).every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
  expect([stateNames.AK, stateNames.DC, stateNames.MO, stateNames.MT, stateNames.VI]).toEqual([
    'Alaska',
    'District of Columbia',
    'Missouri',
    'Montana',
    'U.S. Virgin Islands',
  ]);
});
