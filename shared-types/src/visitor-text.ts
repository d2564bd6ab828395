import * as z from 'zod/mini';
import type { FieldProblem } from './quote-query.js';

/** What stands in a mail's head must not begin another line of it. */
export const ONE_LINE = /^[^\p{Cc}\p{Zl}\p{Zp}]*$/u;
/** Lines of text, without what no keyboard types. */
export const LINES = /^(?:[^\p{Cc}\p{Zl}\p{Zp}]|[\n\t])*$/u;

/** A text that visitors type, of at most so many characters. */
export const text = (most: number, form: RegExp, remedy: string) =>
  z
    .string({ error: remedy })
    .check(
      z.regex(/\S/, { error: remedy }),
      z.maxLength(most, { error: `Please shorten it to ${most.toLocaleString('en-US')} characters.` }),
      z.regex(form, { error: 'Please take out characters that can’t be seen.' }),
    );

/** In characters: RFC 5321, 4.5.3.1.3. */
export const LONGEST_EMAIL = 254;
/** One address and nothing besides: no name, no list. */
const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{1,62}$/i;
const emailRemedy = 'Please give your e-mail address, such as ana@school.org, so that you can be answered.';

/** A visitor's own e-mail address. */
export const email = z
  .string({ error: emailRemedy })
  .check(z.maxLength(LONGEST_EMAIL, { error: emailRemedy }), z.regex(EMAIL, { error: emailRemedy }));

/** What is wrong, once for each field. */
export function problemsOf({ issues }: z.core.$ZodError): FieldProblem[] {
  const problems = new Map<string, FieldProblem>();
  for (const { path, message } of issues) {
    const field = String(path[0] ?? '');
    if (!problems.has(field)) problems.set(field, { field, message });
  }
  return [...problems.values()];
}

/** Whether it can be the end of a private link: 32 random bytes in base64url. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text);
