import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { filterProblems, holdsNul, inputProblems, without } from '../rules/input';
import { missingProblems } from '../rules/missing';
import { type Problem, withMore } from '../rules/problem';
import { fieldsOf } from '../rules/system-keys';
import type { Entry, Model } from '../schema/model';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { modelsOf } from '../strapi/documents';
import { refuse, refuseNul } from '../strapi/refuse';
import type { AdminRequest } from './admin-request';
import { cutQuery } from './queries';
import { type Ability, READ, readsField, seenComponents, seesType, writesField } from './reach';
import { partnerUser, requireOwnFields, requireOwnProfile, requireOwnWorkshops } from './rule';

const CONTENT = '/content-manager/(?:collection|single)-types/:model';

/** Routes whose body is an entry. */
const SAVES = new RegExp(
  `^(?:POST ${CONTENT}|PUT ${CONTENT}(?:/:id)?|POST ${CONTENT}/(?:auto-)?clone/:sourceId|POST ${CONTENT}(?:/:id)?/actions/publish)$`,
);
const PUBLISHES = /\/actions\/(publish|unpublish|discard|bulkPublish|bulkUnpublish)$/;
const BULK = new RegExp(`^${CONTENT}/actions/bulk`);
const RELATIONS = /^\/content-manager\/relations\/:model\/(?::id\/)?:targetField$/;
const UID_FIELDS = /^\/content-manager\/uid\//;
const CONFIGURATION = /^\/content-manager\/(content-types|components)\/:uid\/configuration$/;
const MEDIA: Record<string, string> = {
  '/upload/files': 'plugin::upload.file',
  '/upload/folders': 'plugin::upload.folder',
};

/** Longest name of a file, so that it fits with what the media library puts before and after it. */
const FILE_NAME = 200;

const routeOf = (ctx: AdminRequest): string => `${ctx.state.route.method} ${ctx.routerPath}`;

/** The content type whose entries a request is about; null when it is about no type there is. */
function modelOf(strapi: Core.Strapi, uid: unknown): Model | null {
  return typeof uid === 'string' && Object.hasOwn(strapi.contentTypes, uid) ? modelsOf(strapi)(uid) : null;
}

const hasDrafts = (strapi: Core.Strapi, uid: string): boolean =>
  strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.options?.draftAndPublish === true;

const isObject = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Refuses what no database could keep or look for, naming the field, before code that takes its shape for granted.
 * @throws ValidationError
 */
export function checkInput(strapi: Core.Strapi, ctx: AdminRequest): void {
  const { body } = ctx.request;
  for (const part of [ctx.params, ctx.query, body]) refuseNul(part);
  checkQuery(ctx.query);
  checkFileNames(ctx.request.files);
  const model = modelOf(strapi, ctx.params.model);
  const asked = RELATIONS.test(ctx.routerPath)
    ? model?.attributes[ctx.params.targetField ?? '']?.target
    : model?.uid;
  const queried = MEDIA[ctx.routerPath] ?? asked;
  if (queried) refuse(filterProblems(queried, ctx.query.filters, modelsOf(strapi), ['filters']));
  if (model && PUBLISHES.test(ctx.routerPath) && !hasDrafts(strapi, model.uid))
    throw new errors.NotFoundError(
      'Entries of this type are public as soon as they are saved: there is nothing to publish.',
    );
  if (BULK.test(ctx.routerPath)) checkDocumentIds((body as Entry | undefined)?.documentIds);
  if (UID_FIELDS.test(ctx.routerPath)) checkUidField(strapi, body);
}

/** Whether a request saves an entry, whose fields are its body. */
export const savesEntry = (strapi: Core.Strapi, ctx: AdminRequest): boolean =>
  modelOf(strapi, ctx.params.model) !== null && SAVES.test(routeOf(ctx));

/**
 * What of an entry that is to be saved no field can hold, and, of a type without drafts, what is missing. What can't be held
 * is taken out of the request, so that the rules can look at the rest.
 * @throws ValidationError for what has not the shape of an entry
 */
export function takeProblems(strapi: Core.Strapi, ctx: AdminRequest): Problem[] {
  const { uid } = modelOf(strapi, ctx.params.model) as Model;
  const body = ctx.request.body ?? {};
  if (!isObject(body)) refuse([{ path: [], message: 'An entry must have fields.' }]);
  const entry = body as Entry;
  const problems = inputProblems(uid, entry, modelsOf(strapi));
  // A list without the item that is wrong would be another list.
  if (problems.some(({ path }) => typeof path.at(-1) === 'number')) refuse(problems);
  const held = without(
    entry,
    problems.map(({ path }) => path),
  );
  ctx.request.body = held;
  if (hasDrafts(strapi, uid)) return problems;
  const isNew = routeOf(ctx).startsWith('POST');
  const missing = missingProblems(uid, held, modelsOf(strapi)).filter(
    ({ path: [field = ''] }) => isNew || field in held,
  );
  // Strapi would stop there: what is stored stands in for what is missing while the rest is looked at.
  for (const { path } of missing) if (path.length === 1) delete held[path[0] ?? ''];
  return withMore(problems, missing);
}

function checkQuery(query: Entry): void {
  for (const name of ['_q', 'page', 'pageSize', 'locale', 'status'])
    if (query[name] !== undefined && query[name] !== null && typeof query[name] !== 'string')
      refuse([{ path: [name], message: `${name} must be one value.` }]);
}

