import { randomBytes } from 'node:crypto';
import type { Inquiry } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import type { InboxState, JoiningDecision } from '../rules/inbox';
import type { Entry } from '../schema/model';
import { rows } from '../strapi/documents';
import { addTable } from '../strapi/tables';

/** An inquiry as it is stored. Instants are milliseconds since the epoch. */
export interface StoredInquiry extends Omit<Inquiry, 'workshop' | 'partner'> {
  id: number;
  /** Opens its status. */
  token: string;
  at: number;
  state: InboxState;
  /** Since when its sender waits for an answer; null when they don't. */
  waitingSince: number | null;
  /** Whether it was told to the organisation's own people because it waited too long. */
  escalated: boolean;
  /** How many places were given to its sender; null while none were. */
  given: number | null;
  /** What was decided where its sender asked to join a private workshop; null while nothing was. */
  decided: JoiningDecision | null;
  /** documentId of the private workshop that its sender may join; null while they may join none. */
  joins: string | null;
  /** documentId of the workshop it is about. */
  workshop: string | null;
  /** documentId of the partner it is for; null where it is for the organisation's own people. */
  partner: string | null;
  readAt: number | null;
  /** Id of the admin's account that takes care of it. */
  assigned: number | null;
  /** When the link to its status ends. */
  until: number;
  /** When it is erased. */
  eraseAt: number;
}

/** What was written about an inquiry: by its sender, to its sender, or as a note among colleagues. */
export interface StoredLine {
  id: number;
  inquiry: number;
  at: number;
  kind: 'sender' | 'answer' | 'note';
  /** Who wrote it, as they were called then; null for the sender. */
  author: string | null;
  text: string;
}

type Row = Omit<StoredInquiry, 'grades' | 'at' | 'readAt' | 'waitingSince' | 'until' | 'eraseAt'> &
  Record<'at' | 'until' | 'eraseAt', number | string> &
  Record<'readAt' | 'waitingSince', number | string | null> & { grades: string };

const INQUIRY = 'inquiries::inquiry';
const LINE = 'inquiries::line';
const TABLE = 'visitor_inquiries';

/** Adds the tables. They are no content types: no form, no API, no versions, and nothing of Strapi's leads there. To be called in `register()`. */
export function addInquiries(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: INQUIRY,
    name: TABLE,
    columns: {
      token: { type: 'string' },
      key: { type: 'string' },
      at: { type: 'biginteger' },
      state: { type: 'string' },
      purpose: { type: 'string' },
      name: { type: 'string' },
      email: { type: 'string' },
      school: { type: 'string' },
      zip: { type: 'string' },
      role: { type: 'string' },
      grades: { type: 'string' },
      teachers: { type: 'integer' },
      message: { type: 'text' },
      workshop: { type: 'string' },
      partner: { type: 'string' },
      readAt: { type: 'biginteger' },
      waitingSince: { type: 'biginteger' },
      escalated: { type: 'boolean' },
      given: { type: 'integer' },
      decided: { type: 'string' },
      joins: { type: 'string' },
      assigned: { type: 'integer' },
      until: { type: 'biginteger' },
      eraseAt: { type: 'biginteger' },
    },
    indexes: [
      { name: 'visitor_inquiries_token', columns: ['token'], type: 'unique' },
      { name: 'visitor_inquiries_key', columns: ['key'], type: 'unique' },
      { name: 'visitor_inquiries_partner', columns: ['partner', 'state'] },
      { name: 'visitor_inquiries_email', columns: ['email'] },
      { name: 'visitor_inquiries_erase_at', columns: ['erase_at'] },
    ],
  });
  addTable(strapi, {
    uid: LINE,
    name: 'visitor_inquiry_lines',
    columns: {
      inquiry: { type: 'integer' },
      at: { type: 'biginteger' },
      kind: { type: 'string' },
      author: { type: 'string' },
      text: { type: 'text' },
    },
    indexes: [{ name: 'visitor_inquiry_lines_inquiry', columns: ['inquiry'] }],
  });
}

const inquiries = (strapi: Core.Strapi) => rows(strapi, INQUIRY);
const lines = (strapi: Core.Strapi) => rows(strapi, LINE);

/** What jobs about an inquiry are about. */
export const aboutInquiry = (id: number): string => `inquiry:${id}`;

/** Of a big number, which PostgreSQL's driver gives as text. */
const instant = (stored: number | string | null): number | null => (stored === null ? null : Number(stored));

