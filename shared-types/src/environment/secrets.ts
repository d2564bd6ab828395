/** Variables that hold a secret, and how many characters each needs at least. */
export const SECRET_LENGTHS = {
  APP_KEYS: 16,
  ADMIN_JWT_SECRET: 32,
  API_TOKEN_SALT: 16,
  TRANSFER_TOKEN_SALT: 16,
  ENCRYPTION_KEY: 32,
  INVALIDATION_SECRET: 32,
  CMS_TOKEN: 32,
} as const;

export type SecretName = keyof typeof SECRET_LENGTHS;

/** What guides, examples and generators of projects write where a secret belongs. */
const WELL_KNOWN = [
  /to[-_ ]?be[-_ ]?modified/i,
  /(change|replace)[-_ ]?(me|this|it)/i,
  /password|default|example|insecure|keyboard[-_ ]?cat/i,
  /^(your[-_ ]|my[-_ ]|super[-_ ]?|top[-_ ]?)*secret/i,
  /^(your[-_ ]|test|demo[-_ ])/i,
];

/** Passwords that database images, guides and hurried people begin with. */
const WELL_KNOWN_PASSWORD = /^(postgres(ql)?|redis|root|admin|strapi|deep-?dive|qwerty|foobared|1234\d*)$/i;

const DIFFERENT_CHARACTERS = 8;

const REMEDY = 'set it to a secret of its own, for example the output of “openssl rand -hex 32”';

const isWellKnown = (value: string): boolean => WELL_KNOWN.some((pattern) => pattern.test(value));

/**
 * What is wrong with a secret, to be read after the variable's name, with the remedy and without a full stop; null when
 * nothing is. Both programs ask this one rule, so that a value is good for both or for neither. The value is never
 * repeated. APP_KEYS is a list separated by commas, of which each must be good.
 */
export function secretProblem(name: SecretName, value: string | undefined): string | null {
  const why = weakness(
    (name === 'APP_KEYS' ? (value ?? '').split(',') : [value ?? '']).map((each) => each.trim()),
    SECRET_LENGTHS[name],
  );
  return why && `${why}: ${REMEDY}`;
}

function weakness(values: string[], length: number): string | null {
  if (values.every((value) => value === '')) return 'is missing';
  if (values.some(isWellKnown)) return 'is a well-known default';
  if (values.some((value) => value.length < length)) return `is shorter than ${length} characters`;
  if (values.some((value) => new Set(value).size < DIFFERENT_CHARACTERS)) return 'is too easy to guess';
  return null;
}

/**
 * What is wrong with the password in the address of a database or a Redis, in the manner of `secretProblem`. An address
 * without a password is fine: servers may know their clients in other ways.
 */
export function addressPasswordProblem(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { username, password } = new URL(address);
  const decoded = decode(password);
  if (decoded === '') return null;
  return isWellKnown(decoded) || WELL_KNOWN_PASSWORD.test(decoded) || decoded === decode(username)
    ? 'holds a well-known default as its password: give the server a password of its own, for example the output of “openssl rand -hex 32”'
    : null;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
