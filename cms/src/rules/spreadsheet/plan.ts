import { dayInLastZone, type GroupPrice } from '@deep-dive/shared-types';
import { findZip } from '../../places/zips';
import { asList, type Entry, type GetModel } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import type { Published } from '../blanks';
import { whereAndWhen } from '../derived';
import { unfitProblems } from '../fit';
import { inputProblems } from '../input';
import { type Problem, withMore } from '../problem';
import { workshopRemarks } from '../remarks';
import type { Session } from '../schedule';
import { feeNotes } from '../terms';
import { type PartnerTerritory, partnerFor } from '../territory';
import { asSeen, dateInWords } from '../typed';
import type { Venue } from '../venue';
import { changesBetween } from '../versions/changes';
import type { Content } from '../versions/content';
import { unquoted } from './cells';
import { fieldsOf, type SheetFields } from './fields';
import { dayAndPlace, firstDay, Identities, type Known } from './identity';
import type { Fate, ImportReport, RowReport, SheetField, SheetWorkshop } from './sheet';
import { saysYear, yearsMeant } from './years';

/** What is around the workshops of a sheet. */
export interface Surroundings {
  /** Whose they are to be. */
  partner: { documentId: string; name: string; slug: string; groupPrices: Partial<GroupPrice>[] };
  /** All partners, with where they serve. */
  partners: (PartnerTerritory & { name: string })[];
  /** The partner's workshops. */
  known: Known[];
  published: Published;
  /** The national value of a place, in dollars; null while it is not published. */
  value: number | null;
  /** Whether they are to be published; else they become drafts. */
  publish: boolean;
  now: Date;
  getModel: GetModel;
}

/** What is to be done for a workshop of a sheet, and what is said of it. */
export interface Step {
  report: RowReport;
  /** The fields that are saved: all of a new workshop, of another those that change. */
  data: Entry;
  /** What the partner's sheets call it from now on; null when nothing new. */
  ownId: string | null;
}

/** Where a sheet says what the form says elsewhere. */
const COLUMNS: Record<string, string> = {
  availability: 'status',
  virtualTimeZone: 'timeZone',
  feeKind: 'fee',
  feeAmount: 'fee',
  'venue.name': 'venueName',
  'venue.street': 'street',
  'venue.city': 'city',
  'venue.state': 'state',
  'venue.zip': 'zip',
  venue: 'zip',
};

/**
 * Works out, workshop by workshop, what importing a sheet comes to, by the rules that hold when it is typed into the form. It
 * asks nobody: thousands of rows take seconds.
 * @returns each step with the place of its workshop among those of the sheet, which is not always the next: what is named by
 * its id is known before the rest is looked for
 */
export function* planOf(workshops: SheetWorkshop[], around: Surroundings): Generator<[number, Step]> {
  const { known, now, getModel } = around;
  const identities = new Identities(known);
  const today = dayInLastZone(now);
  const taken = new Taken();
  const byDate = neighborsOf(known);

  for (const [index, workshop] of inOrderOfCertainty(workshops, identities)) {
    const { rows, values } = workshop;
    const id = idOf(workshop);
    const { before, fields, problem, remarks } = meantBy(workshop, identities, getModel, today);
    const { content, problems, places } = fields;
    const refusals: Problem[] = [...partnerProblems(values.partner, around), ...problems];
    if (problem) refusals.push(problem);
    if (id.length > LONGEST_ID)
      refusals.push({ path: ['id'], message: `The id has room for ${LONGEST_ID} letters.` });
    refusals.push(...(before ? taken.again(before, id, content, rows) : taken.anew(id, content, rows)));

    const { filled, located } = settled({ ...content, partner: referenceTo(around) });
    const saved = before ? { ...before.content } : {};
    const changed = before ? changesBetween(WORKSHOP, before.content, filled, getModel) : [];
    const isSame = before !== null && changed.length === 0;
    const judged = isSame
      ? { refusals: [], notes: [] }
      : judge(filled, located.problems, before, located.kept.startsAt, around);
    const all = withMore(
      refusals,
      judged.refusals.map((problem) => inSheetOrder(problem, places)),
    );
    // What is wrong with them is said already where days or ZIP code can't be read.
    if (all.length === 0 && !before && !id && !dayAndPlace(content))
      all.push({ path: ['id'], message: UNKNOWABLE });
    if (all.length === 0 && before && dayAndPlace(before.content) !== dayAndPlace(content))
      identities.leaveDay(before);
    const fate = fateOf(before, filled, all.length > 0, isSame);
    const report: RowReport = {
      rows,
      fate,
      title: String(filled.title ?? saved.title ?? ''),
      ...(before && { documentId: before.documentId }),
      problems: all.map(({ path, message }) => ({ field: columnOf(path), message })),
      remarks: [
        ...remarks,
        ...(isSame ? [] : [...judged.notes, ...remarksOn(filled, located, byDate, before, around)]),
      ],
      changes: changed.map(({ words }) => words),
    };
    const step = {
      report,
      data: fate === 'refused' ? {} : dataOf(before, filled, changed),
      ownId: id && id !== before?.documentId && id !== before?.ownId ? id : null,
    };
    yield [index, step];
  }
}

