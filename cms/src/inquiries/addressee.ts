import {
  type FieldProblem,
  type Inquiry,
  type InquiryAddressee,
  lostPlaceAdvice,
  lostPlaceWords,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { movedTo } from '../addresses';
import { siteContact } from '../email';
import { findNear } from '../places';
import { partnersServing } from '../rules/territory';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { type SearchedIndex, type SearchedPartner, searched } from '../search';
import { workshopAt } from '../search/workshop-at';
import { rows } from '../strapi/documents';
import type { StoredInquiry } from './store';

/** What tells whom an inquiry goes to. */
export type Addressed = Pick<Inquiry, 'workshop' | 'partner' | 'zip'>;

/** Whom it goes to, and what it is about. */
export interface Addressee {
  partner: SearchedPartner | null;
  /** documentId. */
  workshop: string | null;
  /** What is named and isn't there. */
  problems: FieldProblem[];
}

/**
 * Whom an inquiry goes to: whose workshop it is about, else the partner it names, else the one who serves its ZIP code, else
 * nobody in particular.
 */
export async function addresseeOf(
  strapi: Core.Strapi,
  { workshop: slug, partner: named, zip }: Addressed,
): Promise<Addressee> {
  const index = await searched(strapi);
  const problems: FieldProblem[] = [];
  const workshop = slug === null ? null : await workshopAt(strapi, index, slug, new Date());
  if (slug !== null && !workshop)
    problems.push({
      field: 'workshop',
      message: 'This workshop is no longer on the site. You can still ask about another one.',
    });
  const near = zip === null ? null : findNear(zip);
  if (near && near.status !== 'found')
    problems.push({ field: 'zip', message: `${lostPlaceWords(near)}. ${lostPlaceAdvice(near)}` });
  const place = near?.status === 'found' ? near.place : null;
  const partner =
    (workshop && partnerAt(index, workshop.partner)) ??
    (named === null ? null : await namedPartner(strapi, index, named)) ??
    (place && onlyOne(partnersServing(place, index.partners)));
  return { partner, workshop: workshop?.own.id ?? null, problems };
}

const partnerAt = ({ partners }: SearchedIndex, slug: string): SearchedPartner | null =>
  partners.find((partner) => partner.slug === slug) ?? null;

/** A partner that is gone is as none: its address may stand on paper. */
async function namedPartner(
  strapi: Core.Strapi,
  index: SearchedIndex,
  slug: string,
): Promise<SearchedPartner | null> {
  const known = partnerAt(index, slug);
  if (known) return known;
  const moved = await movedTo(strapi, PARTNER, slug);
  return moved === null ? null : partnerAt(index, moved);
}

const onlyOne = <Item>(items: Item[]): Item | null => (items.length === 1 ? (items[0] ?? null) : null);

/** A partner by its documentId, as it is now; null when it is gone. */
export const partnerWith = async (
  strapi: Core.Strapi,
  documentId: string | null,
): Promise<SearchedPartner | null> =>
  (await searched(strapi)).partners.find((partner) => partner.documentId === documentId) ?? null;

/** Whom it goes to, as its sender is told. */
export async function toAddressee(
  strapi: Core.Strapi,
  partner: Pick<SearchedPartner, 'name'> | null,
): Promise<InquiryAddressee> {
  if (partner) return { kind: 'partner', name: partner.name };
  const { national, name } = await siteContact(strapi);
  return { kind: 'national', name: national?.name ?? name };
}

/** The workshop that an inquiry is about: the private one that its sender may join, else the one it named. */
export const workshopOf = (strapi: Core.Strapi, { joins, workshop }: StoredInquiry) =>
  workshopNamed(strapi, joins ?? workshop);

/** A workshop as mails and screens speak of it; null when it is gone. Its path is null while visitors can't see it. */
export async function workshopNamed(
  strapi: Core.Strapi,
  documentId: string | null,
): Promise<{ title: string; path: string | null } | null> {
  if (documentId === null) return null;
  const found: { title: string; slug: string; publishedAt: string | null; visibility: string }[] = await rows(
    strapi,
    WORKSHOP,
  ).findMany({ where: { documentId }, select: ['title', 'slug', 'publishedAt', 'visibility'] });
  const seen = found.find(({ publishedAt, visibility }) => publishedAt !== null && visibility !== 'hidden');
  const known = seen ?? found[0];
  return known ? { title: known.title, path: seen ? `/workshops/${seen.slug}` : null } : null;
}
