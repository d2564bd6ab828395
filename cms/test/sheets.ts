import { expect, vi } from 'vitest';
import type { SheetSession, SheetWorkshop } from '../src/rules/spreadsheet/sheet';
import { day, type Fields, type Person } from './stories';

/** A day as a sheet has it: so many days from today, from nine to four. */
export const sheetDay = (fromToday: number): SheetSession => ({
  date: day(fromToday),
  startTime: '9:00 AM',
  endTime: '4:00 PM',
});

/** A row of a sheet: a workshop in Seattle in 20 days, unless it says otherwise. */
export const row = (
  number: number,
  values: SheetWorkshop['values'] = {},
  sessions: SheetSession[] = [sheetDay(20)],
): SheetWorkshop => ({
  rows: [number],
  values: { title: 'Deep Dive in Seattle', kind: 'Deep Dive', zip: '98101', ...values },
  sessions,
});

/** What is said of a rehearsed sheet: of each row its fate and what is wrong with it. */
export async function rehearsed(person: Person, workshops: SheetWorkshop[], more: Fields = {}) {
  const { status, body } = await person.ask('/imports/spreadsheet/rehearse', { workshops, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.workshops as {
    fate: string;
    documentId?: string;
    changes: string[];
    remarks: string[];
    problems: Fields[];
  }[];
}

/** Has a sheet imported, and waits until it is done; resolves with how it ended. */
export async function imported(
  person: Person,
  workshops: SheetWorkshop[],
  more: Fields = {},
): Promise<Fields> {
  const { status, body } = await person.ask('/imports/spreadsheet', {
    workshops,
    publish: true,
    name: 'Workshops.xlsx',
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return ended(person, Number(body.id));
}

/** Waits until an import is no longer under way; resolves with how it ended. */
export const ended = (person: Person, id: number): Promise<Fields> =>
  vi.waitFor(
    async () => {
      const { body } = await person.ask(`/imports/spreadsheet/${id}`);
      expect(['done', 'refused', 'undone']).toContain(body.state);
      return body;
    },
    { timeout: 60_000, interval: 50 },
  );

/** Cells of CSV, row by row. */
export function cellsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv
    .replace(/^\uFEFF/, '')
    .matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
