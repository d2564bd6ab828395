import { type Coordinates, dayIn } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { changedTags } from '../invalidation/tags';
import { type Job, type NewJob, putDownAll, putInstead, type Task, wakeJobs, whenQuiet } from '../jobs';
import { areaOf, findZip, milesBetween, nearestZip } from '../places';
import {
  type AlertedWorkshop,
  type AlertStanding,
  boxesAbout,
  isWanted,
  type News,
  newsFor,
  standingNow,
  toldAfter,
} from '../rules/alerts';
import { instantOf } from '../rules/schedule';
import { WORKSHOP } from '../schema/uids';
import { type Rule, rows, type Transaction } from '../strapi/documents';
import { isToldLater } from '../strapi/together';
import { waitForTurn } from '../versions/store';
import {
  ALERTS,
  aboutAlert,
  addTellings,
  forgetTellings,
  kindsOf,
  lockPeople,
  PEOPLE,
  TELLINGS,
} from './store';
import { DIGEST, MATCH, TELL } from './tasks';
import { FARTHEST, workshopNow } from './workshops';

/** How long after a change people are looked for, in milliseconds: what is put right at once is told of once. */
const SETTLES_IN = 2_000;
/** Rows that are read, or written, at a time; others have their turn in between. */
const READ_AT_ONCE = 400;
const WRITTEN_AT_ONCE = 50;
/** Mails of one workshop become due so far apart, in milliseconds: what visitors write is mailed in between. */
const SPACING = 50;
/** Mails that one person gets in a day (UTC); what there is besides comes in one mail the next morning. */
const MOST_A_DAY = 3;
/** On the clock of where they are. */
const MORNING = '08:00';

/** What mails call a workshop that is gone. */
export interface Named {
  title: string;
  /** In words. */
  when: string | null;
}

/**
 * Has people looked for whom a change of a workshop concerns, whenever what visitors see of it changes: put down together with
 * the change. To be used around the Document Service.
 */
export function alertRule(strapi: Core.Strapi): Rule {
  return async ({ uid, action, params }, next) => {
    // What the CMS begins with is news to nobody.
    const isNews = uid === WORKSHOP && changedTags(uid, action, params?.documentId).length > 0;
    if (!strapi.isLoaded || !isNews || isToldLater()) return next();
    return strapi.db.transaction(async ({ onCommit }) => {
      const { documentId = '' } = params;
      const named = await nameOf(strapi, documentId);
      const result = await next();
      await putInstead(strapi, {
        task: MATCH,
        about: `workshop:${documentId}`,
        data: { ...named },
        dueAt: Date.now() + SETTLES_IN,
      });
      onCommit(() => wakeJobs(strapi));
      return result;
    });
  };
}

/** Has people looked for whom the changes of many workshops concern, in the transaction at hand. */
export function lookForConcerned(
  strapi: Core.Strapi,
  workshops: ({ documentId: string } & Named)[],
  transaction: Transaction,
): Promise<void> {
  const dueAt = Date.now() + SETTLES_IN;
  const jobs = workshops.map(({ documentId, ...named }) => ({
    task: MATCH,
    about: `workshop:${documentId}`,
    data: { ...named },
    dueAt,
  }));
  return putDownAll(strapi, jobs, transaction);
}

async function nameOf(strapi: Core.Strapi, documentId: string): Promise<Named | null> {
  const found: (Named & { publishedAt: string | null })[] = await rows(strapi, WORKSHOP).findMany({
    where: { documentId },
    select: ['title', 'when', 'publishedAt'],
  });
  const { title, when } = found.find(({ publishedAt }) => publishedAt !== null) ?? found[0] ?? {};
  return title ? { title, when: when ?? null } : null;
}

