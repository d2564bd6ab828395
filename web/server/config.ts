import path from 'node:path';
import { LONGEST_NOTICE } from '@deep-dive/shared-types';
import * as z from 'zod';

/** Secrets that appear in guides and examples, and so are none. */
const KNOWN_SECRETS = /^(change-?me|secret|password|default|example|test)/i;

const webAddress = z
  .url({
    protocol: /^https?$/,
    error: 'must be a web address, such as https://professional-learning.example.org',
  })
  .transform((address) => address.replace(/\/+$/, ''));
const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    });

const environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    CMS_URL: webAddress.default('http://127.0.0.1:1337'),
    CMS_TOKEN: z.string().optional(),
    PUBLIC_URL: webAddress.optional(),
    INVALIDATION_SECRET: z
      .string()
      .min(32, { error: 'must have at least 32 characters; make one with: openssl rand -hex 32' })
      .refine((secret) => !KNOWN_SECRETS.test(secret), {
        error: 'is a value from an example; make your own with: openssl rand -hex 32',
      })
      .optional(),
    MAPBOX_TOKEN: z
      .string()
      .refine((token) => token.startsWith('pk.'), {
        error:
          'must be a public token, which starts with "pk."; an "sk." token is secret and would be shown to every visitor',
      })
      .optional(),
    DATA_DIR: z.string().default('.data'),
    REDIS_URL: z
      .string()
      .refine((address) => /^rediss?:\/\//.test(address), {
        error: 'must start with redis:// or rediss://, such as redis://redis:6379',
      })
      .optional(),
    CACHE_TTL_SECONDS: wholeNumber(1, 86_400).default(60),
    STOP_NOTICE_SECONDS: wholeNumber(0, LONGEST_NOTICE).default(0),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return;
    const required = {
      PUBLIC_URL: 'is required in production: the address visitors use, such as https://example.org',
      INVALIDATION_SECRET:
        'is required in production: the secret the CMS sends with each change; make one with: openssl rand -hex 32',
    };
    for (const [name, message] of Object.entries(required))
      if (!env[name as keyof typeof required]) context.addIssue({ code: 'custom', path: [name], message });
  });

/** How this web process runs, read once from the environment. */
export interface ServerConfig {
  production: boolean;
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Where the CMS is, without a slash at the end. */
  cmsUrl: string;
  cmsToken?: string;
  /** The address visitors use, without a slash at the end. */
  publicUrl: string;
  /** Without one, `POST /_internal/invalidate` refuses everybody. */
  invalidationSecret?: string;
  /** A public Mapbox token; without one the map draws our own basemap. */
  mapboxToken?: string;
  /** An absolute path: where what must outlive a restart is kept. */
  dataDir: string;
  redisUrl?: string;
  /** Milliseconds an answer of the CMS counts as fresh, when no change is announced. */
  cacheTtlMs: number;
  /** Milliseconds it goes on taking requests after a signal to stop, saying that it isn't ready. */
  stopNoticeMs: number;
}

/** What is wrong with the environment: one line for each variable, with its remedy. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/**
 * Reads the configuration from environment variables; an empty one counts as not set.
 * Throws `ConfigError` naming every variable that is wrong. Values are never repeated: some are secret.
 */
export function parseConfig(variables: Record<string, string | undefined>): ServerConfig {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  if (!parsed.success)
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    );
  const env = parsed.data;
  return {
    production: env.NODE_ENV === 'production',
    port: env.PORT,
    host: env.HOST,
    cmsUrl: env.CMS_URL,
    cmsToken: env.CMS_TOKEN,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    invalidationSecret: env.INVALIDATION_SECRET,
    mapboxToken: env.MAPBOX_TOKEN,
    dataDir: path.resolve(env.DATA_DIR),
    redisUrl: env.REDIS_URL,
    cacheTtlMs: env.CACHE_TTL_SECONDS * 1000,
    stopNoticeMs: env.STOP_NOTICE_SECONDS * 1000,
  };
}
