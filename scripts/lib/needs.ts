import net from 'node:net';

/** Something of this machine that some tests can't do without. */
export interface Need {
  /** As a sentence begins with it. */
  name: string;
  /** What a person does to have it. */
  remedy: string;
  /** Cannot be had everywhere, so that tests without it are left out under CI too. */
  isOptional?: boolean;
}

/** The PostgreSQL of the tests: PGHOST, PGPORT, PGUSER and PGPASSWORD say which. */
export const POSTGRES = {
  name: 'PostgreSQL',
  remedy:
    'start one, and name it with PGHOST, PGPORT, PGUSER and PGPASSWORD when it is not postgres@127.0.0.1:5432',
  host: process.env.PGHOST || '127.0.0.1',
  port: Number(process.env.PGPORT || 5432),
  user: process.env.PGUSER || 'postgres',
  password: process.env.PGPASSWORD || '',
} satisfies Need & Record<string, unknown>;

/** The Redis of the tests, on this machine: REDIS_PORT says where. */
export const REDIS = {
  name: 'Redis',
  remedy: 'start one, and name its port with REDIS_PORT when it is not 6379',
  host: '127.0.0.1',
  port: Number(process.env.REDIS_PORT || 6379),
} satisfies Need & Record<string, unknown>;

export const BROWSER: Need = {
  name: 'A browser',
  remedy: 'install Chromium or Chrome, and name it with CHROME_PATH when it is not found',
};

export const COMPOSE: Need = {
  name: 'Docker Compose',
  remedy: 'install Docker with its compose plugin',
  isOptional: true,
};

export const CADDY: Need = {
  name: 'Caddy',
  remedy: 'install it, so that `caddy` is found',
  isOptional: true,
};

/**
 * Whether tests that need something are left out here. Where it is missing they are left out, counted as skipped, and that
 * is said aloud. Under CI they run all the same and fail, so that nobody takes what was not tried for proven.
 */
export function isLeftOut(
  { name, remedy, isOptional = false }: Need,
  isThere: boolean,
  { ci = process.env.CI, say = console.error }: { ci?: string; say?: (text: string) => void } = {},
): boolean {
  if (isThere) return false;
  const fails = isCi(ci) && !isOptional;
  say(
    `${name} is missing: tests that need it ${fails ? 'FAIL, since this is CI' : 'are SKIPPED'}. To have it, ${remedy}.`,
  );
  return !fails;
}

const isCi = (value: string | undefined): boolean => !['', '0', 'false'].includes(value ?? '');

/** Whether somebody listens on a port. */
export function answers({ host, port }: { host: string; port: number }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port, timeout: 2_000 });
    const end = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
