import {
  PREVIEW_API_PATH,
  PREVIEW_HEADER,
  type PreviewCard,
  type PreviewName,
  parsePreviewName,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../ownership/reach';
import { addAdminRoutes } from '../strapi/admin-routes';
import { type RequestContext, slugOf } from '../strapi/respond';
import { documentOf, readerOf, readerWith } from '../versions/access';
import { numberIn } from '../versions/routes';
import { dataRouter, publicReads } from '../wire/public-reads';
import { aboutPreview, marksOf, revisionNow } from './about';
import { cardAddress, previewAddress } from './address';
import { previewEnded, requireCard } from './credential';
import { look, type Viewer, viewerOf } from './look';

type Answer = (ctx: RequestContext, viewer: Viewer, name: PreviewName) => Promise<unknown>;

/**
 * Answers what a preview on the site asks: what everybody may ask, as it will be once more is published, and what it is that
 * is shown. Each question brings the preview's credential; no answer is kept. To be called in `register()`.
 */
export function answerPreviews(strapi: Core.Strapi): void {
  const prefix = PREVIEW_API_PATH.slice(strapi.config.get<string>('api.rest.prefix').length);
  const router = dataRouter(strapi, prefix);
  const answerNamed = (
    path: string,
    of: (ctx: RequestContext, name: PreviewName) => Promise<unknown>,
  ): void => {
    router.get(path, async (ctx) => {
      try {
        const name = parsePreviewName(ctx.get(PREVIEW_HEADER));
        if (!name) throw previewEnded();
        await of(ctx as RequestContext, name);
      } finally {
        for (const kept of ['ETag', 'Cache-Tag']) ctx.remove(kept);
        ctx.set('Cache-Control', 'no-store');
      }
    });
  };
  const answer = (path: string, of: Answer): void =>
    answerNamed(path, async (ctx, name) => of(ctx, await viewerOf(strapi, name), name));
  const told =
    (tell: Answer): Answer =>
    async (ctx, viewer, name) => {
      ctx.body = await tell(ctx, viewer, name);
    };
  answer(
    '/about',
    told((_, viewer, name) => aboutPreview(strapi, viewer, name)),
  );
  answer(
    '/revision',
    told(() => revisionNow(strapi)),
  );
  answer(
    '/marks/:slug',
    told((ctx, viewer, name) => marksOf(strapi, viewer, name, slugOf(ctx))),
  );
  answerNamed('/card', async (ctx, { credential }) => {
    requireCard(strapi, credential);
    const card: PreviewCard = { admin: new URL(strapi.config.get<string>('admin.absoluteUrl')).origin };
    ctx.body = card;
  });
  for (const read of publicReads(strapi))
    answer(read.path, (ctx, viewer, name) =>
      look(strapi, viewer, name, async () => read.answer(ctx, async () => undefined)),
    );
  strapi.server.use(router.routes() as Core.MiddlewareHandler);
}

/**
 * Tells those who are signed in to the admin where they can see what they may read. Strapi's own question about a preview is
 * answered alike. To be called in `register()`.
 * @param site where visitors see the site; undefined where the CMS isn't told
 */
export function addPreviewRoutes(strapi: Core.Strapi, site: string | undefined): void {
  addAdminRoutes(strapi, 'preview', {
    'GET /card': () => cardAddress(strapi, site),
    'GET /:uid/:documentId': (ctx) =>
      previewAddress(
        strapi,
        site,
        documentOf(ctx),
        readerOf(strapi, ctx),
        numberIn(ctx.query, 'version') ?? null,
      ),
  });
  const handler = async (
    uid: string,
    { documentId }: { documentId?: string },
  ): Promise<string | undefined> => {
    const ability = strapi.requestContext.get()?.state.userAbility as Ability;
    try {
      const document = { uid, documentId: documentId ?? '' };
      return (await previewAddress(strapi, site, document, readerWith(strapi, ability, uid), null)).url;
    } catch (error) {
      if (error instanceof errors.ApplicationError) return undefined;
      throw error;
    }
  };
  strapi.config.set('admin.preview', { enabled: true, config: { handler } });
}
