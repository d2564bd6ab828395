import { distance } from 'fastest-levenshtein';
import { contentOf, looksLike } from './content';
import { SHEET_FIELDS, type SheetField } from './sheet';

/** What a column is about: a field, or the days. */
export type ColumnRole = SheetField | SessionRole;
export const SESSION_ROLES = ['date', 'start', 'end', 'dateAndTime'] as const;
export type SessionRole = (typeof SESSION_ROLES)[number];
export const COLUMN_ROLES = [...SHEET_FIELDS, ...SESSION_ROLES] as const;

/** A column of a sheet, as it is understood. */
export interface Column {
  /** By which a choice is for it: its name without what varies, and the how many’th of that name it is; " #2" for the second without a name. */
  key: string;
  /** As it stands in the sheet. */
  name: string;
  /** The first things in it. */
  sample: string[];
  field: ColumnRole | null;
  /** Which of a workshop’s sessions it is about, from 1 on; absent for all. */
  session?: number;
}

/** What somebody chose for a column, by its key. */
export interface ColumnChoice {
  key: string;
  field: ColumnRole | null;
  session?: number;
}

/** Whether a choice is for a column of some name, and so for that of the same name in the next sheet. */
export const isOfName = ({ key }: ColumnChoice): boolean => /^[a-z0-9]/.test(key);

/** Choices with others, which take the place of those for the same columns and come last. */
export const withChoices = (
  before: readonly ColumnChoice[],
  chosen: readonly ColumnChoice[],
): ColumnChoice[] => [...before.filter(({ key }) => !chosen.some((choice) => choice.key === key)), ...chosen];

/** What people call what a workshop has, in the words of `plain`. */
export const NAMES: Record<ColumnRole, readonly string[]> = {
  id: ['id', 'workshop id'],
  title: [
    'title',
    'workshop',
    'workshop title',
    'workshop name',
    'name of workshop',
    'name',
    'event',
    'event name',
    'event title',
    'course',
    'course title',
    'training',
    'subject',
  ],
  kind: ['kind', 'type', 'workshop type', 'kind of workshop', 'type of workshop', 'course type', 'program'],
  format: [
    'format',
    'delivery',
    'delivery method',
    'modality',
    'mode',
    'in person or virtual',
    'in person virtual',
    'virtual or in person',
    'virtual in person',
    'online or in person',
  ],
  status: ['status', 'availability', 'registration status'],
  visibility: ['visibility', 'who sees it', 'public or private', 'public private', 'open to'],
  timeZone: ['time zone', 'timezone', 'tz'],
  venueName: [
    'venue',
    'venue name',
    'location',
    'location name',
    'site',
    'site name',
    'place',
    'name of the place',
    'building',
    'school',
    'host site',
    'where',
    'facility',
  ],
  street: [
    'street',
    'street address',
    'address',
    'venue address',
    'location address',
    'address 1',
    'address line 1',
    'full address',
  ],
  city: ['city', 'town', 'city state', 'city st', 'city and state', 'city state zip'],
  state: ['state', 'st', 'state code'],
  zip: ['zip', 'zip code', 'zipcode', 'postal code', 'postcode', 'zip postal code'],
  fee: [
    'fee',
    'fees',
    'cost',
    'price',
    'fee per person',
    'cost per person',
    'price per person',
    'cost per participant',
    'registration fee',
    'tuition',
    'amount',
  ],
  capacity: [
    'places',
    'capacity',
    'seats',
    'spots',
    'max participants',
    'maximum participants',
    'max attendees',
    'max seats',
    'total seats',
    'number of seats',
    'enrollment cap',
    'limit',
  ],
  placesTaken: [
    'places taken',
    'seats taken',
    'registered',
    'number registered',
    'registered so far',
    'enrolled',
    'registrations',
    'signed up',
  ],
  registrationUrl: [
    'registration link',
    'registration url',
    'registration page',
    'registration',
    'register',
    'link',
    'url',
    'website',
    'sign up',
    'sign up link',
    'signup link',
    'rsvp link',
  ],
  notes: [
    'notes',
    'note',
    'comments',
    'comment',
    'description',
    'details',
    'additional information',
    'remarks',
  ],
  partner: ['partner', 'regional partner', 'organization', 'provider'],
  date: [
    'date',
    'dates',
    'day',
    'workshop date',
    'workshop dates',
    'event date',
    'session date',
    'start date',
    'first day',
    'date of workshop',
  ],
  start: [
    'start',
    'starts',
    'start time',
    'time start',
    'begin',
    'begins',
    'begin time',
    'from',
    'time',
    'times',
    'session time',
    'workshop time',
    'hours',
  ],
  end: ['end', 'ends', 'end time', 'time end', 'finish', 'finish time', 'until', 'to', 'stop time'],
  dateAndTime: ['date and time', 'date time', 'dates and times', 'datetime', 'when', 'schedule', 'sessions'],
};

