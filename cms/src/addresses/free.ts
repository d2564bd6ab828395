import type { Core } from '@strapi/strapi';
import { firstFree } from '../rules/slugs';
import { isReservedSlug } from '../rules/urls';
import { PAGE } from '../schema/uids';
import { modelsOf, rows } from '../strapi/documents';
import { OLD_ADDRESS } from './old-addresses';

/** Digits that may come behind an address, and their hyphen. */
const ENDING = 6;

/** How long an address of a type may be. */
export const slugLength = (strapi: Core.Strapi, uid: string): number =>
  modelsOf(strapi)(uid).attributes.slug?.maxLength ?? 80;

/**
 * The address wanted for a document of a type (`documentId` undefined while it is new), or the first with a number behind
 * it that no other has, in a draft or in public, or had before: who comes by an old address is after the other. Only
 * somebody who asks for it takes an old one (`mayBeOld`).
 */
export async function freeSlug(
  strapi: Core.Strapi,
  uid: string,
  wanted: string,
  documentId: string | undefined,
  { mayBeOld = false } = {},
): Promise<string> {
  const length = slugLength(strapi, uid);
  const slug = { $startsWith: wanted.slice(0, length - ENDING) };
  const not = { $ne: documentId ?? '' };
  const found: { slug: string }[][] = await Promise.all([
    rows(strapi, uid).findMany({ where: { slug, documentId: not }, select: ['slug'] }),
    mayBeOld
      ? []
      : rows(strapi, OLD_ADDRESS).findMany({ where: { uid, slug, document: not }, select: ['slug'] }),
  ]);
  const taken = new Set(found.flat().map((row) => row.slug));
  return firstFree(
    wanted,
    length,
    (candidate) => taken.has(candidate) || (uid === PAGE && isReservedSlug(candidate)),
  );
}
