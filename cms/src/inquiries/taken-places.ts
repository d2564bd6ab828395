import type { Core } from '@strapi/strapi';
import { WORKSHOP } from '../schema/uids';
import { refusingAtOnce } from '../strapi/at-once';
import { rows, type Transaction } from '../strapi/documents';
import { isPublishedAsItStands } from '../versions/published';
import { waitForTurn } from '../versions/store';
import { addLine, change, inquiryWhere } from './store';

/** What became of a count: visitors see it, they don't yet, or nobody keeps count. */
type Counted = 'shown' | 'in the draft' | 'nowhere';

const CAVEATS: Record<Counted, string> = {
  shown: '',
  'in the draft':
    ' The workshop has other changes that are not published: publish it to show how many places are left.',
  nowhere: ' The workshop doesn’t say how many places it has, so they are not counted.',
};

const inWords = (places: number): string => (places === 1 ? 'one place' : `${places} places`);

/**
 * Counts places that were given to an inquiry's sender as taken, and notes so, in the transaction at hand. It is the
 * workshop's turn (`waitForTurn`).
 * @throws ValidationError when there are not so many
 */
export async function countGiven(
  strapi: Core.Strapi,
  { id, author }: { id: number; author: string },
  documentId: string,
  places: number,
): Promise<void> {
  const counted = await count(strapi, documentId, places);
  const text = `Gave ${inWords(places)}.${CAVEATS[counted]}`;
  await addLine(strapi, { inquiry: id, kind: 'note', author, text });
}

/**
 * Has the places that were given to an inquiry's sender free again, and notes so, in the transaction at hand.
 * @param isCounted whether the workshop takes it; else the note asks its partner to see to it
 */
export async function countBack(
  strapi: Core.Strapi,
  id: number,
  transaction: Transaction,
  isCounted: boolean,
): Promise<void> {
  const inquiry = await inquiryWhere(strapi, { id });
  const documentId = inquiry?.joins ?? inquiry?.workshop ?? null;
  const given = inquiry?.given ?? null;
  if (given === null || documentId === null) return;
  await change(strapi, { id }, { given: null, joins: null });
  await waitForTurn(strapi, { uid: WORKSHOP, documentId }, transaction);
  const caveat = isCounted
    ? CAVEATS[await count(strapi, documentId, -given)]
    : ' The workshop could not be changed: please correct how many of its places are taken.';
  const text = `Took it back: ${inWords(given)} less ${given === 1 ? 'is' : 'are'} taken.${caveat}`;
  await addLine(strapi, { inquiry: id, kind: 'note', author: null, text });
}

/** Counts so many more places of a workshop as taken, or fewer. Visitors see so at once unless its draft holds other changes. */
async function count(strapi: Core.Strapi, documentId: string, places: number): Promise<Counted> {
  const actions = strapi.documents(WORKSHOP as 'api::workshop.workshop');
  const draft: { capacity: number | null; placesTaken: number | null } | null = await rows(
    strapi,
    WORKSHOP,
  ).findOne({ where: { documentId, publishedAt: null } });
  if (!draft || draft.capacity === null) return 'nowhere';
  const isSame = await isPublishedAsItStands(strapi, { uid: WORKSHOP, documentId });
  const placesTaken = Math.max(0, (draft.placesTaken ?? 0) + places);
  return refusingAtOnce(strapi, [], async () => {
    await actions.update({ documentId, data: { placesTaken } as object });
    if (isSame) await actions.publish({ documentId });
    return isSame ? 'shown' : 'in the draft';
  });
}
