import { expect, it } from 'vitest';
import { type CountedRow, dayBefore, sumCounts, viewsByDay } from './counts';

const NOW = Date.parse('2027-01-15T12:00:00Z');
const rows: CountedRow[] = [
  { day: '2027-01-15', kind: 'view', subject: '/workshops', count: 2 },
  { day: '2027-01-14', kind: 'view', subject: '/workshops', count: 3 },
  { day: '2027-01-13', kind: 'view', subject: '/workshops', count: 4 },
  { day: '2027-01-14', kind: 'view', subject: '/quote', count: 9 },
  { day: '2027-01-13', kind: 'view', subject: '/contact', count: 1 },
  { day: '2027-01-15', kind: 'register', subject: 'workshop:a', count: 7 },
];

it('what was counted is added up, apart from what was before, the most first', () => {
  expect(sumCounts(rows, 'view', dayBefore(NOW, 1))).toEqual({
    ...{ now: 14, before: 5 },
    subjects: [
      { subject: '/quote', now: 9, before: 0 },
      { subject: '/workshops', now: 5, before: 4 },
    ],
  });
  expect(sumCounts(rows, 'nothing', dayBefore(NOW, 1))).toEqual({ now: 0, before: 0, subjects: [] });
});

it('views are told day by day, days without any among them', () => {
  expect(viewsByDay(rows, 4, NOW)).toEqual([0, 5, 12, 2]);
});
