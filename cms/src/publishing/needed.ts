import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inWords, quoting, type Use } from '../rules/uses';
import type { Entry } from '../schema/model';
import { FIGURE, PAGE, PRICING, SITE } from '../schema/uids';
import { type Rule, rows } from '../strapi/documents';
import { findUses, usesOf } from './uses';

/** What an entry is to visitors, and why it can't be taken from them; null when it can. */
export interface Need {
  uses: Use[];
  refusal: string | null;
}

const KEPT_LIVE: Record<string, string> = {
  [SITE]:
    'Site can’t be unpublished or deleted: every page shows its name, its menu and its foot. Change what it says and publish it.',
  [PRICING]:
    'Pricing can’t be unpublished or deleted: pages and workshops tell the price. Change what it says and publish it.',
};

/** Where visitors meet an entry, and whether it may be unpublished or deleted all the same. */
export async function needOf(strapi: Core.Strapi, uid: string, documentId: string): Promise<Need> {
  const live: Entry | null = await liveVersion(strapi, uid, documentId);
  if (!live) return { uses: [], refusal: null };
  const uses = await usesOf(strapi, uid, documentId);
  if (KEPT_LIVE[uid]) return { uses, refusal: KEPT_LIVE[uid] };
  if (uid === PAGE && (await isHomePage(strapi, documentId)))
    return {
      uses,
      refusal: `“${String(live.title)}” is the home page: without it, the site’s first address shows nothing. Choose another home page in Site and publish Site, then come back.`,
    };
  if (uid === FIGURE && uses.length > 0)
    return {
      uses,
      refusal: `The figure {{${String(live.key)}}} is quoted where visitors read it, so it stays published. ${inWords(uses)}. Take it out there and publish, then come back. To show no number, empty the figure’s number: its wording without a number is shown then.`,
    };
  return { uses, refusal: null };
}

/** Refuses to take from visitors what the site can't do without, saying where it is used. */
export function neededRule(strapi: Core.Strapi): Rule {
  return async (action, next) => {
    const { uid, params } = action;
    const documentId = params?.documentId ?? '';
    if (action.action === 'unpublish' || action.action === 'delete') {
      const { refusal, uses } = await needOf(strapi, uid, documentId);
      if (refusal) refuse([], refusal, uses);
    }
    if (action.action === 'publish' && uid === FIGURE) await requireSameKey(strapi, documentId);
    return next();
  };
}

/** Refuses to publish a figure by a new name while its old one is quoted. */
async function requireSameKey(strapi: Core.Strapi, documentId: string): Promise<void> {
  const [live, draft]: (Entry | null)[] = [
    await liveVersion(strapi, FIGURE, documentId),
    await rows(strapi, FIGURE).findOne({ where: { documentId, publishedAt: null } }),
  ];
  if (!live || !draft || live.key === draft.key) return;
  const uses = await findUses(strapi, quoting(String(live.key)));
  if (uses.length === 0) return;
  refuse(
    ['key'],
    `Visitors read this figure by its name {{${String(live.key)}}}, so it keeps that name. ${inWords(uses)}. To rename it, make a figure of the new name, quote that one there, publish, and then unpublish this one.`,
    uses,
  );
}

function refuse(path: string[], message: string, uses: Use[]): never {
  throw new errors.ValidationError(message, { errors: [{ path, message, name: 'ValidationError' }], uses });
}

const liveVersion = (strapi: Core.Strapi, uid: string, documentId: string): Promise<Entry | null> =>
  uid === PAGE || uid === FIGURE || KEPT_LIVE[uid]
    ? rows(strapi, uid).findOne({ where: { documentId, publishedAt: { $notNull: true } } })
    : Promise.resolve(null);

async function isHomePage(strapi: Core.Strapi, documentId: string): Promise<boolean> {
  const sites = await rows(strapi, SITE).count({
    where: { publishedAt: { $notNull: true }, homePage: { documentId } },
  });
  return sites > 0;
}
