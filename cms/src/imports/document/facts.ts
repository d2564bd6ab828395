import type { Core } from '@strapi/strapi';
import { type Ability, readsEveryEntry, seesType } from '../../ownership/reach';
import type { Facts } from '../../rules/document/document';
import { FIGURE, PAGE, PRICING } from '../../schema/uids';
import { rows } from '../../strapi/documents';

/** What a document can be matched with, as far as somebody may read it: figures, pages and the national price, as last saved. */
export async function factsFor(strapi: Core.Strapi, ability: Ability): Promise<Facts> {
  const drafts = async <Row>(uid: string, select: string[], orderBy: string): Promise<Row[]> =>
    seesType(ability, uid) && readsEveryEntry(ability, uid)
      ? rows(strapi, uid).findMany({ where: { publishedAt: null }, select, orderBy })
      : [];
  const [figures, pages, [pricing]] = await Promise.all([
    drafts<Facts['figures'][number]>(FIGURE, ['key', 'phrase', 'wordingWithout'], 'key'),
    drafts<Facts['pages'][number]>(PAGE, ['documentId', 'title'], 'title'),
    drafts<{ pricePerPerson: number | string | null; statement: string | null }>(
      PRICING,
      ['pricePerPerson', 'statement'],
      'id',
    ),
  ]);
  return {
    // Of a draft, anything may be missing.
    figures: figures.filter(({ key, phrase }) => key && phrase),
    pages: pages.filter(({ title }) => title),
    pricing:
      pricing?.pricePerPerson && pricing.statement
        ? { pricePerPerson: Number(pricing.pricePerPerson), statement: pricing.statement }
        : null,
  };
}