/** What is said of all of them. */
export function reportOf(steps: Step[]): ImportReport {
  const counts: Record<Fate, number> = { create: 0, change: 0, same: 0, cancel: 0, refused: 0 };
  for (const { report } of steps) counts[report.fate] += 1;
  return { workshops: steps.map(({ report }) => report), counts };
}

const LONGEST_ID = 100;
/** More sessions than a workshop can have: of a row with more no other is read. */
const MOST_SESSIONS = 100;

const idOf = ({ values }: SheetWorkshop): string => asSeen(unquoted(values.id ?? ''));

/** The workshops with their places, those first that an id names: no other row is taken for what they mean. */
function inOrderOfCertainty(
  workshops: SheetWorkshop[],
  identities: Identities,
): (readonly [number, SheetWorkshop])[] {
  const placed = workshops.map(
    (workshop, index) =>
      [index, { ...workshop, sessions: workshop.sessions?.slice(0, MOST_SESSIONS) }] as const,
  );
  const isNamed = ([, workshop]: (typeof placed)[number]): boolean =>
    identities.named(idOf(workshop)) !== undefined;
  return [...placed.filter(isNamed), ...placed.filter((each) => !isNamed(each))];
}

/** Which workshop a row means, and what it makes of it. */
interface Row {
  /** Null for a new one. */
  before: Known | null;
  fields: SheetFields;
  /** Why it can't be told; null when it can. */
  problem: Problem | null;
  remarks: string[];
}

function meantBy(workshop: SheetWorkshop, identities: Identities, getModel: GetModel, today: string): Row {
  const id = idOf(workshop);
  const days = (workshop.sessions ?? []).map(({ date }) => date);
  const years = yearsMeant(days, today);
  const [next] = years;
  const fieldsFrom = (from: string, before: Known | null): SheetFields =>
    fieldsOf(workshop, before?.content ?? null, getModel, from);
  const as = (before: Known, from: string, problem: Problem | null = null): Row => ({
    before,
    fields: fieldsFrom(from, before),
    problem,
    remarks: from === next ? [] : [ofYearBefore(before)],
  });
  const named = identities.named(id);
  if (named) {
    const first = firstDay(named.content) ?? '';
    const from = years.find((year) => firstDay(fieldsFrom(year, named).content) === first);
    // Which year a day has that is to take the place of one that is over, is not said.
    const place = first < today ? days.findIndex((day) => !saysYear(day, today)) : -1;
    const isUnsaid = !from && first && place >= 0;
    return as(
      named,
      from ?? next,
      isUnsaid
        ? {
            path: ['sessions', place, 'date'],
            message: `Write its year: this workshop began on ${dateInWords(first)}.`,
          }
        : null,
    );
  }
  const asNew: Row = { before: null, fields: fieldsFrom(next, null), problem: null, remarks: [] };
  for (const year of years) {
    const fields = year === next ? asNew.fields : fieldsFrom(year, null);
    const { known, problem } = identities.find(id, saidOf(workshop, fields.content));
    if (known) return as(known, year);
    if (problem) return { ...asNew, fields, problem: { path: ['id'], message: problem } };
  }
  return asNew;
}

