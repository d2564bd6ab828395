import { randomBytes } from 'node:crypto';
import type { Alert, AlertRequest, Coordinates, WorkshopKind } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { areaOf } from '../places';
import type { AlertStanding, News } from '../rules/alerts';
import type { Entry } from '../schema/model';
import { rows, type Transaction } from '../strapi/documents';
import { addTable } from '../strapi/tables';

/** Somebody's address, whom what is told of. */
export interface StoredPerson {
  id: number;
  /** Opens all that is kept for the address. */
  token: string;
  /** In lower case. */
  email: string;
  /** The day (UTC) of the last mail that told something, and how many there were on it. */
  mailDay: string | null;
  mails: number;
}

/** What someone asked to be told of, as it is stored. Instants are milliseconds since the epoch. */
export interface StoredAlert extends Coordinates {
  id: number;
  person: number;
  /** As it was typed. */
  near: string;
  /** What was made of it. */
  place: string;
  state: string;
  zip: string;
  radius: Alert['radius'];
  kinds: WorkshopKind[];
  virtual: boolean;
  teachers: number;
  confirmedAt: number | null;
  /** When it ends by itself. */
  until: number;
  createdAt: number;
}

/** What somebody was told of a workshop. */
export interface StoredTelling extends AlertStanding {
  id: number;
  person: number;
  alert: number;
  /** documentId. */
  workshop: string;
  /** Whether a mail has told it, or the site. */
  heard: boolean;
  /** What the last mail about it is to say, and how many there were to be: each but the last says nothing any more. */
  news: News | null;
  turn: number;
  /** Whether it waits for the mail of the next morning. */
  pending: boolean;
}

export const PEOPLE = 'visitor_alert_people';
export const ALERTS = 'visitor_alerts';
export const TELLINGS = 'visitor_alert_tellings';

const PERSON = 'alerts::person';
const ALERT = 'alerts::alert';
const TELLING = 'alerts::telling';

/** Adds the tables: no content types, as with inquiries. To be called in `register()`. */
export function addAlerts(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: PERSON,
    name: PEOPLE,
    columns: {
      token: { type: 'string' },
      email: { type: 'string' },
      mailDay: { type: 'string' },
      mails: { type: 'integer' },
    },
    indexes: [
      { name: 'visitor_alert_people_token', columns: ['token'], type: 'unique' },
      { name: 'visitor_alert_people_email', columns: ['email'], type: 'unique' },
    ],
  });
  addTable(strapi, {
    uid: ALERT,
    name: ALERTS,
    columns: {
      person: { type: 'integer' },
      key: { type: 'string' },
      near: { type: 'string' },
      place: { type: 'string' },
      state: { type: 'string' },
      zip: { type: 'string' },
      area: { type: 'string' },
      latitude: { type: 'float' },
      longitude: { type: 'float' },
      radius: { type: 'integer' },
      kinds: { type: 'string' },
      virtual: { type: 'boolean' },
      teachers: { type: 'integer' },
      confirmedAt: { type: 'biginteger' },
      until: { type: 'biginteger' },
      createdAt: { type: 'biginteger' },
    },
    indexes: [
      { name: 'visitor_alerts_key', columns: ['key'], type: 'unique' },
      { name: 'visitor_alerts_person', columns: ['person'] },
      { name: 'visitor_alerts_where', columns: ['latitude', 'longitude'] },
      { name: 'visitor_alerts_area', columns: ['area', 'person', 'teachers', 'confirmed_at', 'until'] },
      { name: 'visitor_alerts_until', columns: ['until'] },
    ],
  });
  addTable(strapi, {
    uid: TELLING,
    name: TELLINGS,
    columns: {
      person: { type: 'integer' },
      alert: { type: 'integer' },
      workshop: { type: 'string' },
      state: { type: 'string' },
      startsAt: { type: 'biginteger' },
      place: { type: 'string' },
      heard: { type: 'boolean' },
      news: { type: 'string' },
      turn: { type: 'integer' },
      pending: { type: 'boolean' },
    },
    indexes: [
      { name: 'visitor_alert_tellings_pair', columns: ['workshop', 'person'], type: 'unique' },
      { name: 'visitor_alert_tellings_person', columns: ['person'] },
      { name: 'visitor_alert_tellings_starts_at', columns: ['starts_at'] },
    ],
  });
}

