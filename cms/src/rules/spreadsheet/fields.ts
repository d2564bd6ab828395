import { TIME_ZONES } from '@deep-dive/shared-types';
import { keyOf, wordsOf } from '../../places/names';
import { stateNamed } from '../../places/states';
import { findZip } from '../../places/zips';
import { type Attribute, asList, type Entry, type GetModel } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import { choiceLabel } from '../choices';
import type { Problem } from '../problem';
import { inOrder } from '../schedule';
import { asSeen, type NumberWanted, type Reading, readDate, readNumber, readTime } from '../typed';
import { type Content, contentAttributes } from '../versions/content';
import { withVisibleText } from '../visible-text';
import { unquoted } from './cells';
import type { SheetField, SheetWorkshop } from './sheet';

/** A workshop as it will be once its row is imported. */
export interface SheetFields {
  /** All of its fields: what the sheet doesn't say stays as it was. */
  content: Content;
  /** What of the sheet can't be read. */
  problems: Problem[];
  /** Of each of the sessions, in order, which one of the sheet it is. */
  places: number[];
}

const CHOICES = {
  kind: 'kind',
  format: 'format',
  status: 'availability',
  visibility: 'visibility',
} as const satisfies Partial<Record<SheetField, string>>;

/** Other words for choices, besides what the form calls them and what the database keeps. */
const SAME_AS: Record<string, Record<string, string>> = {
  format: { online: 'virtual', remote: 'virtual', onsite: 'in-person', 'face to face': 'in-person' },
  availability: { open: 'scheduled', canceled: 'cancelled', 'sold out': 'full' },
};

const TEXTS = ['title', 'registrationUrl', 'notes'] as const satisfies SheetField[];

const VENUE = {
  venueName: 'name',
  street: 'street',
  city: 'city',
  state: 'state',
  zip: 'zip',
} as const satisfies Partial<Record<SheetField, string>>;

const FREE = /^(?:free|free of charge|no cost|no charge)$/i;
const ASK = /^(?:ask|ask us|ask the partner|ask for it)$/i;

/**
 * What a row of a sheet makes of a workshop: the form's own readings of dates, times and numbers, and choices by the form's
 * words. What no column has stays; what is empty is emptied, where the field can be.
 * @param before the workshop as it is; null for a new one
 * @param today "2026-11-28"
 */
export function fieldsOf(
  { values, sessions }: SheetWorkshop,
  before: Content | null,
  getModel: GetModel,
  today: string,
): SheetFields {
  const { attributes } = getModel(WORKSHOP);
  const problems: Problem[] = [];
  const data: Entry = {};
  const given = (field: SheetField): string | undefined => {
    const value = values[field];
    return value === undefined ? undefined : unquoted(value);
  };
  const take = <Value>(field: string, reading: Reading<Value>): Value | null => {
    if (reading.problem !== null) problems.push({ path: [field], message: reading.problem });
    return reading.value;
  };

  for (const field of TEXTS) if (given(field) !== undefined) data[field] = given(field);
  for (const [field, name] of Object.entries(CHOICES) as [SheetField, string][]) {
    const text = given(field);
    // A choice that must be made can't be emptied.
    if (text === undefined || asSeen(text) === '') continue;
    const value = choiceNamed(asSeen(text), name, attributes[name] as Attribute);
    if (value) data[name] = value;
    else problems.push({ path: [name], message: noSuchChoice(text, attributes[name] as Attribute) });
  }
  const zone = given('timeZone');
  if (zone !== undefined) data.virtualTimeZone = zoneNamed(asSeen(zone)) ?? (asSeen(zone) || null);
  for (const field of ['capacity', 'placesTaken'] as const) {
    const text = given(field);
    const { min, max } = attributes[field] as NumberWanted;
    if (text !== undefined)
      data[field] = asSeen(text) === '' ? null : take(field, readNumber(text, { whole: true, min, max }));
  }
  const fee = given('fee');
  if (fee !== undefined) Object.assign(data, feeOf(asSeen(fee), attributes.feeAmount as Attribute, take));
  const venue = venueOf(given, (before?.venue ?? {}) as Entry);
  if (venue !== undefined) data.venue = venue;

  let places = asList(before?.sessions).map((_, index) => index);
  if (sessions) {
    const read = sessions
      .map((session, place) => ({ ...session, place }))
      .filter((session) => [session.date, session.startTime, session.endTime].some((text) => asSeen(text)))
      .map(({ place, ...session }) => {
        const part = <Value>(name: string, text: string, parse: (text: string) => Reading<Value>) => {
          if (asSeen(text) === '') return undefined;
          const { value, problem } = parse(text);
          if (problem !== null) problems.push({ path: ['sessions', place, name], message: problem });
          return value ?? undefined;
        };
        return {
          place,
          date: part('date', session.date, (text) => readDate(text, today)),
          startTime: part('startTime', session.startTime, readTime),
          endTime: part('endTime', session.endTime, readTime),
        };
      });
    const sorted = inOrder(read);
    places = sorted.map(({ place }) => place);
    data.sessions = sorted.map(({ place: _, ...session }) => withoutEmpty(session));
  }
  const start = before ?? defaultsOf(getModel);
  return {
    content: withoutEmpty({ ...start, ...withVisibleText(WORKSHOP, data, getModel) }),
    problems,
    places,
  };
}

