import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { atMost } from '../../bench/report.ts';
import type { Program } from '../../scripts/lib/programs.ts';
import { startSmtp } from '../../scripts/lib/smtp-sink.ts';
import { type AdminAnswer, isDone, send } from '../admin.ts';
import { all, type Scenario } from '../scenario.ts';
import { pause, untilTrue } from '../visiting.ts';
import type { Stage } from '../world.ts';

const INQUIRIES = 1_000;
const MINUTE_MS = 60_000;
/** When a process of the CMS is killed, and when mail is taken again, in milliseconds after the first inquiry. */
const KILLED_AT = [15_000, 35_000];
const MAIL_AT = 55_000;
const DELIVERED_WITHIN_MS = 120_000;

const PARTNERS = '/content-manager/collection-types/api::regional-partner.regional-partner';
const PARTNER_EMAIL = 'hello@cascadia.test';

/** A thousand people write within a minute, while there is no mail server and the CMS is killed twice. */
export const inquiriesWithoutMail: Scenario = {
  name: 'Inquiries without mail',
  async run(stage) {
    const partner = {
      name: 'Cascadia',
      slug: 'cascadia',
      email: PARTNER_EMAIL,
      territory: [{ state: 'WA' }],
    };
    await stage.admin.ask((stage.cms[0] as { url: string }).url, 'POST', PARTNERS, partner);
    const killing = killTwice(stage);
    const { accepted, refusals } = await writeAll(stage);
    const smtp = await startSmtp(stage.smtpPort);
    try {
      await killing;
      const delivered = await untilTrue(async () => {
        const [{ left }] = (await stage.rows(
          "select count(*)::int as left from outbox where state = 'waiting' and due_at <= $1",
          [Date.now()],
        )) as [{ left: number }];
        return left === 0;
      }, DELIVERED_WITHIN_MS);
      const emails = accepted.map(emailOf);
      const stored = await stage.rows('select email from visitor_inquiries where email = any($1)', [emails]);
      const receipts = countOf(smtp.mails.map(({ to }) => [to].flat()[0]?.text ?? ''));
      const arrived = countOf(
        smtp.mails.flatMap(({ to, replyTo }) =>
          [to].flat()[0]?.text === PARTNER_EMAIL ? [replyTo?.value[0]?.address ?? ''] : [],
        ),
      );
      const once = (counts: Map<string, number>): number =>
        emails.filter((email) => counts.get(email) === 1).length;
      return [
        all('inquiries accepted, by one process or the other', accepted.length, INQUIRIES, refusals),
        all('accepted ones that are stored, once', stored.length, accepted.length),
        all('… and delivered to the partner, once', once(arrived), accepted.length),
        all('… and confirmed to their sender, once', once(receipts), accepted.length),
        atMost('… all of it after mail was back', delivered / 1000, DELIVERED_WITHIN_MS / 1000, 's', 1),
      ];
    } finally {
      await smtp.stop();
    }
  },
};

const emailOf = (number: number): string => `teacher-${number}@school.test`;

const wordsOf = ({ status, body }: AdminAnswer): string =>
  status === undefined
    ? 'no answer'
    : `${status} ${(body.error as { message?: string } | undefined)?.message ?? ''}`.slice(0, 60);

function countOf(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Kills one process of the CMS after the other, without a word, and starts it again. */
async function killTwice(stage: Stage): Promise<void> {
  let passed = 0;
  for (const [index, at] of KILLED_AT.entries()) {
    await pause(at - passed);
    passed = at;
    const { child } = (stage.cms[index] as Program).service;
    child.kill('SIGKILL');
    await once(child, 'exit');
    await stage.recover();
  }
}

/** Sends all in a minute, as the site does: again, and to the other process, when no answer came. Resolves with those accepted. */
async function writeAll(stage: Stage): Promise<{ accepted: number[]; refusals: string }> {
  const accepted: number[] = [];
  const refusals: string[] = [];
  const begun = performance.now();
  const one = async (number: number): Promise<void> => {
    const inquiry = {
      purpose: 'school',
      name: 'A Teacher',
      email: emailOf(number),
      zip: '98901',
      message: 'Hello',
    };
    const key = createHash('sha256').update(String(number)).digest('base64url');
    const answers: string[] = [];
    for (let tries = 0; tries < 10; tries++) {
      const cms = stage.cms[(number + tries) % stage.cms.length] as { url: string };
      const answer = await send(
        `${cms.url}/api/inquiries`,
        'POST',
        { inquiry, key },
        {
          authorization: `Bearer ${stage.secret}`,
        },
      );
      if (isDone(answer)) return void accepted.push(number);
      answers.push(wordsOf(answer));
      await pause(200);
    }
    refusals.push(...answers);
  };
  const sending: Promise<void>[] = [];
  for (let number = 0; number < INQUIRIES; number++) {
    await pause(begun + (number * MINUTE_MS) / INQUIRIES - performance.now());
    sending.push(one(number));
  }
  await pause(begun + MAIL_AT - performance.now());
  await Promise.all(sending);
  const kinds = [...countOf(refusals)].map(([kind, count]) => `${count} × ${kind}`);
  return { accepted, refusals: kinds.join(', ') };
}
