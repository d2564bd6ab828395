import { dayInLastZone } from '@deep-dive/shared-types';
import { errors } from '@strapi/utils';
import * as z from 'zod';
import type { Session } from '../rules/schedule';
import { readDate, readTime } from '../rules/typed';

/** More sessions than a workshop may have aren't looked at. */
const MOST_SESSIONS = 30;
/** As the longest field of the form. */
const LONGEST_TEXT = 2_000;

/** What is being typed: whatever can't be read yet counts as not typed. */
const text = z
  .string()
  .max(LONGEST_TEXT)
  .nullish()
  .catch(null)
  .transform((typed) => typed?.trim() || null);
const whole = z
  .number()
  .int()
  .min(0)
  .max(10_000)
  .nullish()
  .catch(null)
  .transform((number) => number ?? null);
const choiceOf = <Choice extends string>(choices: readonly [Choice, ...Choice[]], usual: Choice) =>
  z.enum(choices).catch(usual);
const documentIds = z
  .array(z.object({ documentId: z.string().max(64) }))
  .max(100)
  .nullish()
  .catch(null)
  .transform((entries) => (entries ?? []).map(({ documentId }) => documentId));

const form = z.object({
  documentId: text,
  title: text,
  kind: choiceOf(['intro', 'deep-dive'], 'deep-dive'),
  format: choiceOf(['in-person', 'virtual', 'hybrid'], 'in-person'),
  availability: choiceOf(['scheduled', 'full', 'cancelled'], 'scheduled'),
  virtualTimeZone: text,
  venue: z.object({ name: text, zip: text, city: text, state: text }).nullish().catch(null),
  sessions: z
    .array(z.object({ date: text, startTime: text, endTime: text }).nullable().catch(null))
    .catch([])
    .transform((typed) => typed.slice(0, MOST_SESSIONS).flatMap((session) => readable(session) ?? [])),
  registrationUrl: text,
  capacity: whole,
  placesTaken: whole,
  feeKind: choiceOf(['ask', 'amount', 'free'], 'ask'),
  feeAmount: z
    .number()
    .min(0.01)
    .max(10_000)
    .nullish()
    .catch(null)
    .transform((amount) => amount ?? null),
  /** How the choice of the partner was changed since it was stored. */
  partner: z.object({ connect: documentIds, disconnect: documentIds }).nullish().catch(null),
});

/** What stands in a workshop's form, as far as it can be read. */
export type TypedForm = z.infer<typeof form>;

/** Reads what stands in a workshop's form. @throws ValidationError for what is no form */
export function formIn(body: unknown): TypedForm {
  const read = form.safeParse(body);
  if (!read.success) throw new errors.ValidationError('Send the fields of a workshop’s form, as JSON.');
  return read.data;
}

/** A session of which day and hours are typed; null for any other. */
function readable(typed: { [Part in keyof Session]: string | null } | null): Session | null {
  const date = readDate(typed?.date ?? '', dayInLastZone(new Date())).value;
  const startTime = readTime(typed?.startTime ?? '').value;
  const endTime = readTime(typed?.endTime ?? '').value;
  return date !== null && startTime !== null && endTime !== null ? { date, startTime, endTime } : null;
}
