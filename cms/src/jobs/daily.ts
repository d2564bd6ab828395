import type { Core } from '@strapi/strapi';
import type { Task } from './runner';
import { putDown } from './store';

const DAY = 24 * 60 * 60_000;

const nameOf = (task: string, now: number): string => `${task}:${new Date(now).toISOString().slice(0, 10)}`;

/** A task that is done once each day (UTC), by one process: it puts down its own next time. */
export const daily =
  (strapi: Core.Strapi, task: string, work: () => Promise<void>): Task =>
  async () => {
    await work();
    const tomorrow = (Math.floor(Date.now() / DAY) + 1) * DAY;
    await putDown(strapi, { task, about: 'daily', key: nameOf(task, tomorrow), dueAt: tomorrow });
    return undefined;
  };

/** Begins with it today, unless it was done already. */
export const startDaily = (strapi: Core.Strapi, task: string): Promise<void> =>
  putDown(strapi, { task, about: 'daily', key: nameOf(task, Date.now()) });
