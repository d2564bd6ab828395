import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../docs/decisions');
const files = readdirSync(folder).sort();
const number = (file: string): number => Number(file.slice(0, 4));

test('decisions are numbered without a gap', () => {
  expect(files.map(number)).toEqual(files.map((_, index) => index + 1));
});

test.each(files)('%s says its number, date and status', (file) => {
  const [title, , status] = readFileSync(path.join(folder, file), 'utf8').split('\n');
  expect(title).toMatch(new RegExp(`^# ${number(file)}\\. \\S`));
  expect(status).toMatch(/^\d{4}-\d\d-\d\d · (Accepted|Superseded by \d+)(, amended by \d+(, \d+)*)?$/);
  for (const [other] of (status ?? '').split('·')[1]?.matchAll(/\d+/g) ?? [])
    expect(files.map(number)).toContain(Number(other));
});
