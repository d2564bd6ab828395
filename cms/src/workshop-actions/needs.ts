import type { Core } from '@strapi/strapi';
import { countWhere, inquiriesWhere } from '../inquiries/store';
import { partnerOf, partnerUser } from '../ownership/rule';
import { INBOX_PARTS } from '../rules/inbox';
import { type NeedFacts, type Needs, needsOf } from '../rules/needs';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { rows } from '../strapi/documents';

/** The most rows of a kind that are looked through. */
const MOST = 1_000;

interface Row {
  documentId: string;
  title: string | null;
  when: string | null;
  endsAt: string | Date | null;
}

interface Profile {
  documentId: string;
  email: string | null;
  costNote: string | null;
  discounts: unknown[];
  groupPrices: unknown[];
}

/** What waits for somebody who acts for a partner; nothing for all others. */
export async function needsFor(strapi: Core.Strapi): Promise<Needs> {
  const user = partnerUser(strapi);
  const partner = user && (await partnerOf(strapi, user.id));
  const profile: Profile | null =
    partner &&
    (await rows(strapi, PARTNER).findOne({
      where: { documentId: partner },
      populate: { discounts: true, groupPrices: true },
    }));
  if (!profile) return { needs: [] };
  const now = Date.now();
  const { documentId, email, costNote, discounts, groupPrices } = profile;
  const waits = { partner, state: { $in: [...INBOX_PARTS.waiting] } };
  const facts: NeedFacts = {
    waiting: await countWhere(strapi, waits),
    over: await overAndAskedAbout(strapi, waits, now),
    drafts: await draftsOf(strapi, documentId),
    profile: {
      documentId,
      email,
      costNote,
      discounts: discounts.length,
      groupPrices: groupPrices.length,
    },
  };
  return { needs: needsOf(facts, now) };
}

const FIELDS = ['documentId', 'title', 'when', 'endsAt'];

/** Workshops of a partner that visitors don't see. */
async function draftsOf(strapi: Core.Strapi, partner: string): Promise<NeedFacts['drafts']> {
  const own = { partner: { documentId: partner } };
  const drafts: Row[] = await rows(strapi, WORKSHOP).findMany({
    where: { ...own, publishedAt: null },
    select: FIELDS,
    orderBy: [{ id: 'desc' }],
    limit: MOST,
  });
  const published: Pick<Row, 'documentId'>[] = await rows(strapi, WORKSHOP).findMany({
    where: {
      documentId: { $in: drafts.map(({ documentId }) => documentId) },
      publishedAt: { $notNull: true },
    },
    select: ['documentId'],
  });
  const seen = new Set(published.map(({ documentId }) => documentId));
  return drafts
    .filter(({ documentId }) => !seen.has(documentId))
    .map(({ documentId, title, when, endsAt }) => ({
      documentId,
      title: title || 'Untitled',
      when,
      endsAt: endsAt === null ? null : new Date(endsAt).getTime(),
    }));
}

/** Published workshops that are over, with those who asked about one and still wait: the longest of them first. */
async function overAndAskedAbout(
  strapi: Core.Strapi,
  waits: Record<string, unknown>,
  now: number,
): Promise<NeedFacts['over']> {
  const waiting = await inquiriesWhere(
    strapi,
    { ...waits, workshop: { $notNull: true } },
    { limit: MOST, first: 'oldest' },
  );
  const asked = [...new Set(waiting.flatMap(({ workshop }) => workshop ?? []))];
  if (asked.length === 0) return [];
  const over: Row[] = await rows(strapi, WORKSHOP).findMany({
    where: {
      documentId: { $in: asked },
      publishedAt: { $notNull: true },
      endsAt: { $lte: new Date(now).toISOString() },
    },
    select: FIELDS,
    orderBy: [{ endsAt: 'asc' }],
  });
  return over.map(({ documentId, title }) => {
    const about = waiting.filter(({ workshop }) => workshop === documentId);
    return { title: title || 'Untitled', waiting: about.length, inquiry: about[0]?.id ?? 0 };
  });
}
