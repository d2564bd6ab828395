/** A workshop as a sheet has it: texts as they stood there, to be read by the form's own parsers (rules/typed). What no column has is absent; '' empties. */
export interface SheetWorkshop {
  /** Rows of the sheet it came from, as spreadsheets count them (the first is 1). */
  rows: number[];
  values: Partial<Record<SheetField, string>>;
  /** In the sheet's order; absent when no column is about days. */
  sessions?: SheetSession[];
}
export interface SheetSession {
  date: string;
  startTime: string;
  endTime: string;
}
export const SHEET_FIELDS = [
  'id',
  'title',
  'kind',
  'format',
  'status',
  'visibility',
  'timeZone',
  'venueName',
  'street',
  'city',
  'state',
  'zip',
  'fee',
  'capacity',
  'placesTaken',
  'registrationUrl',
  'notes',
  'partner',
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];
/** What is to become of a workshop of a sheet. */
export type Fate = 'create' | 'change' | 'same' | 'cancel' | 'refused';
export interface RowReport {
  rows: number[];
  fate: Fate;
  /** The workshop's title, as it will be. */
  title: string;
  /** documentId of the workshop that is changed, cancelled or left as it is. */
  documentId?: string;
  /** Why it is refused: by field ("sessions.0.date", "zip"), in the form's own words. */
  problems: { field: string; message: string }[];
  /** Worth a second look; no reason to refuse. */
  remarks: string[];
  /** What a change changes, in the words of the history (rules/versions/changes). */
  changes: string[];
}
export interface ImportReport {
  workshops: RowReport[];
  counts: Record<Fate, number>;
}
