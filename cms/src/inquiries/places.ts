import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { InboxInquiry } from '../rules/inbox';
import { WORKSHOP } from '../schema/uids';
import { waitForTurn } from '../versions/store';
import type { Desk } from './desk';
import { inquiryFor, readable } from './inbox';
import { change } from './store';
import { countGiven } from './taken-places';

/** Places given at once. */
const MOST = 1_000;

/**
 * Gives the places that were asked for: the workshop counts them as taken, and visitors see so at once unless its draft holds
 * other changes.
 * @throws ForbiddenError NotFoundError ValidationError
 */
export async function givePlaces(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  places: unknown,
): Promise<InboxInquiry> {
  const inquiry = await readable(strapi, desk, id);
  if (!desk.givesPlaces)
    throw new errors.ForbiddenError('Places are given by the Regional Partner whose workshop it is.');
  const { workshop: documentId, purpose, state } = inquiry;
  if (purpose !== 'place' || documentId === null || state === 'withdrawn')
    throw new errors.ValidationError('This message doesn’t ask for a place.');
  const given = numberOfPlaces(places);
  await strapi.db.transaction(async ({ trx }) => {
    if (!(await change(strapi, { id, given: null, state: { $ne: 'withdrawn' } }, { given })))
      throw new errors.ValidationError('Places were given for this message already, or it was taken back.');
    await waitForTurn(strapi, { uid: WORKSHOP, documentId }, trx);
    await countGiven(strapi, { id, author: desk.name }, documentId, given);
  });
  return inquiryFor(strapi, desk, id);
}

/** @throws ValidationError */
export function numberOfPlaces(places: unknown): number {
  if (!Number.isInteger(places) || Number(places) < 1 || Number(places) > MOST)
    throw new errors.ValidationError(`Give a number of places from 1 to ${MOST.toLocaleString('en-US')}.`);
  return Number(places);
}
