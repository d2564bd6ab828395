import { describe, expect, it } from 'vitest';
import { federalHoliday } from './holidays';

describe('a federal holiday', () => {
  // As the Office of Personnel Management lists them for 2027.
  it.each([
    ['2027-01-01', 'New Year’s Day'],
    ['2027-01-18', 'Martin Luther King Jr. Day'],
    ['2027-02-15', 'Presidents’ Day'],
    ['2027-05-31', 'Memorial Day'],
    ['2027-06-18', 'Juneteenth (observed)'],
    ['2027-06-19', 'Juneteenth'],
    ['2027-07-05', 'Independence Day (observed)'],
    ['2027-09-06', 'Labor Day'],
    ['2027-10-11', 'Columbus Day and Indigenous Peoples’ Day'],
    ['2027-11-11', 'Veterans Day'],
    ['2027-11-25', 'Thanksgiving'],
    ['2027-12-24', 'Christmas Day (observed)'],
    ['2027-12-31', 'New Year’s Day (observed)'],
  ])('%s is %s', (date, name) => expect(federalHoliday(date)).toBe(name));

  it.each([
    ['2021-06-18', 'Juneteenth (observed)'],
    ['2022-12-26', 'Christmas Day (observed)'],
    ['2023-05-29', 'Memorial Day'],
    ['2026-07-03', 'Independence Day (observed)'],
    ['2025-09-01', 'Labor Day'],
    ['2026-11-26', 'Thanksgiving'],
    ['2029-11-12', 'Veterans Day (observed)'],
    ['2030-02-18', 'Presidents’ Day'],
  ])('in other years: %s is %s', (date, name) => expect(federalHoliday(date)).toBe(name));

  it.each([
    '2025-09-08',
    '2026-07-06',
    '2026-01-02',
    '2027-03-06',
    '2027-01-11',
    '2027-05-24',
    '2027-11-18',
    '2026-12-31',
  ])('%s is none', (date) => expect(federalHoliday(date)).toBeNull());
});
