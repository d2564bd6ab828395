import { quotedCell } from './cells';
import { COLUMN_NAMES } from './export';
import { SHEET_FIELDS, type SheetField, type SheetSession, type SheetWorkshop } from './sheet';

const SESSION_PARTS = ['date', 'startTime', 'endTime'] as const satisfies (keyof SheetSession)[];
const PART_NAMES: Record<keyof SheetSession, string> = { date: 'Date', startTime: 'Start', endTime: 'End' };

/** One cell of a workshop of a sheet, as reports name it: "zip", "sessions.0.date". */
type CellPlace = { field: SheetField } | { session: number; part: keyof SheetSession };

function placeOf(path: string): CellPlace | null {
  const [first = '', index, part] = path.split('.');
  const field = SHEET_FIELDS.find((name) => name === first);
  if (field) return { field };
  const wanted = SESSION_PARTS.find((name) => name === part);
  return first === 'sessions' && wanted && /^\d{1,2}$/.test(index ?? '')
    ? { session: Number(index), part: wanted }
    : null;
}

/** What a cell is called, as columns of an export are: "ZIP code", "Date 2"; null for what is no cell. */
export function cellName(path: string): string | null {
  const place = placeOf(path);
  if (!place) return null;
  return 'field' in place ? COLUMN_NAMES[place.field] : `${PART_NAMES[place.part]} ${place.session + 1}`;
}

/** What stands in a cell. */
export function cellText({ values, sessions }: SheetWorkshop, path: string): string {
  const place = placeOf(path);
  if (!place) return '';
  return ('field' in place ? values[place.field] : sessions?.[place.session]?.[place.part]) ?? '';
}

/** The workshop with another text in a cell; a session that there isn’t yet is added. */
export function withCell(workshop: SheetWorkshop, path: string, text: string): SheetWorkshop {
  const place = placeOf(path);
  if (!place) return workshop;
  if ('field' in place) return { ...workshop, values: { ...workshop.values, [place.field]: text } };
  const sessions = [...(workshop.sessions ?? [])];
  while (sessions.length <= place.session) sessions.push({ date: '', startTime: '', endTime: '' });
  return {
    ...workshop,
    sessions: sessions.map((session, index) =>
      index === place.session ? { ...session, [place.part]: text } : session,
    ),
  };
}

/** All cells of a workshop: those of the sheet’s columns, and its sessions. */
export const cellsOf = ({ values, sessions = [] }: SheetWorkshop): string[] => [
  ...SHEET_FIELDS.filter((field) => values[field] !== undefined),
  ...sessions.flatMap((_, index) => SESSION_PARTS.map((part) => `sessions.${index}.${part}`)),
];

/** Workshops of a sheet as a sheet again, in rows of cells, a row for each, with what was mended in it. */
export function correctedSheet(workshops: SheetWorkshop[]): string[][] {
  const fields = SHEET_FIELDS.filter((field) => workshops.some(({ values }) => values[field] !== undefined));
  const most = workshops.reduce((count, { sessions = [] }) => Math.max(count, sessions.length), 0);
  const days = Array.from({ length: most }, (_, index) =>
    SESSION_PARTS.map((part) => `sessions.${index}.${part}`),
  ).flat();
  const paths = [...fields, ...days];
  return [
    paths.map((path) => cellName(path) ?? ''),
    ...workshops.map((workshop) => paths.map((path) => quotedCell(cellText(workshop, path)))),
  ];
}