const people = (strapi: Core.Strapi) => rows(strapi, PERSON);
const alerts = (strapi: Core.Strapi) => rows(strapi, ALERT);
const tellings = (strapi: Core.Strapi) => rows(strapi, TELLING);

/** What jobs about an alert are about, and those about somebody. */
export const aboutAlert = (id: number): string => `alert:${id}`;
export const aboutPerson = (id: number): string => `alert-person:${id}`;

type AlertRow = Omit<StoredAlert, 'kinds' | 'confirmedAt' | 'until' | 'createdAt'> & {
  kinds: string;
  confirmedAt: number | string | null;
  until: number | string;
  createdAt: number | string;
};

const alertOf = ({ kinds, confirmedAt, until, createdAt, virtual, ...row }: AlertRow): StoredAlert => ({
  ...row,
  kinds: kindsOf(kinds),
  virtual: Boolean(virtual),
  confirmedAt: confirmedAt === null ? null : Number(confirmedAt),
  until: Number(until),
  createdAt: Number(createdAt),
});

/** Of what the column holds. */
export const kindsOf = (stored: string): WorkshopKind[] => stored.split(',') as WorkshopKind[];

const tellingOf = (row: StoredTelling): StoredTelling => ({
  ...row,
  startsAt: row.startsAt === null ? null : Number(row.startsAt),
  heard: Boolean(row.heard),
  pending: Boolean(row.pending),
});

/** Whoever fits; null when there is nobody. */
export const personWhere = (strapi: Core.Strapi, where: Entry): Promise<StoredPerson | null> =>
  people(strapi).findOne({ where });

/** Whoever has an address, somebody new when nobody has, as with `lockPeople`. */
export async function personAt(
  strapi: Core.Strapi,
  email: string,
  transaction: Transaction,
): Promise<StoredPerson> {
  const [{ id }] = await strapi.db
    .connection(PEOPLE)
    .transacting(transaction)
    .insert({ email, token: randomBytes(32).toString('base64url'), mails: 0 })
    .onConflict('email')
    .merge(['email'])
    .returning('id');
  return (await personWhere(strapi, { id })) as StoredPerson;
}

/**
 * Waits until nobody else changes what is kept for some people, and keeps others from it until the transaction ends. Resolves
 * with who is still there, by id, as the database has them.
 */
export async function lockPeople(
  strapi: Core.Strapi,
  ids: number[],
  transaction: Transaction,
): Promise<{ id: number; mail_day: string | null; mails: number }[]> {
  const found = strapi.db
    .connection(PEOPLE)
    .transacting(transaction)
    .select('id', 'mail_day', 'mails')
    .whereIn('id', ids)
    .orderBy('id');
  // SQLite has one transaction at a time anyway.
  if (strapi.db.dialect.client === 'postgres') found.forUpdate();
  return found;
}

/** Stores what someone asks for, in the transaction at hand. Rejects when there is one with its key. */
export async function addAlert(
  strapi: Core.Strapi,
  {
    wishes: { email: _, kinds, ...wishes },
    ...alert
  }: { wishes: AlertRequest; key: string; until: number } & Pick<
    StoredAlert,
    'person' | 'place' | 'state' | 'zip' | 'latitude' | 'longitude'
  >,
): Promise<StoredAlert> {
  const data = {
    ...wishes,
    ...alert,
    kinds: kinds.join(','),
    area: areaOf(alert.zip),
    createdAt: Date.now(),
  };
  return alertOf(await alerts(strapi).create({ data }));
}

