import * as z from 'zod';
import { type Attribute, asList, type Entry, type GetModel } from '../../schema/model';
import { WORKSHOP } from '../../schema/uids';
import { choiceLabel } from '../choices';
import { quotedCell } from '../spreadsheet/cells';
import type { Known } from '../spreadsheet/identity';
import { SHEET_FIELDS, type SheetField, type SheetSession, type SheetWorkshop } from '../spreadsheet/sheet';

/** A field of a workshop of the API: what a sheet has a column for, but for the id, which is in the address, and the partner, which is the token's. */
export type ApiField = Exclude<SheetField, 'id' | 'partner'>;

export const API_FIELDS = SHEET_FIELDS.filter(
  (field): field is ApiField => field !== 'id' && field !== 'partner',
);

/** The attribute that holds a field, by its path in the content type. */
const HELD_IN: Record<ApiField, string[]> = {
  title: ['title'],
  kind: ['kind'],
  format: ['format'],
  status: ['availability'],
  visibility: ['visibility'],
  timeZone: ['virtualTimeZone'],
  venueName: ['venue', 'name'],
  street: ['venue', 'street'],
  city: ['venue', 'city'],
  state: ['venue', 'state'],
  zip: ['venue', 'zip'],
  fee: ['feeAmount'],
  capacity: ['capacity'],
  placesTaken: ['placesTaken'],
  registrationUrl: ['registrationUrl'],
  notes: ['notes'],
};

/** More than fits in any field, so that the rules say what is too long and in which words. */
const LONGEST = 10_000;
const LONGEST_PART = 200;
/** More than a workshop may have, for the same reason. */
const MOST_SESSIONS = 100;
/** As a sheet's ids. */
const LONGEST_ID = 100;

const NUL = 'A text can hold no NUL character: leave it out.';
const text = (most = LONGEST) =>
  z
    .string({ error: 'Send a text, or null to empty it.' })
    .max(most, { error: `Send at most ${most} letters.` })
    .refine((value) => !value.includes('\0'), { error: NUL });

const given = {
  text: text().nullable().optional(),
  number: z
    .union([z.number(), text(LONGEST_PART)], { error: 'Send a number, or null to empty it.' })
    .nullable()
    .optional(),
  part: text(LONGEST_PART).nullable().optional(),
};

/** A partner's own name for a workshop, or ours. */
export const apiId = text(LONGEST_ID)
  .min(1, { error: 'Give the workshop an id of your own.' })
  .describe(
    'Your own id of the workshop, whatever you call it. Of a workshop that was entered by hand, ours: you find it in the list.',
  );

function attributeOf(field: ApiField, getModel: GetModel): Attribute {
  const [first = '', part] = HELD_IN[field];
  const attribute = getModel(WORKSHOP).attributes[first] as Attribute;
  return part ? (getModel(attribute.component ?? '').attributes[part] as Attribute) : attribute;
}

function wordsOf({ pluginOptions, maxLength }: Attribute): string {
  const { label, description } = (pluginOptions?.form ?? {}) as { label?: string; description?: string };
  return [label && `${label}.`, description, maxLength && `At most ${maxLength} letters.`]
    .filter(Boolean)
    .join(' ');
}

const FEE_WORDS = 'Price per person in US dollars, "free", or "ask" when people are to ask you.';

/** What may be sent of a workshop. What is left out stays as it is; null empties. */
export function workshopGiven(getModel: GetModel) {
  const fields = Object.fromEntries(
    API_FIELDS.map((field) => {
      const attribute = attributeOf(field, getModel);
      if (field === 'fee') return [field, given.number.describe(FEE_WORDS)];
      if (attribute.type === 'integer') return [field, given.number.describe(wordsOf(attribute))];
      const choices = attribute.enum?.map((value) => `"${value}"`).join(', ');
      const words = choices ? `${wordsOf(attribute)} One of ${choices}.` : wordsOf(attribute);
      return [field, given.text.describe(words)];
    }),
  ) as Record<ApiField, typeof given.text | typeof given.number>;
  const { attributes } = sessionModel(getModel);
  const part = (name: string) => given.part.describe(wordsOf(attributes[name] as Attribute));
  const session = z.strictObject(
    { date: part('date'), startTime: part('startTime'), endTime: part('endTime') },
    { error: 'Send a session as an object with its date, startTime and endTime.' },
  );
  const sessions = z
    .array(session, { error: 'Send a list of sessions.' })
    .max(MOST_SESSIONS, { error: `Send at most ${MOST_SESSIONS} sessions.` })
    .optional()
    .describe(
      'All of its sessions: they take the place of those before. Days as 2027-03-06 and times as 14:30 or "2:30 PM".',
    );
  return z
    .strictObject({ ...fields, sessions }, { error: 'Send a workshop as an object of its fields.' })
    .describe('A workshop. What you leave out stays as it is, null empties.');
}

