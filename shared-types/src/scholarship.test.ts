import { describe, expect, it } from 'vitest';
import {
  isForState,
  type ScholarshipStanding,
  type ScholarshipTerms,
  scholarshipStanding,
  scholarshipsLeft,
} from './scholarship.js';

const national: ScholarshipTerms = {
  national: true,
  regions: [],
  opensOn: null,
  closesOn: null,
  deadlineZone: null,
  seats: null,
  seatsTaken: null,
};

describe('a scholarship', () => {
  it.each<[string, Partial<ScholarshipTerms>, ScholarshipStanding]>([
    ['without dates is always open', {}, 'open'],
    ['opens in the morning of its first day', { opensOn: '2027-03-01' }, 'open'],
    ['is not open yet the day before', { opensOn: '2027-03-02' }, 'upcoming'],
    ['is open on its last day', { closesOn: '2027-03-01' }, 'open'],
    ['is closed the day after', { closesOn: '2027-02-28' }, 'closed'],
    ['is full when all are given away', { seats: 10, seatsTaken: 10 }, 'full'],
    ['is full when more than all are', { seats: 10, seatsTaken: 12 }, 'full'],
    ['is open while one is left', { seats: 10, seatsTaken: 9 }, 'open'],
    ['is open while nobody counts those given away', { seats: 10 }, 'open'],
    ['is closed rather than full', { closesOn: '2027-02-28', seats: 1, seatsTaken: 1 }, 'closed'],
  ])('%s', (_, terms, standing) => {
    expect(scholarshipStanding({ ...national, ...terms }, new Date('2027-03-01T12:00:00Z'))).toBe(standing);
  });

  it.each([
    // 11:59 PM and midnight in each.
    ['Eastern', '2027-03-02T04:59:00Z', '2027-03-02T05:00:00Z'],
    ['Pacific', '2027-03-02T07:59:00Z', '2027-03-02T08:00:00Z'],
    ['Guam', '2027-03-01T13:59:00Z', '2027-03-01T14:00:00Z'],
    // Nobody said where, so it counts until the day has ended in American Samoa.
    [null, '2027-03-02T10:59:00Z', '2027-03-02T11:00:00Z'],
  ])('that closes in the zone %s does so at midnight there', (deadlineZone, before, after) => {
    const terms = { ...national, closesOn: '2027-03-01', deadlineZone };
    expect(scholarshipStanding(terms, new Date(before))).toBe('open');
    expect(scholarshipStanding(terms, new Date(after))).toBe('closed');
  });

  it.each([
    [10, 4, 6],
    [10, 10, 0],
    [10, 12, 0],
    [10, 0, 10],
    [10, null, null],
    [null, 4, null],
    [null, null, null],
  ])('of %s, with %s taken, has %s left', (seats, seatsTaken, left) => {
    expect(scholarshipsLeft({ seats, seatsTaken })).toBe(left);
  });

  it('for some states is for places there; what is nowhere is in none of them', () => {
    const inOregon = { ...national, national: false, regions: [{ state: null }, { state: 'OR' }] };
    const isFor = (terms: ScholarshipTerms) => ['OR', 'WA', null].map((state) => isForState(terms, state));
    expect(isFor(national)).toEqual([true, true, true]);
    expect(isFor(inOregon)).toEqual([true, false, false]);
  });
});
