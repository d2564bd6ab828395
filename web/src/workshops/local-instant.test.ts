import { describe, expect, it } from 'vitest';
import { localInstant } from './local-instant';

describe('localInstant', () => {
  it.each([
    ['2027-03-06T17:00:00Z', 'America/Los_Angeles', '2027-03-06T09:00:00-08:00'],
    ['2027-07-06T16:00:00.000Z', 'America/Los_Angeles', '2027-07-06T09:00:00-07:00'],
    ['2027-03-07T02:00:00Z', 'America/New_York', '2027-03-06T21:00:00-05:00'],
    ['2027-03-14T09:59:59.999Z', 'America/Los_Angeles', '2027-03-14T01:59:59-08:00'],
    ['2027-03-14T10:00:00Z', 'America/Los_Angeles', '2027-03-14T03:00:00-07:00'],
    ['2027-11-07T06:30:00Z', 'America/New_York', '2027-11-07T01:30:00-05:00'],
    ['2027-03-06T14:00:00Z', 'Pacific/Guam', '2027-03-07T00:00:00+10:00'],
    ['2027-03-06T10:30:00Z', 'Pacific/Pago_Pago', '2027-03-05T23:30:00-11:00'],
    ['2027-03-06T12:00:00Z', 'Asia/Kolkata', '2027-03-06T17:30:00+05:30'],
    ['2027-01-01T00:00:00Z', 'UTC', '2027-01-01T00:00:00+00:00'],
  ])('%s in %s is %s', (instant, timeZone, expected) => {
    expect(localInstant(instant, timeZone)).toBe(expected);
    expect(Date.parse(expected)).toBe(Math.floor(Date.parse(instant) / 1000) * 1000);
  });

  it('refuses what is no instant and no time zone', () => {
    expect(() => localInstant('tomorrow', 'America/Denver')).toThrow(RangeError);
    expect(() => localInstant('2027-01-01T00:00:00Z', 'Nowhere')).toThrow(RangeError);
  });
});
