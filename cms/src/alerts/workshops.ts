import { RADII } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { type AlertedWorkshop, type AlertWishes, boxesAbout, isWanted } from '../rules/alerts';
import { listed } from '../rules/visibility';
import type { Entry } from '../schema/model';
import { WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';

/** The farthest that anybody looks, in miles. */
export const FARTHEST = Math.max(...RADII);

type Row = Omit<AlertedWorkshop, 'published' | 'hasPartner'> & {
  documentId: string;
  partner: { id: number } | null;
};

const FACTS = [
  'documentId',
  'kind',
  'format',
  'availability',
  'visibility',
  'capacity',
  'placesTaken',
  'latitude',
  'longitude',
  'startsAt',
  'endsAt',
];

const alerted = ({ partner, ...row }: Row): AlertedWorkshop & { documentId: string } => ({
  ...row,
  published: true,
  hasPartner: partner !== null,
});

const PUBLISHED = { publishedAt: { $notNull: true } };

/** What visitors see of a workshop, as far as it matters here; null when they see nothing. */
export async function workshopNow(strapi: Core.Strapi, documentId: string): Promise<AlertedWorkshop | null> {
  const row: Row | null = await rows(strapi, WORKSHOP).findOne({
    where: { documentId, ...PUBLISHED },
    select: FACTS,
    populate: { partner: { select: ['id'] } },
  });
  return row && alerted(row);
}

/** The workshops that are listed now and that someone wants to be told of. */
export async function wantedNow(
  strapi: Core.Strapi,
  wishes: AlertWishes,
  now: Date,
): Promise<(AlertedWorkshop & { documentId: string })[]> {
  const near: Entry[] = boxesAbout(wishes, wishes.radius).map(([west, south, east, north]) => ({
    latitude: { $between: [south, north] },
    longitude: { $between: [west, east] },
  }));
  const found: Row[] = await rows(strapi, WORKSHOP).findMany({
    where: {
      ...PUBLISHED,
      ...listed(now),
      startsAt: { $gt: now.toISOString() },
      kind: { $in: wishes.kinds },
      $or: [...near, ...(wishes.virtual ? [{ format: 'virtual' }] : [])],
    },
    select: FACTS,
  });
  return found.map((row) => alerted({ ...row, partner: { id: 0 } })).filter((row) => isWanted(wishes, row));
}
