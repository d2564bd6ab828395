import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { InboxInquiry } from '../rules/inbox';
import { contentOf } from '../rules/versions/content';
import { WORKSHOP } from '../schema/uids';
import { refusingAtOnce } from '../strapi/at-once';
import { modelsOf, rows } from '../strapi/documents';
import { WholeReader } from '../versions/reading';
import { hashOf, waitForTurn } from '../versions/store';
import type { Desk } from './desk';
import { inquiryFor, readable } from './inbox';
import { addLine, change } from './store';

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
  if (!Number.isInteger(places) || Number(places) < 1 || Number(places) > MOST)
    throw new errors.ValidationError(`Give a number of places from 1 to ${MOST.toLocaleString('en-US')}.`);
  await strapi.db.transaction(async ({ trx }) => {
    await waitForTurn(strapi, { uid: WORKSHOP, documentId }, trx);
    if (!(await change(strapi, { id, given: null }, { given: Number(places) })))
      throw new errors.ValidationError('Places were given for this message already.');
    const isShown = await takePlaces(strapi, documentId, Number(places));
    await addLine(strapi, {
      inquiry: id,
      kind: 'note',
      author: desk.name,
      text: isShown
        ? `Gave ${inWords(Number(places))}.`
        : `Gave ${inWords(Number(places))}. The workshop has other changes that are not published: publish it to show how many places are left.`,
    });
  });
  return inquiryFor(strapi, desk, id);
}

const inWords = (places: number): string => (places === 1 ? 'one place' : `${places} places`);

/** Counts places of a workshop as taken. Resolves with whether visitors see it. */
async function takePlaces(strapi: Core.Strapi, documentId: string, places: number): Promise<boolean> {
  const actions = strapi.documents(WORKSHOP as 'api::workshop.workshop');
  const draft: { placesTaken: number | null } | null = await rows(strapi, WORKSHOP).findOne({
    where: { documentId, publishedAt: null },
  });
  if (!draft) throw new errors.NotFoundError('The workshop is gone.');
  const isSame = await isPublishedAsItStands(strapi, documentId);
  return refusingAtOnce(strapi, [], async () => {
    await actions.update({ documentId, data: { placesTaken: (draft.placesTaken ?? 0) + places } as object });
    if (isSame) await actions.publish({ documentId });
    return isSame;
  });
}

/** Whether what visitors see of a workshop is what its draft says. */
async function isPublishedAsItStands(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  const hashes = await Promise.all(
    [null, { $notNull: true }].map(async (publishedAt) => {
      const row = await WholeReader.read(strapi, WORKSHOP, { documentId, publishedAt });
      return row && hashOf(contentOf(WORKSHOP, row, modelsOf(strapi)));
    }),
  );
  return hashes[0] === hashes[1];
}
