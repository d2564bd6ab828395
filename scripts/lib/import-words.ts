import type { ApiProblem, ManyTold, Outcome } from '../../cms/src/rules/partner-api/answers.ts';

const NOW: Record<Outcome, string> = {
  created: 'new',
  changed: 'changed',
  cancelled: 'cancelled',
  unchanged: 'left alone',
  refused: 'refused',
};

/** What a text may do to a terminal, it does not. */
const plain = (text: string): string => text.replace(/\p{Cc}+/gu, ' ');

/** “C7 (Start): Is that 3:00 AM or 3:00 PM?” */
export function problemInWords({ cell, row, column, message }: ApiProblem): string {
  const place = cell ?? (row === undefined ? '' : `Row ${row}`);
  const where = column ? `${place} (${column})` : place;
  return plain(where ? `${where}: ${message}` : message);
}

/** What becomes of each row, a line each and more below it. */
export function rowsInWords({ workshops }: ManyTold): string[] {
  return workshops.flatMap(({ rows, outcome, title, changes, problems, remarks }) => [
    plain(`${rowsNamed(rows).padEnd(10)} ${NOW[outcome].padEnd(10)} ${title || '(no title)'}`.trimEnd()),
    ...[
      ...problems.map(problemInWords),
      ...(outcome === 'changed' || outcome === 'cancelled' ? changes.map(plain) : []),
      ...(outcome === 'unchanged' ? [] : remarks.map((remark) => `Look again: ${plain(remark)}`)),
    ].map((line) => `           ${line}`),
  ]);
}

const rowsNamed = (rows: number[]): string =>
  rows.length === 1 ? `Row ${rows[0]}` : `Rows ${rows[0]}–${rows.at(-1)}`;

/** “3 new, 1 changed, 12 left alone” */
export const countsInWords = ({ counts }: ManyTold): string =>
  (Object.entries(NOW) as [Outcome, string][])
    .flatMap(([outcome, words]) => (counts[outcome] > 0 ? [`${counts[outcome]} ${words}`] : []))
    .join(', ');

/** How the sheet was understood: its name, its columns, and what was done with it. */
export function sheetInWords({ sheet }: ManyTold): string[] {
  if (!sheet) return [];
  const columns = sheet.columns.map(
    ({ letter, name, field }) => `${letter} ${plain(name) || '(no name)'}: ${field ?? 'not used'}`,
  );
  // A file of text has no sheets with names.
  const named = sheet.name ? `Sheet “${plain(sheet.name)}”. ` : '';
  return [`${named}Columns: ${columns.join('; ')}.`, ...sheet.said.map(plain)];
}
