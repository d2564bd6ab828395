import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ParsedMail, simpleParser } from 'mailparser';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SmtpSink, startSmtp } from '../../scripts/lib/smtp-sink';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { claim } from '../src/jobs/store';
import type { InboxInquiry, InboxItem, KeptMail } from '../src/rules/inbox';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { startCmsWithMail } from './mails';
import { sendInquiry, signIn, stranger } from './stories';

const HOUR = 3_600_000;
const question = (name: string) => ({
  purpose: 'other' as const,
  name,
  email: `${name.toLowerCase()}@school.test`,
  message: 'Hello',
});
const receipts = (mails: ParsedMail[]): string[] =>
  mails.map(({ to }) => [to].flat()[0]?.text ?? '').filter((to) => to.endsWith('@school.test'));

describe('without a mail server', () => {
  let cms: RunningCms;
  afterEach(() => cms?.stop());

  it('each mail is a file that mail programs open, until its inquiry is erased', async () => {
    const dataDir = temporaryFolder('mail');
    cms = await startCms({ dataDir, env: { SMTP_URL: '', MAIL_FROM: '' } });
    const nat = await signIn(cms, 'nat@national.test', 'national-desk');
    await sendInquiry(cms, question('Ann'));
    const folder = path.join(dataDir, 'mail');
    const mail = await vi.waitFor(() => {
      const [file] = readdirSync(folder);
      return simpleParser(readFileSync(path.join(folder, String(file))));
    }, 10_000);
    expect([mail.subject, [mail.to].flat()[0]?.text]).toEqual([
      expect.stringContaining('Your message to'),
      'ann@school.test',
    ]);
    expect(mail.html).toContain('Your message is on its way');

    const [item] = ((await nat.ask('/inbox')).body as { items: InboxItem[] }).items;
    const inquiry = (await nat.ask(`/inbox/${item?.id}`)).body as unknown as InboxInquiry;
    const kept = inquiry.mails.filter(({ isKept }) => isKept);
    expect(kept.map(({ what }) => what)).toContain('The receipt, to its sender');
    const receipt = kept.find(({ what }) => what === 'The receipt, to its sender')?.id;
    const read = (await nat.ask(`/inbox/${item?.id}/mails/${receipt}`)).body as unknown as KeptMail;
    expect(read).toMatchObject({ to: 'ann@school.test', subject: mail.subject });
    expect(read.text).toContain('We have passed it on');
    // The sender's own page stays theirs.
    expect(mail.text).toMatch(/inquiries\/[\w-]{43}/);
    expect(read.text).not.toMatch(/[\w-]{43}/);
    expect((await nat.ask(`/inbox/${item?.id}/mails/9999`)).status).toBe(404);
    const pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    expect((await pat.ask(`/inbox/${item?.id}/mails/${receipt}`)).status).toBe(403);

    expect((await nat.ask('/inbox/personal-data/erasure', { email: 'ann@school.test' })).body.erased).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('a CMS that stops lets go of the mail server', async () => {
  const { cms, smtp } = await startCmsWithMail('sqlite');
  try {
    await sendInquiry(cms, question('Ann'));
    await vi.waitFor(() => expect(receipts(smtp.mails)).toEqual(['ann@school.test']), 10_000);
    expect(smtp.connections()).toBeGreaterThan(0);
  } finally {
    await cms.stop();
  }
  await vi.waitFor(() => expect(smtp.connections()).toBe(0), 5_000);
  await smtp.stop();
});

onEachDatabase('mail', (database) => {
  let cms: RunningCms;
  let smtp: SmtpSink;
  beforeAll(async () => {
    smtp = await startSmtp();
    cms = await startCms({
      database,
      env: {
        SMTP_URL: smtp.url,
        MAIL_FROM: 'hello@learning.test',
        CMS_PUBLIC_URL: 'http://cms.learning.test',
      },
    });
  });
  afterAll(async () => {
    await cms?.stop();
    await smtp?.stop();
  });
  beforeEach(() => {
    smtp.mails.length = 0;
  });
  const outbox = (where: object) => cms.strapi.db.connection('outbox').where(where);

  it('waits while the mail server is away, is given up for no reason of its own, and comes once', async () => {
    await smtp.stop();
    const names = Array.from({ length: 25 }, (_, index) => `Ann${index}`);
    for (const name of names) expect((await sendInquiry(cms, question(name))).status).toBe(201);
    const waiting = () => outbox({ task: 'inquiry-receipt', state: 'waiting' });
    await vi.waitFor(async () => {
      const left = (await waiting()) as { failure: string | null; attempts: number }[];
      expect(left.filter(({ failure }) => failure?.includes('ECONNREFUSED'))).not.toEqual([]);
      expect(left.map(({ attempts }) => attempts).filter((attempts) => attempts > 1)).toEqual([]);
    }, 10_000);
    smtp = await startSmtp(Number(new URL(smtp.url).port));
    await vi.waitFor(async () => expect(await waiting()).toEqual([]), 60_000);
    expect(receipts(smtp.mails).sort()).toEqual(
      names.map((name) => `${name.toLowerCase()}@school.test`).sort(),
    );
  });

  it('is taken by one process, however many look, and by another once its time has passed', async () => {
    const now = Date.now() + HOUR;
    const job = { about: 'test', data: '{}', state: 'waiting', attempts: 0, claimed_until: 0 };
    await cms.strapi.db.connection('outbox').insert(
      Array.from({ length: 30 }, (_, index) => ({
        ...job,
        task: 'nothing',
        key: `test-${index}`,
        created_at: now,
        // Before all others, and later than this process looks.
        due_at: now - HOUR / 2,
      })),
    );
    const taking = async (by: string, at = now): Promise<number[]> => {
      const jobs = await claim(cms.strapi, { by, now: at, until: at + 60_000, most: 10 });
      return jobs.filter(({ task }) => task === 'nothing').map(({ id }) => id);
    };
    const taken = await Promise.all(['one', 'two', 'three', 'four'].map((by) => taking(by)));
    expect(taken.flat()).toHaveLength(30);
    expect(new Set(taken.flat()).size).toBe(30);
    expect(await taking('five')).toEqual([]);
    expect(await taking('five', now + 61_000)).toHaveLength(10);
  });

  it('brings a link to whoever has forgotten their password, and keeps it nowhere', async () => {
    await signIn(cms, 'maya@marketing.test', 'marketing');
    const { ask } = stranger(cms);
    expect((await ask('/admin/forgot-password', { email: 'maya@marketing.test' })).status).toBe(204);
    const mail = await vi.waitFor(() => {
      const found = smtp.mails.find(({ subject }) => subject === 'Choose a new password');
      expect(found).toBeDefined();
      return found as ParsedMail;
    }, 10_000);
    expect([mail.to].flat()[0]?.text).toBe('maya@marketing.test');
    const [, token = ''] =
      /http:\/\/cms\.learning\.test\/admin\/auth\/reset-password\?code=(\w+)/.exec(mail.text ?? '') ?? [];
    expect(token).toMatch(/^\w{20,}$/);
    await vi.waitFor(
      async () =>
        expect(await outbox({ task: 'strapi-mail' })).toMatchObject([{ state: 'done', data: '{}' }]),
      10_000,
    );
    const password = 'Quite-Another-Story-2027';
    expect((await ask('/admin/reset-password', { resetPasswordToken: token, password })).status).toBe(200);
  });
});
