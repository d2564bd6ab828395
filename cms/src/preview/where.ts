import type { Core } from '@strapi/strapi';
import { placesOf, quoting } from '../rules/uses';
import { withPage } from '../rules/visibility';
import { asList, type Entry, type Section } from '../schema/model';
import { populateFor } from '../schema/populate';
import { FIGURE, PAGE, PARTNER, PRICING, SCHOLARSHIP, SITE, WORKSHOP } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { seenRows } from '../strapi/seen';
import type { DocumentName } from '../versions/store';

/** The section in which each of these types is seen. */
const SEEN_IN: Record<string, string> = {
  [PRICING]: 'sections.cost',
  [SCHOLARSHIP]: 'sections.scholarships',
};

/** Where on the site a document is seen ("/deep-dive"), as it is read now; null when it isn't. */
export async function pathOf(strapi: Core.Strapi, { uid, documentId }: DocumentName): Promise<string | null> {
  if (uid === SITE) return '/';
  if (uid === WORKSHOP) {
    const workshop = await row(strapi, uid, { documentId, ...withPage, ...seenRows(uid) });
    return workshop && `/workshops/${workshop.slug}`;
  }
  if (uid === PARTNER) {
    const partner = await row(strapi, uid, { documentId });
    return partner && `/partners/${partner.slug}`;
  }
  if (uid === PAGE) {
    const page = await row(strapi, uid, { documentId, ...seenRows(uid) });
    return page?.slug ? pageAt(strapi, page) : null;
  }
  const page = await pageWith(strapi, await holding(strapi, { uid, documentId }));
  return page ? pageAt(strapi, page) : '/';
}

const row = (strapi: Core.Strapi, uid: string, where: Entry): Promise<Entry | null> =>
  rows(strapi, uid).findOne({ where });

async function homePage(strapi: Core.Strapi): Promise<string | null> {
  const site: { homePage: { documentId: string } | null } | null = await rows(strapi, SITE).findOne({
    where: seenRows(SITE),
    populate: { homePage: true },
  });
  return site?.homePage?.documentId ?? null;
}

async function pageAt(strapi: Core.Strapi, { documentId, slug }: Entry): Promise<string> {
  return documentId === (await homePage(strapi)) ? '/' : `/${slug}`;
}

/** Whether a page shows a document. */
async function holding(
  strapi: Core.Strapi,
  { uid, documentId }: DocumentName,
): Promise<(page: Entry) => boolean> {
  if (uid !== FIGURE)
    return ({ sections }) =>
      (asList(sections) as Section[]).some(({ __component }) => __component === SEEN_IN[uid]);
  const figure = await row(strapi, uid, { documentId, ...seenRows(uid) });
  const wanted = quoting(String(figure?.key ?? ''));
  return (page) => placesOf(PAGE, page, wanted, modelsOf(strapi)).length > 0;
}

/** The page that shows something: the home page, if it does, else the first. */
async function pageWith(strapi: Core.Strapi, shows: (page: Entry) => boolean): Promise<Entry | null> {
  const pages: Entry[] = await rows(strapi, PAGE).findMany({
    where: seenRows(PAGE),
    populate: populateFor(PAGE, modelsOf(strapi)),
    orderBy: [{ id: 'asc' }],
  });
  const showing = pages.filter(({ slug }) => slug).filter(shows);
  const home = await homePage(strapi);
  return showing.find(({ documentId }) => documentId === home) ?? showing[0] ?? null;
}
