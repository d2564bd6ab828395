import {
  type AlertReceipt,
  type AlertSubmission,
  type FieldProblem,
  isToken,
  lostPlaceAdvice,
  lostPlaceWords,
  type Place,
  readAlert,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { putDown, wakeJobs } from '../jobs';
import { findNear } from '../places';
import { aboutAlert, aboutPerson, addAlert, alertsWhere, personAt } from './store';
import { CONFIRM, NO_MORE } from './tasks';

const DAY = 24 * 60 * 60_000;
/** How long it waits for the answer to its mail, in milliseconds. */
const CONFIRM_WITHIN = 3 * DAY;
/** How many one address may have, those that wait for an answer among them. */
const MOST = 20;

/** What became of what was asked: it was taken, or it can't be. */
export type AlertTaken =
  | { receipt: AlertReceipt; problems: [] }
  | { receipt: null; problems: FieldProblem[] };

/**
 * Takes what someone asks to be told of, and mails to that address whether it was meant. Nothing that was confirmed changes
 * by it, and the answer is the same whoever has the address.
 * @param given an `AlertSubmission`, should it be one
 */
export async function ask(strapi: Core.Strapi, given: unknown): Promise<AlertTaken> {
  const { alert: sent, key } = (given ?? {}) as Partial<AlertSubmission>;
  const { alert: wishes, problems } = readAlert(sent);
  if (!wishes) return { receipt: null, problems };
  // A key has the form of a token.
  if (typeof key !== 'string' || !isToken(key))
    return { receipt: null, problems: [{ field: 'key', message: 'Send a key of 43 characters.' }] };
  const { place, problem } = placeOf(wishes.near);
  if (!place) return { receipt: null, problems: [{ field: 'near', message: problem }] };
  const { label, state, zip, latitude, longitude } = place;
  const now = Date.now();
  const isKnown = async (): Promise<boolean> => (await alertsWhere(strapi, { key }, 1)).length > 0;
  const receipt = { place: label };
  if (await isKnown()) return { receipt, problems: [] };
  try {
    await strapi.db.transaction(async ({ trx }) => {
      const person = await personAt(strapi, wishes.email.toLowerCase(), trx);
      const others = await alertsWhere(strapi, { person: person.id, until: { $gt: now } }, MOST);
      if (others.length >= MOST) {
        // To say so here would tell anybody that the address is known.
        const today = new Date(now).toISOString().slice(0, 10);
        const about = aboutPerson(person.id);
        await putDown(strapi, { task: NO_MORE, about, key: `${NO_MORE}:${person.id}:${today}` });
        return;
      }
      const alert = await addAlert(strapi, {
        wishes,
        key,
        person: person.id,
        place: label,
        state,
        zip,
        latitude,
        longitude,
        until: now + CONFIRM_WITHIN,
      });
      await putDown(strapi, { task: CONFIRM, about: aboutAlert(alert.id) });
    });
  } catch (error) {
    // Two of the same at the same moment: the database has stored one.
    if (!(await isKnown())) throw error;
  }
  wakeJobs(strapi);
  return { receipt, problems: [] };
}

type Spot = Place & { zip: string };

/** The place that is meant, or why it can't be. */
function placeOf(text: string): { place: Spot; problem: null } | { place: null; problem: string } {
  const near = findNear(text);
  if (near.status !== 'found')
    return { place: null, problem: `${lostPlaceWords(near)}. ${lostPlaceAdvice(near)}` };
  const { place } = near;
  if (place.zip === null)
    return {
      place: null,
      problem: `${place.label} is a whole state. Please give a ZIP code or a city in it, so that we know what is near to you.`,
    };
  return { place: { ...place, zip: place.zip }, problem: null };
}