/** Columns about the last of several days: a session more. */
const LAST_DAY = new Set(['end date', 'last day', 'last date', 'through', 'finish date']);

/** Whether a column is about the last of several days, of which it doesn't say whether those in between are meant. */
export const isLastDay = ({ name, field }: Column): boolean => field === 'date' && LAST_DAY.has(plain(name));

/** Words that say a column is about somebody or something else than the workshop. */
const OTHERS =
  /\b(?:contact|facilitators?|instructors?|trainers?|presenters?|coordinator|email|e mail|phone|district|grades?|invoice|created|updated|modified|timestamp|deadline|address 2|line 2)\b/;

/** Too common in names of other columns to say anything there. */
const COMMON = new Set([
  'id',
  'name',
  'type',
  'to',
  'from',
  'st',
  'time',
  'times',
  'day',
  'days',
  'state',
  'limit',
  'link',
  'mode',
  'subject',
  'where',
  'when',
  'end',
  'ends',
  'start',
  'until',
  'workshop',
  'event',
  'course',
  'training',
  'program',
  'amount',
  'site',
  'school',
  'note',
  'register',
  'registered',
  'registration',
]);

const ORDINALS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** A column’s name without what varies: "ZIP-Code*" → "zip code". */
export const plain = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** What a name says its column is about, and how surely: from 0 to 1. */
interface Match {
  role: ColumnRole;
  session?: number;
  certainty: number;
}

const isSessionRole = (role: ColumnRole | null): role is SessionRole =>
  SESSION_ROLES.includes(role as SessionRole);

const EXACT = new Map(
  Object.entries(NAMES).flatMap(([role, names]) => names.map((name) => [name, role as ColumnRole] as const)),
);

