import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { dataDir } from './paths.ts';
import { Refusal } from './steps.ts';

/** What a demonstration run needs to know. */
export interface Settings {
  port: number;
  cmsPort: number;
  dataDir: string;
  demoPassword: string;
  /** The environment for the CMS and the site. */
  env: NodeJS.ProcessEnv;
}

interface Secrets {
  [name: string]: string;
}

const SECRET_NAMES = [
  'ADMIN_JWT_SECRET',
  'API_TOKEN_SALT',
  'TRANSFER_TOKEN_SALT',
  'ENCRYPTION_KEY',
  'INVALIDATION_SECRET',
];

/** Reads PORT, CMS_PORT, DATA_DIR and DEMO_PASSWORD; makes and keeps the secrets of a demonstration under DATA_DIR. */
export function readSettings(): Settings {
  const port = portFrom('PORT', 3000);
  const cmsPort = portFrom('CMS_PORT', 1337);
  if (port === cmsPort)
    throw new Refusal(`PORT and CMS_PORT are both ${port}: give the site and the CMS a port each.`);
  const directory = dataDir();
  const secrets = demonstrationSecrets(directory);
  const demoPassword = process.env.DEMO_PASSWORD || (secrets.DEMO_PASSWORD as string);
  return {
    port,
    cmsPort,
    dataDir: directory,
    demoPassword,
    env: {
      ...process.env,
      ...secrets,
      DEMO_MODE: 'true',
      DEMO_PASSWORD: demoPassword,
      HOST: '127.0.0.1',
      PORT: String(port),
      CMS_PORT: String(cmsPort),
      CMS_URL: `http://127.0.0.1:${cmsPort}`,
      WEB_URLS: `http://127.0.0.1:${port}`,
      CMS_PUBLIC_URL: process.env.CMS_PUBLIC_URL || `http://localhost:${cmsPort}`,
      PUBLIC_URL: process.env.PUBLIC_URL || `http://localhost:${port}`,
      DATA_DIR: directory,
      STRAPI_TELEMETRY_DISABLED: 'true',
      STRAPI_HIDE_STARTUP_MESSAGE: 'true',
    },
  };
}

function portFrom(name: string, fallback: number): number {
  const text = process.env[name] || String(fallback);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535)
    throw new Refusal(
      `${name} is “${text.slice(0, 40)}”: give a port number from 1 to 65535, for example ${name}=${fallback}.`,
    );
  return port;
}

function demonstrationSecrets(directory: string): Secrets {
  const file = path.join(directory, 'secrets.json');
  if (existsSync(file)) {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
    } catch {
      throw new Refusal(`${file} cannot be read as JSON: mend it, or delete it to have new secrets made.`);
    }
  }
  const secret = (): string => randomBytes(24).toString('base64url');
  const secrets: Secrets = {
    APP_KEYS: `${secret()},${secret()}`,
    ...Object.fromEntries(SECRET_NAMES.map((name) => [name, secret()])),
    DEMO_PASSWORD: `Demo-${randomBytes(6).toString('base64url')}7a`,
  };
  try {
    mkdirSync(directory, { recursive: true });
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    throw new Refusal(
      `DATA_DIR ${directory} cannot be written (${(error as Error).message}): choose a folder that can.`,
    );
  }
  return secrets;
}

/** Refuses, in one sentence, when something else already listens on the port. */
export async function requireFreePort(name: string, port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(
        new Refusal(
          error.code === 'EADDRINUSE'
            ? `Port ${port} is taken: stop what uses it, or choose another with ${name}=${port + 1}.`
            : `Port ${port} cannot be used (${error.code}): choose another with ${name}=${port > 1024 ? port + 1 : 3000}.`,
        ),
      );
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}
