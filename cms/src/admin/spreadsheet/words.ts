import type { ColumnRole } from '../../rules/spreadsheet/columns';
import { COLUMN_NAMES } from '../../rules/spreadsheet/export';
import type { ImportEntry } from '../../rules/spreadsheet/imports';
import type { Fate, ImportReport } from '../../rules/spreadsheet/sheet';
import { numberInWords } from '../../rules/typed';

/** What columns can be about, as people choose it. */
export const ROLE_NAMES: Record<ColumnRole, string> = {
  ...COLUMN_NAMES,
  date: 'Date',
  start: 'Starts',
  end: 'Ends',
  dateAndTime: 'Date and time',
};

const FATE_NAMES: Record<Fate, string> = {
  create: 'New',
  change: 'Changes',
  same: 'Already so',
  cancel: 'Cancelled',
  refused: 'Not yet',
};

export const fateInWords = (fate: Fate): string => FATE_NAMES[fate];

/** 1, "workshop" → "1 workshop" */
export const counted = (count: number, noun: string): string =>
  `${numberInWords(count)} ${noun}${count === 1 ? '' : 's'}`;

/** "3 new, 1 changes, 12 already so, 2 not yet" */
export const countsInWords = ({ counts }: ImportReport): string =>
  (
    [
      [counts.create, 'new'],
      [counts.change, counts.change === 1 ? 'changes' : 'change'],
      [counts.cancel, counts.cancel === 1 ? 'is cancelled' : 'are cancelled'],
      [counts.same, 'already so'],
      [counts.refused, 'not yet'],
    ] as const
  )
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${numberInWords(count)} ${words}`)
    .join(', ');

const ROWS_SAID = 4;

/** [4] → "Row 4"; [4, 5, 6] → "Rows 4, 5, 6" */
export function rowsInWords(rows: number[]): string {
  const said = rows.slice(0, ROWS_SAID).map(numberInWords).join(', ');
  return `${rows.length === 1 ? 'Row' : 'Rows'} ${said}${rows.length > ROWS_SAID ? ', …' : ''}`;
}

const STATES: Record<ImportEntry['state'], string> = {
  writing: 'Under way',
  publishing: 'Under way',
  done: 'Done',
  'turning-back': 'Refused: it is taken back',
  refused: 'Refused: nothing was changed',
  undoing: 'Is being undone',
  undone: 'Undone',
};

export const stateInWords = ({ state, reason }: ImportEntry): string =>
  reason ? `${STATES[state]}. ${reason}` : STATES[state];

/** Whether an import will be otherwise without anybody doing anything. */
export const isMoving = ({ state }: ImportEntry): boolean =>
  state === 'writing' || state === 'publishing' || state === 'turning-back' || state === 'undoing';
