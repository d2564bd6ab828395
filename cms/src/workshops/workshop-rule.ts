import type { Core } from '@strapi/strapi';
import { freeSlug } from '../addresses/free';
import { asCopy, type Copied } from '../rules/copies';
import { type Typed, whereAndWhen } from '../rules/derived';
import { inOrder } from '../rules/schedule';
import { slugOfText } from '../rules/slugs';
import type { TypedFee } from '../rules/terms';
import { saysNothing, type Venue } from '../rules/venue';
import { asList, type Entry } from '../schema/model';
import { WORKSHOP } from '../schema/uids';
import { refuseWithTheRest, remark } from '../strapi/at-once';
import { type Action, type Rule, rows } from '../strapi/documents';
import { remarksOn } from './remarks';

const WRITES = new Set(['create', 'update', 'clone', 'discardDraft']);
const SLUG_LENGTH = 100;

interface StoredWorkshop extends Typed, TypedFee {
  id: number;
  documentId: string;
  title: string | null;
  slug: string | null;
  kind: string;
  visibility: string;
  joinable: boolean | null;
  partner: { documentId: string; name: string } | null;
  venue: (Venue & { id: number }) | null;
}

/**
 * Works out, after every write, what nobody should have to type: place, time zone, instants and address. It reads what was
 * stored, so a change to a single field is enough, and what a caller typed into those fields is overwritten.
 */
export function workshopRule(strapi: Core.Strapi): Rule {
  return async (action, next) => {
    if (action.uid !== WORKSHOP || !WRITES.has(action.action)) return next();
    const { data } = action.params;
    if (action.action === 'clone') action.params = { ...action.params, data: await copied(strapi, action) };
    else if (data) action.params = { ...action.params, data: asSaved(data) };
    return strapi.db.transaction(async () => {
      const result = (await next()) as Entry | null;
      if (!result) return result;
      if (action.action === 'clone')
        await setSessions(strapi, result.documentId, action.params.data?.sessions);
      for (const entry of (result.entries as Entry[] | undefined) ?? [result])
        Object.assign(entry, await derive(strapi, String(entry.documentId)));
      return result;
    });
  };
}

/** Gives a copy its sessions and no other: Strapi merges lists, so that a shorter one keeps the original's end. */
async function setSessions(strapi: Core.Strapi, documentId: unknown, sessions: unknown): Promise<void> {
  const data = { sessions: asList(sessions).map(({ id: _, ...session }) => session) };
  const { update } = strapi.documents(WORKSHOP) as unknown as {
    update(params: { documentId: unknown; data: Entry }): Promise<unknown>;
  };
  await update({ documentId, data });
}

/** What a copy is made with, instead of what it would share with the original. */
async function copied(strapi: Core.Strapi, { params: { documentId, data } }: Action): Promise<Entry> {
  const original: Copied | null = await rows(strapi, WORKSHOP).findOne({
    where: { documentId: documentId ?? '', publishedAt: null },
    select: ['slug', 'placesTaken'],
    populate: { sessions: true },
  });
  const saved = asSaved(data ?? {});
  return original ? asCopy(saved, original) : saved;
}

/** Sessions in order, no fee or offer left over, no venue of which nothing is said; whether visitors saw it before is nobody's to say. */
export function asSaved({ wasPublished: _, ...data }: Entry): Entry {
  return {
    ...data,
    ...(isVenue(data.venue) && saysNothing(data.venue) && { venue: null }),
    ...(Array.isArray(data.sessions) && { sessions: inOrder(data.sessions) }),
    // The form doesn't show an amount that doesn't apply, nor send it: what is stored would contradict in secret.
    ...((data.feeKind === 'free' || data.feeKind === 'ask') &&
      data.feeAmount === undefined && { feeAmount: null }),
    // Nor, of a workshop that isn't private, that others may ask to join it.
    ...((data.visibility === 'public' || data.visibility === 'hidden') &&
      data.joinable === undefined && { joinable: false }),
  };
}

const isVenue = (venue: unknown): venue is Entry => typeof venue === 'object' && venue !== null;

async function derive(strapi: Core.Strapi, documentId: string): Promise<Entry> {
  const draft: StoredWorkshop | null = await rows(strapi, WORKSHOP).findOne({
    where: { documentId, publishedAt: null },
    populate: { sessions: true, venue: true, partner: { select: ['documentId', 'name'] } },
  });
  if (!draft) return {};
  const located = whereAndWhen(draft);
  const { kept, venue, problems } = located;
  refuseWithTheRest(problems);
  await remark(() => remarksOn(strapi, draft, located));

  const wanted = draft.slug || madeSlug(draft, venue);
  const derived = {
    ...kept,
    slug: await freeSlug(strapi, WORKSHOP, wanted, documentId, { mayBeOld: Boolean(draft.slug) }),
  };
  if (venue && draft.venue)
    await rows(strapi, 'elements.venue').update({ where: { id: draft.venue.id }, data: venue });
  await rows(strapi, WORKSHOP).update({ where: { id: draft.id }, data: derived });
  return derived;
}

/** What the address of a workshop is made of that has none yet: "cs-fundamentals-deep-dive-spokane-2027-03-06". */
export function madeSlug(
  { title, format, sessions }: Pick<StoredWorkshop, 'title' | 'format' | 'sessions'>,
  venue: { city: string } | null,
): string {
  const city = venue?.city ?? (format === 'virtual' ? 'virtual' : null);
  return slugFrom([title, city, sessions[0]?.date]);
}

/** "CS Fundamentals: Deep Dive", "Spokane", "2027-03-06" → "cs-fundamentals-deep-dive-spokane-2027-03-06"; said once is enough. */
export function slugFrom(parts: (string | null | undefined)[]): string {
  const slugs = parts.map((part) => slugOfText(part ?? '', SLUG_LENGTH - 40));
  const said = slugs.filter(
    (slug, index) => slug && !slugs.slice(0, index).some((each) => each.includes(slug)),
  );
  return said.join('-').slice(0, SLUG_LENGTH).replace(/-+/g, '-').replace(/-$/, '') || 'workshop';
}