const asStored = ({ grades, at, readAt, waitingSince, until, eraseAt, ...row }: Row): StoredInquiry => ({
  ...row,
  grades: JSON.parse(grades) as StoredInquiry['grades'],
  at: Number(at),
  readAt: instant(readAt),
  waitingSince: instant(waitingSince),
  escalated: Boolean(row.escalated),
  until: Number(until),
  eraseAt: Number(eraseAt),
});

/** What is stored of a new inquiry. */
export type NewInquiry = Omit<
  StoredInquiry,
  | 'id'
  | 'token'
  | 'state'
  | 'waitingSince'
  | 'escalated'
  | 'given'
  | 'decided'
  | 'joins'
  | 'readAt'
  | 'assigned'
> & { key: string };

/** Stores an inquiry, in the transaction at hand. Rejects when there is one with its key. */
export async function store(strapi: Core.Strapi, inquiry: NewInquiry): Promise<StoredInquiry> {
  return asStored(
    await inquiries(strapi).create({
      data: {
        ...inquiry,
        email: inquiry.email.toLowerCase(),
        grades: JSON.stringify(inquiry.grades),
        token: randomBytes(32).toString('base64url'),
        state: 'new',
        waitingSince: inquiry.at,
        escalated: false,
      },
    }),
  );
}

/** The one inquiry that fits; null when there is none. */
export async function inquiryWhere(strapi: Core.Strapi, where: Entry): Promise<StoredInquiry | null> {
  const row: Row | null = await inquiries(strapi).findOne({ where });
  return row && asStored(row);
}

/** Those that fit. */
export async function inquiriesWhere(
  strapi: Core.Strapi,
  where: Entry,
  { offset = 0, limit, first = 'latest' }: { offset?: number; limit: number; first?: 'latest' | 'oldest' },
): Promise<StoredInquiry[]> {
  const found: Row[] = await inquiries(strapi).findMany({
    where,
    orderBy: [{ id: first === 'latest' ? 'desc' : 'asc' }],
    offset,
    limit,
  });
  return found.map(asStored);
}

/** How many people wait for each partner's answer, and since when the longest has, by the partner's documentId. */
export async function waitingByPartner(
  strapi: Core.Strapi,
): Promise<Map<string | null, { count: number; since: number }>> {
  const found: { partner: string | null; count: number | string; since: number | string }[] = await strapi.db
    .connection(TABLE)
    .select('partner')
    .count('* as count')
    .min('waiting_since as since')
    .whereNotNull('waiting_since')
    .groupBy('partner');
  return new Map(
    found.map(({ partner, count, since }) => [partner, { count: Number(count), since: Number(since) }]),
  );
}

export const countWhere = (strapi: Core.Strapi, where: Entry): Promise<number> =>
  inquiries(strapi).count({ where });

/** Changes an inquiry, in the transaction at hand. False when it fits no longer. */
export async function change(
  strapi: Core.Strapi,
  where: Entry & { id: number },
  data: Partial<
    Pick<
      StoredInquiry,
      'state' | 'waitingSince' | 'escalated' | 'given' | 'decided' | 'joins' | 'readAt' | 'assigned'
    >
  >,
): Promise<boolean> {
  const { count } = await inquiries(strapi).updateMany({ where, data });
  return count === 1;
}

/** Adds a line, in the transaction at hand. */
export async function addLine(strapi: Core.Strapi, line: Omit<StoredLine, 'id' | 'at'>): Promise<StoredLine> {
  return lineOf(await lines(strapi).create({ data: { ...line, at: Date.now() } }));
}

/** What was written about an inquiry, the oldest first. */
export async function linesOf(strapi: Core.Strapi, inquiry: number): Promise<StoredLine[]> {
  const found = await lines(strapi).findMany({ where: { inquiry }, orderBy: [{ id: 'asc' }] });
  return found.map(lineOf);
}

/** A line by its id; null when it is gone. */
export async function lineAt(strapi: Core.Strapi, id: number): Promise<StoredLine | null> {
  const found = await lines(strapi).findOne({ where: { id } });
  return found && lineOf(found);
}

const lineOf = (line: StoredLine): StoredLine => ({ ...line, at: Number(line.at) });

/** Takes an inquiry out with all that was written about it, in the transaction at hand. */
export async function remove(strapi: Core.Strapi, id: number): Promise<void> {
  await lines(strapi).deleteMany({ where: { inquiry: id } });
  await inquiries(strapi).deleteMany({ where: { id } });
}