const ofYearBefore = ({ content }: Known): string =>
  `Its day has no year, and is taken for ${dateInWords(firstDay(content) ?? '')}, when you had this workshop. Write the year if another is meant.`;

/** What a row says of a workshop: what it says nothing of is no kind or format to know one by. */
function saidOf({ values }: SheetWorkshop, content: Content): Content {
  const isSaid = (field: SheetField): boolean => asSeen(unquoted(values[field] ?? '')) !== '';
  const { kind, format, ...rest } = content;
  return { ...rest, ...(isSaid('kind') && { kind }), ...(isSaid('format') && { format }) };
}

const referenceTo = ({ partner: { documentId, name } }: Surroundings): Entry => ({ documentId, name });

function fateOf(before: Known | null, after: Content, isRefused: boolean, isSame: boolean): Fate {
  if (isRefused) return 'refused';
  if (!before) return 'create';
  if (isSame) return 'same';
  const isNew = after.availability === 'cancelled' && before.content.availability !== 'cancelled';
  return isNew ? 'cancel' : 'change';
}

/** What the rows so far mean, so that no two mean the same. */
class Taken {
  readonly #documents = new Map<string, number[]>();
  readonly #ids = new Map<string, number[]>();
  readonly #days = new Map<string, { rows: number[]; id: string; isNew: boolean }>();

  /** Why a row can't mean a workshop that there is. */
  again({ documentId, ownId }: Known, id: string, content: Content, rows: number[]): Problem[] {
    const twice = this.#take(this.#documents, documentId, rows);
    if (twice.length > 0) return twice;
    return this.#takeDay(content, { rows, id: id || (ownId ?? ''), isNew: false });
  }

  /** Why a row can't mean a new workshop. */
  anew(id: string, content: Content, rows: number[]): Problem[] {
    if (id && this.#ids.has(id)) return this.#take(this.#ids, id, rows);
    if (id) this.#ids.set(id, rows);
    return this.#takeDay(content, { rows, id, isNew: true });
  }

  #takeDay(content: Content, row: { rows: number[]; id: string; isNew: boolean }): Problem[] {
    const day = dayAndPlace(content);
    if (!day) return [];
    const same = this.#days.get(day);
    this.#days.set(day, same ?? row);
    if (!same || (same.id && row.id) || !(same.isNew || row.isNew)) return [];
    const message = `Row ${same.rows[0]} is of the same kind, in the same ZIP code and on the same day. Take one of the two out, or give both an id of their own.`;
    return [{ path: ['id'], message }];
  }

  #take(taken: Map<string, number[]>, key: string, rows: number[]): Problem[] {
    const others = taken.get(key);
    taken.set(key, others ?? rows);
    const message = `Row ${others?.[0]} is the same workshop. Take one of the two out.`;
    return others ? [{ path: ['id'], message }] : [];
  }
}

const UNKNOWABLE =
  'Give its ZIP code and first day, or an id of its own: without them, importing the sheet again would make it twice.';

function partnerProblems(text: string | undefined, { partner }: Surroundings): Problem[] {
  const named = asSeen(unquoted(text ?? '')).toLowerCase();
  const isOwn = [partner.name, partner.slug, partner.documentId].some((name) => name.toLowerCase() === named);
  if (!named || isOwn) return [];
  const message = `This row is of another Regional Partner, “${named.slice(0, 80)}”. It is imported for ${partner.name}: take the row out, or empty its partner.`;
  return [{ path: ['partner'], message }];
}

/** A workshop as it is stored: with the gaps of its venue filled in. */
function settled(content: Content) {
  const located = whereAndWhen({
    format: String(content.format ?? ''),
    virtualTimeZone: (content.virtualTimeZone as string | undefined) ?? null,
    sessions: asList(content.sessions) as Partial<Session>[],
    venue: (content.venue as Venue | undefined) ?? null,
  });
  const venue = content.venue as Entry | undefined;
  const filled: Content = venue ? { ...content, venue: { ...venue, ...located.venue } } : content;
  return { filled, located };
}

