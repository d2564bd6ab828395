import { describe, expect, it } from 'vitest';
import { type BlankTask, byDue, isOverdue, withTasks } from './blank-tasks';
import type { Blank } from './to-fill';

const blank = (fields: Partial<Blank> = {}): Blank => ({
  kind: 'text',
  uid: 'api::page.page',
  documentId: 'page',
  key: 'text heading',
  section: 7,
  place: 'sections.hero 1',
  message: 'Fill it in.',
  where: '',
  link: '/x',
  refused: true,
  ...fields,
});
const task = (fields: Partial<BlankTask> = {}): BlankTask => {
  const { uid, documentId, key, section, place } = blank();
  return { uid, documentId, key, section, place, who: 'Maya', by: null, ...fields };
};
const who = (blanks: Blank[], tasks: BlankTask[]) =>
  withTasks(blanks, tasks).listed.map((each) => each.task?.who ?? null);

describe('who is to fill in a blank', () => {
  it('is known again after sections were moved', () => {
    const moved = blank({ place: 'sections.hero 2' });
    const other = blank({ section: 8, place: 'sections.hero 1' });
    expect(who([other, moved], [task()])).toEqual([null, 'Maya']);
  });

  it('is known again after all sections were written anew, as when a version is restored', () => {
    const [first, second] = [blank({ section: 20 }), blank({ section: 21, place: 'sections.hero 2' })];
    expect(
      who([first, second], [task(), task({ section: 8, place: 'sections.hero 2', who: 'Dee' })]),
    ).toEqual(['Maya', 'Dee']);
  });

  it('is of that field, kind and page alone', () => {
    const others = [
      blank({ key: 'text body' }),
      blank({ key: 'figure heading' }),
      blank({ documentId: 'other' }),
      blank({ uid: 'api::site.site' }),
    ];
    expect(who(others, [task()])).toEqual([null, null, null, null]);
  });

  it('of a figure is told on each page that quotes it', () => {
    const quoted = blank({ uid: 'api::figure.figure', key: 'figure value', section: null, place: '' });
    expect(who([quoted, { ...quoted }], [task({ ...quoted })])).toEqual(['Maya', 'Maya']);
  });

  it('is forgotten with the blank', () => {
    const gone = task({ key: 'text body' });
    expect(withTasks([blank()], [task(), gone]).gone).toEqual([gone]);
  });
});

it('comes first when it is due first, and last when nobody said', () => {
  const listed = (by: string | null) => ({ ...blank(), task: { who: '', by } });
  const group = (name: string, by: string | null) => ({
    name,
    link: name,
    blanks: [{ ...blank(), task: null }, listed(by)],
  });
  const groups = [group('a', null), group('b', '2027-02-01'), group('c', '2027-01-01'), group('d', null)];
  expect(byDue(groups).map(({ name }) => name)).toEqual(['c', 'b', 'a', 'd']);
  expect(isOverdue(listed('2027-01-01'), '2027-01-02')).toBe(true);
  expect(isOverdue(listed('2027-01-01'), '2027-01-01')).toBe(false);
  expect(isOverdue(listed(null), '2027-01-01')).toBe(false);
});
