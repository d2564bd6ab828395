import type { Core } from '@strapi/strapi';
import { movedTo } from '../addresses';
import { withPage } from '../rules/visibility';
import { WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';
import { seenRows } from '../strapi/seen';
import { type OwnSummary, SUMMARY_POPULATE, toOwnSummary } from '../wire/workshops';
import type { SearchedIndex } from './live';

/** A workshop that has a page, with its partner's slug. Nearly all are in memory; private ones and those that are over are not. */
export async function workshopAt(
  strapi: Core.Strapi,
  index: SearchedIndex,
  slug: string,
  now: Date,
): Promise<{ own: OwnSummary; partner: string } | null> {
  const known = index.summaryAt(slug, now);
  if (known) return { own: known, partner: known.partner.slug };
  const stored = await storedAt(strapi, slug);
  if (stored) return { own: toOwnSummary(stored), partner: stored.partner.slug };
  const moved = await movedTo(strapi, WORKSHOP, slug);
  return moved === null ? null : workshopAt(strapi, index, moved, now);
}

const storedAt = (strapi: Core.Strapi, slug: string) =>
  rows(strapi, WORKSHOP).findOne({
    where: { ...withPage, ...seenRows(WORKSHOP), slug },
    populate: SUMMARY_POPULATE,
  });