/** What keeps a workshop from being imported, and, of one that becomes a draft, what keeps it from being published later. */
function judge(
  content: Content,
  problems: Problem[],
  before: Known | null,
  startsAt: string | null,
  { published, publish, now, getModel }: Surroundings,
): { refusals: Problem[]; notes: string[] } {
  const refusals = withMore(inputProblems(WORKSHOP, content, getModel), problems);
  const draft: Entry = {
    ...content,
    documentId: before?.documentId,
    slug: before?.slug,
    sessions: asList(content.sessions),
    startsAt,
    wasPublished: before?.wasPublished === true,
  };
  const unfit = unfitProblems(WORKSHOP, draft, published, now, getModel);
  if (publish) return { refusals: withMore(refusals, unfit), notes: [] };
  return { refusals, notes: unfit.map(({ message }) => `Before it can be published: ${message}`) };
}

type Located = ReturnType<typeof whereAndWhen>;

interface Near {
  documentId: string;
  title: string;
  kind: string;
  zip: string | null;
  dates: string[];
}

function neighborsOf(known: Known[]): Map<string, Near[]> {
  const byDate = new Map<string, Near[]>();
  for (const { documentId, content } of known) {
    if (content.availability === 'cancelled') continue;
    const { title, kind, venue, sessions } = content;
    const dates = asList(sessions).map(({ date }) => String(date));
    const zip = findZip(String((venue as Entry | undefined)?.zip ?? ''))?.zip ?? null;
    for (const date of new Set(dates))
      byDate.set(date, [
        ...(byDate.get(date) ?? []),
        { documentId, title: String(title ?? ''), kind: String(kind), zip, dates },
      ]);
  }
  return byDate;
}

function remarksOn(
  content: Content,
  { venue, kept }: Located,
  byDate: Map<string, Near[]>,
  before: Known | null,
  { partner, partners, value }: Surroundings,
): string[] {
  const place = venue && findZip(venue.zip);
  const sessions = asList(content.sessions) as Partial<Session>[];
  const others = new Map(
    sessions
      .flatMap(({ date }) => byDate.get(String(date)) ?? [])
      .filter(({ documentId }) => documentId !== before?.documentId)
      .map((near) => [near.documentId, near]),
  );
  const { feeKind = null, feeAmount = null } = content as { feeKind?: string; feeAmount?: number };
  return [
    ...workshopRemarks(
      {
        kind: String(content.kind),
        sessions,
        where: venue && `${venue.city}, ${venue.state}`,
        zip: place?.zip ?? null,
        timeZone: kept.timeZone,
        localTimeZone: place?.timeZone ?? null,
        visibility: String(content.visibility),
        format: String(content.format),
        joinable: content.joinable === true,
      },
      {
        partner: partner.name,
        owner: place ? (partnerFor(place.zip, partners)?.name ?? null) : null,
        others: [...others.values()],
      },
    ),
    ...feeNotes({ feeKind, feeAmount }, partner, value).map(({ message }) => message),
  ];
}

/** What the Document Service saves. */
function dataOf(before: Known | null, after: Content, changed: { field: string }[]): Entry {
  const { partner, ...content } = after;
  if (!before)
    return { ...content, sessions: asList(content.sessions), partner: (partner as Entry).documentId };
  return Object.fromEntries(
    changed.map(({ field }) => [
      field,
      field === 'sessions' ? asList(content.sessions) : (content[field] ?? null),
    ]),
  );
}

/** What the rules say of sessions in order of time, said of them in the sheet's order. */
function inSheetOrder(problem: Problem, places: number[]): Problem {
  const [first, index, ...rest] = problem.path;
  if (first !== 'sessions' || typeof index !== 'number') return problem;
  return { ...problem, path: [first, places[index] ?? index, ...rest] };
}

/** The column of a field: "sessions.0.date", "zip". */
const columnOf = (path: Problem['path']): string =>
  COLUMNS[path.join('.')] ?? COLUMNS[String(path[0])] ?? path.join('.');
