import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { keptMail, mailTransport, siteUrl } from '../email';
import { drop, idsAbout, jobsAbout, putDown, tryAgain, wakeJobs } from '../jobs';
import {
  INBOX_PAGE,
  INBOX_PARTS,
  type InboxCounts,
  type InboxInquiry,
  type InboxItem,
  type InboxPage,
  type InboxPart,
  type Joining,
  type KeptMail,
  LONGEST_LINE,
} from '../rules/inbox';
import { afterWorkingDays } from '../rules/working-days';
import type { Entry } from '../schema/model';
import { partnerWith, workshopOf } from './addressee';
import { choicesOf } from './choices';
import { REMIND_AFTER, startWaiting } from './deadlines';
import { colleaguesOf, type Desk, isNational, requireReads } from './desk';
import {
  aboutInquiry,
  addLine,
  change,
  countWhere,
  inquiriesWhere,
  inquiryWhere,
  linesOf,
  type StoredInquiry,
} from './store';
import { ANSWERED, REMINDER, UNANSWERED } from './tasks';
import { factsOf, MAILS } from './words';

/** Mails that are put down for later, and dropped once somebody has answered. */
const LATER = [REMINDER, UNANSWERED];

const PARTS = Object.keys(INBOX_PARTS) as InboxPart[];

/** How many there are in each part. @throws ForbiddenError for whom they don't concern */
export async function countsFor(strapi: Core.Strapi, desk: Desk): Promise<InboxCounts> {
  const { counts, reads } = desk;
  if (!counts) requireReads(desk);
  const numbers = await Promise.all(
    PARTS.map(async (part) => [part, await countWhere(strapi, { $and: [counts ?? {}, inPart(part)] })]),
  );
  return {
    ...(Object.fromEntries(numbers) as Record<InboxPart, number>),
    mayRead: reads !== null,
    isNational: isNational(desk),
  };
}

const inPart = (part: InboxPart): Entry => ({ state: { $in: [...INBOX_PARTS[part]] } });

/** What is looked for in the texts of an inquiry. */
const SEARCHED = ['name', 'email', 'school', 'zip', 'message'];

/** One page of an inbox. @throws ForbiddenError ValidationError */
export async function inboxOf(
  strapi: Core.Strapi,
  desk: Desk,
  { part, page, q, all }: { part: unknown; page: number; q: unknown; all: boolean },
): Promise<InboxPage> {
  const reads = requireReads(desk);
  const chosen = PARTS.find((each) => each === part);
  if (!chosen) throw new errors.ValidationError(`“part” must be one of ${PARTS.join(', ')}.`);
  const sought = typeof q === 'string' ? q.trim().slice(0, 100) : '';
  const where: Entry = {
    $and: [
      reads,
      all ? {} : desk.ours,
      inPart(chosen),
      ...(sought ? [{ $or: SEARCHED.map((field) => ({ [field]: { $containsi: sought } })) }] : []),
    ],
  };
  const found = await inquiriesWhere(strapi, where, {
    offset: (page - 1) * INBOX_PAGE,
    limit: INBOX_PAGE,
    first: chosen === 'waiting' ? 'oldest' : 'latest',
  });
  return {
    items: await Promise.all(found.map((inquiry) => toItem(strapi, inquiry))),
    total: await countWhere(strapi, where),
    page,
  };
}

async function toItem(strapi: Core.Strapi, inquiry: StoredInquiry): Promise<InboxItem> {
  const { id, state, purpose, at, waitingSince, name, school, assigned } = inquiry;
  const colleagues = assigned === null ? [] : await colleaguesOf(strapi, inquiry.partner);
  return {
    id,
    state,
    purpose,
    at,
    waitingSince,
    isLate: waitingSince !== null && afterWorkingDays(waitingSince, REMIND_AFTER) < Date.now(),
    name,
    school,
    workshop: (await workshopOf(strapi, inquiry))?.title ?? null,
    partner: (await partnerWith(strapi, inquiry.partner))?.name ?? null,
    assigned: colleagues.find((colleague) => colleague.id === assigned)?.name ?? null,
  };
}

