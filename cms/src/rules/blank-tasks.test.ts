import { describe, expect, it } from 'vitest';
import { type BlankTask, byDue, isOverdue, notesOf, withTasks } from './blank-tasks';
import type { Blank } from './to-fill';

const blank = (fields: Partial<Blank> = {}): Blank => ({
  kind: 'text',
  uid: 'api::page.page',
  documentId: 'page',
  key: 'text heading',
  section: 'sections.hero #7',
  place: 'sections.hero 1',
  message: 'Fill it in.',
  where: '',
  link: '/x',
  refused: true,
  ...fields,
});
const task = (fields: Partial<BlankTask> = {}): BlankTask => {
  const { uid, documentId, key, section, place } = blank();
  return {
    ...{ uid, documentId, key, section, place, who: 'Maya', by: null },
    rows: ['sections.hero #7', 'sections.hero #8'],
    ...fields,
  };
};
const who = (blanks: Blank[], tasks: BlankTask[], rows = blanks.map(({ section }) => section)) =>
  withTasks(blanks, tasks, rows).listed.map((each) => each.task?.who ?? null);

describe('who is to fill in a blank', () => {
  it('is known again after sections were moved', () => {
    const moved = blank({ place: 'sections.hero 2' });
    const other = blank({ section: 'sections.hero #8', place: 'sections.hero 1' });
    expect(who([other, moved], [task()])).toEqual([null, 'Maya']);
  });

  it('is known again after all sections were written anew, as when a version is restored', () => {
    const [first, second] = [
      blank({ section: 'sections.hero #20' }),
      blank({ section: 'sections.hero #21', place: 'sections.hero 2' }),
    ];
    expect(
      who(
        [first, second],
        [task(), task({ section: 'sections.hero #8', place: 'sections.hero 2', who: 'Dee' })],
      ),
    ).toEqual(['Maya', 'Dee']);
  });

  it('is not of another section that took the place of one that was filled in', () => {
    const other = blank({ section: 'sections.hero #8' });
    expect(who([other], [task()], ['sections.hero #7', 'sections.hero #8'])).toEqual([null]);
  });

  it('is not handed on to the next section when its own is deleted', () => {
    const next = blank({ section: 'sections.hero #8' });
    expect(who([next], [task()])).toEqual([null]);
    expect(withTasks([next], [task()], ['sections.hero #8']).gone).toEqual([task()]);
  });

  it('is known again once a section is saved that was noted before', () => {
    const unsaved = task({ section: '', place: 'sections.hero 3' });
    const typed = blank({ section: '', place: 'sections.hero 3' });
    const saved = blank({ section: 'sections.hero #9', place: 'sections.hero 3' });
    const rows = ['sections.hero #7', 'sections.hero #8', 'sections.hero #9'];
    expect(who([typed], [unsaved], rows.slice(0, 2))).toEqual(['Maya']);
    expect(who([saved], [unsaved], rows)).toEqual(['Maya']);
    expect(who([blank({ section: '', place: 'sections.hero 4' })], [unsaved], rows)).toEqual([null]);
  });

  it('is replaced wherever it is shown, also after all sections were written anew', () => {
    const anew = blank({ section: 'sections.hero #20' });
    const other = task({ section: 'sections.hero #8', place: 'sections.hero 2' });
    expect(notesOf(anew, [task(), other], ['sections.hero #20', 'sections.hero #21'])).toEqual([task()]);
    expect(notesOf(blank(), [task(), other], task().rows)).toEqual([task()]);
    expect(notesOf(blank({ section: 'sections.hero #8' }), [task()], ['sections.hero #8'])).toEqual([]);
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
    const quoted = blank({ uid: 'api::figure.figure', key: 'figure value', section: '', place: '' });
    expect(who([quoted, { ...quoted }], [task({ ...quoted })])).toEqual(['Maya', 'Maya']);
  });

  it('is forgotten with the blank', () => {
    const gone = task({ key: 'text body' });
    expect(withTasks([blank()], [task(), gone], []).gone).toEqual([gone]);
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
