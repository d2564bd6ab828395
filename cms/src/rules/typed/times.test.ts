import { assert, integer, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTime, timeInWords } from './times';

describe('a time that is typed or pasted', () => {
  it.each([
    ['9', '09:00'],
    ['09', '09:00'],
    ['9am', '09:00'],
    ['9 AM', '09:00'],
    ['9 a', '09:00'],
    ['9 a.m.', '09:00'],
    ['9:30', '09:30'],
    ['9:30am', '09:30'],
    ['9:30 A.M.', '09:30'],
    ['9.30', '09:30'],
    ['09:30', '09:30'],
    ['0930', '09:30'],
    ['930', '09:30'],
    ['930am', '09:30'],
    ['9:30:00', '09:30'],
    ['09:30:00.000', '09:30'],
    ['9:30:00 AM', '09:30'],
    ['13:00', '13:00'],
    ['1300', '13:00'],
    ['13:00 PM', '13:00'],
    ['1:00 PM', '13:00'],
    ['1:00pm', '13:00'],
    ['1p', '13:00'],
    ['1 p.m.', '13:00'],
    ['100pm', '13:00'],
    ['1:00 AM', '01:00'],
    ['01:00', '01:00'],
    ['0100', '01:00'],
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    ['12noon', '12:00'],
    ['midday', '12:00'],
    ['12 midnight', '00:00'],
    ['12midnight', '00:00'],
    ['23 pm', '23:00'],
    ['Noon', '12:00'],
    ['12', '12:00'],
    ['12:30', '12:30'],
    ['12:30 PM', '12:30'],
    ['12:30 AM', '00:30'],
    ['12 am', '00:00'],
    ['midnight', '00:00'],
    ['0:30', '00:30'],
    ['0:30 am', '00:30'],
    ['23:59', '23:59'],
    [' 9:30\u00a0AM ', '09:30'],
    ['9:30\u202fAM', '09:30'],
    ['\u200b9:30 AM', '09:30'],
    ['4:00 PM', '16:00'],
  ])('“%s” is %s', (text, time) => {
    expect(readTime(text)).toEqual({ value: `${time}:00.000`, problem: null });
  });

  it.each([
    ['3', 'Is that 3:00 AM or 3:00 PM?'],
    ['1:00', 'Is that 1:00 AM or 1:00 PM?'],
    ['430', 'Is that 4:30 AM or 4:30 PM?'],
    ['24:00', 'There is no hour 24: midnight is 12:00 AM'],
    ['25:00', 'There is no hour 25'],
    ['9:75', 'There is no minute 75'],
    ['13 am', 'no time of day'],
    ['24 pm', 'no time of day'],
    ['9:60', 'There is no minute 60'],
    ['0 pm', 'no time of day'],
    ['9 AM EST', 'Leave out the time zone'],
    ['9:00 Pacific', 'Leave out the time zone'],
    ['9:00 AM Eastern Time', 'Leave out the time zone'],
    ['9-4', 'more than one time'],
    ['9:00 AM - 4:00 PM', 'more than one time'],
    ['9 to noon', 'more than one time'],
    ['9:30:45', 'We can’t read'],
    ['9:3', 'We can’t read'],
    ['morning', 'We can’t read “morning” as a time. Write it like 9:30 AM.'],
    ['TBD', 'We can’t read'],
    ['afternoon', 'We can’t read'],
    ['noonish', 'We can’t read'],
    ['after midday', 'We can’t read'],
    ['middays', 'We can’t read'],
    ['before midnight', 'We can’t read'],
    ['midnightly', 'We can’t read'],
    ['', 'We can’t read'],
    ['am', 'We can’t read'],
    ['-9', 'We can’t read'],
    ['93000', 'We can’t read'],
  ])('“%s” is refused in words', (text, words) => {
    expect(readTime(text)).toEqual({ value: null, problem: expect.stringContaining(words) });
  });

  it('reads back every minute of the day in words', () => {
    assert(
      property(integer({ min: 0, max: 1439 }), (minutes) => {
        const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}:00.000`;
        expect(readTime(timeInWords(time)).value).toBe(time);
        expect(readTime(time).value).toBe(time);
      }),
    );
  });

  it('is, if anything, a time of day, for any text', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const { value, problem } = readTime(text);
        return value === null ? problem.length > 10 : /^([01]\d|2[0-3]):[0-5]\d:00\.000$/.test(value);
      }),
    );
  });
});

it('is said by the 12-hour clock', () => {
  expect(['00:05:00.000', '09:30', '12:00:00', '13:00:00.000'].map(timeInWords)).toEqual([
    '12:05 AM',
    '9:30 AM',
    '12:00 PM',
    '1:00 PM',
  ]);
});
