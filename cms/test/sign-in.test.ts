import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { answers, isLeftOut, REDIS } from '../../scripts/lib/needs';
import { freePort } from '../../scripts/lib/ports';
import { PASSWORD, type RunningCms, startCms } from './cms';
import { isPostgresLeftOut } from './databases';
import { type Fields, signIn } from './stories';

const WRONG = 'Not-The-Password-1';

interface Answer {
  status: number;
  retryAfter: number;
  message: string;
}

/** Asks a door of the admin from an address; whatever is claimed before it was made up by the visitor. */
async function knock(
  url: string,
  { door = 'POST /admin/login', body, from }: { door?: string; body?: Fields; from: string },
): Promise<Answer> {
  const [method = '', asked = ''] = door.split(' ');
  const response = await fetch(url + asked, {
    method,
    headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
    body: body && JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    retryAfter: Number(response.headers.get('retry-after')),
    message: text.startsWith('{') ? JSON.parse(text).error?.message : text,
  };
}

const statuses = (answers: Answer[], status: number): number =>
  answers.filter((answer) => answer.status === status).length;

const times = <T>(count: number, act: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

const forged = (index: number): string => `6.6.${index >> 8}.${index & 255}`;

let person = 0;
async function newPerson(cms: RunningCms): Promise<string> {
  const email = `person-${++person}@school.test`;
  await signIn(cms, email, 'marketing');
  return email;
}

describe('guessing passwords', () => {
  let cms: RunningCms;
  beforeAll(async () => {
    cms = await startCms({ env: { TRUST_PROXY: '1' } });
  });
  afterAll(() => cms?.stop());

  it('ends after five tries, whatever addresses are made up', async () => {
    const email = await newPerson(cms);
    const answers = await times(100, (index) =>
      knock(cms.url, { body: { email, password: WRONG }, from: `${forged(index)}, 198.51.100.1` }),
    );
    expect(statuses(answers, 400)).toBe(5);
    expect(statuses(answers, 429)).toBe(95);
    const last = answers.at(-1) as Answer;
    expect(last.message).toMatch(
      /^There were too many tries\. Wait (a minute|\d+ minutes), then try again\./,
    );
    expect(last.retryAfter).toBeGreaterThan(0);
    expect(last.retryAfter).toBeLessThanOrEqual(300);
  });

  it('ends however the address is written', async () => {
    const email = await newPerson(cms);
    const written = [email, email.toUpperCase(), `Person-${person}@school.TEST`];
    const answers = await times(30, (index) =>
      knock(cms.url, { body: { email: written[index % 3], password: WRONG }, from: '198.51.100.2' }),
    );
    expect(statuses(answers, 429)).toBe(25);
  });

  it('ends for one address that tries many accounts, and for one network of IPv6 addresses', async () => {
    for (const from of [() => '198.51.100.3', (index: number) => `2001:db8:0:7::${index + 1}`]) {
      const answers = await times(60, (index) =>
        knock(cms.url, {
          body: { email: `nobody-${index}@school.test`, password: WRONG },
          from: `${forged(index)}, ${from(index)}`,
        }),
      );
      expect(statuses(answers, 429)).toBe(30);
    }
  });

  it('does not lock its owner out, who asks from elsewhere', async () => {
    const email = await newPerson(cms);
    await times(40, () => knock(cms.url, { body: { email, password: WRONG }, from: '198.51.100.4' }));
    const owner = await knock(cms.url, { body: { email, password: PASSWORD }, from: '203.0.113.4' });
    expect(owner.status).toBe(200);
  });

  it('is slow for many addresses together, and its owner still comes in where they came in before', async () => {
    const email = await newPerson(cms);
    await knock(cms.url, { body: { email, password: PASSWORD }, from: '203.0.113.5' });
    const answers = await times(60, (index) =>
      knock(cms.url, { body: { email, password: WRONG }, from: `192.0.2.${index + 1}` }),
    );
    expect(statuses(answers, 400)).toBe(20);
    expect(statuses(answers, 429)).toBe(40);
    const owner = await knock(cms.url, { body: { email, password: PASSWORD }, from: '203.0.113.5' });
    expect(owner.status).toBe(200);
  });

  it('does not count who knows the password', async () => {
    const email = await newPerson(cms);
    for (let turn = 0; turn < 12; turn++) {
      const { status } = await knock(cms.url, { body: { email, password: PASSWORD }, from: '203.0.113.6' });
      expect(status).toBe(200);
    }
  });

  const own = (index: number): Fields => ({ registrationToken: `guess-${index}` });
  it.each<[string, number, (index: number) => Fields | undefined]>([
    ['POST /admin/forgot-password', 3, () => ({ email: 'forgetful@school.test' })],
    ['POST /admin/reset-password', 30, (index) => ({ resetPasswordToken: `g${index}`, password: PASSWORD })],
    [
      'POST /admin/register',
      30,
      (index) => ({ ...own(index), userInfo: { firstname: 'A', lastname: 'B', password: PASSWORD } }),
    ],
    ['GET /admin/registration-info?registrationToken=guess', 30, () => undefined],
    [
      'POST /admin/register-admin',
      30,
      () => ({ email: 'first@school.test', firstname: 'A', lastname: 'B', password: PASSWORD }),
    ],
  ])('%s answers %i guesses', async (door, allowed, body) => {
    const answers = await times(60, (index) =>
      knock(cms.url, { door, body: body(index), from: `${forged(index)}, 198.51.100.7` }),
    );
    expect(statuses(answers, 429)).toBe(60 - allowed);
  });

  it('ends for who has come by someone’s session and guesses their password', async () => {
    const pat = await signIn(cms, 'pat@school.test', 'marketing');
    const answers = await times(20, () =>
      pat.ask('/admin/users/me', { currentPassword: WRONG, password: 'Another-Story-2028' }, 'PUT'),
    );
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect((await pat.ask('/admin/users/me', { firstname: 'Patricia' }, 'PUT')).status).toBe(200);
  });
});

const redisUrl = `redis://${REDIS.host}:${REDIS.port}`;
const isRedisLeftOut = isLeftOut(REDIS, await answers(REDIS));

/** A second CMS process on the database of the first. */
async function startSecond(): Promise<{ url: string; process: ChildProcess }> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [path.join(import.meta.dirname, 'serve.cjs')], {
    env: { ...process.env, CMS_PORT: `${port}` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await vi.waitUntil(
    async () => {
      if (child.exitCode !== null) throw new Error(`The second CMS ended with ${child.exitCode}.`);
      return (await fetch(`${url}/readyz`).catch(() => undefined))?.ok;
    },
    { timeout: 100_000, interval: 100 },
  );
  return { url, process: child };
}

describe.skipIf(isPostgresLeftOut)('two CMS processes', { timeout: 180_000 }, () => {
  // Without a proxy no claim is believed at all.
  it('count together, on PostgreSQL', () => countTogether({ TRUST_PROXY: '' }));
  it.skipIf(isRedisLeftOut)('count together, on Redis', () =>
    countTogether({ TRUST_PROXY: '1', REDIS_URL: redisUrl }),
  );

  async function countTogether(env: Record<string, string>): Promise<void> {
    const secret = randomBytes(24).toString('hex');
    const cms = await startCms({ database: 'postgres', env: { ...env, ADMIN_JWT_SECRET: secret } });
    const second = await startSecond();
    try {
      const email = await newPerson(cms);
      const answers = await times(40, (index) =>
        knock(index % 2 ? cms.url : second.url, {
          body: { email, password: WRONG },
          from: `${forged(index)}, 198.51.100.1`,
        }),
      );
      expect(statuses(answers, 400)).toBe(5);
      expect(statuses(answers, 429)).toBe(35);
    } finally {
      const ended = new Promise((resolve) => second.process.once('exit', resolve));
      second.process.kill('SIGKILL');
      await ended;
      await cms.stop();
    }
  }
});