/** The task of finding out whom to tell of a workshop, by what is true when it is done: right after any sequence of changes, and when done twice. */
export const matchTask =
  (strapi: Core.Strapi): Task =>
  async (job) => {
    // Thousands may be put down at once, by an import.
    await whenQuiet();
    await new Matching(strapi, job).run();
    wakeJobs(strapi);
    return undefined;
  };

/** Thrown when the workshop changes while people are looked for: another job does it anew. */
class ChangedMeanwhile extends Error {}

interface Candidate {
  alert: number;
  person: number;
  zip: string;
}

/** An alert, as the database has it. */
interface CandidateRow extends Coordinates {
  id: number;
  person: number;
  zip: string;
  area: string;
  radius: number;
  kinds: string;
  virtual: boolean | number;
}

class Matching {
  readonly #workshop: string;
  readonly #named: Named;
  #mails = 0;

  constructor(
    private readonly strapi: Core.Strapi,
    { about, data }: Job,
  ) {
    this.#workshop = about.slice(about.indexOf(':') + 1);
    this.#named = data as unknown as Named;
  }

  async run(): Promise<void> {
    const now = new Date();
    const workshop = await workshopNow(this.strapi, this.#workshop);
    const standing = standingNow(workshop, now);
    if (!standing) return;
    // One that is held anew is told of anew.
    await forgetTellings(this.strapi, { workshop: this.#workshop, startsAt: { $lte: now.getTime() } });
    try {
      await this.#tellThoseWhoKnow(standing);
      if (workshop && standing.state === 'open') await this.#tellOthers(workshop, standing);
    } catch (error) {
      if (!(error instanceof ChangedMeanwhile)) throw error;
    }
  }

  async #tellThoseWhoKnow(now: AlertStanding): Promise<void> {
    const known: { id: number }[] = await this.strapi.db
      .connection(TELLINGS)
      .select('id')
      .where({ workshop: this.#workshop })
      .orderBy('id');
    const ids = known.map(({ id }) => id);
    for (const these of inChunks(ids, WRITTEN_AT_ONCE)) {
      await this.#whileNothingChanges(now, (trx) => this.#followUp(these, now, trx));
      await new Promise(setImmediate);
    }
  }

  async #followUp(ids: number[], now: AlertStanding, trx: Transaction): Promise<void> {
    const { connection: knex } = this.strapi.db;
    const told = () =>
      knex(`${TELLINGS} as t`)
        .join(`${ALERTS} as a`, 'a.id', 't.alert')
        .transacting(trx)
        .whereIn('t.id', ids);
    const people = await this.#locked(
      (await told().select('t.person')).map(({ person }: { person: number }) => person),
      trx,
    );
    const found: (Candidate & {
      id: number;
      state: AlertStanding['state'];
      starts_at: number | string | null;
      place: string;
      heard: boolean | number;
      turn: number;
    })[] = await told().select('t.*', 'a.zip');
    const outcomes = new Map<string, { news: News | null; after: AlertStanding; ids: number[] }>();
    const jobs: NewJob[] = [];
    const pending: number[] = [];
    for (const { id, starts_at, heard, turn, ...row } of found) {
      const before = {
        state: row.state,
        place: row.place,
        startsAt: starts_at === null ? null : Number(starts_at),
        heard: Boolean(heard),
      };
      const news = newsFor(before, now);
      const after = toldAfter(before, now);
      const key = JSON.stringify([news, after]);
      const outcome = outcomes.get(key) ?? { news, after, ids: [] };
      outcome.ids.push(id);
      outcomes.set(key, outcome);
      if (!news) continue;
      if (people.hasRoom(row.person)) jobs.push(this.#mail(row.alert, id, turn + 1));
      else {
        jobs.push(digestOf(row));
        pending.push(id);
      }
    }
    for (const { news, after, ids: these } of outcomes.values()) {
      const { startsAt, ...standing } = after;
      await knex(TELLINGS)
        .transacting(trx)
        .whereIn('id', these)
        .update({
          ...standingOnly(standing),
          starts_at: startsAt,
          ...(news && { news, turn: knex.raw('turn + 1') }),
        });
    }
    if (pending.length > 0)
      await knex(TELLINGS).transacting(trx).whereIn('id', pending).update({ pending: true });
    await people.store();
    await putDownAll(this.strapi, jobs, trx);
  }

  /** Those who were not told of it, and want to be: the area that it is in first, then the nearest, then who asked first. */
  async #tellOthers(workshop: AlertedWorkshop, now: AlertStanding): Promise<void> {
    const order = orderFor(workshop);
    const wanted = new Map<number, Candidate & { order: number }>();
    for (const ids of inChunks(await this.#idsAbout(workshop), READ_AT_ONCE)) {
      for (const {
        id,
        latitude,
        longitude,
        radius,
        kinds,
        virtual,
        person,
        zip,
        area,
      } of await this.#candidates(ids)) {
        const wishes = { latitude, longitude, radius, kinds: kindsOf(kinds), virtual: Boolean(virtual) };
        if (!wanted.has(person) && isWanted(wishes, workshop))
          wanted.set(person, { alert: id, person, zip, order: order(area, wishes) });
      }
      await new Promise(setImmediate);
    }
    const inOrder = [...wanted.values()].sort((one, other) => one.order - other.order);
    for (const these of inChunks(inOrder, WRITTEN_AT_ONCE)) {
      await this.#whileNothingChanges(now, (trx) => this.#tellFirst(these, now, trx));
      await new Promise(setImmediate);
    }
  }

  /** Ids of all alerts that may be about where a workshop is, and of more, the oldest first: an index has them. */
  async #idsAbout({ format, latitude, longitude }: AlertedWorkshop): Promise<number[]> {
    const query = this.strapi.db.connection(ALERTS).select('id');
    if (format === 'virtual') query.where({ virtual: true });
    else
      for (const [west, south, east, north] of boxesAbout(
        { latitude: Number(latitude), longitude: Number(longitude) },
        FARTHEST,
      ))
        query.orWhere((box) =>
          box.whereBetween('latitude', [south, north]).whereBetween('longitude', [west, east]),
        );
    const found: { id: number }[] = await query;
    return found.map(({ id }) => id).sort((one, other) => one - other);
  }

  /** Of some alerts, those of people who were not told of the workshop. */
  async #candidates(ids: number[]): Promise<CandidateRow[]> {
    const { connection: knex } = this.strapi.db;
    return knex(`${ALERTS} as a`)
      .select(
        'a.id',
        'a.person',
        'a.zip',
        'a.area',
        'a.latitude',
        'a.longitude',
        'a.radius',
        'a.kinds',
        'a.virtual',
      )
      .whereIn('a.id', ids)
      .whereNotNull('a.confirmed_at')
      .andWhere('a.until', '>', Date.now())
      .whereNotExists(
        knex(`${TELLINGS} as t`)
          .select('t.id')
          .where('t.workshop', this.#workshop)
          .andWhere('t.person', knex.ref('a.person')),
      )
      .orderBy('a.id');
  }

  async #tellFirst(wanted: Candidate[], now: AlertStanding, trx: Transaction): Promise<void> {
    const people = await this.#locked(
      wanted.map(({ person }) => person),
      trx,
    );
    const ids = wanted.map(({ alert }) => alert);
    const left: { id: number }[] = await this.strapi.db
      .connection(ALERTS)
      .transacting(trx)
      .select('id')
      .whereIn('id', ids);
    const isLeft = new Set(left.map(({ id }) => id));
    const told = wanted
      .filter(({ alert }) => isLeft.has(alert))
      .map((candidate) => ({ candidate, hasRoom: people.hasRoom(candidate.person) }));
    const added = await addTellings(
      this.strapi,
      told.map(({ candidate: { alert, person }, hasRoom }) => ({
        ...now,
        alert,
        person,
        workshop: this.#workshop,
        heard: false,
        news: 'new',
        pending: !hasRoom,
      })),
      trx,
    );
    const idOf = new Map(added.map(({ id, person }) => [person, id]));
    const jobs = told.flatMap(({ candidate, hasRoom }): NewJob[] => {
      const id = idOf.get(candidate.person);
      if (id === undefined) return [];
      return [hasRoom ? this.#mail(candidate.alert, id, 1) : digestOf(candidate)];
    });
    await people.store();
    await putDownAll(this.strapi, jobs, trx);
  }

  #mail(alert: number, telling: number, turn: number): NewJob {
    this.#mails += 1;
    return {
      task: TELL,
      about: aboutAlert(alert),
      data: { telling, turn, ...this.#named },
      dueAt: Date.now() + this.#mails * SPACING,
    };
  }

  /** Writes, unless the workshop stands otherwise by now, and keeps it from changing until that is stored. */
  async #whileNothingChanges(
    standing: AlertStanding,
    write: (transaction: Transaction) => Promise<void>,
  ): Promise<void> {
    await this.strapi.db.transaction(async ({ trx }) => {
      await waitForTurn(this.strapi, { uid: WORKSHOP, documentId: this.#workshop }, trx);
      const now = standingNow(await workshopNow(this.strapi, this.#workshop), new Date());
      if (JSON.stringify(now) !== JSON.stringify(standing)) throw new ChangedMeanwhile();
      await write(trx);
    });
  }

  /** Some people, and how many mails they may get today. */
  async #locked(
    ids: number[],
    trx: Transaction,
  ): Promise<{ hasRoom: (person: number) => boolean; store: () => Promise<void> }> {
    const { connection: knex } = this.strapi.db;
    const today = new Date().toISOString().slice(0, 10);
    const mails = new Map(
      (await lockPeople(this.strapi, ids, trx)).map((person) => [
        person.id,
        person.mail_day === today ? person.mails : 0,
      ]),
    );
    const mailed = new Set<number>();
    return {
      hasRoom(person) {
        const count = (mails.get(person) ?? 0) + 1;
        if (count > MOST_A_DAY) return false;
        mails.set(person, count);
        mailed.add(person);
        return true;
      },
      async store() {
        if (mailed.size === 0) return;
        await knex(PEOPLE)
          .transacting(trx)
          .whereIn('id', [...mailed])
          .update({
            mails: knex.raw('case when mail_day = ? then mails + 1 else 1 end', [today]),
            mail_day: today,
          });
      },
    };
  }
}

function* inChunks<Item>(items: Item[], size: number): Generator<Item[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

/** By what people are told of a workshop one after the other: the smaller the sooner, and who asked first where it is the same. */
function orderFor({
  format,
  latitude,
  longitude,
}: AlertedWorkshop): (area: string, at: Coordinates) => number {
  if (format === 'virtual' || latitude === null || longitude === null) return () => 0;
  const here = areaOf(nearestZip(latitude, longitude).zip);
  return (area, at) => milesBetween(at, { latitude, longitude }) - (area === here ? FARTHEST : 0);
}

const standingOnly = ({ state, place }: Omit<AlertStanding, 'startsAt'>) => ({ state, place });

/** The one mail of the next morning: of jobs with the same key there is one. */
function digestOf({ alert, zip }: Omit<Candidate, 'person'>): NewJob {
  const timeZone = findZip(zip)?.timeZone ?? 'America/New_York';
  const tomorrow = new Date(`${dayIn(timeZone, new Date())}T12:00:00Z`);
  tomorrow.setUTCDate(tomorrow.getUTCDate() + 1);
  const date = tomorrow.toISOString().slice(0, 10);
  return {
    task: DIGEST,
    about: aboutAlert(alert),
    key: `${DIGEST}:${alert}:${date}`,
    dueAt: Date.parse(instantOf(date, MORNING, timeZone)),
  };
}
