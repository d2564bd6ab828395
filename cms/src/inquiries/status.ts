import { type InquiryState, type InquiryStatus, isToken, readInquiryLine } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { drop, putDown, wakeJobs } from '../jobs';
import type { InboxState } from '../rules/inbox';
import { partnerWith, toAddressee, workshopOf } from './addressee';
import { startWaiting } from './deadlines';
import { aboutInquiry, addLine, change, inquiryWhere, linesOf, type StoredInquiry } from './store';
import { countBack } from './taken-places';
import { ADDED, WITHDRAWN } from './tasks';

/** For how long the same words are the same line, in milliseconds: a second click, or another try when no answer came. */
const SAME_LINE_FOR = 10 * 60_000;
/** Lines a sender may add to one inquiry. */
const MOST_LINES = 20;

const STATES: Record<InboxState, InquiryState> = {
  new: 'sent',
  open: 'read',
  answered: 'answered',
  closed: 'closed',
  withdrawn: 'withdrawn',
};

/** The inquiry that a link leads to. @throws NotFoundError when it leads nowhere, or no longer. */
async function inquiryAt(strapi: Core.Strapi, token: string): Promise<StoredInquiry> {
  const inquiry = isToken(token) ? await inquiryWhere(strapi, { token }) : null;
  if (!inquiry || inquiry.until <= Date.now())
    throw new errors.NotFoundError('There is no such message, or its link has ended.');
  return inquiry;
}

/** What is told to whoever has the link. @throws NotFoundError */
export async function statusOf(strapi: Core.Strapi, token: string): Promise<InquiryStatus> {
  const inquiry = await inquiryAt(strapi, token);
  const { id, state, purpose, at, until, message, partner } = inquiry;
  const written = await linesOf(strapi, id);
  return {
    state: STATES[state],
    purpose,
    to: await toAddressee(strapi, await partnerWith(strapi, partner)),
    workshop: await workshopOf(strapi, inquiry),
    accepted: inquiry.joins !== null,
    sentAt: at,
    until,
    lines: [
      ...(message === null ? [] : [{ from: 'sender' as const, at, text: message }]),
      ...written.flatMap(({ kind, at: when, text }) =>
        kind === 'note'
          ? []
          : [{ from: kind === 'sender' ? ('sender' as const) : ('addressee' as const), at: when, text }],
      ),
    ],
  };
}

/**
 * Adds what the sender wrote besides: it waits for an answer again.
 * @throws NotFoundError ValidationError
 */
export async function addToInquiry(
  strapi: Core.Strapi,
  token: string,
  given: unknown,
): Promise<InquiryStatus> {
  const inquiry = await inquiryAt(strapi, token);
  const { line, problem } = readInquiryLine(given);
  if (problem !== null) throw new errors.ValidationError(problem);
  if (inquiry.state === 'withdrawn')
    throw new errors.ValidationError('You have taken this message back. Please send a new one.');
  const { id } = inquiry;
  const sent = (await linesOf(strapi, id)).filter(({ kind }) => kind === 'sender');
  const last = sent.at(-1);
  if (last?.text === line.text && Date.now() - last.at < SAME_LINE_FOR) return statusOf(strapi, token);
  if (sent.length >= MOST_LINES)
    throw new errors.ValidationError('You have added much already. Please reply by e-mail from here on.');
  await strapi.db.transaction(async () => {
    const { id: lineId } = await addLine(strapi, {
      inquiry: id,
      kind: 'sender',
      author: null,
      text: line.text,
    });
    if (inquiry.waitingSince === null) await startWaiting(strapi, id, 'open');
    await putDown(strapi, { task: ADDED, about: aboutInquiry(id), data: { line: lineId } });
  });
  wakeJobs(strapi);
  return statusOf(strapi, token);
}

/** How long after it whoever was told of an inquiry is told that it was taken back, in milliseconds: what is on its way has arrived then. */
const TELL_AFTER = 60_000;

/**
 * Takes an inquiry back: what was not mailed about it yet isn't, whoever was told is told, and places that were given are free
 * again.
 * @throws NotFoundError
 */
export async function withdraw(strapi: Core.Strapi, token: string): Promise<InquiryStatus> {
  const { id, state } = await inquiryAt(strapi, token);
  if (state !== 'withdrawn')
    await takeBack(strapi, id, true).catch((error) => {
      // A workshop that can't be saved just now is no reason to hold on to someone's message.
      if (!(error instanceof errors.ApplicationError)) throw error;
      return takeBack(strapi, id, false);
    });
  return statusOf(strapi, token);
}

/** @param isCounted whether the workshop counts places that were given as free again */
async function takeBack(strapi: Core.Strapi, id: number, isCounted: boolean): Promise<void> {
  const about = aboutInquiry(id);
  await strapi.db.transaction(async ({ trx }) => {
    const where = { id, state: { $ne: 'withdrawn' } };
    if (!(await change(strapi, where, { state: 'withdrawn', waitingSince: null }))) return;
    await drop(strapi, about);
    await putDown(strapi, { task: WITHDRAWN, about, dueAt: Date.now() + TELL_AFTER });
    await countBack(strapi, id, trx, isCounted);
  });
}
