import { describe, expect, it } from 'vitest';
import { environmentProblems } from './secrets';

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

  it.each([
    ['tobemodified', 'is a well-known default'],
    ['toBeModified1,toBeModified2', 'is a well-known default'],
    ['changeme-changeme-changeme-changeme', 'is a well-known default'],
    ['Xq8u', 'is shorter than'],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'is too easy to guess'],
  ])('is refused with the secret “%s”', (secret, why) => {
    expect(environmentProblems({ ...good, ADMIN_JWT_SECRET: secret })[0]).toContain(why);
  });

  it('checks each of several application keys', () => {
    expect(environmentProblems({ ...good, APP_KEYS: `${good.APP_KEYS},short` })[0]).toContain('APP_KEYS');
  });

  it('has demonstration accounts on this machine alone', () => {
    expect(environmentProblems({ ...good, DEMO_MODE: 'true' })).toEqual([]);
    expect(environmentProblems({ ...good, DEMO_MODE: 'true', HOST: '::1' })).toEqual([]);
    const [problem] = environmentProblems({ ...good, DEMO_MODE: 'true', HOST: '0.0.0.0' });
    expect(problem).toContain('DEMO_MODE is on while HOST is 0.0.0.0');
    expect(environmentProblems({ ...good, HOST: '0.0.0.0' })).toEqual([]);
  });
});
