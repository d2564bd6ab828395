import { date as anyDate, assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateAsTyped, dateInWords, readDate } from './dates';

const TODAY = '2026-11-28';
const dayOf = (text: string): string | null => readDate(text, TODAY).value;
const problemOf = (text: string): string | null => readDate(text, TODAY).problem;

describe('a date that is typed or pasted', () => {
  it.each([
    '2027-03-06',
    '2027/3/6',
    '2027.03.06',
    '20270306',
    '2027-03-06T00:00:00.000Z',
    '3/6/2027',
    '03/06/2027',
    '3/6/27',
    '3-6-2027',
    '3-6-27',
    '3.6.2027',
    '3 / 6 / 2027',
    '3/6/2027 0:00',
    '3/6/2027 12:00:00 AM',
    'Mar 6 2027',
    'Mar 6, 2027',
    'mar. 6, 2027',
    'MARCH 6TH, 2027',
    'March 6th 2027',
    'March 6 27',
    'Mar 6 ’27',
    '6 March 2027',
    '6-Mar-27',
    '06-Mar-2027',
    '6th of March 2027',
    'Saturday, March 6, 2027',
    'Sat 3/6/2027',
    'Sat. Mar 6, 2027',
    ' 3/6/2027 ',
    '\u200b3/6/2027\ufeff',
    '3/6/2027\u00a0',
    '3/6',
    '3-6',
    'Mar 6',
    'March 6th',
    'Saturday 3/6',
  ])('“%s” is March 6, 2027', (text) => {
    expect(readDate(text, TODAY)).toEqual({ value: '2027-03-06', problem: null });
  });

  it('is in the month that comes first, as in the US', () => {
    expect(dayOf('6.3.2027')).toBe('2027-06-03');
    expect(dayOf('12/1')).toBe('2026-12-01');
  });

  it('is the next such day without a year, today counted in', () => {
    expect(dayOf('11/28')).toBe('2026-11-28');
    expect(dayOf('11/27')).toBe('2027-11-27');
    expect(dayOf('Jan 1')).toBe('2027-01-01');
  });

  it.each([
    ['13/6/2027', 'There is no month 13. The month comes first: 6/13/2027?'],
    ['0/6/2027', 'There is no month 0'],
    ['2/30/2027', 'February 2027 has 28 days, and no day 30.'],
    ['2/29/2027', 'February 2027 has 28 days'],
    ['4/31', 'April 2027 has 30 days'],
    ['3/0/2027', 'no day 0'],
    ['Sunday, March 6, 2027', 'Saturday, March 6, 2027: that isn’t a Sunday.'],
    ['March 6-7, 2027', 'more than one day'],
    ['March 6 and 7', 'more than one day'],
    ['March 6 – April 2', 'more than one day'],
    ['3/6-3/7', 'more than one day'],
    ['3/6/2027 - 3/7/2027', 'more than one day'],
    ['0027-03-06', 'The year 27 can’t be right'],
    ['3/6/1826', 'The year 1826 can’t be right'],
    ['3/6/3000', 'The year 3000 can’t be right. Write it like 3/6/2027 or Mar 6, 2027.'],
    ['S 3/6/2027', 'We can’t read'],
    ['3/6/20', null],
    ['TBD', 'We can’t read “TBD” as a date'],
    ['', 'We can’t read'],
    ['3', 'We can’t read'],
    ['March', 'We can’t read'],
    ['Mar 2027', 'We can’t read'],
    ['Smarch 6, 2027', 'We can’t read'],
    ['3/6/2027 9:00 AM', 'We can’t read'],
    ['46087', 'We can’t read'],
    ['3/6/027', 'We can’t read'],
    ['next Saturday', 'We can’t read'],
    ['<script>', 'We can’t read'],
  ])('“%s” is refused in words', (text, words) => {
    if (words === null) return expect(dayOf(text)).toBe('2020-03-06');
    expect(readDate(text, TODAY)).toEqual({ value: null, problem: expect.stringContaining(words) });
  });

  it('reads a leap day in a leap year', () => {
    expect(dayOf('2/29/2028')).toBe('2028-02-29');
  });

  it('repeats no more than the beginning of a long text', () => {
    expect(problemOf('x'.repeat(5000))?.length).toBeLessThan(120);
  });

  it('reads back every day, as a field shows it and in words', () => {
    assert(
      property(
        anyDate({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true }),
        (moment) => {
          const date = moment.toISOString().slice(0, 10);
          expect(dayOf(date)).toBe(date);
          expect(dayOf(dateAsTyped(date))).toBe(date);
          expect(dayOf(dateInWords(date))).toBe(date);
        },
      ),
    );
  });

  it('is, if anything, a day there is, for any text', () => {
    const isDay = (text: string): boolean => {
      const { value, problem } = readDate(text, TODAY);
      return value === null ? problem.length > 10 : new Date(value).toISOString().startsWith(value);
    };
    assert(property(string({ unit: 'binary' }), isDay));
    assert(
      property(
        integer({ min: 0, max: 99 }),
        integer({ min: 0, max: 99 }),
        integer({ min: 0, max: 9999 }),
        (a, b, c) => isDay(`${a}/${b}/${c}`),
      ),
    );
  });
});

it('is said with its weekday', () => {
  expect(dateInWords('2027-03-06')).toBe('Saturday, March 6, 2027');
  expect(dateAsTyped('2027-03-06')).toBe('3/6/2027');
});
