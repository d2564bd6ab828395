import type { Core } from '@strapi/strapi';
import { unfitProblems } from '../rules/fit';
import { HAS_BLANKS, toFill } from '../rules/to-fill';
import type { Entry } from '../schema/model';
import { populateFor } from '../schema/populate';
import { type PAGE, WORKSHOP } from '../schema/uids';
import { refuseWithTheRest, remark } from '../strapi/at-once';
import { modelsOf, type Rule, rows } from '../strapi/documents';
import { surroundings } from './surroundings';

/** Strapi can save and publish in one action, and then publishes unseen by other rules: the two are taken apart. */
export function separatePublishRule(strapi: Core.Strapi): Rule {
  return async (action, next) => {
    const { uid, params } = action;
    const saves = action.action === 'create' || action.action === 'update';
    const hasDrafts = strapi.contentTypes[uid as keyof typeof strapi.contentTypes]?.options?.draftAndPublish;
    if (!saves || !hasDrafts || params.status !== 'published') return next();
    return strapi.db.transaction(async () => {
      action.params = { ...params, status: 'draft' };
      const saved = (await next()) as { documentId: string } | null;
      if (!saved) return saved;
      const documents = strapi.documents(uid as typeof PAGE);
      const { data: _, filters: __, status: ___, ...selection } = params;
      const { entries } = await documents.publish({ ...selection, documentId: saved.documentId });
      return entries[0];
    });
  };
}

/** Refuses to publish what isn't fit for visitors, naming the section and the field. */
export function publishRule(strapi: Core.Strapi): Rule {
  const getModel = modelsOf(strapi);
  return async (action, next) => {
    if (action.action !== 'publish') return next();
    const { uid, params } = action;
    const draft: Entry | null = await rows(strapi, uid).findOne({
      where: { documentId: params.documentId ?? '', publishedAt: null },
      populate: populateFor(uid, getModel),
    });
    if (draft) {
      const around = await surroundings(strapi);
      if (uid === WORKSHOP) draft.wasPublished ||= await isPublished(strapi, draft);
      const unfit = unfitProblems(uid, draft, around, new Date(), getModel);
      if (HAS_BLANKS.has(uid))
        await remark(async () => ({ remarks: [], toFill: toFill(uid, draft, around, getModel) }));
      refuseWithTheRest(unfit);
    }
    const result = await next();
    if (uid === WORKSHOP && draft) await rememberPublished(strapi, [String(draft.documentId)]);
    return result;
  };
}

/** Whether visitors can see a workshop now: those published before this was remembered count as well. */
const isPublished = async (strapi: Core.Strapi, { documentId }: Entry): Promise<boolean> =>
  (await rows(strapi, WORKSHOP).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0;

/** Notes that workshops were published once. Past Strapi's subscribers: the time of the last change says whether a draft has changes that aren't published. */
export async function rememberPublished(strapi: Core.Strapi, documentIds: string[]): Promise<void> {
  await strapi.db
    .queryBuilder(WORKSHOP)
    .where({ documentId: { $in: documentIds } })
    .update({ wasPublished: true })
    .execute();
}
