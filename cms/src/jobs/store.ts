import { randomUUID } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import type { Entry } from '../schema/model';
import { rows, type Transaction } from '../strapi/documents';
import { addTable } from '../strapi/tables';

/** Something to be done once, by whichever process comes to it first. */
export interface Job {
  id: number;
  /** Which of the tasks it is. */
  task: string;
  /** What it is about ("inquiry:17"): what is done anew or erased with that. */
  about: string;
  /** What the task needs to know. As little as can be: the rest is read when it is done. */
  data: Entry;
  /** How often it was tried, this time among them. */
  attempts: number;
  /** Milliseconds since the epoch. */
  createdAt: number;
}

/** `waiting`, and then one of: `done`; `dropped`, for there was no need any more; `failed`, for good. */
export type JobState = 'waiting' | 'done' | 'dropped' | 'failed';

/** A job as the admin is told of it. */
export interface StoredJob extends Job {
  state: JobState;
  /** When it is to be tried next, or was to be, in milliseconds since the epoch. */
  dueAt: number;
  doneAt: number | null;
  /** Why it failed last; null when it has not. */
  failure: string | null;
}

interface Row {
  id: number;
  task: string;
  about: string;
  data: string;
  attempts: number;
  created_at: number | string;
  due_at: number | string;
  done_at: number | string | null;
  state: JobState;
  failure: string | null;
}

const JOB = 'jobs::job';
const TABLE = 'outbox';

/** Adds the outbox. To be called in `register()`. */
export function addJobs(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: JOB,
    name: TABLE,
    columns: {
      task: { type: 'string' },
      about: { type: 'string' },
      data: { type: 'text' },
      key: { type: 'string' },
      state: { type: 'string' },
      attempts: { type: 'integer' },
      createdAt: { type: 'biginteger' },
      dueAt: { type: 'biginteger' },
      doneAt: { type: 'biginteger' },
      claimedUntil: { type: 'biginteger' },
      claimedBy: { type: 'string' },
      failure: { type: 'text' },
    },
    indexes: [
      { name: 'outbox_due', columns: ['state', 'due_at'] },
      { name: 'outbox_about', columns: ['about'] },
      { name: 'outbox_key', columns: ['key'], type: 'unique' },
    ],
  });
}

const jobs = (strapi: Core.Strapi) => rows(strapi, JOB);

/** A job to be put down. */
export interface NewJob {
  task: string;
  about: string;
  data?: Entry;
  /** Of jobs with the same key there is one, ever; without one it has its own. */
  key?: string;
  /** Milliseconds since the epoch; as soon as can be when left out. */
  dueAt?: number;
}

/** Puts jobs down, in the transaction at hand: they are done if that is stored, and not otherwise. */
export async function putDown(strapi: Core.Strapi, ...given: NewJob[]): Promise<void> {
  const keys = given.flatMap(({ key }) => (key === undefined ? [] : [key]));
  const known: { key: string }[] =
    keys.length === 0 ? [] : await jobs(strapi).findMany({ where: { key: { $in: keys } }, select: ['key'] });
  const data = given.filter(({ key }) => !known.some((one) => one.key === key)).map(waiting);
  if (data.length > 0) await jobs(strapi).createMany({ data });
}

const waiting = ({ task, about, data = {}, key, dueAt }: NewJob) => {
  const now = Date.now();
  return {
    task,
    about,
    data: JSON.stringify(data),
    key: key ?? randomUUID(),
    state: 'waiting',
    attempts: 0,
    createdAt: now,
    dueAt: dueAt ?? now,
    claimedUntil: 0,
  };
};

/** Jobs that one statement puts down: SQLite takes no more than 32,766 values in one. */
const TOGETHER = 500;

/** Puts very many jobs down, as `putDown` does a few. */
export async function putDownAll(
  strapi: Core.Strapi,
  put: NewJob[],
  transaction: Transaction,
): Promise<void> {
  for (let from = 0; from < put.length; from += TOGETHER)
    await strapi.db
      .connection(TABLE)
      .transacting(transaction)
      .insert(
        put
          .slice(from, from + TOGETHER)
          .map(waiting)
          .map(({ createdAt, dueAt, claimedUntil, ...job }) => ({
            ...job,
            created_at: createdAt,
            due_at: dueAt,
            claimed_until: claimedUntil,
          })),
      )
      .onConflict('key')
      .ignore();
}

/** Puts a job down in the place of those of its task about the same that nobody has taken yet, in the transaction at hand. */
export async function putInstead(strapi: Core.Strapi, job: NewJob): Promise<void> {
  const { task, about } = job;
  await jobs(strapi).deleteMany({
    where: { about, task, state: 'waiting', claimedUntil: { $lt: Date.now() } },
  });
  await putDown(strapi, job);
}

/**
 * Takes jobs that are due for oneself, until a time. What another process took is left to it, unless its time has passed: then it
 * ended in the middle.
 */