/** An inquiry that somebody reads. @throws ForbiddenError NotFoundError, also for those of others */
export async function readable(strapi: Core.Strapi, desk: Desk, id: number): Promise<StoredInquiry> {
  const inquiry = await inquiryWhere(strapi, { $and: [requireReads(desk), { id }] });
  if (!inquiry) throw new errors.NotFoundError('There is no such message. It may have been erased.');
  return inquiry;
}

/** All about an inquiry. @throws ForbiddenError NotFoundError */
export async function inquiryFor(strapi: Core.Strapi, desk: Desk, id: number): Promise<InboxInquiry> {
  const inquiry = await readable(strapi, desk, id);
  const { purpose, state } = inquiry;
  const workshop = await workshopOf(strapi, inquiry);
  const mails = await jobsAbout(strapi, aboutInquiry(id));
  return {
    ...(await toItem(strapi, inquiry)),
    email: inquiry.email,
    message: inquiry.message,
    facts: factsOf(inquiry, workshop?.title ?? null),
    lines: (await linesOf(strapi, id)).map(({ inquiry: _inquiry, ...line }) => line),
    mails: await Promise.all(
      mails
        // Reminders nobody needed are no mails.
        .filter(({ task, state: fared }) => !LATER.includes(task) || fared === 'done' || fared === 'failed')
        .map(async ({ id: job, task, state: fared, dueAt, doneAt, failure }) => ({
          id: job,
          what: MAILS[task] ?? task,
          state: fared,
          at: doneAt ?? dueAt,
          failure,
          isKept: fared === 'done' && (await mailTransport(strapi).kept(job)) !== null,
        })),
    ),
    colleagues: await colleaguesOf(strapi, inquiry.partner),
    workshopUrl: workshop?.path ? siteUrl(strapi) + workshop.path : null,
    eraseAt: inquiry.eraseAt,
    given: inquiry.given,
    mayGive: desk.givesPlaces && purpose === 'place' && state !== 'withdrawn' && inquiry.workshop !== null,
    joining: await joiningOf(strapi, inquiry, workshop?.title ?? null),
    teachers: inquiry.teachers,
  };
}

async function joiningOf(
  strapi: Core.Strapi,
  { purpose, state, decided, joins, workshop: asked, partner }: StoredInquiry,
  title: string | null,
): Promise<Joining | null> {
  if (purpose !== 'private') return null;
  const isOpen = decided !== 'accepted' && state !== 'withdrawn';
  return {
    decided,
    workshop: joins === null ? null : title,
    choices: isOpen ? await choicesOf(strapi, partner) : [],
    asked,
  };
}

/** Opens an inquiry: when it is for who opens it, its sender sees that it was read. @throws ForbiddenError NotFoundError */
export async function openInquiry(strapi: Core.Strapi, desk: Desk, id: number): Promise<InboxInquiry> {
  const inquiry = await readable(strapi, desk, id);
  if (inquiry.state === 'new' && desk.isFor(inquiry))
    await change(strapi, { id, state: 'new' }, { state: 'open', readAt: Date.now() });
  return inquiryFor(strapi, desk, id);
}

/** The text of an answer or a note. @throws ValidationError */
function lineIn(text: unknown): string {
  const line = wordsIn(text);
  if (line === '') throw new errors.ValidationError('Please write something first.');
  return line;
}

/** What somebody wrote, which may be nothing. @throws ValidationError */
export function wordsIn(text: unknown): string {
  const line = typeof text === 'string' ? text.replaceAll('\r\n', '\n').trim() : '';
  if (line.length > LONGEST_LINE)
    throw new errors.ValidationError(
      `Please shorten it to ${LONGEST_LINE.toLocaleString('en-US')} characters.`,
    );
  return line;
}

