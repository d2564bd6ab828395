import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import {
  EnvironmentError,
  onOrOff,
  readEnvironment,
  redisAddress,
  redisPrefix,
  secret,
  stopNoticeSeconds,
  trustedProxies,
  type Variables,
  webAddress,
  webAddresses,
  wholeNumber,
} from './variables.js';

const schema = z.object({
  PORT: wholeNumber(0, 65535).default(3000),
  PUBLIC_URL: webAddress.optional(),
  CMS_TOKEN: secret('CMS_TOKEN').optional(),
});

/** What is said about an environment, a line for each variable; null when nothing is wrong. */
function complaint(variables: Variables, together: Parameters<typeof readEnvironment>[2] = () => []) {
  try {
    readEnvironment(schema, variables, together);
    return null;
  } catch (error) {
    if (error instanceof EnvironmentError) return error.problems;
    throw error;
  }
}

/** What is said of a value that is read by a part of the schema; null when nothing is wrong. */
const said = (part: z.ZodType, value: unknown): string | null =>
  part
    .safeParse(value)
    .error?.issues.map(({ message }) => message)
    .join() ?? null;

describe('an environment', () => {
  it('is read by its schema, and an empty variable counts as not set', () => {
    expect(readEnvironment(schema, { PORT: '', PUBLIC_URL: 'https://example.org' }, () => [])).toEqual({
      PORT: 3000,
      PUBLIC_URL: 'https://example.org',
    });
  });

  it('names every variable that is wrong, alone or beside others, in a line each', () => {
    const problems = complaint({ PORT: 'eighty', PUBLIC_URL: 'example.org' }, (given) => [
      ['REDIS_URL', `is missing beside ${Object.keys(given).join(' and ')}`],
      ['HOST', null],
    ]);
    expect(problems).toEqual([
      'PORT must be a whole number from 0 to 65535.',
      'PUBLIC_URL must be a web address, such as https://professional-learning.example.org.',
      'REDIS_URL is missing beside PORT and PUBLIC_URL.',
    ]);
    expect(new EnvironmentError(problems ?? [])).toMatchObject({
      name: 'EnvironmentError',
      message: problems?.join('\n'),
    });
  });

  it('is refused for what is only wrong beside other variables', () => {
    expect(complaint({}, () => [['HOST', 'is open to all']])).toEqual(['HOST is open to all.']);
    expect(complaint({}, () => [['HOST', null]])).toBeNull();
  });
});

describe('a variable', () => {
  it.each([
    ['https://example.org/', 'https://example.org'],
    ['http://127.0.0.1:1337//', 'http://127.0.0.1:1337'],
    ['https://example.org/a/path', 'https://example.org/a/path'],
  ])('is a web address without a slash at the end: %s', (value, read) => {
    expect(webAddress.parse(value)).toBe(read);
  });

  it.each(['example.org', 'ftp://example.org', 'xhttp://example.org', 'httpx://example.org'])(
    'is no web address: %s',
    (value) => {
      expect(said(webAddress, value)).toContain('must be a web address');
    },
  );

  it('is several web addresses, each once, and names the one that is none by its place', () => {
    expect(webAddresses.parse(' http://a:1, http://b:1/ ,http://a:1/ ')).toEqual([
      'http://a:1',
      'http://b:1',
    ]);
    expect(said(webAddresses, 'http://a:1,secret@b')).toBe(
      'must be a web address, such as http://127.0.0.1:1337, or several with commas between; number 2 of the 2 given is none',
    );
    expect(said(webAddresses, 'secret@b')).toBe(
      'must be a web address, such as http://127.0.0.1:1337, or several with commas between',
    );
  });

  it.each([
    ['2', null],
    ['7', null],
    ['1', 'must be a whole number from 2 to 7'],
    ['8', 'must be a whole number from 2 to 7'],
    ['2.5', 'must be a whole number from 2 to 7'],
    ['many', 'must be a whole number from 2 to 7'],
  ])('is a whole number within bounds: %s', (value, problem) => {
    expect(said(wholeNumber(2, 7), value)).toBe(problem);
  });

  it('is on or off', () => {
    expect([onOrOff.parse('true'), onOrOff.parse('false')]).toEqual([true, false]);
    expect(said(onOrOff, 'yes')).toBe('must be true or false');
  });

  it('is a secret of its own, and never repeated', () => {
    expect(said(secret('CMS_TOKEN'), 'Zq8uT1vXw9yB2cDk3JmZ0p7LsN4eR6gH')).toBeNull();
    expect(said(secret('CMS_TOKEN'), undefined)).toMatch(/^is missing: /);
    expect(said(secret('CMS_TOKEN'), 'short')).toMatch(/^is shorter than 32 characters: /);
    expect(said(secret('CMS_TOKEN'), 'keyboardcat')).not.toContain('keyboardcat');
  });

  it('says how many proxies there are', () => {
    expect(trustedProxies.parse('2')).toEqual({ count: 2 });
    expect(trustedProxies.parse(undefined)).toEqual({ count: 0 });
    expect(said(trustedProxies, 'true')).toMatch(/^is “true”, which would believe any address/);
  });

  it.each([
    ['redis://cache:6379', null],
    ['rediss://cache:6379', null],
    ['cache:6379', 'must start with redis:// or rediss://, such as redis://redis:6379'],
    ['http://redis://', 'must start with redis:// or rediss://, such as redis://redis:6379'],
  ])('is the address of a Redis: %s', (value, problem) => {
    expect(said(redisAddress, value)).toBe(problem);
  });

  it.each([
    ['deep-dive', true],
    ['a_b.C:d-9', true],
    ['x'.repeat(64), true],
    ['x'.repeat(65), false],
    ['', false],
    ['two words', false],
    ['*', false],
  ])('is a prefix in Redis: %s', (value, isGood) => {
    expect(said(redisPrefix, value)).toBe(
      isGood ? null : 'must be 1 to 64 letters, digits or any of _ . : -',
    );
  });

  it('is the notice before stopping, none by default', () => {
    expect(stopNoticeSeconds.parse(undefined)).toBe(0);
    expect(stopNoticeSeconds.parse('60')).toBe(60);
    expect(said(stopNoticeSeconds, '61')).toBe('must be a whole number from 0 to 60');
  });
});
