import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Ability, readsEveryEntry, seesType } from '../ownership/reach';
import { partnerOf, partnerUser, requireOwnWorkshops } from '../ownership/rule';
import { VERSIONED } from '../rules/versions/content';
import type { Entry } from '../schema/model';
import { WORKSHOP } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import { type DocumentName, deletedWith } from './store';

/** Somebody signed in to the admin, and what they may do. */
export interface Reader {
  ability: Ability;
  checker: Checker;
}

/** Strapi's own, for one type. */
export interface Checker {
  cannot: {
    create(): boolean;
    read(entity: unknown): boolean;
    update(entity: unknown): boolean;
    publish(entity: unknown): boolean;
  };
  sanitizeCreateInput(data: Entry): Promise<Entry>;
  sanitizeUpdateInput(entity: unknown): (data: Entry) => Promise<Entry>;
}

interface PermissionCheckers {
  create(of: { userAbility: unknown; model: string }): Checker;
}

/** The document that a route's address names. */
export const documentOf = (ctx: RequestContext): DocumentName => ({
  uid: String(ctx.params.uid),
  documentId: String(ctx.params.documentId),
});

/**
 * Who asks, as far as the type that a route's address names goes.
 * @throws NotFoundError for one that is none
 */
export const readerOf = (strapi: Core.Strapi, ctx: RequestContext): Reader =>
  readerWith(strapi, ctx.state.userAbility as Ability, documentOf(ctx).uid);

/**
 * Somebody with these rights, as far as a type goes.
 * @throws NotFoundError for one that is none
 */
export function readerWith(strapi: Core.Strapi, ability: Ability, uid: string): Reader {
  if (!Object.hasOwn(strapi.contentTypes, uid)) throw new errors.NotFoundError('There is no such type.');
  const checkers = strapi.plugin('content-manager').service('permission-checker') as PermissionCheckers;
  return { ability, checker: checkers.create({ userAbility: ability, model: uid }) };
}

/**
 * The document that is asked about, as the reader may read it.
 * @throws NotFoundError ForbiddenError
 */
export async function requireReadable(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
  { checker }: Reader,
): Promise<Entry> {
  if (!VERSIONED.has(uid)) throw new errors.NotFoundError('No history is kept of this type.');
  const user = partnerUser(strapi);
  if (user && uid === WORKSHOP) await requireOwnWorkshops(strapi, user.id, [documentId]);
  const hasDrafts = modelsOf(strapi)(uid).options?.draftAndPublish;
  const entity: Entry | null = await rows(strapi, uid).findOne({
    where: { documentId, ...(hasDrafts && { publishedAt: null }) },
    ...(uid === WORKSHOP && { populate: { partner: { populate: { admins: true } } } }),
  });
  if (!entity) throw new errors.NotFoundError('There is no such entry.');
  if (checker.cannot.read(entity)) throw new errors.ForbiddenError('Your account may not read this entry.');
  return entity;
}

/** Types (uids), and of each the documents that are meant: every one, or some. */
export type Documents = Map<string, 'all' | string[]>;

/** What somebody may read of what versions are kept of. */
export async function readableDocuments(strapi: Core.Strapi, ability: Ability): Promise<Documents> {
  const types = [...VERSIONED].filter((uid) => seesType(ability, uid) && readsEveryEntry(ability, uid));
  const readable: Documents = new Map(types.map((uid) => [uid, 'all']));
  const user = partnerUser(strapi);
  if (user) readable.set(WORKSHOP, await workshopsOf(strapi, await partnerOf(strapi, user.id)));
  return readable;
}

/** Which rows, of those that name a document, are of what somebody may read. */
export const whereReadable = async (strapi: Core.Strapi, ability: Ability): Promise<Entry> =>
  whereNamed(await readableDocuments(strapi, ability));

/** Which rows name one of these documents, as a database filter. */
export function whereNamed(named: Documents): Entry {
  const all = [...named];
  return {
    $or: [
      { uid: { $in: all.flatMap(([uid, documents]) => (documents === 'all' ? [uid] : [])) } },
      ...all.flatMap(([uid, documents]) =>
        documents === 'all' ? [] : [{ uid, document: { $in: documents } }],
      ),
    ],
  };
}

/** documentIds of a partner's workshops, those that were deleted among them. */
async function workshopsOf(strapi: Core.Strapi, partner: string | null): Promise<string[]> {
  if (!partner) return [];
  const own: { documentId: string }[] = await rows(strapi, WORKSHOP).findMany({
    where: { partner: { documentId: partner }, publishedAt: null },
    select: ['documentId'],
  });
  const deleted = await deletedWith(strapi, WORKSHOP, 'partner', partner);
  return [...own.map(({ documentId }) => documentId), ...deleted];
}
