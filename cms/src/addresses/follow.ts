import type { Core } from '@strapi/strapi';
import { isMadeOf, MADE_OF_TITLE, slugOfText } from '../rules/slugs';
import type { Entry } from '../schema/model';
import { PAGE } from '../schema/uids';
import { type Action, type Rule, rows } from '../strapi/documents';
import { freeSlug, slugLength } from './free';
import { isKnown } from './old-addresses';

/**
 * Makes the address of what is new from its title, and lets it follow the title until somebody edits the address, or
 * visitors know it. Workshops have a rule of their own.
 */
export function followTitleRule(strapi: Core.Strapi): Rule {
  return async (action, next) => {
    const named = MADE_OF_TITLE[action.uid];
    if (!named || !['create', 'update', 'clone'].includes(action.action)) return next();
    const wanted = await wantedSlug(strapi, action, named);
    if (wanted) {
      const itself = action.action === 'update' ? action.params.documentId : undefined;
      const slug = await freeSlug(strapi, action.uid, wanted, itself);
      action.params = { ...action.params, data: { ...action.params.data, slug } };
    }
    return next();
  };
}

/** The address to save, but for a number behind it; null when what was asked for stays as it is. */
async function wantedSlug(
  strapi: Core.Strapi,
  action: Action,
  named: (typeof MADE_OF_TITLE)[string],
): Promise<string | null> {
  const { uid, params } = action;
  const length = slugLength(strapi, uid);
  const stored = action.action === 'create' ? null : await draftOf(strapi, uid, params.documentId);
  if (action.action !== 'create' && !stored) return null;
  const given = textOf(params.data?.slug);
  const before = textOf(stored?.slug);
  const titleBefore = textOf(stored?.[named.title]);
  const title = textOf(params.data?.[named.title]) || titleBefore;
  const made = title && (slugOfText(title, length) || named.unnamed);

  if (action.action === 'clone') return given || before || made || null;
  if (!made) return null;
  if (action.action === 'create') return !given || given === made ? made : null;
  const isUntouched = !given || given === before || given === made;
  const follows = !before || (title !== titleBefore && isMadeOf(before, titleBefore, length));
  if (!isUntouched || !follows || (await isKnown(strapi, uid, params.documentId ?? ''))) return null;
  return made;
}

function draftOf(strapi: Core.Strapi, uid: string, documentId: string | undefined): Promise<Entry | null> {
  const where = { documentId: documentId ?? '', ...(uid === PAGE ? { publishedAt: null } : {}) };
  return rows(strapi, uid).findOne({ where });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
