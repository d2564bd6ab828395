import { type BlankCounts, isOverdue, type ListedBlank } from '../../rules/blank-tasks';
import { dateInWords } from '../../rules/typed';

/** “Maya, by Saturday, March 6, 2027” and whether that day has passed; null when nothing was noted. */
export function taskInWords(blank: ListedBlank, today: string): string | null {
  if (!blank.task) return null;
  const { who, by } = blank.task;
  const words = [who, by && `${who ? 'by' : 'By'} ${dateInWords(by)}`].filter(Boolean).join(', ');
  return isOverdue(blank, today) ? `${words}: overdue` : words;
}

/** “12 blanks in 3 places, 2 of them overdue.” */
export function countInWords(groups: { blanks: ListedBlank[] }[], today: string): string {
  const blanks = groups.flatMap((group) => group.blanks);
  const overdue = blanks.filter((blank) => isOverdue(blank, today)).length;
  const late = overdue === 0 ? '' : overdue === 1 ? ', one of them overdue' : `, ${overdue} of them overdue`;
  return `${blanks.length === 1 ? 'One blank' : `${blanks.length} blanks`} in ${groups.length === 1 ? 'one place' : `${groups.length} places`}${late}.`;
}

/** “3 blanks” of a page; null where nobody has looked at it. */
export function leftInWords({ pages, isWhole }: BlankCounts, documentId: string): string | null {
  const left = pages[documentId] ?? 0;
  if (left === 0) return isWhole ? 'Nothing' : null;
  return left === 1 ? '1 blank' : `${left} blanks`;
}
