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
});