/** Sends its sender an answer. @throws ForbiddenError NotFoundError ValidationError */
export async function answer(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  text: unknown,
): Promise<InboxInquiry> {
  requireAwaited(await readable(strapi, desk, id));
  const line = lineIn(text);
  await strapi.db.transaction(() => sendLine(strapi, desk, id, line));
  wakeJobs(strapi);
  return inquiryFor(strapi, desk, id);
}

/** @throws ValidationError when the sender expects nothing any more */
export function requireAwaited({ state }: StoredInquiry): void {
  if (state === 'withdrawn')
    throw new errors.ValidationError('This message was taken back: its sender expects no answer.');
}

/** Writes to an inquiry's sender, in the transaction at hand: they wait no longer. The mail is that of a task. */
export async function sendLine(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  text: string,
  task = ANSWERED,
): Promise<void> {
  const about = aboutInquiry(id);
  const { id: line } = await addLine(strapi, { inquiry: id, kind: 'answer', author: desk.name, text });
  await change(strapi, { id }, { state: 'answered', waitingSince: null, escalated: false });
  await drop(strapi, about, LATER);
  await putDown(strapi, {
    task,
    about,
    data: { line, replyTo: desk.email, national: isNational(desk) },
  });
}

/** Adds a note, which its sender doesn't see. @throws ForbiddenError NotFoundError ValidationError */
export async function note(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  text: unknown,
): Promise<InboxInquiry> {
  await readable(strapi, desk, id);
  await addLine(strapi, { inquiry: id, kind: 'note', author: desk.name, text: lineIn(text) });
  return inquiryFor(strapi, desk, id);
}

/** Closes an inquiry, or takes it up again. @throws ForbiddenError NotFoundError ValidationError */
export async function setState(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  state: unknown,
): Promise<InboxInquiry> {
  const inquiry = await readable(strapi, desk, id);
  if (state !== 'closed' && state !== 'open')
    throw new errors.ValidationError('“state” must be “closed” or “open”.');
  if (inquiry.state === 'withdrawn')
    throw new errors.ValidationError('This message was taken back by its sender.');
  await strapi.db.transaction(async () => {
    if (state === 'open') return startWaiting(strapi, id, 'open');
    await change(strapi, { id }, { state, waitingSince: null, escalated: false });
    await drop(strapi, aboutInquiry(id), LATER);
  });
  return inquiryFor(strapi, desk, id);
}

/** Gives an inquiry to somebody, or to nobody (null). @throws ForbiddenError NotFoundError ValidationError */
export async function assign(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  admin: unknown,
): Promise<InboxInquiry> {
  const { partner } = await readable(strapi, desk, id);
  const colleagues = await colleaguesOf(strapi, partner);
  const chosen = colleagues.find((colleague) => colleague.id === admin);
  if (admin !== null && !chosen)
    throw new errors.ValidationError('“admin” must be somebody who takes care of such messages, or null.');
  await change(strapi, { id }, { assigned: chosen?.id ?? null });
  return inquiryFor(strapi, desk, id);
}

/** A mail about an inquiry that was kept in place of sending it. @throws ForbiddenError NotFoundError */
export async function readMail(strapi: Core.Strapi, desk: Desk, id: number, job: number): Promise<KeptMail> {
  await readable(strapi, desk, id);
  const isAbout = (await idsAbout(strapi, aboutInquiry(id))).includes(job);
  const mail = isAbout ? await keptMail(strapi, job) : null;
  if (!mail) throw new errors.NotFoundError('There is no such mail here: it was sent, or erased.');
  return mail;
}

/** Sends a mail about an inquiry that failed, or waits, now. @throws ForbiddenError NotFoundError */
export async function sendAgain(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  job: number,
): Promise<InboxInquiry> {
  await readable(strapi, desk, id);
  const known = await jobsAbout(strapi, aboutInquiry(id));
  if (!known.some((each) => each.id === job) || !(await tryAgain(strapi, job)))
    throw new errors.NotFoundError('There is no such mail that could be sent again.');
  wakeJobs(strapi);
  return inquiryFor(strapi, desk, id);
}