/** What fits, the oldest first. */
export async function alertsWhere(strapi: Core.Strapi, where: Entry, limit?: number): Promise<StoredAlert[]> {
  const found: AlertRow[] = await alerts(strapi).findMany({ where, orderBy: [{ id: 'asc' }], limit });
  return found.map(alertOf);
}

/** Changes an alert, in the transaction at hand. */
export async function changeAlert(
  strapi: Core.Strapi,
  id: number,
  { kinds, ...data }: Partial<Omit<StoredAlert, 'id'>>,
): Promise<void> {
  await alerts(strapi).updateMany({
    where: { id },
    data: { ...data, ...(kinds && { kinds: kinds.join(',') }) },
  });
}

/** Takes an alert out, in the transaction at hand, and what was told of it. */
export async function removeAlert(strapi: Core.Strapi, id: number): Promise<void> {
  await tellings(strapi).deleteMany({ where: { alert: id } });
  await alerts(strapi).deleteMany({ where: { id } });
}

/** Takes somebody out, in the transaction at hand. */
export async function removePerson(strapi: Core.Strapi, id: number): Promise<void> {
  await tellings(strapi).deleteMany({ where: { person: id } });
  await people(strapi).deleteMany({ where: { id } });
}

/** What was told, as far as it fits. */
export async function tellingsWhere(strapi: Core.Strapi, where: Entry): Promise<StoredTelling[]> {
  const found: StoredTelling[] = await tellings(strapi).findMany({ where, orderBy: [{ id: 'asc' }] });
  return found.map(tellingOf);
}

/** Changes what fits, in the transaction at hand. Resolves with how many there were. */
export async function changeTellings(
  strapi: Core.Strapi,
  where: Entry,
  data: Partial<Omit<StoredTelling, 'id'>>,
): Promise<number> {
  const { count } = await tellings(strapi).updateMany({ where, data });
  return count;
}

/** Forgets what was told, as far as it fits, in the transaction at hand. */
export async function forgetTellings(strapi: Core.Strapi, where: Entry): Promise<void> {
  await tellings(strapi).deleteMany({ where });
}

/** Rows that one statement adds: SQLite takes no more than 32,766 values in one. */
const BATCH = 500;

/** What is noted of a workshop for somebody. */
export type NewTelling = Omit<StoredTelling, 'id' | 'turn'>;

/** Notes what people are told, once for each and each workshop. Resolves with the ids of what was not known already. */
export async function addTellings(
  strapi: Core.Strapi,
  told: NewTelling[],
  transaction: Transaction,
): Promise<{ id: number; person: number }[]> {
  const added: { id: number; person: number }[] = [];
  for (let from = 0; from < told.length; from += BATCH) {
    const batch = told
      .slice(from, from + BATCH)
      .map(({ startsAt, ...rest }) => ({ ...rest, starts_at: startsAt, turn: 1 }));
    added.push(
      ...(await strapi.db
        .connection(TELLINGS)
        .transacting(transaction)
        .insert(batch)
        .onConflict(['workshop', 'person'])
        .ignore()
        .returning(['id', 'person'])),
    );
  }
  return added;
}

/** How many people want a workshop in an area, and how many teachers would come. */
export interface AreaDemand {
  area: string;
  people: number;
  teachers: number;
}

/** Of every area, by what was confirmed. Somebody who asked twice counts once, with the larger number. */
export async function demandByArea(strapi: Core.Strapi, now: number): Promise<AreaDemand[]> {
  const { connection: knex } = strapi.db;
  const largest = knex(ALERTS)
    .select('area', 'person')
    .max('teachers as teachers')
    .whereNotNull('confirmed_at')
    .andWhere('until', '>', now)
    .groupBy('area', 'person')
    .as('largest');
  const found: Record<keyof AreaDemand, string | number>[] = await knex
    .select('area')
    .count('* as people')
    .sum('teachers as teachers')
    .from(largest)
    .groupBy('area');
  return found.map(({ area, people, teachers }) => ({
    area: String(area),
    people: Number(people),
    teachers: Number(teachers),
  }));
}