function checkFileNames(files: unknown): void {
  const uploaded = Object.values((files ?? {}) as Record<string, unknown>).flat() as Entry[];
  for (const { originalFilename } of uploaded) {
    const name = String(originalFilename ?? '');
    if (Buffer.byteLength(name) > FILE_NAME || holdsNul(name))
      refuse([
        {
          path: ['files'],
          message: `“${name.slice(0, 40)}…” is too long a name for a file: give it one of at most ${FILE_NAME} letters.`,
        },
      ]);
  }
}

function checkDocumentIds(documentIds: unknown): void {
  if (!Array.isArray(documentIds) || !documentIds.every((id) => typeof id === 'string' && id !== ''))
    refuse([{ path: ['documentIds'], message: 'documentIds must be a list of the ids of entries.' }]);
}

function checkUidField(strapi: Core.Strapi, body: unknown): void {
  const { contentTypeUID, field } = (isObject(body) ? body : {}) as Entry;
  const model = modelOf(strapi, contentTypeUID);
  if (!model) refuse([{ path: ['contentTypeUID'], message: 'contentTypeUID must name a type there is.' }]);
  else if (typeof field !== 'string' || model.attributes[field]?.type !== 'uid')
    refuse([{ path: ['field'], message: 'field must name a field for a web address.' }]);
}

/** Strapi's pickers answer with whole rows, as they are stored, of what the query has them populate; no form asks for that. */
export function dropPopulate(ctx: AdminRequest): void {
  if (!RELATIONS.test(ctx.routerPath)) return;
  delete ctx.query.populate;
  delete ctx.query.fields;
}

/** Leaves of an entry that is to be saved the fields of its type: silently, since forms send more. */
export function dropSystemKeys(strapi: Core.Strapi, ctx: AdminRequest): void {
  const model = modelOf(strapi, ctx.params.model);
  if (model && isObject(ctx.request.body) && SAVES.test(routeOf(ctx)))
    ctx.request.body = fieldsOf(model, ctx.request.body);
}

/**
 * Keeps a request to what its sender may see, where Strapi doesn't: refuses what is not theirs, and takes out of the query
 * what they may not read.
 * @throws ForbiddenError NotFoundError
 */
export async function checkReach(strapi: Core.Strapi, ctx: AdminRequest, ability: Ability): Promise<void> {
  if (CONFIGURATION.test(ctx.routerPath)) requireSeen(strapi, ability, ctx.params.uid ?? '');
  if (UID_FIELDS.test(ctx.routerPath)) {
    const { contentTypeUID, field } = ctx.request.body as { contentTypeUID: string; field: string };
    if (!writesField(ability, contentTypeUID, field)) forbid();
  }
  if (
    ctx.routerPath.startsWith('/content-manager/preview/') &&
    !seesType(ability, ctx.params.contentType ?? '')
  )
    forbid();
  if (RELATIONS.test(ctx.routerPath)) await checkRelation(strapi, ctx, ability);
  else {
    const uid = MEDIA[ctx.routerPath] ?? modelOf(strapi, ctx.params.model)?.uid;
    if (uid) await cutQuery(strapi, ability, uid, ctx.query);
    const { body } = ctx.request;
    if (uid && ctx.routerPath.endsWith('/bulkFindForValidation'))
      await cutQuery(strapi, ability, uid, body as Entry);
  }
  await checkOwn(strapi, ctx);
}

function forbid(): never {
  throw new errors.ForbiddenError('Your role may not do this.');
}

function requireSeen(strapi: Core.Strapi, ability: Ability, uid: string): void {
  if (!seesType(ability, uid) && !seenComponents(strapi, ability).has(uid)) forbid();
}

/** Of what a relation leads to, a picker shows what the role may read of that type anyway. */
async function checkRelation(strapi: Core.Strapi, ctx: AdminRequest, ability: Ability): Promise<void> {
  const { model = '', targetField = '' } = ctx.params;
  const isType = Object.hasOwn(strapi.contentTypes, model);
  const source = isType || Object.hasOwn(strapi.components, model) ? modelsOf(strapi)(model) : null;
  const attribute = source?.attributes[targetField];
  if (!source || attribute?.type !== 'relation' || !attribute.target) return forbid();
  if (isType ? !readsField(ability, model, targetField) : !seenComponents(strapi, ability).has(model))
    forbid();
  const isPicker = !ctx.params.id;
  if (isPicker && !ability.can(READ, attribute.target)) forbid();
  await cutQuery(strapi, ability, attribute.target, ctx.query);
}

/** To a person who acts for a Regional Partner, others' workshops and profiles don't exist, and theirs is not all theirs. */
async function checkOwn(strapi: Core.Strapi, ctx: AdminRequest): Promise<void> {
  const user = partnerUser(strapi);
  const { model, contentType, id, sourceId } = ctx.params;
  const uid = model ?? contentType;
  if (!user || (uid !== WORKSHOP && uid !== PARTNER)) return;
  const body = isObject(ctx.request.body) ? ctx.request.body : {};
  const named = [id, sourceId, ctx.query.id, ctx.query.documentId, ctx.query.documentIds, body.documentIds];
  const documentIds = named.flat().filter((each): each is string => typeof each === 'string');
  if (uid === WORKSHOP) return requireOwnWorkshops(strapi, user.id, documentIds);
  await requireOwnProfile(strapi, user.id, documentIds);
  if (id && savesEntry(strapi, ctx)) await requireOwnFields(strapi, id, body);
}
