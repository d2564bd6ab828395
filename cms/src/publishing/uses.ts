import type { Core } from '@strapi/strapi';
import { hasDrafts } from '../rules/links';
import { SHOWN } from '../rules/shown-types';
import { editLink, leadingTo, nameOf, placesOf, quoting, type Use, type Wanted } from '../rules/uses';
import type { Entry, GetModel } from '../schema/model';
import { writtenAttributes } from '../schema/model';
import { populateFor } from '../schema/populate';
import { FIGURE, PAGE, PARTNER } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';

/** Where visitors meet a published entry: pages and menus that lead to a page, whatever quotes a figure. */
export async function usesOf(strapi: Core.Strapi, uid: string, documentId: string): Promise<Use[]> {
  if (uid !== PAGE && uid !== FIGURE) return [];
  const live: Entry | null = await rows(strapi, uid).findOne({
    where: { documentId, publishedAt: { $notNull: true } },
  });
  if (!live) return [];
  const uses =
    uid === FIGURE
      ? await findUses(strapi, quoting(String(live.key)))
      : await findUses(strapi, leadingTo({ uid, documentId, slug: live.slug ? String(live.slug) : null }));
  return uses.filter((use) => use.documentId !== documentId);
}

/** The entries that visitors see now and that hold what is wanted. */
export async function findUses(strapi: Core.Strapi, wanted: Wanted): Promise<Use[]> {
  const getModel = modelsOf(strapi);
  const uses: Use[] = [];
  for (const uid of Object.keys(SHOWN)) {
    const where = whereMayHold(uid, wanted, getModel);
    if (!where) continue;
    const live: Entry[] = await rows(strapi, uid).findMany({
      where: {
        ...where,
        ...(uid !== PARTNER && hasDrafts(getModel(uid)) && { publishedAt: { $notNull: true } }),
      },
      populate: populateFor(uid, getModel),
      orderBy: [{ id: 'asc' }],
    });
    const byDocument = new Map(live.map((entry) => [String(entry.documentId), entry]));
    for (const [documentId, entry] of byDocument) {
      const places = placesOf(uid, entry, wanted, getModel);
      if (places.length > 0)
        uses.push({
          uid,
          documentId,
          name: nameOf(uid, entry, getModel),
          places,
          link: editLink(uid, documentId, getModel),
        });
    }
  }
  return uses;
}

/**
 * Which entries of a type are worth reading, as a database filter; null when none is. There may be a hundred thousand
 * workshops, and hardly one that quotes a figure.
 */
function whereMayHold(uid: string, wanted: Wanted, getModel: GetModel): Entry | null {
  const types = typesIn(uid, getModel);
  const rich = types.has('blocks') || types.has('dynamiczone');
  if (wanted.text) return rich ? {} : { $or: textFilters(uid, getModel) };
  if (wanted.file) return rich || types.has('media') ? {} : null;
  return rich || types.has('elements.action') ? {} : null;
}

/** The attribute types and components that a type's entries are made of. */
function typesIn(uid: string, getModel: GetModel): Set<string> {
  return new Set(
    writtenAttributes(getModel(uid)).flatMap(([, { type, component }]) =>
      component ? [type, component, ...typesIn(component, getModel)] : [type],
    ),
  );
}

function textFilters(uid: string, getModel: GetModel): Entry[] {
  return writtenAttributes(getModel(uid)).flatMap(([name, { type, component }]): Entry[] => {
    if (type === 'string' || type === 'text') return [{ [name]: { $contains: '{{' } }];
    return component ? textFilters(component, getModel).map((filter) => ({ [name]: filter })) : [];
  });
}
