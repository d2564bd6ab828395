import type { Core } from '@strapi/strapi';
import { mailTransport } from '../email';
import { fatesAbout, forgetAbout, idsAbout } from '../jobs';
import type { Entry } from '../schema/model';
import {
  aboutAlert,
  aboutPerson,
  alertsWhere,
  forgetTellings,
  lockPeople,
  personWhere,
  removeAlert,
  removePerson,
  tellingsWhere,
} from './store';

async function forgetMails(strapi: Core.Strapi, about: string): Promise<void> {
  await mailTransport(strapi).forget(await idsAbout(strapi, about));
  await forgetAbout(strapi, about);
}

/** Erases an alert with what was told of it, what waits to be mailed and what was kept as a file, in the transaction at hand. */
export async function eraseAlert(strapi: Core.Strapi, id: number): Promise<void> {
  await forgetMails(strapi, aboutAlert(id));
  await removeAlert(strapi, id);
}

/** Erases somebody for whom nothing is kept any more, in the transaction at hand. */
export async function eraseWhoHasNone(strapi: Core.Strapi, person: number): Promise<void> {
  if ((await alertsWhere(strapi, { person }, 1)).length > 0) return;
  await forgetMails(strapi, aboutPerson(person));
  await removePerson(strapi, person);
}

/** How many are erased at a time. */
const BATCH = 200;

/** Erases what has ended by a time, or was never confirmed, and what was told of workshops that have begun. Says how many, and resolves with that. */
export async function eraseEnded(strapi: Core.Strapi, now: number): Promise<number> {
  let erased = 0;
  for (;;) {
    const ended = await alertsWhere(strapi, { until: { $lte: now } }, BATCH);
    for (const { id, person } of ended)
      await strapi.db.transaction(async ({ trx }) => {
        await lockPeople(strapi, [person], trx);
        await eraseAlert(strapi, id);
        await eraseWhoHasNone(strapi, person);
      });
    erased += ended.length;
    if (ended.length < BATCH) break;
  }
  await forgetTellings(strapi, { startsAt: { $lte: now } });
  strapi.log.info(`Erased ${erased} alerts that had ended or were never confirmed.`);
  return erased;
}

/** All that is kept of what somebody asked to be told of, to be handed to them. */
export async function alertDataOf(strapi: Core.Strapi, email: string): Promise<Entry[]> {
  const person = await personWhere(strapi, { email });
  if (!person) return [];
  const told = await tellingsWhere(strapi, { person: person.id });
  const ofAll = await fatesAbout(strapi, aboutPerson(person.id));
  const alerts = await alertsWhere(strapi, { person: person.id });
  return Promise.all(
    alerts.map(async ({ id, person: _, ...alert }) => ({
      ...alert,
      told: told
        .filter((each) => each.alert === id)
        .map(({ workshop, state, startsAt, heard }) => ({ workshop, state, startsAt, heard })),
      mails: [...(await fatesAbout(strapi, aboutAlert(id))), ...ofAll],
    })),
  );
}

/** Erases all of it. Resolves with how many alerts there were. */
export async function eraseAlertsOf(strapi: Core.Strapi, email: string): Promise<number> {
  const person = await personWhere(strapi, { email });
  if (!person) return 0;
  return strapi.db.transaction(async ({ trx }) => {
    await lockPeople(strapi, [person.id], trx);
    const alerts = await alertsWhere(strapi, { person: person.id });
    for (const { id } of alerts) await eraseAlert(strapi, id);
    await eraseWhoHasNone(strapi, person.id);
    return alerts.length;
  });
}
