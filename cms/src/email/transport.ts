import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { AwayError, HopelessError } from '../jobs';

/** A mail, but for who sends it. */
export interface Mail {
  /** One address. */
  to: string;
  /** Whom an answer goes to, where it isn't the sender. */
  replyTo?: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  /** Where a POST ends mails like this one (RFC 8058), where there is such a way. */
  unsubscribe?: string;
}

/** What a mail is sent as. */
interface Sending {
  /** Mail servers and programs take those with the same for one. */
  messageId: string;
  /** When it was meant to be sent. */
  date: Date;
  /** The job it is sent for: names its file. */
  job: number;
}

/** Whatever takes mails. */
export interface Transport {
  /** Rejects with `AwayError` when it takes none at present, and with `HopelessError` when it will never take this one. */
  send(mail: Mail, sending: Sending): Promise<void>;
  /** The mail that was kept in place of sending it (RFC 5322); null when it was sent, or is gone. */
  kept(job: number): Promise<Buffer | null>;
  /** Throws away what was kept for these jobs. */
  forget(jobs: number[]): Promise<void>;
  close(): void;
}

export interface TransportOptions {
  /** Undefined keeps mails as files. */
  smtpUrl: string | undefined;
  from: { name: string; address: string };
  /** Where files are kept. */
  folder: string;
}

/** Milliseconds a mail server has to take a connection, greet, and answer: together less than a job may take. */
const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
const CONNECTIONS = 5;

/** What nodemailer says of an error: https://nodemailer.com/errors */
interface SmtpError extends Error {
  code?: string;
  /** The server's answer: RFC 5321, 4.2.1. */
  responseCode?: number;
}

/** Errors of this mail alone. Those of the connection or of who we are concern all mails. */
const OF_THE_MAIL = new Set(['EENVELOPE', 'EMESSAGE', 'ESTREAM']);

/** Sends through the mail server that SMTP_URL names, or keeps each mail as a file that mail programs open. */
export const openTransport = (options: TransportOptions): Transport =>
  options.smtpUrl === undefined ? fileTransport(options) : smtpTransport(options, options.smtpUrl);

const options = (
  from: TransportOptions['from'],
  mail: Mail,
  { messageId, date }: Sending,
): SendMailOptions => ({
  from,
  to: { name: '', address: mail.to },
  ...(mail.replyTo && { replyTo: mail.replyTo }),
  subject: mail.subject,
  html: mail.html,
  text: mail.text,
  messageId,
  date,
  // Vacation notices and their like answer to people only: RFC 3834, 5.
  headers: {
    'Auto-Submitted': 'auto-generated',
    ...(mail.unsubscribe && {
      'List-Unsubscribe': `<${mail.unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  },
  // What is written into a mail names files of this machine in no way.
  disableFileAccess: true,
  disableUrlAccess: true,
});

function smtpTransport({ from, folder }: TransportOptions, url: string): Transport {
  const smtp = createTransport({ url, pool: true, maxConnections: CONNECTIONS, ...PATIENCE });
  return {
    ...files(folder),
    async send(mail, sending) {
      try {
        await smtp.sendMail(options(from, mail, sending));
      } catch (error) {
        throw meaningOf(error as SmtpError);
      }
    },
    close: () => smtp.close(),
  };
}

/** Failures are logged and shown, and outlive the erasure of whom they are about. */
const ADDRESS = /[^\s<>]+@[^\s<>]+/g;

function meaningOf(error: SmtpError): Error {
  const { code = '', responseCode = 0, message } = error;
  const reason = `The mail server says: ${message.replaceAll(ADDRESS, '(the address)')}`;
  if (!OF_THE_MAIL.has(code)) return new AwayError(reason, { cause: error });
  return responseCode >= 500
    ? new HopelessError(reason, { cause: error })
    : new Error(reason, { cause: error });
}

function fileTransport({ from, folder }: TransportOptions): Transport {
  const composer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    ...files(folder),
    async send(mail, sending) {
      const { message } = await composer.sendMail(options(from, mail, sending));
      await mkdir(folder, { recursive: true });
      const file = fileOf(folder, sending.job);
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
    },
    close: () => {},
  };
}

const fileOf = (folder: string, job: number): string => path.join(folder, `${job}.eml`);

/** What has been kept, also by a CMS that had no mail server yet. */
function files(folder: string): Pick<Transport, 'kept' | 'forget'> {
  return {
    kept: (job) => readFile(fileOf(folder, job)).catch(() => null),
    async forget(jobs) {
      const there = new Set(await readdir(folder).catch(() => []));
      for (const job of jobs)
        for (const name of [`${job}.eml`, `${job}.eml.part`])
          if (there.has(name)) await rm(path.join(folder, name), { force: true });
    },
  };
}
