import { date as anyDate, assert, constantFrom, property, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDateList } from './date-list';
import { dateAsTyped, dateInWords } from './dates';

const TODAY = '2026-11-28';
const THREE = ['2027-03-06', '2027-03-13', '2027-03-20'];

describe('a list of days that is typed or pasted', () => {
  it.each([
    '3/6\n3/13\n3/20',
    '3/6, 3/13, 3/20',
    '3/6, 3/13 and 3/20',
    '3/6 & 3/13\r\n\r\n  3/20/2027',
    '3/20;3/13;3/6',
    'Mar 6, 2027\nSat, March 13, 2027\nMar 20, 2027',
    '2027-03-06\t2027-03-13\t2027-03-20',
    '3/6\n3/13\n3/20\n3/6/2027',
    'Mar 6, 2027, Mar 13, 2027 and Mar 20, 2027',
    'Sat, March 6, 2027 & Sat, March 13, 2027\nMarch 20',
    'March 6 & 13, 2027\n3/20',
  ])('“%s” is three Saturdays', (text) => {
    expect(readDateList(text, TODAY)).toEqual({ dates: THREE, problems: [] });
  });

  it('says what of it can’t be read, and keeps the rest', () => {
    expect(readDateList('3/6\nsome day\n2/30/2027, 3/13', TODAY)).toEqual({
      dates: ['2027-03-06', '2027-03-13'],
      problems: [
        'We can’t read “some day” as a date. Write it like 3/6/2027 or Mar 6, 2027.',
        'February 2027 has 28 days, and no day 30.',
      ],
    });
  });

  it('names a month once for days that follow each other, up to a working week', () => {
    expect(readDateList('March 6-8, 2027', TODAY).dates).toEqual(['2027-03-06', '2027-03-07', '2027-03-08']);
    expect(readDateList('March 6 to 20, 2027', TODAY)).toEqual({
      dates: [],
      problems: [expect.stringContaining('more than one day')],
    });
  });

  it('is empty where nothing stands', () => {
    expect(readDateList(' \n\u200b\n', TODAY)).toEqual({ dates: [], problems: [] });
  });

  it('is read however its days are written and set apart', () => {
    const day = anyDate({
      min: new Date('1990-01-01'),
      max: new Date('2090-12-31'),
      noInvalidDate: true,
    }).map((moment) => moment.toISOString().slice(0, 10));
    assert(
      property(
        uniqueArray(day, { maxLength: 12 }),
        constantFrom('\n', '\r\n', '\t', ' ; '),
        constantFrom(dateAsTyped, dateInWords, (date: string) => date),
        (days, between, written) => {
          expect(readDateList(days.map(written).join(between), TODAY)).toEqual({
            dates: days.toSorted(),
            problems: [],
          });
        },
      ),
    );
  });
});
