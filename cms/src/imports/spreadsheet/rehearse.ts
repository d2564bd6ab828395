import type { GroupPrice } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { whenQuiet } from '../../jobs';
import { surroundings } from '../../publishing/surroundings';
import type { Known } from '../../rules/spreadsheet/identity';
import { planOf, type Step, type Surroundings } from '../../rules/spreadsheet/plan';
import type { SheetWorkshop } from '../../rules/spreadsheet/sheet';
import type { PartnerTerritory } from '../../rules/territory';
import { type Content, contentOf } from '../../rules/versions/content';
import { asList, type Entry } from '../../schema/model';
import { PARTNER, PRICING, WORKSHOP } from '../../schema/uids';
import { modelsOf, rows } from '../../strapi/documents';
import { ownIdsOf } from './journal';

/** For how long it is worked out before others have their turn, in milliseconds. */
const WORKED_AT_ONCE = 15;

/** Works out what importing a sheet for a partner (documentId) comes to. Nothing is stored. */
export async function rehearseImport(
  strapi: Core.Strapi,
  partner: string,
  workshops: SheetWorkshop[],
  publish: boolean,
): Promise<Step[]> {
  const around = await surroundingsOf(strapi, partner, publish);
  const steps: Step[] = [];
  let until = performance.now() + WORKED_AT_ONCE;
  for (const [index, step] of planOf(workshops, around)) {
    steps[index] = step;
    if (performance.now() < until) continue;
    await whenQuiet();
    until = performance.now() + WORKED_AT_ONCE;
  }
  return steps;
}

interface StoredPartner extends PartnerTerritory {
  documentId: string;
  name: string;
  slug: string;
  groupPrices: Partial<GroupPrice>[];
}

async function surroundingsOf(strapi: Core.Strapi, partner: string, publish: boolean): Promise<Surroundings> {
  const partners: StoredPartner[] = await rows(strapi, PARTNER).findMany({
    select: ['documentId', 'name', 'slug'],
    populate: { territory: true, groupPrices: true },
  });
  const own = partners.find(({ documentId }) => documentId === partner);
  if (!own) throw new Error(`There is no partner ${partner}.`);
  const pricing: { pricePerPerson: number } | null = await rows(strapi, PRICING).findOne({
    where: { publishedAt: { $notNull: true } },
  });
  return {
    partner: own,
    partners,
    known: await knownWorkshops(strapi, partner),
    published: await surroundings(strapi),
    value: pricing ? Number(pricing.pricePerPerson) : null,
    publish,
    now: new Date(),
    getModel: modelsOf(strapi),
  };
}

/** Rows read at a time. SQLite passes through all components at each reading, so it should be seldom. */
const BATCH = 10_000;

interface StoredWorkshop extends Entry {
  id: number;
  documentId: string;
  slug: string | null;
  wasPublished: boolean | null;
}

/**
 * The workshops of a partner (documentId), as their drafts have them.
 * @param among only those of these documentIds; all when left out
 */
export async function knownWorkshops(
  strapi: Core.Strapi,
  partner: string,
  among?: string[],
): Promise<Known[]> {
  const own = { partner: { documentId: partner }, ...(among && { documentId: { $in: among } }) };
  const names = await ownIdsOf(strapi, partner);
  const published: { documentId: string }[] = await rows(strapi, WORKSHOP).findMany({
    where: { ...own, publishedAt: { $notNull: true } },
    select: ['documentId'],
  });
  const isPublished = new Set(published.map(({ documentId }) => documentId));
  const known: Known[] = [];
  let batch: StoredWorkshop[];
  let last = 0;
  do {
    batch = await rows(strapi, WORKSHOP).findMany({
      where: { ...own, publishedAt: null, id: { $gt: last } },
      orderBy: [{ id: 'asc' }],
      limit: BATCH,
      populate: { sessions: true, venue: true, partner: { select: ['documentId', 'name'] } },
    });
    for (const workshop of batch)
      known.push({
        documentId: workshop.documentId,
        content: asRead(contentOf(WORKSHOP, workshop, modelsOf(strapi))),
        wasPublished: workshop.wasPublished === true || isPublished.has(workshop.documentId),
        slug: workshop.slug,
        ownId: names.get(workshop.documentId) ?? null,
      });
    last = batch.at(-1)?.id ?? last;
  } while (batch.length === BATCH);
  return known;
}

/** Times as forms and sheets are read: the databases write them each in its own way. */
function asRead(content: Content): Content {
  const sessions = asList(content.sessions).map((session) => ({
    ...session,
    ...(session.startTime !== undefined && { startTime: `${String(session.startTime).slice(0, 5)}:00.000` }),
    ...(session.endTime !== undefined && { endTime: `${String(session.endTime).slice(0, 5)}:00.000` }),
  }));
  return sessions.length > 0 ? { ...content, sessions } : content;
}
