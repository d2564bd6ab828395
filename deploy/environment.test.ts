import { describe, expect, test } from 'vitest';
import { environmentProblems } from '../cms/src/strapi/environment.ts';
import { EnvironmentError, parseConfig } from '../web/server/config.ts';

const strong = {
  APP_KEYS: 'k3JmZ0q8uT1vXw9yB2cD,p7LsN4eR6gH5iA0oQ1zE',
  ADMIN_JWT_SECRET: 'Zq8uT1vXw9yB2cDk3JmZ0p7LsN4eR6gH',
  API_TOKEN_SALT: 'Xw9yB2cDk3JmZ0p7LsN4',
  TRANSFER_TOKEN_SALT: 'B2cDk3JmZ0p7LsN4eR6g',
  ENCRYPTION_KEY: 'J5iA0oQ1zEk3JmZ0q8uT1vXw9yB2cDxY',
  INVALIDATION_SECRET: 'N4eR6gH5iA0oQ1zEk3JmZ0q8uT1vXw9y',
};

/** What each program says of a variable: the sentence that names it, or nothing. */
const programs: Record<string, (variables: Record<string, string>) => string | undefined> = {
  CMS: (variables) =>
    environmentProblems({ NODE_ENV: 'production', ...strong, ...variables }).find((problem) =>
      names(problem, variables),
    ),
  site: (variables) => {
    try {
      parseConfig({ NODE_ENV: 'production', PUBLIC_URL: 'https://example.org', ...strong, ...variables });
      return undefined;
    } catch (error) {
      if (!(error instanceof EnvironmentError)) throw error;
      return error.message.split('\n').find((problem) => names(problem, variables));
    }
  },
};
const names = (problem: string, variables: Record<string, string>): boolean =>
  Object.keys(variables).some((name) => problem.startsWith(`${name} `));

const SECRETS = [
  ['N4eR6gH5iA0oQ1zEk3JmZ0q8uT1vXw9y', null],
  ['3f9a1c07e5b2d84660fe12ab98cd7e53', null],
  ['Xq8u', 'is shorter than 32 characters'],
  [' '.repeat(40), 'is missing'],
  ['a'.repeat(40), 'is too easy to guess'],
  ['abc'.repeat(20), 'is too easy to guess'],
  ['changeme-changeme-changeme-changeme', 'is a well-known default'],
  ['please-change-me-please-change-me-1', 'is a well-known default'],
  ['CHANGE_THIS_TO_SOMETHING_OF_YOUR_OWN', 'is a well-known default'],
  ['toBeModified1toBeModified2toBeModified3', 'is a well-known default'],
  ['your-invalidation-secret-goes-here-1234', 'is a well-known default'],
  ['replace-me-with-a-long-random-text-12345', 'is a well-known default'],
  ['secret-0123456789-0123456789-0123456789', 'is a well-known default'],
  ['password0123456789password0123456789', 'is a well-known default'],
  ['default-invalidation-secret-0123456789', 'is a well-known default'],
  ['an-example-of-a-long-enough-secret-12', 'is a well-known default'],
  ['test-0123456789-abcdefghijklmnopqrstu', 'is a well-known default'],
] as const;

describe.each(SECRETS)('the secret “%s”', (secret, why) => {
  test.each(Object.entries(programs))(`${why ?? 'is taken'} for the %s`, (_program, complaint) => {
    const said = complaint({ INVALIDATION_SECRET: secret });
    if (why === null) return expect(said).toBeUndefined();
    expect(said).toContain(`INVALIDATION_SECRET ${why}: `);
    expect(said).toContain('openssl rand');
    if (secret.trim()) expect(said).not.toContain(secret);
  });
});

describe.each([
  ['redis://127.0.0.1:6379', null],
  ['redis://:N4eR6gH5iA0oQ1zEk3JmZ0q8uT1vXw9y@redis:6379', null],
  ['redis://:redis@redis:6379', 'holds a well-known default as its password'],
  ['redis://:changeme@redis:6379', 'holds a well-known default as its password'],
  ['redis://deep:deep@redis:6379', 'holds a well-known default as its password'],
])('the address “%s”', (address, why) => {
  test.each(Object.entries(programs))(`${why ?? 'is taken'} for the %s`, (_program, complaint) => {
    const said = complaint({ REDIS_URL: address });
    if (why === null) return expect(said).toBeUndefined();
    expect(said).toContain(`REDIS_URL ${why}: `);
    expect(said).not.toContain(address);
  });
});

describe.each([
  ['1', null],
  ['172.16.0.0/12', null],
  ['false', null],
  ['true', 'is “true”, which would believe any address'],
  ['caddy', 'holds “caddy”, which is no address'],
])('TRUST_PROXY=%s', (value, why) => {
  test.each(Object.entries(programs))(`${why ?? 'is taken'} for the %s`, (_program, complaint) => {
    const said = complaint({ TRUST_PROXY: value });
    if (why === null) return expect(said).toBeUndefined();
    expect(said).toContain(`TRUST_PROXY ${why}`);
  });
});
