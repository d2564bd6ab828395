import { expect, it } from 'vitest';
import { doneInWords, meanwhileInWords, writerInWords } from './history';

it.each([
  ['published', null, 'Published'],
  ['restored', 3, 'Version 3 restored'],
  ['found', null, 'As it was before versions were kept'],
] as const)('what was done reads in words: %s', (action, restored, words) => {
  expect(doneInWords({ action, restored })).toBe(words);
});

it.each([
  ['Maya Lee', 'admin', 'Maya Lee'],
  ['Maya Lee', 'import', 'Maya Lee, from a spreadsheet'],
  ['', 'seed', 'when the site was set up'],
  ['', 'program', 'by the program'],
  ['', 'found', ''],
])('who did it reads in words: %s, %s', (name, source, words) => {
  expect(writerInWords({ name, source })).toBe(words);
});

const change = (words: string) => ({ field: 'title', words });
const NOW = Date.parse('2027-03-06T12:00:00Z');

it.each([
  [20_000, 'just now'],
  [70_000, 'a minute ago'],
  [600_000, '10 minutes ago'],
])('others’ changes are told in one message: after %d ms', (ago, when) => {
  expect(
    meanwhileInWords([{ name: 'Maya Lee', at: NOW - ago, changes: [change('A'), change('B')] }], NOW),
  ).toBe(`Maya Lee changed this after you opened it, ${when}: A; B.`);
});

it('the message stays short: several people, many changes, and none that one may read', () => {
  const changes = Array.from({ length: 9 }, (_, index) => change(`${index}`));
  const told = meanwhileInWords(
    [
      { name: 'Maya Lee', at: NOW - 60_000, changes },
      { name: 'Max Ray', at: NOW, changes: [] },
      { name: 'Maya Lee', at: NOW - 90_000, changes: [] },
    ],
    NOW,
  );
  expect(told).toBe(
    'Maya Lee and Max Ray changed this after you opened it, just now: 0; 1; 2; 3; 4; 5; and 3 more.',
  );
  expect(meanwhileInWords([{ name: 'Max Ray', at: NOW, changes: [] }], NOW)).toBe(
    'Max Ray changed this after you opened it, just now.',
  );
});
