import type { ParsedMail } from 'mailparser';
import { expect, vi } from 'vitest';
import { type SmtpSink, startSmtp } from '../../scripts/lib/smtp-sink';
import { type RunningCms, startCms } from './cms';
import type { Database } from './databases';

/** A CMS whose mails can be read. */
export interface CmsWithMail {
  cms: RunningCms;
  smtp: SmtpSink;
  stop: () => Promise<void>;
}

/**
 * Starts a CMS with a mail server of its own.
 * @param env more of the environment
 */
export async function startCmsWithMail(
  database: Database,
  env: Record<string, string> = {},
): Promise<CmsWithMail> {
  const smtp = await startSmtp();
  const cms = await startCms({
    database,
    env: {
      PUBLIC_URL: 'https://learning.example',
      SMTP_URL: smtp.url,
      MAIL_FROM: 'hello@learning.example',
      ...env,
    },
  });
  return {
    cms,
    smtp,
    async stop() {
      await cms.stop();
      await smtp.stop();
    },
  };
}

/** The one address that a mail goes to. */
export const recipientOf = (mail: ParsedMail): string | undefined => [mail.to].flat()[0]?.value[0]?.address;

/** The first mail to an address, once it has come. */
export const mailTo = (smtp: SmtpSink, address: string): Promise<ParsedMail> =>
  vi.waitFor(() => {
    const found = smtp.mails.find((mail) => recipientOf(mail) === address);
    expect(found).toBeDefined();
    return found as ParsedMail;
  }, 10_000);
