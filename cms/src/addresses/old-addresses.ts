import type { Core } from '@strapi/strapi';
import { withPage } from '../rules/visibility';
import type { Entry } from '../schema/model';
import { PAGE, PARTNER, WORKSHOP } from '../schema/uids';
import { rows, useRule } from '../strapi/documents';
import { addTable } from '../strapi/tables';

/** An address that led to a document of a type (uid) and no longer is its own. */
export interface OldAddress {
  uid: string;
  slug: string;
  document: string;
}

export const OLD_ADDRESS = 'addresses::old-address';

const PUBLISHED = { publishedAt: { $notNull: true } };

interface Addressed {
  /** What can change the address visitors know. */
  actions: Set<string>;
  /** The row that holds it. */
  row: Entry;
  /** That row, when visitors can see what is there. */
  visible: Entry;
}

const published = (visible: Entry): Addressed => ({
  actions: new Set(['publish', 'unpublish', 'delete']),
  row: PUBLISHED,
  visible,
});

const ADDRESSED: Record<string, Addressed> = {
  [PAGE]: published(PUBLISHED),
  [WORKSHOP]: published({ ...withPage, ...PUBLISHED }),
  [PARTNER]: { actions: new Set(['create', 'update', 'clone', 'delete']), row: {}, visible: {} },
};

/**
 * Keeps, in the database, which document each address led to that it has given up, so that visitors still find it. The
 * change and its row are stored together or not at all. An address names a document, never another address: there are
 * neither chains nor loops. To be called in `register()`.
 */
export function keepOldAddresses(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: OLD_ADDRESS,
    name: 'old_addresses',
    columns: {
      uid: { type: 'string' },
      slug: { type: 'string' },
      document: { type: 'string' },
    },
    indexes: [{ name: 'old_addresses_slug', columns: ['uid', 'slug'] }],
  });
  useRule(strapi, async ({ uid, action, params }, next) => {
    const addressed = ADDRESSED[uid];
    if (!addressed?.actions.has(action)) return next();
    const slugOf = async (documentId: string | undefined): Promise<string | null> => {
      if (!documentId) return null;
      const row = await rows(strapi, uid).findOne({
        where: { ...addressed.row, documentId },
        select: ['slug'],
      });
      return row?.slug ?? null;
    };
    const isNew = action === 'create' || action === 'clone';
    return strapi.db.transaction(async () => {
      const before = isNew ? null : await slugOf(params.documentId);
      const result = (await next()) as { documentId?: string } | null;
      const document = isNew ? result?.documentId : params.documentId;
      if (!document) return result;
      if (action === 'delete') await old(strapi).deleteMany({ where: { uid, document } });
      else await note(strapi, { uid, document, before, after: await slugOf(document) });
      return result;
    });
  });
}

const old = (strapi: Core.Strapi) => rows(strapi, OLD_ADDRESS);

interface Move {
  uid: string;
  document: string;
  before: string | null;
  after: string | null;
}

async function note(strapi: Core.Strapi, { uid, document, before, after }: Move): Promise<void> {
  if (before && before !== after) {
    await old(strapi).deleteMany({ where: { uid, slug: before } });
    await old(strapi).create({ data: { uid, slug: before, document } satisfies OldAddress });
  }
  if (after) await ownAddresses(strapi, uid, [after]);
}

/** Makes addresses of a type the own of those who have them now, whoever had them before. */
export async function ownAddresses(strapi: Core.Strapi, uid: string, slugs: string[]): Promise<void> {
  await old(strapi).deleteMany({ where: { uid, slug: { $in: slugs } } });
}

/**
 * Lets addresses by which visitors have known a document lead to it again, after it was deleted and brought back. One that is
 * another's by now, or was another's since, stays so.
 */
export async function giveBackAddresses(
  strapi: Core.Strapi,
  { uid, documentId }: { uid: string; documentId: string },
  slugs: string[],
): Promise<void> {
  const addressed = ADDRESSED[uid];
  if (!addressed) return;
  for (const slug of new Set(slugs)) {
    const others = await rows(strapi, uid).count({ where: { slug, documentId: { $ne: documentId } } });
    const own = await rows(strapi, uid).count({ where: { ...addressed.row, slug, documentId } });
    if (others + own + (await old(strapi).count({ where: { uid, slug } })) === 0)
      await old(strapi).create({ data: { uid, slug, document: documentId } satisfies OldAddress });
  }
}

/** The address of what an old address led to; null when it led to nothing that visitors can see now. */
export async function movedTo(strapi: Core.Strapi, uid: string, slug: string): Promise<string | null> {
  const [found]: OldAddress[] = await old(strapi).findMany({
    where: { uid, slug },
    orderBy: [{ id: 'desc' }],
    limit: 1,
  });
  if (!found) return null;
  const target: { slug: string } | null = await rows(strapi, uid).findOne({
    where: { ...ADDRESSED[uid]?.visible, documentId: found.document },
    select: ['slug'],
  });
  return target?.slug ?? null;
}

/** Whether visitors know an address of a document, or have known one. */
export async function isKnown(strapi: Core.Strapi, uid: string, documentId: string): Promise<boolean> {
  const now = await rows(strapi, uid).count({ where: { ...ADDRESSED[uid]?.row, documentId } });
  return now > 0 || (await old(strapi).count({ where: { uid, document: documentId } })) > 0;
}
