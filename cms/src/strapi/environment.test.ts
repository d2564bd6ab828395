import { describe, expect, it } from 'vitest';
import { environmentProblems } from './environment';

const good = {
  APP_KEYS: 'k3JmZ0q8uT1vXw9yB2cD,p7LsN4eR6gH5iA0oQ1zE',
  ADMIN_JWT_SECRET: 'Zq8uT1vXw9yB2cDk3JmZ0p7LsN4eR6gH',
  API_TOKEN_SALT: 'Xw9yB2cDk3JmZ0p7LsN4',
  TRANSFER_TOKEN_SALT: 'B2cDk3JmZ0p7LsN4eR6g',
  ENCRYPTION_KEY: 'J5iA0oQ1zEk3JmZ0q8uT1vXw9yB2cDxY',
  INVALIDATION_SECRET: 'N4eR6gH5iA0oQ1zEk3JmZ0q8uT1vXw9y',
};

describe('the environment', () => {
  it('is safe with secrets of its own', () => {
    expect(environmentProblems(good)).toEqual([]);
  });

  it.each(Object.keys(good))('is refused without %s, which is named with the remedy', (name) => {
    const problems = environmentProblems({ ...good, [name]: undefined });
    expect(problems).toEqual([expect.stringContaining(`${name} is missing`)]);
    expect(problems[0]).toContain('openssl rand');
  });

  it('checks each of several application keys', () => {
    expect(environmentProblems({ ...good, APP_KEYS: `${good.APP_KEYS},short` })[0]).toContain('APP_KEYS');
  });

  it('has demonstration accounts on this machine alone', () => {
    const demonstration = { ...good, DEMO_MODE: 'true', DEMO_PASSWORD: 'Story-Telling-2027' };
    expect(environmentProblems(demonstration)).toEqual([]);
    expect(environmentProblems({ ...demonstration, HOST: '::1' })).toEqual([]);
    const [problem] = environmentProblems({ ...demonstration, HOST: '0.0.0.0' });
    expect(problem).toContain('DEMO_MODE is on while HOST is 0.0.0.0');
    expect(environmentProblems({ ...good, HOST: '0.0.0.0' })).toEqual([]);
  });

  it.each(['Short-1', 'Password1234'])('is refused with the demonstration password “%s”', (password) => {
    const problems = environmentProblems({ ...good, DEMO_MODE: 'true', DEMO_PASSWORD: password });
    expect(problems).toEqual([
      expect.stringMatching(/^DEMO_PASSWORD cannot be the password of the demonstration accounts\. .*words/),
    ]);
    expect(problems[0]).not.toContain(password);
    expect(environmentProblems({ ...good, DEMO_PASSWORD: password })).toEqual([]);
  });

  it('says how many proxies there are, and never just that there are some', () => {
    expect(environmentProblems({ ...good, TRUST_PROXY: '1' })).toEqual([]);
    expect(environmentProblems({ ...good, TRUST_PROXY: 'true' })).toEqual([
      expect.stringMatching(/^TRUST_PROXY is “true”, which would believe .*: say how many/),
    ]);
  });

  it.each([
    ['CMS_PORT', 'eighty', 'a whole number from 0 to 65535'],
    ['CMS_PUBLIC_URL', 'cms.example.org', 'a web address'],
    ['DATABASE_URL', 'mysql://localhost/cms', 'start with postgres://'],
    ['DATABASE_SSL', 'yes', 'true or false'],
    ['DATABASE_POOL_MAX', '0', 'a whole number from 2'],
    ['LOG_LEVEL', 'verbose', 'one of error, warn'],
    ['REDIS_URL', 'localhost:6379', 'start with redis://'],
    ['STOP_NOTICE_SECONDS', '7s', 'a whole number from 0 to 60'],
    ['WEB_URLS', 'http://web-1:3000,web-2', 'number 2 of the 2 given is none'],
    ['S3_PUBLIC_URL', 'files', 'a web address'],
    ['DEMO_MODE', 'on', 'true or false'],
  ])('is refused with %s=%s, and says what it may be', (name, value, remedy) => {
    const problems = environmentProblems({ ...good, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^${name} .*${remedy}`))]);
  });

  it('names everything that is wrong at once', () => {
    const wrong = { NODE_ENV: 'production', CMS_PORT: 'eighty', DATABASE_URL: 'postgres://a:postgres@b/c' };
    expect(
      environmentProblems({ ...good, ...wrong, S3_BUCKET: 'files' }).map((line) => line.split(' ')[0]),
    ).toEqual(['CMS_PORT', 'DATABASE_URL', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_PUBLIC_URL']);
  });
});
