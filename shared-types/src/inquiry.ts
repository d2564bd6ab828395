import * as z from 'zod/mini';
import type { FieldProblem } from './quote-query.js';
import { email, LINES, ONE_LINE, problemsOf, text } from './visitor-text.js';

/**
 * Where the CMS takes what visitors send to people, and says how it fares. Only the site may ask, with INVALIDATION_SECRET,
 * which both know, as bearer token:
 * - `POST /api/inquiries` with an `InquirySubmission`: 201 and an `InquiryReceipt`; 422 with problems by field
 * - `GET /api/inquiries/:token`: 200 and an `InquiryStatus`, and nothing is noted; 404 when it is none, or has ended
 * - `POST /api/inquiries/:token/lines` with an `InquiryLine`: 201 and the new `InquiryStatus`
 * - `POST /api/inquiries/:token/withdrawal`: 200 and the new `InquiryStatus`
 * - `GET /api/inquiry-addressee?near=&workshop=&partner=`: 200 and an `InquiryAddressee`, for the form
 */
export const INQUIRIES_API_PATH = '/api/inquiries';

/** What a visitor may write for. */
export const INQUIRY_PURPOSES = ['workshop', 'place', 'private', 'school', 'scholarship', 'other'] as const;
export type InquiryPurpose = (typeof INQUIRY_PURPOSES)[number];

/** What someone who writes does at their school. */
export const INQUIRY_ROLES = ['teacher', 'school-leader', 'district', 'other'] as const;
export type InquiryRole = (typeof INQUIRY_ROLES)[number];

/** The grades CS Fundamentals is for (https://code.org/educate/csf), and all above. */
export const INQUIRY_GRADES = ['K', '1', '2', '3', '4', '5', '6+'] as const;
export type InquiryGrade = (typeof INQUIRY_GRADES)[number];

/** How much of each is taken: characters, and a number of teachers. */
export const INQUIRY_LIMITS = {
  name: 120,
  school: 160,
  message: 4000,
  teachers: 10_000,
} as const;

const SLUG = /^(?!\.+$)[\w.~-]{1,120}$/;

const messageRemedy = 'Please write what you would like to know.';
const teachersRemedy = `Please give a number of teachers from 1 to ${INQUIRY_LIMITS.teachers.toLocaleString('en-US')}, or leave it empty.`;

const optional = <Schema extends z.ZodMiniType>(schema: Schema) => z._default(z.nullable(schema), null);

/** A rule about several fields is looked at whatever else is wrong: everything is said at once. */
const always = { when: ({ value }: { value: unknown }) => typeof value === 'object' && value !== null };

/** What a visitor sends, whichever way it comes. */
const inquirySchema = z
  .strictObject({
    purpose: z.enum(INQUIRY_PURPOSES, { error: 'Please choose what it is about.' }),
    name: text(INQUIRY_LIMITS.name, ONE_LINE, 'Please give your name.'),
    email,
    /** School or district. */
    school: optional(text(INQUIRY_LIMITS.school, ONE_LINE, 'Please give your school.')),
    /** The school's. */
    zip: optional(
      z
        .string()
        .check(z.regex(/^\d{5}$/, { error: 'Please give the five digits of your school’s ZIP code.' })),
    ),
    role: optional(z.enum(INQUIRY_ROLES, { error: 'Please choose one of the list, or none.' })),
    grades: z._default(
      z
        .array(z.enum(INQUIRY_GRADES, { error: 'Please choose among the grades shown.' }))
        .check(z.maxLength(INQUIRY_GRADES.length)),
      [],
    ),
    teachers: optional(
      z
        .int({ error: teachersRemedy })
        .check(
          z.minimum(1, { error: teachersRemedy }),
          z.maximum(INQUIRY_LIMITS.teachers, { error: teachersRemedy }),
        ),
    ),
    message: optional(text(INQUIRY_LIMITS.message, LINES, messageRemedy)),
    /** The workshop it is about, by slug. */
    workshop: optional(z.string().check(z.regex(SLUG))),
    /** The Regional Partner it is for, by slug, where it names no workshop. */
    partner: optional(z.string().check(z.regex(SLUG))),
  })
  .check(
    z.refine(({ purpose, workshop }) => purpose !== 'place' || !!workshop, {
      ...always,
      path: ['purpose'],
      error: 'To ask for a place, open the workshop’s page and choose “Ask for a place” there.',
    }),
    z.refine(({ purpose, message }) => purpose === 'place' || !!message, {
      ...always,
      path: ['message'],
      error: messageRemedy,
    }),
    z.refine(({ purpose, zip, workshop, partner }) => purpose === 'other' || !!(zip ?? workshop ?? partner), {
      ...always,
      path: ['zip'],
      error: 'Please give your school’s ZIP code: it tells us who your Regional Partner is.',
    }),
  );

