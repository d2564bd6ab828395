import type { Core } from '@strapi/strapi';
import { OLD_ADDRESS } from '../addresses/old-addresses';
import { dayBefore } from '../rules/counts';
import type { Figure } from '../rules/figures';
import type { QuotedFigure, Surroundings } from '../rules/to-fill';
import { FIGURE, PAGE, PARTNER } from '../schema/uids';
import { rows } from '../strapi/documents';

/** What pages may quote and link to at this moment. */
export async function surroundings(strapi: Core.Strapi): Promise<Surroundings> {
  const quoted = await quotedFigures(strapi);
  const pages: { documentId: string; slug: string }[] = await rows(strapi, PAGE).findMany({
    where: { publishedAt: { $notNull: true } },
    select: ['documentId', 'slug'],
  });
  const partners: { slug: string }[] = await rows(strapi, PARTNER).findMany({ select: ['slug'] });
  const moved: { slug: string; uid: string }[] = await rows(strapi, OLD_ADDRESS).findMany({
    where: { uid: { $in: [PAGE, PARTNER] } },
  });
  const pathOf = (uid: string, slug: string): string => (uid === PARTNER ? `/partners/${slug}` : `/${slug}`);
  return {
    quoted,
    figures: new Set([...quoted.values()].flatMap(({ key, isPublished }) => (isPublished ? [key] : []))),
    pages: new Set(pages.map(({ documentId }) => documentId)),
    paths: new Set([
      ...pages.map(({ slug }) => pathOf(PAGE, slug)),
      ...partners.map(({ slug }) => pathOf(PARTNER, slug)),
      ...moved.map(({ uid, slug }) => pathOf(uid, slug)),
    ]),
    today: dayBefore(Date.now(), 0),
  };
}

interface FigureRow extends Figure {
  documentId: string;
  reviewBy: string | null;
  publishedAt: string | Date | null;
}

/** Every figure by its key: as it is published, or if it isn't, as its draft has it. */
export async function quotedFigures(strapi: Core.Strapi): Promise<Map<string, QuotedFigure>> {
  const found: FigureRow[] = await rows(strapi, FIGURE).findMany({
    select: ['documentId', 'key', 'value', 'phrase', 'wordingWithout', 'reviewBy', 'publishedAt'],
    orderBy: [{ id: 'asc' }],
  });
  const drafts = new Map(
    found.flatMap((row) => (row.publishedAt === null ? [[row.documentId, row] as const] : [])),
  );
  const published = found.filter(({ publishedAt }) => publishedAt !== null);
  const isLive = new Set(published.map(({ documentId }) => documentId));
  const shown = [...[...drafts.values()].filter(({ documentId }) => !isLive.has(documentId)), ...published];
  return new Map(
    shown
      .filter(({ key }) => key)
      .map(({ publishedAt, ...row }) => [
        row.key,
        {
          documentId: row.documentId,
          key: row.key,
          value: row.value,
          phrase: row.phrase ?? '',
          wordingWithout: row.wordingWithout ?? '',
          reviewBy: row.reviewBy,
          isPublished: publishedAt !== null,
          isTyped: Boolean(drafts.get(row.documentId)?.value),
        },
      ]),
  );
}
