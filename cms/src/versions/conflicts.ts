import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { AdminRequest } from '../ownership/admin-request';
import { readsField } from '../ownership/reach';
import { changesBetween } from '../rules/versions/changes';
import { VERSIONED } from '../rules/versions/content';
import { type Meanwhile, meanwhileInWords, REVISION, writerInWords } from '../rules/versions/history';
import type { Entry } from '../schema/model';
import { modelsOf } from '../strapi/documents';
import { contentAfter, type DocumentName, heldAt, type Version } from './store';
import { writerNow } from './writer';

/** What a request says it was made from. */
interface Base extends Partial<DocumentName> {
  /** The number of the version whose content the form began with. */
  revision: number;
}

interface Auth {
  authenticate(ctx: AdminRequest, next: () => Promise<unknown>): Promise<unknown>;
}

const INIT = '/content-manager/init';
const ENTRY =
  /^\/content-manager\/(collection-types\/:model\/:id|single-types\/:model)(\/actions\/publish)?$/;

/** Forms keep what is no field of the type out of what they send: so this is one, which is not shown. */
const REVISION_FIELD = { type: 'json', visible: false };

const bases = new WeakMap<object, Base>();

/**
 * Tells the admin's form with each entry from which version it comes, and hears it from the form when that saves or
 * publishes. To be called in `register()`, before the door, which lets nothing through that is no field.
 */
export function tellRevisions(strapi: Core.Strapi): void {
  const auth = strapi.get('auth') as Auth;
  const authenticate = auth.authenticate.bind(auth);
  auth.authenticate = (ctx, next) =>
    authenticate(ctx, async () => {
      if (ctx.state.route.info.type !== 'admin') return next();
      hearRevision(ctx);
      const result = await next();
      if (ctx.routerPath === INIT) addRevisionField(ctx);
      else if (ENTRY.test(ctx.routerPath)) await addRevision(strapi, ctx);
      return result;
    });
}

function hearRevision(ctx: AdminRequest): void {
  const body = ctx.request.body as Entry | undefined;
  if (!ENTRY.test(ctx.routerPath) || !Number.isSafeInteger(body?.[REVISION])) return;
  const { model, id } = ctx.params;
  bases.set(ctx.state, { uid: model, documentId: id, revision: Number(body?.[REVISION]) });
}

async function addRevision(strapi: Core.Strapi, ctx: AdminRequest): Promise<void> {
  const { data } = (ctx.body ?? {}) as { data?: Entry | null };
  const uid = ctx.params.model ?? '';
  if (!VERSIONED.has(uid) || !data?.documentId) return;
  data[REVISION] = (await heldAt(strapi, { uid, documentId: String(data.documentId) }))?.number ?? 0;
}

function addRevisionField(ctx: AdminRequest): void {
  const { data } = (ctx.body ?? {}) as { data?: { contentTypes: { uid: string; attributes: Entry }[] } };
  for (const type of data?.contentTypes ?? [])
    if (VERSIONED.has(type.uid)) type.attributes = { ...type.attributes, [REVISION]: REVISION_FIELD };
}

/**
 * Refuses a change that was made from an older version, saying who changed what since. What was changed in the same window
 * of the admin is no reason: its form hears of its own save a moment later.
 * @throws ValidationError
 */
export async function requireNewest(
  strapi: Core.Strapi,
  document: DocumentName,
  last: Version,
): Promise<void> {
  const state = strapi.requestContext.get()?.state as AdminRequest['state'] | undefined;
  const base = state && bases.get(state);
  if (!base || base.uid !== document.uid || (base.documentId ?? document.documentId) !== document.documentId)
    return;
  // Saving and publishing by one request are two changes, the second made from the first.
  bases.delete(state);
  if (last.number <= base.revision) return;
  const since = await contentAfter(strapi, document, base.revision);
  const { opening } = writerNow(strapi);
  if (since.every((version) => opening !== null && version.opening === opening)) return;

  const ability = state.userAbility;
  let held = (await heldAt(strapi, document, base.revision))?.content ?? {};
  const meanwhile = since.map(({ content, ...version }): Meanwhile => {
    const changes = changesBetween(document.uid, held, content, modelsOf(strapi)).filter(
      ({ field }) => ability && readsField(ability, document.uid, field),
    );
    held = content;
    return { name: writerInWords(version), at: version.at, changes };
  });
  throw new errors.ValidationError(
    `${meanwhileInWords(meanwhile, Date.now())} Nothing was saved: what you wrote is still here, to be put together with that.`,
    { errors: [], meanwhile },
  );
}
