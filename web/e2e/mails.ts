import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import { type SmtpSink, startSmtp } from '../../scripts/lib/smtp-sink.ts';
import { site } from './site.ts';

/** Milliseconds that a mail may take: others may wait before it. */
const PATIENCE = 60_000;

/** Starts the mail server that the CMS looks for, for the stories of one file. Answers with what reads its mails. */
export function catchMails() {
  let smtp: SmtpSink | undefined;
  beforeAll(async () => {
    smtp = await startSmtp(site.smtpPort);
  });
  afterAll(() => smtp?.stop());
  const mailsTo = (address: string): ParsedMail[] =>
    smtp?.mails.filter((mail) => [mail.to].flat()[0]?.text === address) ?? [];
  return {
    mailsTo,
    /** The first mail to an address with such a subject, once it has come. */
    mailTo: (address: string, subject: RegExp): Promise<ParsedMail> =>
      vi.waitFor(() => {
        const found = mailsTo(address).find((mail) => subject.test(mail.subject ?? ''));
        expect(found).toBeDefined();
        return found as ParsedMail;
      }, PATIENCE),
  };
}