/** An entry as versions keep it: what is empty is left out. */
function withoutEmpty(entry: Entry): Entry {
  return Object.fromEntries(
    Object.entries(entry).filter(
      ([, value]) =>
        value !== null &&
        value !== undefined &&
        value !== '' &&
        !(Array.isArray(value) && value.length === 0),
    ),
  );
}

const defaultsOf = (getModel: GetModel): Entry =>
  Object.fromEntries(
    contentAttributes(WORKSHOP, getModel).flatMap(([name, attribute]) =>
      attribute.default === undefined ? [] : [[name, attribute.default]],
    ),
  );

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

function choiceNamed(text: string, name: string, attribute: Attribute): string | undefined {
  const wanted = plain(text);
  const words = (value: string): string[] => {
    const label = choiceLabel(attribute, value);
    return [value, label, label.split(':')[0] ?? ''].map(plain);
  };
  return attribute.enum?.find((value) => words(value).includes(wanted)) ?? SAME_AS[name]?.[wanted];
}

function noSuchChoice(text: string, attribute: Attribute): string {
  const labels = (attribute.enum ?? []).map((value) => choiceLabel(attribute, value).split(':')[0]);
  const { label = '' } = attribute.pluginOptions?.form ?? {};
  return `“${text.slice(0, 40)}” is no choice of “${label}”. Write one of: ${labels.join(', ')}.`;
}

/** Zones that go by their first letter: ET, EST, EDT. Of others it could be another. */
const BY_LETTER = new Set(['Eastern', 'Central', 'Mountain', 'Pacific', 'Hawaii']);

/** The time zone's name as the form has it: "ET", "EST", "Eastern time" and "America/New_York" are Eastern. */
function zoneNamed(text: string): string | undefined {
  const wanted = plain(text).replace(/ (?:standard |daylight )?time$/, '');
  return Object.entries(TIME_ZONES).find(([name, iana]) => {
    const letter = name[0]?.toLowerCase();
    const short = BY_LETTER.has(name) ? [`${letter}t`, `${letter}st`, `${letter}dt`] : [];
    return wanted === plain(name) || text === iana || short.includes(wanted);
  })?.[0];
}

function feeOf(
  text: string,
  { min, max }: Attribute,
  take: (field: string, reading: Reading<number>) => number | null,
): Entry {
  if (text === '' || ASK.test(text)) return { feeKind: 'ask', feeAmount: null };
  if (FREE.test(text)) return { feeKind: 'free', feeAmount: null };
  const reading = readNumber(text, { max });
  if (reading.value === 0) return { feeKind: 'free', feeAmount: null };
  const amount = take('feeAmount', reading.problem === null ? readNumber(text, { min, max }) : reading);
  return amount === null ? {} : { feeKind: 'amount', feeAmount: amount };
}

/** The venue with what a sheet says of it; undefined when it says nothing of any, null when nothing is left. */
function venueOf(given: (field: SheetField) => string | undefined, before: Entry): Entry | null | undefined {
  const said = (Object.entries(VENUE) as [SheetField, string][]).flatMap(([field, name]) => {
    const text = given(field);
    return text === undefined ? [] : [[name, asSeen(text)] as const];
  });
  if (said.length === 0) return undefined;
  const venue: Entry = { ...before, ...Object.fromEntries(said) };
  const zipOf = (zip: unknown): string | undefined => findZip(String(zip ?? ''))?.zip ?? (zip as string);
  // City and state of the ZIP code before are not those of another.
  if (zipOf(venue.zip) !== zipOf(before.zip))
    for (const [field, name] of [
      ['city', 'city'],
      ['state', 'state'],
    ] as const)
      if (!given(field)) delete venue[name];
  if (zipOf(venue.zip) === zipOf(before.zip) && before.zip) venue.zip = before.zip;
  const { state } = venue;
  if (typeof state === 'string' && state) venue.state = stateNamed(keyOf(wordsOf(state))) ?? state;
  const kept = withoutEmpty(venue);
  return Object.keys(kept).length > 0 ? kept : null;
}
