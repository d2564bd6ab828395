import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { RADII } from '@deep-dive/shared-types';
import Database from 'better-sqlite3';
import type { RunningSite } from '../scripts/lib/site.ts';
import { areaOf, dayAfter, gazetteer, Random } from './cms.ts';
import { atMost, type Measure, percentile } from './report.ts';
import { inserter, writing } from './rows.ts';

const YEAR = 365 * 24 * 60 * 60_000;
const AT_ONCE = 2;
/** Milliseconds from one page to the next of each who asks. */
const APART = 20;
const QUIET_FOR = 3_000;
/** A page or two of those that come meanwhile are not to decide. */
const WORKSHOPS_TOLD = 6;
const LOOK_EVERY = 5;
const PATIENCE = 60_000;
/** For how long a process takes a job, in milliseconds: cms/src/jobs/runner.ts. */
const CLAIM_FOR = 60_000;
const WORKSHOPS = '/content-manager/collection-types/api::workshop.workshop/actions/publish';

/** Adds people all over the country who want to be told of workshops, one wish each, to a demonstration’s database. The CMS must be stopped. */
export function addAlerts(dataDir: string, count: number, now: Date): void {
  const random = new Random(98901);
  writing(dataDir, (database) => {
    const insert = inserter(database);
    for (let index = 0; index < count; index++) {
      const { zip, city, state, latitude, longitude } = random.pick(gazetteer);
      const person = insert('visitor_alert_people', {
        token: `many${index}`.padEnd(43, '-'),
        email: `teacher-${index}@many.test`,
        mails: 0,
      });
      insert('visitor_alerts', {
        person,
        key: `many${index}`,
        near: zip,
        place: `${city}, ${state} ${zip}`,
        state,
        zip,
        area: areaOf(zip),
        latitude,
        longitude,
        radius: random.pick(RADII),
        kinds: random.pick(['deep-dive', 'intro', 'intro,deep-dive']),
        virtual: random.onceIn(2) ? 1 : 0,
        teachers: random.integer(1, 8),
        confirmed_at: now.getTime(),
        until: now.getTime() + YEAR,
        created_at: now.getTime(),
      });
    }
  });
}

/**
 * Publishes workshops in the middle of New York, one after another, and measures how long it takes to find out whom to tell of each, and how
 * soon the finder's pages come meanwhile: each of a place that nobody has looked near before, so that the CMS is asked.
 */
export async function measureAlerts(site: RunningSite, alerts: number): Promise<Measure[]> {
  const database = new Database(path.join(site.dataDir, 'cms.sqlite'), { fileMustExist: true });
  try {
    const random = new Random(10_001);
    const page = (): string => `${site.url}/workshops?near=${random.pick(gazetteer).zip}`;
    await timed(page, pause(QUIET_FOR));
    const quiet: number[] = [];
    const busy: number[] = [];
    const took: number[] = [];
    let told = 0;
    for (let workshop = 0; workshop < WORKSHOPS_TOLD; workshop++) {
      quiet.push(...(await timed(page, pause(QUIET_FOR))));
      const about = `workshop:${await publish(site, database)}`;
      const { begun, job } = await taken(database, about);
      busy.push(...(await timed(page, job)));
      const { done_at, state } = await job;
      if (state !== 'done') throw new Error(`People were looked for in vain: the job is ${state}.`);
      took.push(done_at - begun);
      told = toldOf(database, about);
    }
    const quietP95 = percentile(quiet, 95);
    return [
      atMost(
        `Finding out whom of ${alerts.toLocaleString('en-US')} to tell of a workshop (${told.toLocaleString('en-US')}; the longest of ${took.length})`,
        Math.max(...took),
        2_000,
        'ms',
      ),
      atMost(
        `… the finder’s pages meanwhile (${busy.length}): p95, against ${quietP95.toFixed(1)} ms when it is quiet`,
        percentile(busy, 95) / quietP95,
        2,
        'times',
        2,
      ),
    ];
  } finally {
    database.close();
  }
}

function toldOf(database: Database, about: string): number {
  const { told } = database
    .prepare('select count(*) as told from visitor_alert_tellings where workshop = ?')
    .get(about.split(':')[1]) as { told: number };
  return told;
}

/** Asks for pages until something settles. Resolves with how long each took, in milliseconds. */
export async function timed(page: () => string, until: Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  let isOver = false;
  const stop = (): void => {
    isOver = true;
  };
  until.then(stop, stop);
  const ask = async (): Promise<void> => {
    while (!isOver) {
      const begun = performance.now();
      const response = await fetch(page());
      await response.arrayBuffer();
      if (response.status !== 200) throw new Error(`The finder was answered ${response.status}.`);
      times.push(performance.now() - begun);
      await pause(APART);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, ask));
  return times;
}

interface Job {
  state: string;
  claimed_until: number;
  done_at: number;
}

/** Waits until a process has taken the job about something: since when, and what becomes of it. */
async function taken(database: Database, about: string): Promise<{ begun: number; job: Promise<Job> }> {
  const read = database.prepare(
    "select state, claimed_until, done_at from outbox where task = 'alert-match' and about = ? order by id desc",
  );
  const until = async (holds: (job: Job) => boolean): Promise<Job> => {
    for (const begun = performance.now(); performance.now() - begun < PATIENCE; ) {
      const job = read.get(about) as Job | undefined;
      if (job && holds(job)) return job;
      await pause(LOOK_EVERY);
    }
    throw new Error('Nobody was looked for.');
  };
  const { claimed_until, done_at } = await until(
    ({ claimed_until, state }) => claimed_until > 0 || state !== 'waiting',
  );
  const begun = claimed_until > 0 ? claimed_until - CLAIM_FOR : done_at;
  return { begun, job: until(({ state }) => state !== 'waiting') };
}

/** Publishes a workshop as marketing does. Resolves with its documentId. */
async function publish({ cmsUrl, demoPassword }: RunningSite, database: Database): Promise<string> {
  const post = async <Answer>(path: string, body: unknown, token?: string): Promise<Answer> => {
    const response = await fetch(cmsUrl + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return ((await response.json()) as { data: Answer }).data;
  };
  const partner = database.prepare('select id, document_id from regional_partners limit 1').get() as {
    id: number;
    document_id: string;
  };
  const login = { email: 'marketing@demo.test', password: demoPassword };
  const { token } = await post<{ token: string }>('/admin/login', login);
  const { documentId } = await post<{ documentId: string }>(
    WORKSHOPS,
    {
      title: 'CS Fundamentals: Deep Dive in New York',
      kind: 'deep-dive',
      format: 'in-person',
      availability: 'scheduled',
      visibility: 'public',
      feeKind: 'free',
      sessions: [{ date: dayAfter(new Date(), 60), startTime: '09:00:00.000', endTime: '16:00:00.000' }],
      venue: { name: 'Library', street: '476 5th Ave', city: 'New York', state: 'NY', zip: '10018' },
      partner: { connect: [{ id: partner.id, documentId: partner.document_id }] },
    },
    token,
  );
  return documentId;
}
