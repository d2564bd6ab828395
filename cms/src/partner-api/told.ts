import type { Core } from '@strapi/strapi';
import { ownIdsOf } from '../imports/spreadsheet/journal';
import { knownWorkshops } from '../imports/spreadsheet/rehearse';
import { toldWorkshop } from '../rules/partner-api/workshop';
import type { Known } from '../rules/spreadsheet/identity';
import { WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';
import { environmentOf } from '../strapi/environment';

/** A workshop as the API tells it. */
export interface Told {
  id: string;
  published: boolean;
  address: string | null;
  workshop: Record<string, unknown>;
}

/** A partner's workshops of these documentIds, in that order. */
export async function toldOf(strapi: Core.Strapi, partner: string, documentIds: string[]): Promise<Told[]> {
  const known = await knownWorkshops(strapi, partner, documentIds);
  const seen: { documentId: string; slug: string | null; visibility: string }[] = await rows(
    strapi,
    WORKSHOP,
  ).findMany({
    where: { documentId: { $in: documentIds }, publishedAt: { $notNull: true } },
    select: ['documentId', 'slug', 'visibility'],
  });
  const site = environmentOf(strapi).PUBLIC_URL?.replace(/\/$/, '');
  const tell = (each: Known): Told => {
    const shown = seen.find(({ documentId }) => documentId === each.documentId);
    const hasPage = site && shown?.slug && shown.visibility !== 'hidden';
    return {
      id: each.ownId ?? each.documentId,
      published: shown !== undefined,
      address: hasPage ? `${site}/workshops/${encodeURIComponent(shown.slug ?? '')}` : null,
      workshop: toldWorkshop(each),
    };
  };
  return documentIds.flatMap((documentId) => {
    const found = known.find((each) => each.documentId === documentId);
    return found ? [tell(found)] : [];
  });
}

/** documentId of a partner's workshop by its id: the partner's own before ours. Null when the partner has no such. */
export async function documentNamed(
  strapi: Core.Strapi,
  partner: string,
  id: string,
): Promise<string | null> {
  const names = await ownIdsOf(strapi, partner);
  const [named = id] = [...names].find(([, own]) => own === id) ?? [];
  const found: { documentId: string } | null = await rows(strapi, WORKSHOP).findOne({
    where: { documentId: named, publishedAt: null, partner: { documentId: partner } },
    select: ['documentId'],
  });
  return found?.documentId ?? null;
}

/** One page of a partner's workshops, those entered first first, and how many there are. */
export async function pageOf(
  strapi: Core.Strapi,
  partner: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ told: Told[]; total: number }> {
  const where = { partner: { documentId: partner }, publishedAt: null };
  const [found, total]: [{ documentId: string }[], number] = await Promise.all([
    rows(strapi, WORKSHOP).findMany({
      where,
      select: ['documentId'],
      orderBy: [{ createdAt: 'asc' }, { documentId: 'asc' }],
      offset: (page - 1) * pageSize,
      limit: pageSize,
    }),
    rows(strapi, WORKSHOP).count({ where }),
  ]);
  const documentIds = found.map(({ documentId }) => documentId);
  return { told: await toldOf(strapi, partner, documentIds), total };
}