const sessionModel = (getModel: GetModel) =>
  getModel((getModel(WORKSHOP).attributes.sessions as Attribute).component ?? '');

/** What was sent of a workshop, once it has the shape of one. */
export type WorkshopGiven = z.output<ReturnType<typeof workshopGiven>>;

/** What is told of a workshop: to be sent back as it is, which changes nothing. */
export function workshopTold(getModel: GetModel) {
  const fields = Object.fromEntries(
    API_FIELDS.map((field) => {
      const attribute = attributeOf(field, getModel);
      if (field === 'fee') return [field, z.union([z.number(), z.enum(['ask', 'free'])]).describe(FEE_WORDS)];
      return [field, toldOf(attribute).nullable().describe(toldWords(attribute))];
    }),
  ) as Record<ApiField, z.ZodType>;
  return z.strictObject({
    ...fields,
    sessions: z.array(
      z.strictObject({
        date: z
          .string()
          .regex(/^\d{4}-\d\d-\d\d$/)
          .nullable(),
        startTime: z
          .string()
          .regex(/^\d\d:\d\d$/)
          .nullable(),
        endTime: z
          .string()
          .regex(/^\d\d:\d\d$/)
          .nullable(),
      }),
    ),
  });
}

const toldOf = ({ type, enum: choices }: Attribute): z.ZodType => {
  if (choices) return z.enum(choices);
  return type === 'integer' ? z.int() : z.string();
};

function toldWords(attribute: Attribute): string {
  const labels = attribute.enum?.map((value) => `${value}: ${choiceLabel(attribute, value)}`);
  return [wordsOf(attribute), labels && attribute.pluginOptions?.form?.choices && labels.join('; ')]
    .filter(Boolean)
    .join(' ');
}

/** A workshop of the API as a sheet has it, so that the same importer reads both. */
export function asSheetWorkshop(id: string, place: number, sent: WorkshopGiven): SheetWorkshop {
  const { sessions, ...fields } = sent;
  const values: SheetWorkshop['values'] = { id: quotedCell(id) };
  for (const field of API_FIELDS) {
    const value = fields[field];
    if (value !== undefined) values[field] = cellOf(value);
  }
  return {
    rows: [place],
    values,
    ...(sessions && {
      sessions: sessions.map(
        ({ date, startTime, endTime }): SheetSession => ({
          date: cellOf(date),
          startTime: cellOf(startTime),
          endTime: cellOf(endTime),
        }),
      ),
    }),
  };
}

/** Reading a cell takes away what keeps spreadsheets from calculating it. */
const cellOf = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : quotedCell(String(value));

/** A workshop of the API, as `workshopTold` has it. */
export function toldWorkshop({ content }: Known): Record<string, unknown> {
  const { feeKind, feeAmount } = content;
  const fields = API_FIELDS.map((field) => {
    const [first = '', part] = HELD_IN[field];
    const held = content[first];
    return [field, (part ? (held as Entry | undefined)?.[part] : held) ?? null];
  });
  const time = (value: unknown): string | null => (value ? String(value).slice(0, 5) : null);
  return {
    ...Object.fromEntries(fields),
    fee: feeKind === 'amount' && feeAmount !== undefined ? Number(feeAmount) : (feeKind ?? 'ask'),
    sessions: asList(content.sessions).map(({ date = null, startTime, endTime }) => ({
      date,
      startTime: time(startTime),
      endTime: time(endTime),
    })),
  };
}
