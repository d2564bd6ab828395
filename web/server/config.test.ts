import { describe, expect, it } from 'vitest';
import { EnvironmentError, parseConfig } from './config';

const secret = '0123456789abcdef0123456789abcdef';

function complaint(variables: Record<string, string>): string {
  try {
    parseConfig(variables);
  } catch (error) {
    if (error instanceof EnvironmentError) return error.message;
    throw error;
  }
  return '';
}

describe('parseConfig', () => {
  it('needs nothing on a developer’s machine', () => {
    const config = parseConfig({});
    expect(config).toMatchObject({
      production: false,
      port: 3000,
      host: '127.0.0.1',
      cmsUrls: ['http://127.0.0.1:1337'],
      publicUrl: 'http://localhost:3000',
      cacheTtlMs: 60_000,
      trustedProxies: { count: 0 },
    });
  });

  it('takes an empty variable as not set, and an address without its last slash', () => {
    const config = parseConfig({ PORT: '', REDIS_URL: '', PUBLIC_URL: 'https://example.org/' });
    expect(config).toMatchObject({ port: 3000, redisUrl: undefined, publicUrl: 'https://example.org' });
  });

  it('takes one CMS or several, each once', () => {
    const urls = (text: string) => parseConfig({ CMS_URL: text }).cmsUrls;
    expect(urls('http://cms-1:1337/, http://cms-2:1337,http://cms-1:1337')).toEqual([
      'http://cms-1:1337',
      'http://cms-2:1337',
    ]);
    expect(complaint({ CMS_URL: 'http://cms-1:1337,cms-2:1337,http://cms-3' })).toMatch(
      /^CMS_URL must be a web address, .*; number 2 of the 3 given is none\.$/,
    );
    expect(complaint({ CMS_URL: 'http://cms-1:1337,' })).toContain('number 2 of the 2 given is none');
  });

  it('wants an address and a secret in production, and says so in one line each', () => {
    const lines = complaint({ NODE_ENV: 'production' }).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^PUBLIC_URL is required/);
    expect(lines[1]).toMatch(/^INVALIDATION_SECRET is required.*openssl rand -hex 32/);
    expect(lines[0]).toContain('the address visitors use, such as https://example.org');
    const whole = { NODE_ENV: 'production', PUBLIC_URL: 'https://example.org', INVALIDATION_SECRET: secret };
    expect(complaint(whole)).toBe('');
    expect(parseConfig({ ...whole, STOP_NOTICE_SECONDS: '7' })).toMatchObject({
      production: true,
      stopNoticeMs: 7_000,
    });
    expect(complaint({ ...whole, REDIS_URL: 'redis://:redis@cache:6379' })).toMatch(
      /^REDIS_URL holds a well-known default as its password/,
    );
    expect(complaint({ REDIS_URL: 'redis://:redis@cache:6379' })).toBe('');
  });

  it.each([
    ['PORT', 'http', 'PORT must be a whole number from 0 to 65535'],
    ['PORT', '99999', 'PORT must be a whole number from 0 to 65535'],
    ['CMS_URL', 'cms:1337', 'CMS_URL must be a web address'],
    ['PUBLIC_URL', 'ftp://example.org', 'PUBLIC_URL must be a web address'],
    ['MAPBOX_TOKEN', 'sk.eyJ1Ijoi', 'MAPBOX_TOKEN must be a public token'],
    ['MAPBOX_TOKEN', 'sk.pk.', 'MAPBOX_TOKEN must be a public token'],
    ['REDIS_URL', 'cache:6379', 'REDIS_URL must start with redis://'],
    ['TRUST_PROXY', 'caddy', 'TRUST_PROXY holds “caddy”, which is no address'],
    ['REDIS_PREFIX', 'two words', 'REDIS_PREFIX must be 1 to 64 letters'],
    ['CACHE_TTL_SECONDS', '0', 'CACHE_TTL_SECONDS must be a whole number from 1 to 86400'],
  ])('refuses %s=%s and never repeats it', (name, value, message) => {
    const said = complaint({ [name]: value });
    expect(said).toContain(message);
    if (!['PORT', 'CACHE_TTL_SECONDS', 'TRUST_PROXY'].includes(name)) expect(said).not.toContain(value);
  });
});
