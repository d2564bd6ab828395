import { describe, expect, it } from 'vitest';
import type { ColumnRole } from './columns';
import { cellWhere, columnLetter } from './where';

const columns = (...roles: [name: string, field: ColumnRole | null, session?: number][]) =>
  roles.map(([name, field, session]) => ({
    key: name,
    name,
    sample: [],
    field,
    ...(session && { session }),
  }));
const day = { date: '3/6/2027', startTime: '9', endTime: '4' };
const workshop = (rows: number[], sessions = 1) => ({
  rows,
  values: {},
  sessions: Array.from({ length: sessions }, () => day),
});
const said = (...of: Parameters<typeof cellWhere>): string => {
  const { row, letter, name } = cellWhere(...of);
  return `${letter ?? ''}${row} ${name}`.trim();
};

describe('the cell that a problem is about', () => {
  it('is in the column of its field', () => {
    const sheet = columns(['Title', 'title'], ['Remarks', null], ['ZIP', 'zip']);
    expect(said('zip', workshop([7]), sheet)).toBe('C7 ZIP');
    expect(said('notes', workshop([7]), sheet)).toBe('7');
  });

  it('of a session is in its own columns, or in that for all', () => {
    const sheet = columns(['Title', 'title'], ['Day 1', 'date', 1], ['Day 2', 'date', 2], ['Start', 'start']);
    expect(said('sessions.1.date', workshop([7], 2), sheet)).toBe('C7 Day 2');
    expect(said('sessions.1.startTime', workshop([7], 2), sheet)).toBe('D7 Start');
    expect(said('sessions.1.endTime', workshop([7], 2), sheet)).toBe('D7 Start');
  });

  it('of a session that has a row of its own is in that row', () => {
    const sheet = columns(['Title', 'title'], ['When', 'dateAndTime']);
    expect(said('sessions.1.startTime', workshop([7, 8], 2), sheet)).toBe('B8 When');
  });

  it('is not guessed at where it could be several', () => {
    const days = columns(['Title', 'title'], ['Day 1', 'date', 1], ['Day 2', 'date', 2]);
    expect(said('sessions.0.date', workshop([7], 1), days)).toBe('7');
    expect(said('sessions.1.date', workshop([7], 2), columns(['Dates', 'date']))).toBe('7');
  });
});

it('columns go on after Z', () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
});
