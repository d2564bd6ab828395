import {
  addressPasswordProblem,
  EnvironmentError,
  onOrOff,
  readEnvironment,
  redisAddress,
  redisPrefix,
  secret,
  stopNoticeSeconds,
  trustedProxies,
  type VariableProblem,
  type Variables,
  webAddress,
  webAddresses,
  wholeNumber,
} from '@deep-dive/shared-types/environment';
import type { Core } from '@strapi/strapi';
import * as z from 'zod';
import { passwordProblem } from '../rules/passwords';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export const isLoopback = (host: string): boolean => LOOPBACK.has(host);

/** "Deep Dive <hello@example.org>", or the address alone. */
const mailAddress = z
  .string()
  .regex(/^(?:[^<>@\p{Cc}"]*<[^\s<>@"]+@[^\s<>@"]+>|[^\s<>@"]+@[^\s<>@"]+)$/u, {
    error: 'must be an address that mails are sent from, such as Deep Dive <hello@example.org>',
  })
  .transform((text) => {
    const [, name = '', address = text] = /^(.*)<(.+)>$/.exec(text) ?? [];
    return { name: name.trim(), address: address.trim() };
  });

/** Every variable the CMS reads. The files in cms/config ask Strapi for the same ones, once they are known to be good. */
const environment = z.object({
  NODE_ENV: z.string().default('development'),
  HOST: z.string().default('127.0.0.1'),
  CMS_PORT: wholeNumber(0, 65_535).default(1337),
  CMS_PUBLIC_URL: webAddress.optional(),
  PUBLIC_URL: webAddress.optional(),
  TRUST_PROXY: trustedProxies,
  STOP_NOTICE_SECONDS: stopNoticeSeconds,
  LOG_LEVEL: z
    .enum(['error', 'warn', 'info', 'http', 'debug'], {
      error: 'must be one of error, warn, info, http and debug',
    })
    .default('info'),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: z
    .string()
    .refine((address) => /^postgres(ql)?:\/\//.test(address), {
      error: 'must start with postgres://; leave it out to use SQLite under DATA_DIR',
    })
    .optional(),
  DATABASE_SSL: onOrOff.default(false),
  DATABASE_POOL_MAX: wholeNumber(2, 1000).default(10),
  REDIS_URL: redisAddress.optional(),
  REDIS_PREFIX: redisPrefix.optional(),
  WEB_URLS: webAddresses.default([]),
  INVALIDATION_SECRET: secret('INVALIDATION_SECRET'),
  APP_KEYS: secret('APP_KEYS'),
  ADMIN_JWT_SECRET: secret('ADMIN_JWT_SECRET'),
  API_TOKEN_SALT: secret('API_TOKEN_SALT'),
  TRANSFER_TOKEN_SALT: secret('TRANSFER_TOKEN_SALT'),
  ENCRYPTION_KEY: secret('ENCRYPTION_KEY'),
  SMTP_URL: z
    .string()
    .refine((address) => /^smtps?:\/\/./.test(address) && URL.canParse(address), {
      error:
        'must be the address of a mail server, such as smtps://user:password@mail.example.org; leave it out to keep mails as files under DATA_DIR',
    })
    .optional(),
  MAIL_FROM: mailAddress.optional(),
  INQUIRY_RETENTION_DAYS: wholeNumber(30, 3_650).default(365),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: webAddress.optional(),
  S3_REGION: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  S3_PUBLIC_URL: webAddress.optional(),
  DEMO_MODE: onOrOff.default(false),
  DEMO_PASSWORD: z.string().default(''),
});

/** Their names. */
export const CMS_VARIABLES = Object.keys(environment.shape);

export type Environment = z.output<typeof environment>;

function together(given: Variables): VariableProblem[] {
  const problems: VariableProblem[] = [];
  if (given.NODE_ENV === 'production')
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'SMTP_URL'])
      problems.push([name, addressPasswordProblem(given[name])]);
  if (given.SMTP_URL && !given.MAIL_FROM)
    problems.push(['MAIL_FROM', 'is missing while SMTP_URL is set: whom are mails from?']);
  if (given.S3_BUCKET)
    for (const name of ['S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY', 'S3_PUBLIC_URL'])
      problems.push([name, given[name] ? null : 'is missing while S3_BUCKET is set']);
  if (given.DEMO_MODE === 'true')
    problems.push(
      ['DEMO_MODE', demonstrationProblem(given.HOST ?? '127.0.0.1')],
      ['DEMO_PASSWORD', demonstrationPasswordProblem(given.DEMO_PASSWORD)],
    );
  return problems;
}

const demonstrationProblem = (host: string): string | null =>
  isLoopback(host)
    ? null
    : `is on while HOST is ${host}: demonstration accounts must not be reachable from elsewhere. Turn DEMO_MODE off, or set HOST=127.0.0.1`;

function demonstrationPasswordProblem(password: string | undefined): string | null {
  if (!password)
    return 'is missing while DEMO_MODE is on: set it to the password of the demonstration accounts';
  const problem = passwordProblem(password);
  return problem && `cannot be the password of the demonstration accounts. ${problem.replace(/\.$/, '')}`;
}

/**
 * What is wrong with the environment, one sentence for each variable, naming it and the remedy; empty when all is well.
 * Secrets and passwords are never repeated.
 */
export function environmentProblems(variables: Variables): string[] {
  try {
    readEnvironment(environment, variables, together);
    return [];
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    return error.problems;
  }
}

/** The environment of this process. @throws Error naming every variable that is wrong or isn't safe. */
export function safeEnvironment(): Environment {
  try {
    return readEnvironment(environment, process.env, together);
  } catch (error) {
    if (!(error instanceof EnvironmentError)) throw error;
    throw new Error(`The CMS does not start:\n- ${error.problems.join('\n- ')}`);
  }
}

const KEPT = 'environment';

/** Reads the environment once for all that asks later. To be called first in `register()`. @throws Error as `safeEnvironment` does. */
export function keepEnvironment(strapi: Core.Strapi): Environment {
  const environment = safeEnvironment();
  strapi.add(KEPT, environment);
  return environment;
}

/** The environment as it was read when the CMS started: to look at it anew takes as long as some requests. */
export const environmentOf = (strapi: Core.Strapi): Environment => strapi.get<Environment>(KEPT);
