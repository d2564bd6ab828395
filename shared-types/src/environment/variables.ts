import * as z from 'zod';
import { LONGEST_NOTICE } from '../stopping.js';
import { type SecretName, secretProblem } from './secrets.js';
import { parseTrustProxy } from './trust-proxy.js';

/** Variables of the environment, by name. */
export type Variables = Record<string, string | undefined>;

/** What is wrong with the environment: one line for each variable, with its remedy. */
export class EnvironmentError extends Error {
  override name = 'EnvironmentError';
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** A variable's name and what is wrong with it, to be read after the name; null when nothing is. */
export type VariableProblem = [name: string, problem: string | null];

/**
 * Reads variables by a schema; an empty one counts as not set. Values are never repeated in errors: some are secret.
 * @param together what is wrong with variables beside others
 * @throws EnvironmentError naming every variable that is wrong.
 */
export function readEnvironment<Schema extends z.ZodType>(
  schema: Schema,
  variables: Variables,
  together: (given: Variables) => VariableProblem[],
): z.output<Schema> {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = schema.safeParse(given);
  const alone =
    read.error?.issues.map(({ path, message }): VariableProblem => [path.join('.'), message]) ?? [];
  const problems = [...alone, ...together(given)].flatMap(([name, problem]) =>
    problem === null ? [] : [`${name} ${problem}.`],
  );
  if (!read.success || problems.length > 0) throw new EnvironmentError(problems);
  return read.data;
}

/** Without a slash at the end. */
export const webAddress = z
  .url({
    protocol: /^https?$/,
    error: 'must be a web address, such as https://professional-learning.example.org',
  })
  .transform((address) => address.replace(/\/+$/, ''));

/** One or several, with commas between, each once. One that is none is named by its place: it may hold a password. */
export const webAddresses = z.string().transform((text, context) => {
  const items = text.split(',').map((item) => item.trim());
  const addresses = items.map((item, index) => {
    const address = webAddress.safeParse(item);
    if (address.success) return address.data;
    const which = items.length > 1 ? `; number ${index + 1} of the ${items.length} given is none` : '';
    context.addIssue(
      `must be a web address, such as http://127.0.0.1:1337, or several with commas between${which}`,
    );
    return z.NEVER;
  });
  return [...new Set(addresses)];
});

export const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`;
  return z.coerce
    .number({ error })
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, { error });
};

export const onOrOff = z
  .enum(['true', 'false'], { error: 'must be true or false' })
  .transform((value) => value === 'true');

/** Refused when it is missing, short, easy to guess or well known. */
export const secret = (name: SecretName) =>
  z.string({ error: secretProblem(name, undefined) ?? undefined }).superRefine((value, context) => {
    const problem = secretProblem(name, value);
    if (problem) context.addIssue(problem);
  });

export const trustedProxies = z
  .string()
  .optional()
  .transform((value, context) => {
    try {
      return parseTrustProxy(value);
    } catch (error) {
      context.addIssue((error as Error).message);
      return z.NEVER;
    }
  });

export const redisAddress = z.string().refine((address) => /^rediss?:\/\//.test(address), {
  error: 'must start with redis:// or rediss://, such as redis://redis:6379',
});

export const redisPrefix = z
  .string()
  .regex(/^[\w.:-]{1,64}$/, { error: 'must be 1 to 64 letters, digits or any of _ . : -' });

/** Seconds. */
export const stopNoticeSeconds = wholeNumber(0, LONGEST_NOTICE).default(0);