export async function claim(
  strapi: Core.Strapi,
  { by, now, until, most }: { by: string; now: number; until: number; most: number },
): Promise<Job[]> {
  const { connection: knex, dialect } = strapi.db;
  const due = knex(TABLE)
    .select('id')
    .where({ state: 'waiting' })
    .andWhere('due_at', '<=', now)
    .andWhere('claimed_until', '<', now)
    .orderBy(['due_at', 'id'])
    .limit(most);
  if (dialect.client === 'postgres') due.forUpdate().skipLocked();
  const claimed: Row[] = await knex(TABLE)
    .whereIn('id', due)
    .update({ claimed_by: by, claimed_until: until, attempts: knex.raw('attempts + 1') })
    .returning('*');
  return claimed.map(asJob).sort((one, other) => one.id - other.id);
}

/** Notes what became of a job. Of one that somebody else has taken since nothing is noted. */
export async function settle(
  strapi: Core.Strapi,
  id: number,
  by: string,
  outcome: { state: JobState; dueAt?: number; failure?: string | null; attempts?: number },
): Promise<void> {
  const { state, dueAt, failure = null, attempts } = outcome;
  await strapi.db
    .connection(TABLE)
    .where({ id, claimed_by: by })
    .update({
      state,
      failure,
      claimed_until: 0,
      ...(dueAt !== undefined && { due_at: dueAt }),
      ...(attempts !== undefined && { attempts }),
      ...(state !== 'waiting' && { done_at: Date.now() }),
      // A mail of Strapi's own holds a link that nobody should find here later.
      ...(state === 'done' && { data: '{}' }),
    });
}

/** Tries what failed, or waits for a later time, as soon as can be. False when there is no such job. */
export async function tryAgain(strapi: Core.Strapi, id: number): Promise<boolean> {
  const { count } = await jobs(strapi).updateMany({
    where: { id, state: { $in: ['failed', 'waiting'] } },
    data: { state: 'waiting', dueAt: Date.now(), attempts: 0, doneAt: null },
  });
  return count === 1;
}

/** Drops what is about something and still waits, in the transaction at hand. */
export async function drop(strapi: Core.Strapi, about: string, tasks?: string[]): Promise<void> {
  await jobs(strapi).updateMany({
    where: { about, state: 'waiting', ...(tasks && { task: { $in: tasks } }) },
    data: { state: 'dropped', doneAt: Date.now() },
  });
}

/** Ids of all that is or was about something. */
export async function idsAbout(strapi: Core.Strapi, about: string): Promise<number[]> {
  const found: { id: number }[] = await jobs(strapi).findMany({ where: { about }, select: ['id'] });
  return found.map(({ id }) => id);
}

/** Forgets all that is or was about something, in the transaction at hand. */
export async function forgetAbout(strapi: Core.Strapi, about: string): Promise<void> {
  await jobs(strapi).deleteMany({ where: { about } });
}

/** Forgets what was done, or dropped, before a time (milliseconds since the epoch). Resolves with how many. */
export async function forgetDoneBefore(strapi: Core.Strapi, before: number): Promise<number> {
  const { count } = await jobs(strapi).deleteMany({
    where: { state: { $in: ['done', 'dropped'] }, doneAt: { $lt: before } },
  });
  return count;
}

/** What there is about something, the latest first. */
/** All that is or was about something, the latest first. */
export async function jobsAbout(strapi: Core.Strapi, about: string): Promise<StoredJob[]> {
  const found: Row[] = await strapi.db.connection(TABLE).where({ about }).orderBy('id', 'desc');
  return found.map(asStored);
}

/** The latest of some tasks, whatever they are about, those that failed first. */
export async function latest(strapi: Core.Strapi, tasks: string[], most: number): Promise<StoredJob[]> {
  const { connection: knex } = strapi.db;
  const found: Row[] = await knex(TABLE)
    .whereIn('task', tasks)
    .orderByRaw("case state when 'failed' then 0 when 'waiting' then 1 else 2 end, id desc")
    .limit(most);
  return found.map(asStored);
}

/** Of a job, what is handed to the person it is about. */
export type JobFate = Pick<StoredJob, 'task' | 'state' | 'createdAt' | 'doneAt'>;

/** How all fared that is or was about something. */
export const fatesAbout = async (strapi: Core.Strapi, about: string): Promise<JobFate[]> =>
  (await jobsAbout(strapi, about)).map(({ task, state, createdAt, doneAt }) => ({
    task,
    state,
    createdAt,
    doneAt,
  }));

const asJob = ({ id, task, about, data, attempts, created_at }: Row): Job => ({
  id,
  task,
  about,
  data: JSON.parse(data) as Entry,
  attempts,
  createdAt: Number(created_at),
});

const asStored = (row: Row): StoredJob => ({
  ...asJob(row),
  state: row.state,
  dueAt: Number(row.due_at),
  doneAt: row.done_at === null ? null : Number(row.done_at),
  failure: row.failure,
});
