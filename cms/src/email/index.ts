import path from 'node:path';
import type { Core } from '@strapi/strapi';
import { simpleParser } from 'mailparser';
import { type Job, putDown, type Task, wakeJobs, whenQuiet } from '../jobs';
import type { KeptMail } from '../rules/inbox';
import type { Environment } from '../strapi/environment';
import { type SiteContact, siteContact, siteUrl } from './organisation';
import type { Letter } from './templates/LetterMail';
import { written } from './templates/write';
import { type Mail, openTransport, type Transport } from './transport';

export { type SiteContact, siteContact, siteUrl } from './organisation';
export type { Letter } from './templates/LetterMail';
export type { Mail } from './transport';

const TRANSPORT = 'mailTransport';
const STRAPI_MAIL = 'strapi-mail';

/** Opens what takes mails: a mail server or a folder. To be called in `register()`, and closed once nothing more is sent. */
export function openMail(strapi: Core.Strapi, env: Environment): Transport {
  const folder = path.resolve(env.DATA_DIR ?? path.join('..', '.data'), 'mail');
  const transport = openTransport({ smtpUrl: env.SMTP_URL, from: env.MAIL_FROM ?? nobody(strapi), folder });
  strapi.add(TRANSPORT, transport);
  return transport;
}

/** Whose mails these are where nobody has said: an address that nothing is sent to. */
const nobody = (strapi: Core.Strapi): { name: string; address: string } => ({
  name: '',
  address: `no-reply@${new URL(siteUrl(strapi)).hostname}`,
});

/** What takes mails. */
export const mailTransport = (strapi: Core.Strapi): Transport => strapi.get<Transport>(TRANSPORT);

/** A private link: who holds it needs no account. */
const PRIVATE_LINK = /(https?:\/\/\S+\/)[\w-]{43}\S*/g;

/** The mail that was kept in place of sending it, without the private links in it; null when it was sent, or is gone. */
export async function keptMail(strapi: Core.Strapi, job: number): Promise<KeptMail | null> {
  const kept = await mailTransport(strapi).kept(job);
  if (!kept) return null;
  const { to, subject = '', text = '' } = await simpleParser(kept, { skipImageLinks: true });
  return {
    to: [to]
      .flat()
      .flatMap((each) => (each ? [each.text] : []))
      .join(', '),
    subject,
    text: text.replaceAll(PRIVATE_LINK, '$1…'),
  };
}

/** Whom a mail goes to, and what it says. */
export interface Composed extends Pick<Mail, 'to' | 'replyTo' | 'unsubscribe'> {
  letter: Letter;
}

let lastWritten: Promise<unknown> = Promise.resolve();

/** One mail is written after the other, when there is time: to write several at once holds up all that a process answers. */
function inTurn<Result>(write: () => Promise<Result>): Promise<Result> {
  const written = lastWritten.then(whenQuiet).then(write);
  lastWritten = written.catch(() => undefined);
  return written;
}

/**
 * The task of sending a mail, which is written when it is sent: it tells how things are then.
 * @param compose null when there is nothing to be said any more
 */
export const mailTask =
  (strapi: Core.Strapi, compose: (job: Job, site: SiteContact) => Promise<Composed | null>): Task =>
  async (job) => {
    const ready = await inTurn(async () => {
      const site = await siteContact(strapi);
      const composed = await compose(job, site);
      if (!composed) return null;
      const { letter, ...addressed } = composed;
      return { mail: { ...addressed, ...(await written(letter, site)) }, host: new URL(site.url).hostname };
    });
    if (!ready) return 'dropped';
    await mailTransport(strapi).send(ready.mail, {
      messageId: `<job-${job.id}-${job.createdAt}@${ready.host}>`,
      date: new Date(job.createdAt),
      job: job.id,
    });
    return undefined;
  };

/** A mail of Strapi's own: of a password that was forgotten. */
interface StrapiMail {
  to: string;
  subject: string;
  text: string;
}

/** Has Strapi's own mails go the way of all others. To be called in `bootstrap()`, after Strapi's plugins. */
export function sendStrapiMail(strapi: Core.Strapi): void {
  const plugin = strapi.plugin('email') as unknown as { provider: unknown };
  plugin.provider = {
    async send({ to, subject, text }: StrapiMail) {
      await putDown(strapi, { task: STRAPI_MAIL, about: STRAPI_MAIL, data: { to, subject, text } });
      wakeJobs(strapi);
    },
  };
}

/** The tasks of this folder. */
export const mailTasks = (strapi: Core.Strapi): Record<string, Task> => ({
  [STRAPI_MAIL]: mailTask(strapi, async ({ data }) => {
    const { to, subject, text } = data as unknown as StrapiMail;
    const link = /https?:\/\/\S+/.exec(text)?.[0];
    const paragraphs = text.split(/\n\s*\n/).filter((each) => each.trim() !== link);
    const letter: Letter = {
      subject,
      preview: paragraphs[0] ?? subject,
      heading: subject,
      paragraphs,
      ...(link && { button: { label: subject, url: link } }),
    };
    return { to, letter };
  }),
});
