import type { Core } from '@strapi/strapi';
import { putDown } from '../jobs';
import type { InboxState } from '../rules/inbox';
import { afterWorkingDays } from '../rules/working-days';
import { aboutInquiry, change } from './store';
import { REMINDER, UNANSWERED } from './tasks';

/** Working days after which whoever was asked is reminded, and after which the organisation's own people are told. */
export const REMIND_AFTER = 2;
const TELL_AFTER = 5;

/** Has people reminded of an inquiry that waits since a moment (milliseconds since the epoch), in the transaction at hand. */
export async function remindLater(strapi: Core.Strapi, id: number, since: number): Promise<void> {
  const job = { about: aboutInquiry(id), data: { since } };
  await putDown(strapi, { ...job, task: REMINDER, dueAt: afterWorkingDays(since, REMIND_AFTER) });
  await putDown(strapi, { ...job, task: UNANSWERED, dueAt: afterWorkingDays(since, TELL_AFTER) });
}

/** Notes that the sender waits for an answer from now on, in the transaction at hand. */
export async function startWaiting(strapi: Core.Strapi, id: number, state: InboxState): Promise<void> {
  const since = Date.now();
  await change(strapi, { id }, { state, waitingSince: since, escalated: false });
  await remindLater(strapi, id, since);
}
