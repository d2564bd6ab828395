import { describe, expect, it } from 'vitest';
import type { ManyTold } from '../../cms/src/rules/partner-api/answers.ts';
import { countsInWords, problemInWords, rowsInWords, sheetInWords } from './import-words.ts';

const told = (more: Partial<ManyTold> = {}): ManyTold => ({
  dryRun: true,
  partner: { name: 'Far West', slug: 'far-west' },
  sheet: null,
  counts: { created: 0, changed: 0, cancelled: 0, unchanged: 0, refused: 0 },
  workshops: [],
  import: null,
  ...more,
});
const row = (more: Partial<ManyTold['workshops'][number]>) => ({
  id: null,
  rows: [2],
  outcome: 'created' as const,
  title: 'Deep Dive',
  changes: [],
  remarks: [],
  problems: [],
  ...more,
});

describe('what is said of an import', () => {
  it('is a line for each row, and below it why', () => {
    const workshops = [
      row({ remarks: ['It is a holiday.'] }),
      row({ rows: [3, 4], outcome: 'changed', changes: ['Title: “A” → “B”'] }),
      row({ rows: [5], outcome: 'unchanged', title: '' }),
      row({
        rows: [7],
        outcome: 'refused',
        problems: [{ field: 'zip', message: 'We know no such ZIP code.', row: 7, cell: 'C7', column: 'ZIP' }],
      }),
    ];
    expect(rowsInWords(told({ workshops }))).toEqual([
      'Row 2      new        Deep Dive',
      '           Look again: It is a holiday.',
      'Rows 3–4   changed    Deep Dive',
      '           Title: “A” → “B”',
      'Row 5      left alone (no title)',
      'Row 7      refused    Deep Dive',
      '           C7 (ZIP): We know no such ZIP code.',
    ]);
  });

  it('names the cell, else the row, else nothing', () => {
    expect(problemInWords({ field: 'id', message: 'No.', row: 7 })).toBe('Row 7: No.');
    expect(problemInWords({ field: 'file', message: 'No.' })).toBe('No.');
  });

  it('does nothing to the terminal', () => {
    const [line] = rowsInWords(told({ workshops: [row({ title: 'a\u001b[2J\u0007b' })] }));
    expect(line).toBe('Row 2      new        a [2J b');
  });

  it('counts what there is', () => {
    expect(
      countsInWords(told({ counts: { created: 2, changed: 0, cancelled: 1, unchanged: 0, refused: 3 } })),
    ).toBe('2 new, 1 cancelled, 3 refused');
  });

  it('says how the sheet was understood', () => {
    const sheet = {
      name: 'Spring',
      said: ['Row 9 is left out.'],
      columns: [
        { letter: 'A', name: 'Ref', field: 'id' },
        { letter: 'B', name: '', field: null },
      ],
    };
    expect(sheetInWords(told({ sheet }))).toEqual([
      'Sheet “Spring”. Columns: A Ref: id; B (no name): not used.',
      'Row 9 is left out.',
    ]);
    expect(sheetInWords(told({ sheet: { ...sheet, name: '', columns: [], said: [] } }))).toEqual([
      'Columns: .',
    ]);
  });
});
