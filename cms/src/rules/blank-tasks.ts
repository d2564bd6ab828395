import type { Blank, BlankName } from './to-fill';

/** Who is to fill in a blank, and by when. */
export interface BlankTask extends BlankName {
  who: string;
  /** "2027-03-06"; null when no day was named. */
  by: string | null;
  /** The sections that its document had when it was noted, as `toFill` has them. */
  rows: string[];
}

export interface ListedBlank extends Blank {
  task: Pick<BlankTask, 'who' | 'by'> | null;
}

/** An entry of which something is still to be filled in. */
export interface BlanksGroup {
  /** “Deep Dive” (Page) */
  name: string;
  link: string;
  blanks: ListedBlank[];
}

/** GET /blanks of the admin's API. */
export interface BlanksReport {
  /** Those with something overdue first, then those due first. */
  groups: BlanksGroup[];
  /** Names that others with an account for the admin have, to choose from. */
  colleagues: string[];
  /** How many pages were not looked at, since there are too many. */
  more: number;
}

/** GET /blanks/counts of the admin's API. */
export interface BlankCounts {
  /** By page, how many blanks it has; a page without any isn't there. */
  pages: Record<string, number>;
  /** Whether all pages were looked at. */
  isWhole: boolean;
}

export const LONGEST_WHO = 120;

/**
 * Blanks with what was noted about them. A note is of the blank in its section's row, or when its document was written anew
 * since, of the one in the same place among sections of its kind.
 * @param rows the sections there are, as `toFill` has them
 * @returns `gone`: the notes of blanks that were filled in, or whose section was deleted
 */
export function withTasks<Task extends BlankTask>(
  blanks: Blank[],
  tasks: Task[],
  rows: Iterable<string>,
): { listed: ListedBlank[]; gone: Task[] } {
  const left = new Set(tasks);
  const found = new Map<Blank, Task>();
  for (const isSame of [isSameRow, isSamePlaceAmong(rows)])
    for (const blank of blanks) {
      if (found.has(blank)) continue;
      const task = [...left].find((each) => isSameField(each, blank) && isSame(each, blank));
      if (!task) continue;
      found.set(blank, task);
      // A figure's is told wherever the figure is quoted.
      if (blank.place) left.delete(task);
    }
  const used = new Set(found.values());
  return {
    listed: blanks.map((blank) => {
      const task = found.get(blank);
      return { ...blank, task: task ? { who: task.who, by: task.by } : null };
    }),
    gone: tasks.filter((task) => !used.has(task)),
  };
}

/**
 * What was noted about a blank, by the same rule: more than one note only where its section was noted twice, before it was saved
 * and after.
 */
export function notesOf<Task extends BlankTask>(
  blank: BlankName,
  tasks: Task[],
  rows: Iterable<string>,
): Task[] {
  const isSamePlace = isSamePlaceAmong(rows);
  return tasks.filter(
    (task) => isSameField(task, blank) && (isSameRow(task, blank) || isSamePlace(task, blank)),
  );
}

const isSameField = (one: BlankName, other: BlankName): boolean =>
  one.uid === other.uid && one.documentId === other.documentId && one.key === other.key;

const isSameRow = (one: BlankName, other: BlankName): boolean =>
  one.section === other.section && (one.section !== '' || one.place === other.place);

/** Whether a note's row is gone, but not by being deleted among others that stayed: that would hand its note to the next of its kind. */
function isSamePlaceAmong(rows: Iterable<string>): (task: BlankTask, blank: BlankName) => boolean {
  const present = new Set(rows);
  return (task, blank) =>
    task.place === blank.place && (task.section === '' || !task.rows.some((row) => present.has(row)));
}

/** Whether the day that was named has passed. */
export const isOverdue = ({ task }: ListedBlank, today: string): boolean =>
  task?.by !== undefined && task.by !== null && task.by < today;

/** Groups by when something of them is due; those of which nothing is come last, in the order they had. */
export function byDue(groups: BlanksGroup[]): BlanksGroup[] {
  const due = ({ blanks }: BlanksGroup): string =>
    blanks.map(({ task }) => task?.by ?? '9999').reduce((first, by) => (by < first ? by : first), '9999');
  return [...groups].sort((one, other) => due(one).localeCompare(due(other)));
}
