import type { Core } from '@strapi/strapi';
import { type JoiningChoice, MOST_CHOICES } from '../rules/inbox';
import { type PlacesFacts, placesLeft, statusOf } from '../rules/places-left';
import { privateToCome } from '../rules/visibility';
import type { Entry } from '../schema/model';
import { WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';

interface StoredChoice extends PlacesFacts {
  documentId: string;
  title: string;
  when: string | null;
  format: string;
  venue: { city: string | null; state: string | null } | null;
}

/** What a partner can let people join, as a database filter: its own private workshops, as visitors see them now. */
const ownPrivate = (partner: string): Entry => ({
  ...privateToCome(new Date()),
  publishedAt: { $notNull: true },
  partner: { documentId: partner },
});

/** The private workshops that a partner (by documentId) can let people join, the soonest first. */
export async function choicesOf(strapi: Core.Strapi, partner: string | null): Promise<JoiningChoice[]> {
  if (partner === null) return [];
  const found: StoredChoice[] = await rows(strapi, WORKSHOP).findMany({
    where: ownPrivate(partner),
    orderBy: [{ startsAt: 'asc' }, { id: 'asc' }],
    limit: MOST_CHOICES,
    populate: { venue: { select: ['city', 'state'] } },
  });
  return found.map(toChoice);
}

/** One of them, by its documentId; null when it is none, or no longer. */
export async function choiceAt(
  strapi: Core.Strapi,
  partner: string | null,
  documentId: string,
): Promise<JoiningChoice | null> {
  if (partner === null) return null;
  const found: StoredChoice | null = await rows(strapi, WORKSHOP).findOne({
    where: { ...ownPrivate(partner), documentId },
    populate: { venue: { select: ['city', 'state'] } },
  });
  return found && toChoice(found);
}

const toChoice = (workshop: StoredChoice): JoiningChoice => {
  const { documentId, title, when, format, venue } = workshop;
  return {
    documentId,
    title,
    when,
    where: format === 'virtual' || !venue ? null : `${venue.city}, ${venue.state}`,
    placesLeft: placesLeft(workshop),
    isFull: statusOf(workshop) === 'full',
  };
};
