import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** How long it waits, once it is stopped, for those who are connected. */
const CLOSES_WITHIN_MS = 500;

/** A mail server that keeps what it is sent. */
export interface SmtpSink {
  url: string;
  mails: ParsedMail[];
  /** Recipients it refuses, and with what. */
  refused: Map<string, { code: number; message: string }>;
  /** How many connections are open. */
  connections: () => number;
  stop: () => Promise<void>;
}

/**
 * Starts one on loopback.
 * @param port the one to listen at; any free one when left out
 * */
export async function startSmtp(port = 0): Promise<SmtpSink> {
  const mails: ParsedMail[] = [];
  const refused: SmtpSink['refused'] = new Map();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: CLOSES_WITHIN_MS,
    onRcptTo({ address }, _session, done) {
      const refusal = refused.get(address);
      done(refusal && Object.assign(new Error(refusal.message), { responseCode: refusal.code }));
    },
    onData(stream, _session, done) {
      simpleParser(stream).then((mail) => {
        mails.push(mail);
        done();
      }, done);
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const { port: given } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${given}`,
    mails,
    refused,
    connections: () => server.connections.size,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
