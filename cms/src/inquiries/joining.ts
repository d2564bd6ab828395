import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { wakeJobs } from '../jobs';
import type { Acceptance, InboxInquiry, JoiningDecision } from '../rules/inbox';
import { WORKSHOP } from '../schema/uids';
import { waitForTurn } from '../versions/store';
import { choiceAt } from './choices';
import type { Desk } from './desk';
import { inquiryFor, readable, requireAwaited, sendLine, wordsIn } from './inbox';
import { numberOfPlaces } from './places';
import { change, inquiryWhere, type StoredInquiry } from './store';
import { countGiven } from './taken-places';
import { ACCEPTED, ANSWERED } from './tasks';

const WELCOME = 'You are welcome to join us.';
const SORRY =
  'Thank you for asking. We are sorry: we can’t offer you a place in a private workshop this time. Please do ask us again, or look for another workshop on the site.';

/**
 * Lets the sender join one of their partner's own private workshops: they are mailed the address of its page, and it counts
 * their places as taken.
 * @throws ForbiddenError NotFoundError ValidationError
 */
export async function accept(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  { workshop: documentId, places, text, afterDecline }: Partial<Record<keyof Acceptance, unknown>>,
): Promise<InboxInquiry> {
  const { partner } = await askedToJoin(strapi, desk, id);
  const own = wordsIn(text);
  const given = numberOfPlaces(places);
  if (typeof documentId !== 'string' || documentId === '')
    throw new errors.ValidationError('Choose the workshop that they may join.');
  await strapi.db.transaction(async ({ trx }) => {
    await decide(strapi, id, afterDecline === true ? 'declined' : null, 'accepted', {
      joins: documentId,
      given,
    });
    await waitForTurn(strapi, { uid: WORKSHOP, documentId }, trx);
    const chosen = await choiceAt(strapi, partner, documentId);
    if (!chosen)
      throw new errors.ValidationError(
        'That workshop can’t be chosen, or not any more: it must be one of this Regional Partner’s own that is published, private and still to come. Please choose another one.',
      );
    const { title, placesLeft, isFull } = chosen;
    if (isFull)
      throw new errors.ValidationError(
        `“${title}” is full. Make room in it and publish that, or choose another one.`,
      );
    if (placesLeft !== null && placesLeft < given)
      throw new errors.ValidationError(
        `“${title}” has only ${placesLeft === 1 ? 'one place' : `${placesLeft} places`} left. Give fewer, make room in it, or choose another one.`,
      );
    await countGiven(strapi, { id, author: desk.name }, documentId, given);
    await sendLine(strapi, desk, id, withOwn(WELCOME, own), ACCEPTED);
  });
  wakeJobs(strapi);
  return inquiryFor(strapi, desk, id);
}

/** Tells the sender, kindly, that they can't join. @throws ForbiddenError NotFoundError ValidationError */
export async function decline(
  strapi: Core.Strapi,
  desk: Desk,
  id: number,
  text: unknown,
): Promise<InboxInquiry> {
  await askedToJoin(strapi, desk, id);
  const own = wordsIn(text);
  await strapi.db.transaction(async () => {
    await decide(strapi, id, null, 'declined');
    await sendLine(strapi, desk, id, withOwn(SORRY, own), ANSWERED);
  });
  wakeJobs(strapi);
  return inquiryFor(strapi, desk, id);
}

const withOwn = (words: string, own: string): string => (own ? `${words}\n\n${own}` : words);

/** @throws ForbiddenError NotFoundError ValidationError */
async function askedToJoin(strapi: Core.Strapi, desk: Desk, id: number): Promise<StoredInquiry> {
  const inquiry = await readable(strapi, desk, id);
  if (inquiry.purpose !== 'private')
    throw new errors.ValidationError('This message doesn’t ask to join a private workshop.');
  requireAwaited(inquiry);
  return inquiry;
}

const DECIDED: Record<JoiningDecision, string> = {
  accepted: 'It was accepted already, here or by a colleague: its sender was told.',
  declined:
    'It was declined already, here or by a colleague: its sender was told. Load the page again to accept it after all.',
};

/**
 * Decides once, in the transaction at hand, whatever others do at the same moment.
 * @param before what is known to have been decided
 * @throws ValidationError when it isn't so, or no longer
 */
async function decide(
  strapi: Core.Strapi,
  id: number,
  before: JoiningDecision | null,
  decided: JoiningDecision,
  data: Partial<Pick<StoredInquiry, 'joins' | 'given'>> = {},
): Promise<void> {
  const where = { id, decided: before, state: { $ne: 'withdrawn' } };
  if (await change(strapi, where, { decided, ...data })) return;
  const now = await inquiryWhere(strapi, { id });
  if (!now) throw new errors.NotFoundError('There is no such message. It may have been erased.');
  requireAwaited(now);
  throw new errors.ValidationError(
    now.decided ? DECIDED[now.decided] : 'It was not declined. Load the page again.',
  );
}
