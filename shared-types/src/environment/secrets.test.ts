import { describe, expect, it } from 'vitest';
import { addressPasswordProblem, secretProblem } from './secrets.js';

/** 32 characters, as `openssl rand -base64 24` writes them. */
const good = 'Zq8uT1vXw9yB2cDk3JmZ0p7LsN4eR6gH';

describe('a secret', () => {
  it('is fine when it is long and its own', () => {
    expect(secretProblem('ADMIN_JWT_SECRET', good)).toBeNull();
    expect(secretProblem('API_TOKEN_SALT', good.slice(0, 16))).toBeNull();
    expect(secretProblem('ENCRYPTION_KEY', ` ${good} `)).toBeNull();
  });

  it.each([
    [undefined, 'is missing'],
    ['', 'is missing'],
    ['   ', 'is missing'],
    [good.slice(0, 31), 'is shorter than 32 characters'],
    [` ${good.slice(0, 31)} `, 'is shorter than 32 characters'],
    ['abcdefg'.repeat(5), 'is too easy to guess'],
  ])('%j %s, with the remedy', (value, why) => {
    expect(secretProblem('INVALIDATION_SECRET', value)).toBe(
      `${why}: set it to a secret of its own, for example the output of “openssl rand -hex 32”`,
    );
  });

  it('may have as few as eight different characters', () => {
    expect(secretProblem('INVALIDATION_SECRET', 'abcdefgh'.repeat(4))).toBeNull();
  });

  it.each([
    'toBeModified1-of-the-generator-of-projects',
    'tobemodified-of-the-generator-of-projects',
    'to-be-modified-of-the-generator-of-project',
    'please-change-me-before-anyone-sees-it-0',
    'CHANGEME-0123456789abcdefghijklmnop',
    'replace_this-0123456789abcdefghijklm',
    'replace it 0123456789abcdefghijklmnop',
    'a-Password-0123456789abcdefghijklmno',
    'the-default-0123456789abcdefghijklmn',
    'an-example-0123456789abcdefghijklmno',
    'so-insecure-0123456789abcdefghijklmn',
    'keyboard cat-0123456789abcdefghijklm',
    'keyboardcat-0123456789abcdefghijklmn',
    'secret-0123456789abcdefghijklmnopqrs',
    'your-secret-0123456789abcdefghijklmn',
    'my_super-secret-0123456789abcdefghij',
    'topsecret0123456789abcdefghijklmnopq',
    'test-0123456789abcdefghijklmnopqrstu',
    'demo_0123456789abcdefghijklmnopqrstu',
    'your-0123456789abcdefghijklmnopqrstu',
  ])('is refused when guides and generators write it: %s', (value) => {
    expect(secretProblem('CMS_TOKEN', value)).toContain('is a well-known default');
  });

  it.each(['Nosecret-0123456789abcdefghijklmnopq', 'latest-0123456789abcdefghijklmnopqrs'])(
    'is not refused for a word within it: %s',
    (value) => {
      expect(secretProblem('CMS_TOKEN', value)).toBeNull();
    },
  );

  it('is a list of application keys, of which each must be good', () => {
    expect(secretProblem('APP_KEYS', `${good}, ${good.toUpperCase()}`)).toBeNull();
    expect(secretProblem('APP_KEYS', undefined)).toContain('is missing');
    expect(secretProblem('APP_KEYS', `${good},`)).toContain('is shorter than');
    expect(secretProblem('APP_KEYS', `${good},toBeModified2`)).toContain('is a well-known default');
    expect(secretProblem('APP_KEYS', `${good},${'abc'.repeat(20)}`)).toContain('is too easy to guess');
    expect(secretProblem('CMS_TOKEN', `${good},short`)).toBeNull();
  });
});

describe('the password in the address of a database', () => {
  it.each([
    undefined,
    '',
    'no address at all',
    'postgres://db/cms',
    'postgres://cms@db/cms',
    `postgres://cms:${good}@db/cms`,
    'redis://:Wq8uT1vX@cache:6379',
    'postgres://cms:100%25-own-words@db/cms',
    'postgres://cms:100%-own-words@db/cms',
    'postgres://cms:myadmin@db/cms',
    'postgres://cms:rooted@db/cms',
    'postgres://cms:12345x@db/cms',
  ])('is fine when there is none, or one of its own: %s', (address) => {
    expect(addressPasswordProblem(address)).toBeNull();
  });

  it.each([
    'postgres://cms:postgres@db/cms',
    'postgres://cms:PostgreSQL@db/cms',
    'postgres://cms:deepdive@db/cms',
    'postgres://cms:deep-dive@db/cms',
    'postgres://cms:123456@db/cms',
    'postgres://cms:1234@db/cms',
    'redis://:foobared@cache:6379',
    'redis://:redis@cache:6379',
    'postgres://cms:changeme@db/cms',
    'postgres://cms:ro%6Ft@db/cms',
    'postgres://ingrid:ingrid@db/cms',
    'postgres://ingr%C3%ADd:ingr%C3%ADd@db/cms',
  ])('is refused when anyone would guess it: %s', (address) => {
    const problem = addressPasswordProblem(address);
    expect(problem).toMatch(/^holds a well-known default as its password: give the server a password/);
    expect(problem).toContain('openssl rand -hex 32');
  });
});
