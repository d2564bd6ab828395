import path from 'node:path';
import { LONGEST_NOTICE } from '@deep-dive/shared-types';
import {
  addressPasswordProblem,
  parseTrustProxy,
  type SecretName,
  secretProblem,
  type TrustedProxies,
} from '@deep-dive/shared-types/environment';
import * as z from 'zod';

const webAddress = z
  .url({
    protocol: /^https?$/,
    error: 'must be a web address, such as https://professional-learning.example.org',
  })
  .transform((address) => address.replace(/\/+$/, ''));
/** One or several, with commas between. One that is none is named by its place: it may hold a password. */
const webAddresses = z.string().transform((text, context) => {
  const items = text.split(',').map((item) => item.trim());
  return items.map((item, index) => {
    const address = webAddress.safeParse(item);
    if (address.success) return address.data;
    const which = items.length > 1 ? `; number ${index + 1} of the ${items.length} given is none` : '';
    context.addIssue(
      `must be a web address, such as http://127.0.0.1:1337, or several with commas between${which}`,
    );
    return z.NEVER;
  });
});
const wholeNumber = (from: number, to: number) =>
  z.coerce
    .number({ error: `must be a whole number from ${from} to ${to}` })
    .refine((value) => Number.isInteger(value) && value >= from && value <= to, {
      error: `must be a whole number from ${from} to ${to}`,
    });

const secret = (name: SecretName) =>
  z.string().superRefine((value, context) => {
    const problem = secretProblem(name, value);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });
const trustedProxies = z.string().transform((value, context) => {
  try {
    return parseTrustProxy(value);
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

const environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    PORT: wholeNumber(0, 65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    CMS_URL: webAddresses.default(['http://127.0.0.1:1337']),
    CMS_TOKEN: secret('CMS_TOKEN').optional(),
    PUBLIC_URL: webAddress.optional(),
    INVALIDATION_SECRET: secret('INVALIDATION_SECRET').optional(),
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
    REDIS_PREFIX: z
      .string()
      .regex(/^[\w.:-]{1,64}$/, { error: 'must be 1 to 64 letters, digits or any of _ . : -' })
      .optional(),
    CACHE_TTL_SECONDS: wholeNumber(1, 86_400).default(60),
    TRUST_PROXY: trustedProxies.default({ count: 0 }),
    STOP_NOTICE_SECONDS: wholeNumber(0, LONGEST_NOTICE).default(0),
  })
  .superRefine((env, context) => {
    if (env.NODE_ENV !== 'production') return;
    const required = {
      PUBLIC_URL: 'is required in production: the address visitors use, such as https://example.org',
      INVALIDATION_SECRET:
        'is required in production: the secret the CMS sends with each change; make one with: openssl rand -hex 32',
    };
    const address = addressPasswordProblem(env.REDIS_URL);
    if (address) context.addIssue({ code: 'custom', path: ['REDIS_URL'], message: address });
    for (const [name, message] of Object.entries(required))
      if (!env[name as keyof typeof required]) context.addIssue({ code: 'custom', path: [name], message });
  });

/** How this web process runs, read once from the environment. */
export interface ServerConfig {
  production: boolean;
  /** 0 takes any free port. */
  port: number;
  host: string;
  /** Where the CMS is, without a slash at the end: one address or several that serve the same, each once. */
  cmsUrls: string[];
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
  /** The same as the CMS's: tells installations apart that share a database of Redis. */
  redisPrefix?: string;
  /** Milliseconds an answer of the CMS counts as fresh, when no change is announced. */
  cacheTtlMs: number;
  /** Whose word about a visitor's address is believed: see `visitorAddress`. */
  trustedProxies: TrustedProxies;
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
    cmsUrls: [...new Set(env.CMS_URL)],
    cmsToken: env.CMS_TOKEN,
    publicUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`,
    invalidationSecret: env.INVALIDATION_SECRET,
    mapboxToken: env.MAPBOX_TOKEN,
    dataDir: path.resolve(env.DATA_DIR),
    redisUrl: env.REDIS_URL,
    redisPrefix: env.REDIS_PREFIX,
    cacheTtlMs: env.CACHE_TTL_SECONDS * 1000,
    trustedProxies: env.TRUST_PROXY,
    stopNoticeMs: env.STOP_NOTICE_SECONDS * 1000,
  };
}
