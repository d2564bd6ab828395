import path from 'node:path';
import {
  addressPasswordProblem,
  readEnvironment,
  redisAddress,
  redisPrefix,
  secret,
  stopNoticeSeconds,
  type TrustedProxies,
  trustedProxies,
  type VariableProblem,
  type Variables,
  webAddress,
  webAddresses,
  wholeNumber,
} from '@deep-dive/shared-types/environment';
import * as z from 'zod';

export { EnvironmentError } from '@deep-dive/shared-types/environment';

const environment = z.object({
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
  REDIS_URL: redisAddress.optional(),
  REDIS_PREFIX: redisPrefix.optional(),
  CACHE_TTL_SECONDS: wholeNumber(1, 86_400).default(60),
  TRUST_PROXY: trustedProxies,
  STOP_NOTICE_SECONDS: stopNoticeSeconds,
});

/** Their names. */
export const SITE_VARIABLES = Object.keys(environment.shape);

function together({ NODE_ENV, PUBLIC_URL, INVALIDATION_SECRET, REDIS_URL }: Variables): VariableProblem[] {
  if (NODE_ENV !== 'production') return [];
  const missing = (value: string | undefined, remedy: string): string | null =>
    value ? null : `is required in production: ${remedy}`;
  return [
    ['REDIS_URL', addressPasswordProblem(REDIS_URL)],
    ['PUBLIC_URL', missing(PUBLIC_URL, 'the address visitors use, such as https://example.org')],
    [
      'INVALIDATION_SECRET',
      missing(
        INVALIDATION_SECRET,
        'the secret the CMS sends with each change; make one with: openssl rand -hex 32',
      ),
    ],
  ];
}

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

/** Reads the configuration from environment variables. @throws EnvironmentError naming every variable that is wrong. */
export function parseConfig(variables: Variables): ServerConfig {
  const env = readEnvironment(environment, variables, together);
  return {
    production: env.NODE_ENV === 'production',
    port: env.PORT,
    host: env.HOST,
    cmsUrls: env.CMS_URL,
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
