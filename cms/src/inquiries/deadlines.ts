import type { Core } from '@strapi/strapi';
import { type NewJob, putDown } from '../jobs';
import type { InboxState } from '../rules/inbox';
import { afterWorkingDays } from '../rules/working-days';
import { aboutInquiry, change } from './store';
import { REMINDER, UNANSWERED } from './tasks';

/** Working days after which whoever was asked is reminded, and after which the organisation's own people are told. */
export const REMIND_AFTER = 2;
const TELL_AFTER = 5;

/** What reminds people of an inquiry that waits since a moment, in milliseconds since the epoch. */
export function reminders(id: number, since: number): NewJob[] {
  const job = { about: aboutInquiry(id), data: { since } };
  return [
    { ...job, task: REMINDER, dueAt: afterWorkingDays(since, REMIND_AFTER) },
    { ...job, task: UNANSWERED, dueAt: afterWorkingDays(since, TELL_AFTER) },
  ];
}

/** Notes that the sender waits for an answer from now on, in the transaction at hand. */
export async function startWaiting(strapi: Core.Strapi, id: number, state: InboxState): Promise<void> {
  const since = Date.now();
  await change(strapi, { id }, { state, waitingSince: since, escalated: false });
  await putDown(strapi, ...reminders(id, since));
}
