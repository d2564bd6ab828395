import { expect, it } from 'vitest';
import type { ListedBlank } from '../../rules/blank-tasks';
import { countInWords, leftInWords, taskInWords } from './words';

const TODAY = '2027-03-07';
const blank = (task: ListedBlank['task']): ListedBlank => ({
  kind: 'note',
  uid: 'api::page.page',
  documentId: 'a',
  key: 'note note',
  section: 'sections.hero #1',
  place: 'sections.hero 1',
  message: 'Open',
  where: '',
  link: '/x',
  refused: false,
  task,
});

it.each([
  [null, null],
  [{ who: 'Maya', by: null }, 'Maya'],
  [{ who: 'Maya', by: '2027-03-08' }, 'Maya, by Monday, March 8, 2027'],
  [{ who: '', by: '2027-03-07' }, 'By Sunday, March 7, 2027'],
  [{ who: 'Maya', by: '2027-03-06' }, 'Maya, by Saturday, March 6, 2027: overdue'],
])('says who is to fill it in, and by when: %j', (task, words) => {
  expect(taskInWords(blank(task), TODAY)).toBe(words);
});

it('counts blanks and what is overdue', () => {
  const late = blank({ who: '', by: '2027-01-01' });
  expect(countInWords([{ blanks: [blank(null)] }], TODAY)).toBe('One blank in one place.');
  expect(countInWords([{ blanks: [late, blank(null)] }, { blanks: [blank(null)] }], TODAY)).toBe(
    '3 blanks in 2 places, one of them overdue.',
  );
  expect(countInWords([{ blanks: [late, late] }], TODAY)).toContain('2 of them overdue');
});

it('says how much a page still lacks, and nothing of one that was not looked at', () => {
  const pages = { a: 1, b: 3 };
  const said = (isWhole: boolean) => ['a', 'b', 'c'].map((id) => leftInWords({ pages, isWhole }, id));
  expect(said(true)).toEqual(['1 blank', '3 blanks', 'Nothing']);
  expect(said(false)).toEqual(['1 blank', '3 blanks', null]);
});
