import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { giveBackAddresses } from '../addresses';
import { readsEveryEntry, seesType } from '../ownership/reach';
import { partnerOf, partnerUser } from '../ownership/rule';
import { giveBackLinks } from '../publishing/links';
import { hasDrafts } from '../rules/links';
import { editLink, nameOf } from '../rules/uses';
import { type Content, dataOf, mentionsIn, type Reference, VERSIONED } from '../rules/versions/content';
import type { BroughtBack } from '../rules/versions/history';
import { WORKSHOP } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import type { Reader } from './access';
import { presenceOf } from './history';
import { contentAfter, type DocumentName, heldAt, lastVersion, versionsOf } from './store';
import { bringingBackDocument } from './writer';

const CREATE = 'plugin::content-manager.explorer.create';

/**
 * Whether somebody may bring back what was deleted: who may read and make such entries, and who acts for a partner that
 * partner's workshops alone.
 */
export async function mayBringBack(
  strapi: Core.Strapi,
  { ability }: Pick<Reader, 'ability'>,
  uid: string,
  content: Content,
): Promise<boolean> {
  if (!ability.can(CREATE, uid)) return false;
  const user = partnerUser(strapi);
  if (!user) return seesType(ability, uid) && readsEveryEntry(ability, uid);
  const { documentId } = (content.partner ?? {}) as Partial<Reference>;
  return uid === WORKSHOP && documentId !== undefined && documentId === (await partnerOf(strapi, user.id));
}

/**
 * Makes a deleted document anew, under its old id, as it was last: a draft where its type has such. What led to it leads there
 * again, unless it was changed since. All rules about saving hold.
 * @throws NotFoundError ForbiddenError ValidationError
 */
export async function bringBack(
  strapi: Core.Strapi,
  document: DocumentName,
  reader: Reader,
): Promise<BroughtBack> {
  const { uid, documentId } = document;
  if (!VERSIONED.has(uid)) throw new errors.NotFoundError('No history is kept of this type.');
  if (reader.checker.cannot.create())
    throw new errors.ForbiddenError('Your account may not make entries of this type, nor bring one back.');
  const content = (await heldAt(strapi, document))?.content;
  if (!content || !(await mayBringBack(strapi, reader, uid, content)))
    throw new errors.NotFoundError('There is no such entry to be brought back.');
  const getModel = modelsOf(strapi);
  if (getModel(uid).kind === 'singleType' && (await rows(strapi, uid).count({})) > 0)
    throw new errors.ValidationError(
      `There is one ${getModel(uid).info.displayName}, and it is there: change that.`,
    );
  const isThere = await presenceOf(strapi, uid, content);
  const whole = dataOf(uid, content, getModel, isThere);
  const permitted = await reader.checker.sanitizeCreateInput(whole);
  // Its address is its own, also where who brings it back may not choose one.
  const data = { ...permitted, ...('slug' in whole && { slug: whole.slug }) };
  const addresses = await addressesOf(strapi, document);
  await strapi.db.transaction(async () => {
    await bringingBackDocument(document, () =>
      strapi.documents(uid as typeof WORKSHOP).create({ data: data as never }),
    );
    await giveBackAddresses(strapi, document, addresses);
    await giveBackLinks(strapi, document, async (leading) => (await heldAt(strapi, leading))?.content ?? {});
  });
  return {
    gone: mentionsIn(uid, content, getModel)
      .filter(({ uid: target, key }) => !isThere(target, key))
      .map(({ words }) => words),
    link: editLink(uid, documentId, getModel),
    isDraft: hasDrafts(getModel(uid)),
  };
}

/**
 * Refuses what is there, or there again.
 * @throws NotFoundError ValidationError
 */
export async function requireDeleted(strapi: Core.Strapi, document: DocumentName): Promise<void> {
  const last = await lastVersion(strapi, document);
  if (!last) throw new errors.NotFoundError('There is no such entry to be brought back.');
  if (last.action === 'deleted') return;
  const name = nameOf(document.uid, (await heldAt(strapi, document))?.content ?? {}, modelsOf(strapi));
  throw new errors.ValidationError(`${name} is there: somebody has brought it back already.`);
}

/** The addresses by which visitors have known a document, the first first. */
async function addressesOf(strapi: Core.Strapi, document: DocumentName): Promise<string[]> {
  const isPublicAtOnce = !hasDrafts(modelsOf(strapi)(document.uid));
  const contents = await contentAfter(strapi, document, 0);
  const versions = await versionsOf(strapi, document, { most: MOST_VERSIONS });
  return versions
    .filter(({ action }) => isPublicAtOnce || action === 'published')
    .reverse()
    .flatMap(({ number, restored }) => {
      const held = contents.findLast((each) => each.number <= (restored ?? number));
      return typeof held?.content.slug === 'string' ? [held.content.slug] : [];
    });
}

/** More than are kept of any document. */
const MOST_VERSIONS = 100_000;
