import type { Core } from '@strapi/strapi';
import { firstFree, numberedSlug } from '../rules/slugs';
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

/** With each look further so many times as many numbers are asked for, lest thousands of the same name take thousands of looks. */
const FURTHER = 8;

/**
 * What `freeSlug` finds for new documents of a type that come one after the other, by a few statements for all: none is that of
 * another, in a draft or in public, nor was it another's before.
 */
export async function freeSlugs(strapi: Core.Strapi, uid: string, wanted: string[]): Promise<string[]> {
  const length = slugLength(strapi, uid);
  const known = new Map<string, boolean>();
  for (let further = 1; ; further *= FURTHER) {
    const given = new Set<string>();
    const unknown = new Set<string>();
    for (const each of wanted) {
      let number = 1;
      for (;;) {
        const slug = numberedSlug(each, length, number);
        if (!known.has(slug))
          for (let ahead = 0; ahead < further; ahead++)
            unknown.add(numberedSlug(each, length, number + ahead));
        if (!given.has(slug) && !known.get(slug)) break;
        number++;
      }
      given.add(numberedSlug(each, length, number));
    }
    if (unknown.size === 0) return [...given];
    const taken = await takenOf(strapi, uid, [...unknown]);
    for (const slug of unknown) known.set(slug, taken.has(slug) || (uid === PAGE && isReservedSlug(slug)));
  }
}

/** Addresses that one statement looks for. */
const ASKED_AT_ONCE = 5_000;

/** Those of some addresses that a document of a type has, or had. */
async function takenOf(strapi: Core.Strapi, uid: string, slugs: string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  for (let from = 0; from < slugs.length; from += ASKED_AT_ONCE) {
    const slug = { $in: slugs.slice(from, from + ASKED_AT_ONCE) };
    const found: { slug: string }[][] = [
      await rows(strapi, uid).findMany({ where: { slug }, select: ['slug'] }),
      await rows(strapi, OLD_ADDRESS).findMany({ where: { uid, slug }, select: ['slug'] }),
    ];
    for (const row of found.flat()) taken.add(row.slug);
  }
  return taken;
}
