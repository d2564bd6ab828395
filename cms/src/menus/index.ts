import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import type { Ability } from '../ownership/reach';
import { waitToPublish } from '../publishing/turns';
import {
  LONGEST_LABEL,
  MENUS,
  type MenuChange,
  type MenuName,
  menusWith,
  type PageMenus,
  withoutPage,
  withPage,
} from '../rules/menus';
import { asSeen } from '../rules/typed';
import { type Content, dataOf } from '../rules/versions/content';
import type { Entry } from '../schema/model';
import { PAGE, SITE } from '../schema/uids';
import { addAdminRoutes } from '../strapi/admin-routes';
import { refusingAtOnce } from '../strapi/at-once';
import { modelsOf, rows } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import { readerWith, requireReadable } from '../versions/access';
import { presenceOf } from '../versions/history';
import { keepAsOne } from '../versions/rule';
import { type DocumentName, standing, versionsOf, waitForTurn } from '../versions/store';

/** So many versions back a published one is looked for. */
const LOOK_BACK = 200;

/**
 * The routes of the admin's API below /menus: what rules/menus.ts describes, for whoever may read pages and Site. To be called in
 * `register()`.
 */
export function addMenuRoutes(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'menus', {
    'GET /:documentId': async (ctx) => menusOf(strapi, await siteFor(strapi, ctx)),
    'POST /:documentId/:menu': (ctx) =>
      change(strapi, ctx, (content, menu, page) => {
        const [held] = menusWith(content, page.documentId, attributesOf(strapi)).filter(
          ({ name }) => name === menu,
        );
        if (held?.holdsPage) return content;
        if (!page.isLive)
          throw new errors.ValidationError(
            `Visitors don’t see “${page.name}” yet: publish it, then put it in the menu.`,
          );
        if (held?.isFull)
          throw new errors.ValidationError(`“${held.label}” is full: take something out under Site first.`);
        const { documentId, name } = page;
        return withPage(content, menu, { documentId, name }, labelIn(ctx, name));
      }),
    'DELETE /:documentId/:menu': (ctx) =>
      change(strapi, ctx, (content, menu, { documentId }) => withoutPage(content, menu, documentId)),
  });
}

interface MenuPage {
  documentId: string;
  name: string;
  isLive: boolean;
}

interface AskedFor {
  site: DocumentName;
  page: MenuPage;
  mayChange: boolean;
  mayPublish: boolean;
}

const attributesOf = (strapi: Core.Strapi) => modelsOf(strapi)(SITE).attributes;

/**
 * Site and the page that a route's address names, as far as who asks may go.
 * @throws NotFoundError ForbiddenError
 */
async function siteFor(strapi: Core.Strapi, ctx: RequestContext): Promise<AskedFor> {
  const ability = ctx.state.userAbility as Ability;
  const documentId = String(ctx.params.documentId);
  const page = await requireReadable(strapi, { uid: PAGE, documentId }, readerWith(strapi, ability, PAGE));
  const found: Entry | null = await rows(strapi, SITE).findOne({ where: { publishedAt: null } });
  if (!found) throw new errors.NotFoundError('There is no Site yet: make it, with its name and its menus.');
  const site = { uid: SITE, documentId: String(found.documentId) };
  const reader = readerWith(strapi, ability, SITE);
  await requireReadable(strapi, site, reader);
  const isLive =
    (await rows(strapi, PAGE).count({ where: { documentId, publishedAt: { $notNull: true } } })) > 0;
  const mayChange = !reader.checker.cannot.update(found);
  return {
    site,
    page: { documentId, name: String(page.title ?? ''), isLive },
    mayChange,
    mayPublish: mayChange && !reader.checker.cannot.publish(found),
  };
}

async function menusOf(strapi: Core.Strapi, { site, page, mayChange }: AskedFor): Promise<PageMenus> {
  return {
    menus: menusWith((await standing(strapi, site))?.content ?? {}, page.documentId, attributesOf(strapi)),
    hasWaiting: await hasWaiting(strapi, site),
    isLive: page.isLive,
    mayChange,
  };
}

/** Whether an entry was changed since it was published last, or never was. */
async function hasWaiting(strapi: Core.Strapi, document: DocumentName): Promise<boolean> {
  const [last, ...before] = await versionsOf(strapi, document, { most: LOOK_BACK });
  const published = [last, ...before].find((version) => version?.action === 'published');
  return published === undefined || published.hash !== last?.hash;
}

/** Changes a menu as whoever asks would by hand: Site is published with it, unless other changes of it wait for that. */
async function change(
  strapi: Core.Strapi,
  ctx: RequestContext,
  changed: (content: Content, menu: MenuName, page: MenuPage) => Content,
): Promise<MenuChange> {
  const menu = MENUS.find((name) => name === ctx.params.menu);
  if (!menu) throw new errors.NotFoundError('There is no such menu.');
  const asked = await siteFor(strapi, ctx);
  const { site, page, mayChange, mayPublish } = asked;
  if (!mayChange) throw new errors.ForbiddenError('Your account may not change the menus.');
  const isPublished = await refusingAtOnce(strapi, [], () =>
    strapi.db.transaction(async ({ trx }) => {
      await waitToPublish(strapi, SITE, trx);
      await waitForTurn(strapi, site, trx);
      const isPublishing = mayPublish && !(await hasWaiting(strapi, site));
      const content = (await standing(strapi, site))?.content ?? {};
      const wanted = changed(content, menu, page);
      const data = dataOf(SITE, wanted, modelsOf(strapi), await presenceOf(strapi, SITE, wanted));
      const { documentId } = site;
      const save = () =>
        strapi.documents(SITE).update({ documentId, data: { [menu]: data[menu] } as object });
      if (isPublishing)
        await keepAsOne(strapi, site, 'published', async () => {
          await save();
          await strapi.documents(SITE).publish({ documentId });
        });
      else await save();
      return isPublishing;
    }),
  );
  return { ...(await menusOf(strapi, asked)), isPublished };
}

/**
 * The words that were sent for a menu; the page's title when there are none.
 * @throws ValidationError
 */
function labelIn(ctx: RequestContext, title: string): string {
  const { label } = (ctx.request.body ?? {}) as { label?: unknown };
  if (label !== undefined && typeof label !== 'string')
    throw new errors.ValidationError('“label” must be text: the words in the menu.');
  const words = asSeen(label ?? '').trim() || title;
  if (words.length > LONGEST_LABEL)
    throw new errors.ValidationError(
      `The words in the menu must be at most ${LONGEST_LABEL} characters long; these are ${words.length}.`,
    );
  return words;
}
