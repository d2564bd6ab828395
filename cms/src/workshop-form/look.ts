import type { WorkshopResult } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { partnerOf, partnerUser } from '../ownership/rule';
import { findZip } from '../places';
import { whereAndWhen } from '../rules/derived';
import { scholarshipState } from '../rules/scholarship';
import { partnerFor } from '../rules/territory';
import { territoryInWords, type WorkshopLook } from '../rules/workshop-form';
import { WORKSHOP } from '../schema/uids';
import { type SearchedIndex, type SearchedPartner, searched } from '../search';
import { rows } from '../strapi/documents';
import { toOwnSummary } from '../wire/workshops';
import type { TypedForm } from './form';

/** Works out what follows from what stands in a workshop's form, for whoever is signed in. */
export async function lookAt(strapi: Core.Strapi, form: TypedForm, now: Date): Promise<WorkshopLook> {
  const index = await searched(strapi);
  const user = partnerUser(strapi);
  const runBy = user ? await partnerOf(strapi, user.id) : await chosenPartner(strapi, form);
  const partner = index.partners.find(({ documentId }) => documentId === runBy) ?? null;
  const found = form.format === 'virtual' ? null : findZip(form.venue?.zip ?? '');
  const located = whereAndWhen({ ...form, venue: form.venue ?? null });
  const owner = found && partnerFor(found.zip, index.partners);
  const where = found && `${found.city}, ${found.state}`;
  return {
    place: found && {
      zip: found.zip,
      city: found.city,
      state: found.state,
      latitude: found.latitude,
      longitude: found.longitude,
      clock: clockOf(located.kept.timeZone ?? found.timeZone, now),
    },
    problems: located.problems.flatMap(({ path, message }) => (path[0] === 'venue' ? [message] : [])),
    territory: where
      ? territoryInWords({ where, partner: partner?.name ?? null, owner: owner?.name ?? null }, user !== null)
      : null,
    card: partner && cardOf(form, located, partner, index, now),
  };
}

/** Whom somebody who works for all partners has chosen: in the form, or else when it was stored. */
async function chosenPartner(
  strapi: Core.Strapi,
  { documentId, partner }: TypedForm,
): Promise<string | null> {
  const chosen = partner?.connect.at(-1);
  if (chosen) return chosen;
  if (!documentId) return null;
  const stored: { partner: { documentId: string } | null } | null = await rows(strapi, WORKSHOP).findOne({
    where: { documentId, publishedAt: null },
    select: ['documentId'],
    populate: { partner: { select: ['documentId'] } },
  });
  const before = stored?.partner?.documentId ?? null;
  return before && partner?.disconnect.includes(before) ? null : before;
}

/** The workshop as a list would show it; null until it says when and where it is. */
function cardOf(
  form: TypedForm,
  { kept, venue, problems }: ReturnType<typeof whereAndWhen>,
  partner: SearchedPartner,
  index: SearchedIndex,
  now: Date,
): WorkshopResult | null {
  const { timeZone, startsAt, endsAt } = kept;
  const wrong = new Set(problems.map(({ path: [list, position] }) => `${list} ${position}`));
  const sessions = form.sessions.filter((_, position) => !wrong.has(`sessions ${position}`));
  const isSomewhere = form.format === 'virtual' || venue !== null;
  if (!timeZone || !startsAt || !endsAt || sessions.length === 0 || !isSomewhere) return null;
  const own = toOwnSummary({
    ...form,
    ...kept,
    id: 0,
    documentId: form.documentId ?? '',
    slug: '',
    title: form.title ?? 'Untitled',
    visibility: 'public',
    joinable: false,
    startsAt,
    endsAt,
    publishedAt: now.toISOString(),
    sessions,
    timeZone,
    venue: venue && { ...venue, name: form.venue?.name ?? null, street: null, directions: null },
    notes: null,
    contactName: null,
    contactEmail: null,
    contactPhone: null,
    partner,
  });
  return {
    ...own,
    price: index.priceOf(own.fee, partner.documentId, now),
    hasScholarship: index.hasScholarship(scholarshipState(own, null), now),
    partner: { name: partner.name, slug: partner.slug },
    distanceMiles: null,
  };
}

/** "Pacific Time", of an IANA name. */
function clockOf(timeZone: string, now: Date): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts(
    now,
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}