/** What a column is about, as far as its name says; null where it says nothing. */
export function matchName(name: string): Match | null {
  const words = plain(name);
  const short = plain(name.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '));
  for (const [text, certainty] of [
    [words, 1],
    [short, 0.95],
  ] as const) {
    const role = EXACT.get(text);
    if (role) return { role, certainty };
    if (LAST_DAY.has(text)) return { role: 'date', session: 2, certainty };
  }
  const numbered = ofSession(words);
  if (numbered) return numbered;
  if (OTHERS.test(words)) return null;
  return misspelt(short) ?? holding(short);
}

/** "Session 2 start", "Day 1", "3rd date", "End 2" */
function ofSession(words: string): Match | null {
  const parts = words.split(' ').map((word) => {
    const ordinal = ORDINALS.indexOf(word);
    return ordinal < 0 ? word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1') : String(ordinal + 1);
  });
  const joined = parts.join(' ').replace(/\b([a-z]+)(\d{1,2})\b/g, '$1 $2');
  const number = /\b([1-9]|[12]\d|30)\b/.exec(joined)?.[1];
  if (!number) return null;
  const session = Number(number);
  const rest = joined
    .replace(number, ' ')
    .replace(/\b(?:session|day|meeting|class|part|workshop|of)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (rest === '')
    return /\b(?:session|day|meeting|class|part)\b/.test(joined)
      ? { role: 'date', session, certainty: 0.9 }
      : null;
  const role = EXACT.get(rest) ?? null;
  return isSessionRole(role) ? { role, session, certainty: 0.9 } : null;
}

function misspelt(words: string): Match | null {
  if (words.length < 5) return null;
  const near = [...EXACT].find(
    ([name]) => name.length > 4 && distance(name, words) <= (words.length > 8 ? 2 : 1),
  );
  return near ? { role: near[1], certainty: 0.8 } : null;
}

/** By the longest name that a column’s own holds: "Workshop start time (Pacific)". */
function holding(words: string): Match | null {
  let best = '';
  for (const name of EXACT.keys())
    if (name.length > best.length && !COMMON.has(name) && ` ${words} `.includes(` ${name} `)) best = name;
  const role = EXACT.get(best);
  return role ? { role, certainty: 0.5 + best.length / 100 } : null;
}

/**
 * What each column is about: by what was chosen for it, else by its name, else by what is in it.
 * @param names as the sheet has them; '' for none
 * @param cells of each column, from the first row below its name on
 * @param choices the last one last
 */
export function matchColumns(
  names: string[],
  cells: string[][],
  choices: readonly ColumnChoice[],
  today: string,
): Column[] {
  const seen = new Map<string, number>();
  const columns = names.map((name, index): Column & { certainty: number } => {
    const words = plain(name);
    const nth = (seen.get(words) ?? 0) + 1;
    seen.set(words, nth);
    const key = nth === 1 ? words : `${words} #${nth}`;
    const filled = (cells[index] ?? []).filter((cell) => cell.trim() !== '');
    const base = { key, name, sample: filled.slice(0, 3).map((cell) => cell.slice(0, 80)) };
    const place = choices.findLastIndex((choice) => choice.key === key);
    const chosen = choices[place];
    if (chosen) {
      const { field, session } = chosen;
      // Of two columns chosen for one field, the later choice is meant.
      return { ...base, field, ...(session ? { session } : {}), certainty: 2 + place };
    }
    const match = byContent(matchName(name), contentOf(filled, today));
    return {
      ...base,
      field: match?.role ?? null,
      ...(match?.session ? { session: match.session } : {}),
      certainty: match?.certainty ?? 0,
    };
  });
  claim(columns);
  takeByContent(
    columns,
    cells.map((column) => contentOf(column, today)),
    new Set(choices.map(({ key }) => key)),
  );
  numberSessions(columns);
  return columns.map(({ certainty, ...column }) => column);
}

type Content = ReturnType<typeof contentOf>;

/** Corrects what a name says by what is in the column. */
function byContent(match: Match | null, content: Content): Match | null {
  if (!match || content.count === 0) return match;
  const to = (role: ColumnRole): Match => ({ ...match, role });
  switch (match.role) {
    case 'date':
    case 'start':
      if (looksLike(content, 'dateAndTime')) return to('dateAndTime');
      if (match.role === 'start' && looksLike(content, 'date')) return to('date');
      if (match.role === 'date' && looksLike(content, 'time')) return to('start');
      // "Saturday", or how many days there are.
      if (match.role === 'date' && looksLike(content, 'noDay')) return null;
      return match;
    case 'dateAndTime':
      return looksLike(content, 'date') ? to('date') : match;
    case 'kind':
      return looksLike(content, 'format') ? to('format') : match;
    case 'format':
      return looksLike(content, 'kind') ? to('kind') : match;
    case 'venueName':
    case 'street':
      return looksLike(content, 'cityAndState') ? to('city') : match;
    case 'state':
      return looksLike(content, 'status') ? to('status') : match;
    case 'registrationUrl':
      if (looksLike(content, 'status')) return to('status');
      return looksLike(content, 'number') ? to('placesTaken') : match;
    default:
      return match;
  }
}

/** Leaves a field to the column that is surest of it. */
function claim(columns: (Column & { certainty: number })[]): void {
  for (const column of columns) {
    if (!column.field || isSessionRole(column.field)) continue;
    const isBeaten = columns.some(
      (other, index) =>
        other !== column &&
        other.field === column.field &&
        (other.certainty > column.certainty ||
          (other.certainty === column.certainty && index < columns.indexOf(column))),
    );
    if (isBeaten) {
      column.field = null;
      column.certainty = 0;
    }
  }
}

/** What nothing but one field can be. */
const TELLING: [kind: keyof Content['shares'], role: ColumnRole][] = [
  ['dateAndTime', 'dateAndTime'],
  ['date', 'date'],
  ['url', 'registrationUrl'],
  ['cityAndState', 'city'],
  ['state', 'state'],
  ['zip', 'zip'],
  ['format', 'format'],
  ['kind', 'kind'],
];

/** Gives fields that no column is named after to columns without a name that says anything. */
function takeByContent(columns: Column[], contents: Content[], chosen: ReadonlySet<string>): void {
  const isTaken = (...roles: ColumnRole[]): boolean =>
    columns.some(({ field }) => field !== null && roles.includes(field));
  const hasDays = isTaken('date', 'dateAndTime');
  const hasTimes = isTaken('start', 'end', 'dateAndTime');
  columns.forEach((column, index) => {
    const content = contents[index];
    if (column.field || chosen.has(column.key) || OTHERS.test(plain(column.name)) || !content?.count) return;
    const found = TELLING.find(([kind]) => looksLike(content, kind))?.[1];
    if (found && (found === 'date' || found === 'dateAndTime' ? !hasDays : !isTaken(found)))
      column.field = found;
    else if (!found && !hasTimes && looksLike(content, 'time') && !isTaken('end'))
      column.field = isTaken('start') ? 'end' : 'start';
  });
  const untitled = columns.findIndex(
    ({ field, key, name }, index) =>
      !field && !chosen.has(key) && name === '' && looksLike(contents[index] ?? contentOf([], ''), 'words'),
  );
  const untitledColumn = columns[untitled];
  if (untitledColumn && !isTaken('title')) untitledColumn.field = 'title';
}

/** Says which session each column about days is about, where there are several. */
function numberSessions(columns: Column[]): void {
  const unnumbered = (role: ColumnRole): Column[] =>
    columns.filter(({ field, session }) => field === role && !session);
  const numbered = columns.some(
    ({ field, session }) => session && (field === 'date' || field === 'dateAndTime'),
  );
  for (const role of SESSION_ROLES) {
    const same = unnumbered(role);
    const isDay = role === 'date' || role === 'dateAndTime';
    if (same.length > 1 || (isDay && numbered)) {
      let next = 1;
      const taken = new Set(columns.filter(({ field }) => field === role).map(({ session }) => session));
      for (const column of same) {
        while (taken.has(next)) next++;
        column.session = next++;
      }
    }
  }
}
