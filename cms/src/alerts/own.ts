import {
  type Alert,
  type AlertChange,
  type Alerts,
  type FieldProblem,
  isToken,
  readAlertChange,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { standingNow } from '../rules/alerts';
import type { Transaction } from '../strapi/documents';
import { eraseAlert, eraseWhoHasNone } from './erase';
import {
  addTellings,
  alertsWhere,
  changeAlert,
  changeTellings,
  forgetTellings,
  lockPeople,
  type NewTelling,
  personWhere,
  type StoredAlert,
  type StoredPerson,
  tellingsWhere,
} from './store';
import { wantedNow } from './workshops';

/** How long one lasts once it is confirmed, in milliseconds. */
const LASTS = 365 * 24 * 60 * 60_000;

/** Whom a link belongs to, and what is kept for them. @throws NotFoundError when it leads nowhere, or no longer */
async function kept(
  strapi: Core.Strapi,
  token: string,
): Promise<{ person: StoredPerson; alerts: StoredAlert[] }> {
  const person = isToken(token) ? await personWhere(strapi, { token }) : null;
  const alerts = person ? await alertsWhere(strapi, { person: person.id, until: { $gt: Date.now() } }) : [];
  if (!person || alerts.length === 0) throw new errors.NotFoundError('Nothing is kept here, or no longer.');
  return { person, alerts };
}

/** All that is kept for the address that a link was mailed to. @throws NotFoundError */
export async function alertsAt(strapi: Core.Strapi, token: string): Promise<Alerts> {
  const { person, alerts } = await kept(strapi, token);
  return { email: person.email, alerts: alerts.map(shown) };
}

const shown = ({ id, confirmedAt, place, radius, kinds, virtual, teachers, until }: StoredAlert): Alert => ({
  id: String(id),
  state: confirmedAt === null ? 'unconfirmed' : 'active',
  place,
  radius,
  kinds,
  virtual,
  teachers,
  until,
});

/** The id that is chosen; null for one that can't be. */
const idIn = (given: unknown): number | null => {
  const { id } = (given ?? {}) as { id?: unknown };
  return typeof id === 'string' && /^[1-9]\d{0,8}$/.test(id) ? Number(id) : null;
};

/** Works on one of the alerts of a link, while nobody else does. @throws NotFoundError when that one is gone */
async function withOwn(
  strapi: Core.Strapi,
  token: string,
  id: number | null,
  work: (alert: StoredAlert, transaction: Transaction) => Promise<void>,
): Promise<Alerts> {
  const { person } = await kept(strapi, token);
  await strapi.db.transaction(async ({ trx }) => {
    await lockPeople(strapi, [person.id], trx);
    const { alerts } = await kept(strapi, token);
    const alert = alerts.find((each) => each.id === id);
    if (!alert) throw new errors.NotFoundError('This one is kept no longer.');
    await work(alert, trx);
  });
  return alertsAt(strapi, token);
}

/**
 * Takes it that someone who reads mail to the address has said yes. It takes the place of what they had asked for about the
 * same place.
 * @throws NotFoundError
 */
export async function confirm(strapi: Core.Strapi, token: string, given: unknown): Promise<Alerts> {
  return withOwn(strapi, token, idIn(given), async (alert, transaction) => {
    const { id, person, place, zip, confirmedAt } = alert;
    if (confirmedAt !== null) return;
    const now = Date.now();
    const same = { person, place, zip, id: { $ne: id }, confirmedAt: { $notNull: true } };
    for (const earlier of await alertsWhere(strapi, same)) {
      // What waits to be mailed of it is seen where they are led now.
      await changeTellings(strapi, { alert: earlier.id }, { alert: id, heard: true, pending: false });
      await eraseAlert(strapi, earlier.id);
    }
    await changeAlert(strapi, id, { confirmedAt: now, until: now + LASTS });
    await noteKnown(strapi, person, transaction);
  });
}

/** What became of a change: it was made, or it can't be. */
export type AlertChanged = { alerts: Alerts; problems: [] } | { alerts: null; problems: FieldProblem[] };

/** Changes what someone wants to be told of about a place. @throws NotFoundError */
export async function change(strapi: Core.Strapi, token: string, given: unknown): Promise<AlertChanged> {
  await kept(strapi, token);
  const { change: wanted, problems } = readAlertChange(given);
  if (!wanted) return { alerts: null, problems };
  const { id: _, ...wishes }: AlertChange = wanted;
  const alerts = await withOwn(strapi, token, idIn(given), async ({ id, person }, transaction) => {
    await changeAlert(strapi, id, wishes);
    await noteKnown(strapi, person, transaction);
  });
  return { alerts, problems: [] };
}

/**
 * Ends one, or all, and erases it with all about it. Resolves with what is left, also when it had ended before. A link that
 * leads nowhere has nothing left.
 */
export async function end(strapi: Core.Strapi, token: string, given: unknown): Promise<Alerts> {
  const person = isToken(token) ? await personWhere(strapi, { token }) : null;
  const isAll = (given as { id?: unknown } | null)?.id === null;
  const id = idIn(given);
  if (!person) return { email: '', alerts: [] };
  const left = await strapi.db.transaction(async ({ trx }) => {
    await lockPeople(strapi, [person.id], trx);
    const alerts = await alertsWhere(strapi, { person: person.id });
    const ended = alerts.filter((alert) => isAll || alert.id === id);
    for (const alert of ended) await eraseAlert(strapi, alert.id);
    await noteKnown(strapi, person.id, trx);
    await eraseWhoHasNone(strapi, person.id);
    return alerts.filter((alert) => !ended.includes(alert) && alert.until > Date.now());
  });
  return { email: person.email, alerts: left.map(shown) };
}

/**
 * Notes the workshops that somebody's alerts match now as known: they are shown on the page they are looking at, and mailed
 * only once they change. What matches no more is forgotten.
 */
async function noteKnown(strapi: Core.Strapi, person: number, transaction: Transaction): Promise<void> {
  const now = new Date();
  const known = new Map<string, NewTelling>();
  for (const alert of await alertsWhere(strapi, { person, confirmedAt: { $notNull: true } }))
    for (const workshop of await wantedNow(strapi, alert, now)) {
      const standing = standingNow(workshop, now);
      if (standing && !known.has(workshop.documentId))
        known.set(workshop.documentId, {
          ...standing,
          person,
          alert: alert.id,
          workshop: workshop.documentId,
          heard: true,
          news: null,
          pending: false,
        });
    }
  const gone = (await tellingsWhere(strapi, { person })).filter(({ workshop }) => !known.has(workshop));
  for (const { id } of gone) await forgetTellings(strapi, { id });
  await addTellings(strapi, [...known.values()], transaction);
}