export type Inquiry = z.infer<typeof inquirySchema>;
export type InquiryField = keyof Inquiry;

/** What was understood of an inquiry: either it, or at least one problem, each once for its field. */
export type ReadInquiry = { inquiry: Inquiry; problems: [] } | { inquiry: null; problems: FieldProblem[] };

/** Reads an inquiry that came as JSON. */
export function readInquiry(given: unknown): ReadInquiry {
  const read = inquirySchema.safeParse(given);
  return read.success
    ? { inquiry: read.data, problems: [] }
    : { inquiry: null, problems: problemsOf(read.error) };
}

/** Fields of the form in the order in which they stand there. */
export const INQUIRY_FIELDS = Object.keys(inquirySchema.shape) as InquiryField[];

/** Reads an inquiry as a form sends it: an empty field is none, and spaces about a text are nobody's meaning. */
export function readInquiryForm(form: URLSearchParams): ReadInquiry {
  const typed = (field: InquiryField): string | null =>
    form.get(field)?.replaceAll('\r\n', '\n').trim() || null;
  const { grades: _grades, ...single } = inquirySchema.shape;
  const given = Object.fromEntries(
    (Object.keys(single) as InquiryField[]).map((field) => [field, typed(field)]),
  );
  const zip = /^(\d{5})(?:-\d{4})?$/.exec(typed('zip') ?? '')?.[1];
  const teachers = typed('teachers');
  return readInquiry({
    ...given,
    name: given.name ?? '',
    email: given.email ?? '',
    zip: zip ?? typed('zip'),
    teachers: teachers === null ? null : /^\d{1,6}$/.test(teachers) ? Number(teachers) : Number.NaN,
    grades: [...new Set(form.getAll('grades'))],
  });
}

/** What the site hands on. */
export interface InquirySubmission {
  inquiry: Inquiry;
  /**
   * The same for what is sent twice by a second click, or again because no answer came: it is taken once. 43 characters,
   * a SHA-256 in base64url.
   */
  key: string;
}

/** Who is asked: a Regional Partner, or the organisation's own people where none is known. */
export interface InquiryAddressee {
  kind: 'partner' | 'national';
  name: string;
}

/** What is said to someone whose inquiry was taken. */
export interface InquiryReceipt {
  /** Opens its status: nobody else can guess it. */
  token: string;
  to: InquiryAddressee;
}

/** `read` when someone has opened it, `answered` when an answer was sent; both ends can end it. */
export const INQUIRY_STATES = ['sent', 'read', 'answered', 'closed', 'withdrawn'] as const;
export type InquiryState = (typeof INQUIRY_STATES)[number];

/** What is told to whoever has the link to an inquiry's status. */
export interface InquiryStatus {
  state: InquiryState;
  purpose: InquiryPurpose;
  to: InquiryAddressee;
  /**
   * The workshop it is about, as it is called now; null without one. Its path is null when visitors can't see it. Whoever was
   * let into a private one has that one here, with its path.
   */
  workshop: { title: string; path: string | null } | null;
  /** Whether it asked to join a private workshop, and its sender may. */
  accepted: boolean;
  /** Instants, in milliseconds since the epoch. */
  sentAt: number;
  /** When the link ends. */
  until: number;
  /** What was written since, and the message first, the oldest first. */
  lines: { from: 'sender' | 'addressee'; at: number; text: string }[];
}

const lineSchema = z.strictObject({
  text: text(INQUIRY_LIMITS.message, LINES, 'Please write what you would like to add.'),
});
export type InquiryLine = z.infer<typeof lineSchema>;

/** Reads what a sender adds to an inquiry. */
export function readInquiryLine(
  given: unknown,
): { line: InquiryLine; problem: null } | { line: null; problem: string } {
  const read = lineSchema.safeParse(given);
  return read.success
    ? { line: read.data, problem: null }
    : { line: null, problem: read.error.issues[0]?.message ?? 'Please write what you would like to add.' };
}
