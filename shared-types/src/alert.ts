import * as z from 'zod/mini';
import type { FieldProblem } from './quote-query.js';
import { LONGEST_PLACE, RADII } from './search.js';
import { email, ONE_LINE, problemsOf, text } from './visitor-text.js';
import type { WorkshopKind } from './workshop.js';

/**
 * Where the CMS keeps who wants to be told of workshops near them. Only the site may ask, with INVALIDATION_SECRET as
 * bearer token. The token of a link stands for an e-mail address: it is in the mails to that address alone.
 * - `POST /api/alerts` with an `AlertSubmission`: 201 and an `AlertReceipt`, whether or not the address is known already;
 *   422 with problems by field
 * - `GET /api/alerts/:token`: 200 and `Alerts`; 404 when nothing is kept for it, or any more
 * - `POST /api/alerts/:token/confirmation` with an `AlertChoice`: 200 and `Alerts`; 404 when that one is gone
 * - `POST /api/alerts/:token/change` with an `AlertChange`: 200 and `Alerts`; 404; 422 with problems by field
 * - `POST /api/alerts/:token/end` with an `AlertChoice`, or with `{ "id": null }` for all: 200 and what is left, also when it had
 *   ended before
 */
export const ALERTS_API_PATH = '/api/alerts';

/** How many teachers one person may ask for. */
export const ALERT_MOST_TEACHERS = 200;

/** What one may want to be told of. */
export const ALERT_KINDS = ['intro', 'deep-dive'] as const satisfies WorkshopKind[];
const nearRemedy = 'Please give a ZIP code or a city, such as 98901 or Yakima, WA.';
const radiusRemedy = `Please choose a distance of the list: ${RADII.join(', ')} miles.`;
const teachersRemedy = `Please give a number of teachers from 1 to ${ALERT_MOST_TEACHERS}.`;

const wishes = {
  /** Miles. */
  radius: z.union(
    RADII.map((miles) => z.literal(miles)),
    { error: radiusRemedy },
  ),
  kinds: z
    .array(z.enum(ALERT_KINDS, { error: 'Please choose among the workshops shown.' }))
    .check(
      z.minLength(1, { error: 'Please choose at least one kind of workshop.' }),
      z.maxLength(ALERT_KINDS.length),
    ),
  /** Whether virtual workshops count as near. */
  virtual: z.boolean({ error: 'Please say whether you want to hear of virtual workshops.' }),
  /** How many would come, themselves among them. */
  teachers: z
    .int({ error: teachersRemedy })
    .check(
      z.minimum(1, { error: teachersRemedy }),
      z.maximum(ALERT_MOST_TEACHERS, { error: teachersRemedy }),
    ),
};
const alertSchema = z.strictObject({
  email,
  /** A ZIP code or a town, as it is typed: the CMS says which place is meant. */
  near: text(LONGEST_PLACE, ONE_LINE, nearRemedy),
  ...wishes,
});
const changeSchema = z.strictObject({ id: z.string(), ...wishes });

/** What someone asks to be told of. */
export type AlertRequest = z.infer<typeof alertSchema>;
export type AlertField = keyof AlertRequest;

/** What was understood of it: either it, or at least one problem, each once for its field. */
export type ReadAlert = { alert: AlertRequest; problems: [] } | { alert: null; problems: FieldProblem[] };

/** Reads it as JSON. */
export function readAlert(given: unknown): ReadAlert {
  const read = alertSchema.safeParse(given);
  return read.success
    ? { alert: read.data, problems: [] }
    : { alert: null, problems: problemsOf(read.error) };
}

/** Reads it as a form sends it: a checkbox that is not ticked is not sent. */
export function readAlertForm(form: URLSearchParams): ReadAlert {
  return readAlert({
    email: form.get('email')?.trim() ?? '',
    near: form.get('near')?.trim() ?? '',
    ...wishesIn(form),
  });
}

/** Which of one's alerts. */
export interface AlertChoice {
  id: string;
}

/** One's other wishes for the same place. */
export type AlertChange = z.infer<typeof changeSchema>;

/** What was understood of it, as with `ReadAlert`. */
export type ReadAlertChange =
  | { change: AlertChange; problems: [] }
  | { change: null; problems: FieldProblem[] };

/** Reads it as JSON. */
export function readAlertChange(given: unknown): ReadAlertChange {
  const read = changeSchema.safeParse(given);
  return read.success
    ? { change: read.data, problems: [] }
    : { change: null, problems: problemsOf(read.error) };
}

/** Reads it as a form sends it. */
export function readAlertChangeForm(form: URLSearchParams): ReadAlertChange {
  return readAlertChange({ id: form.get('id') ?? '', ...wishesIn(form) });
}

function wishesIn(form: URLSearchParams): Record<keyof typeof wishes, unknown> {
  const number = (name: string): number => {
    const typed = form.get(name)?.trim() ?? '';
    return /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  };
  return {
    radius: number('radius'),
    kinds: [...new Set(form.getAll('kinds'))],
    virtual: form.has('virtual'),
    teachers: number('teachers'),
  };
}

/** What the site hands on. */
export interface AlertSubmission {
  alert: AlertRequest;
  /** As with `InquirySubmission`: what is sent twice is taken once. */
  key: string;
}

/** What is said to whoever asked: the same, whoever they are. */
export interface AlertReceipt {
  /** What was made of `near`: "Yakima, WA 98901". */
  place: string;
}

/** One of the things someone asked to be told of. */
export interface Alert {
  id: string;
  /** `unconfirmed` until someone who reads mail to the address has said yes. */
  state: 'unconfirmed' | 'active';
  place: string;
  radius: (typeof RADII)[number];
  kinds: WorkshopKind[];
  virtual: boolean;
  teachers: number;
  /** When it ends by itself, in milliseconds since the epoch. */
  until: number;
}

/** All that is kept for the address that a link was mailed to, the oldest first. */
export interface Alerts {
  email: string;
  alerts: Alert[];
}
