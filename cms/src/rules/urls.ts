import { onePagerSlug, PAGE_PARTS, parseUrl } from '@deep-dive/shared-types';

/** First words of addresses that belong to the site or the CMS itself. */
const RESERVED_SLUGS = new Set([
  'admin',
  'alerts',
  'api',
  'assets',
  'contact',
  'embed',
  'healthz',
  'inquiries',
  'partners',
  'quote',
  'readyz',
  'uploads',
  'workshops',
]);

/** Characters of a domain's name: RFC 1035, section 2.3.4. */
const LONGEST_HOST = 253;

/** A web address (http or https) that any browser can open, with nothing it would read another way. */
export function isWebAddress(url: string): boolean {
  const hostname = /^https?:\/\/[^\s\\]+$/i.test(url) ? parseUrl(url)?.hostname : undefined;
  if (hostname === undefined || hostname.length > LONGEST_HOST) return false;
  return /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d-]*[a-z][a-z\d-]*$|^\d+(?:\.\d+){3}$/.test(hostname);
}

const MAIL = /^mailto:[^\s@\\,;]+@[^\s@\\?]+\.[^\s@\\.?]+(?:\?[^\s\\]*)?$/i;
/** Digits as people set them apart: "tel:+1 (303) 555-0100", with an extension or without. */
const TELEPHONE = /^tel:\+?[\d ().-]+(?:;ext=\d+)?$/i;
const FEWEST_DIGITS = 7;

const isTelephoneLink = (url: string): boolean =>
  TELEPHONE.test(url) && url.replace(/;.*|\D/g, '').length >= FEWEST_DIGITS;

/** Whether a browser would run an address instead of going there, however it is written. */
export const runsCode = (url: string): boolean =>
  /^(?:javascript|vbscript|data):/i.test(url.replace(/[\s\p{Cc}\p{Default_Ignorable_Code_Point}]/gu, ''));

/** The country's 1 or none, an area code, and seven more: digits, or letters as on the keys of a telephone. */
const DIALLED = /^\+?1?[^\da-z]*(?:\d[^\da-z]*){3}(?:[\da-z][^\da-z]*){7}$/i;
const EXTENSION = /[\s,;]*(?:ext(?:ension)?\.?|x|#)[\s:]*\d{1,6}$/i;
/** Characters of a telephone number, its extension among them: no one's is nearly as long. */
const LONGEST_NUMBER = 100;

/** Whether a telephone number of the United States can be dialled as it is written. */
export const canBeDialled = (number: string): boolean =>
  number.length <= LONGEST_NUMBER && DIALLED.test(number.trim().replace(EXTENSION, ''));

/** An address a visitor can be sent to: on the web, on this site, on this page, or an e-mail or telephone link. */
export function isSafeUrl(url: string): boolean {
  return isWebAddress(url) || MAIL.test(url) || isTelephoneLink(url) || /^(\/(?![/\\])|#)[^\s\\]*$/.test(url);
}

/** What on this site links can lead to. */
export interface Linkable {
  /** Pages and partners ("/deep-dive", "/partners/code-partners"). */
  paths: ReadonlySet<string>;
  /** Ids of parts of the page the link stands on; null when they can't be told. */
  parts: ReadonlySet<string> | null;
}

/** What stands on this site whatever is published, by path. */
const ALWAYS =
  /^\/(?:alerts|contact|quote|workshops(?:\.(?:ics|rss|geojson))?|workshops\/.+|embed\/.+|uploads\/.+|sitemap\.xml|robots\.txt)?$/;

/**
 * Why an address that a text or a button leads to can't be used, to be read after "leads to"; null when it can.
 * @param inText whether it stands in rich text, whose editor takes no bare part of a page
 */
export function linkProblem(url: string, { paths, parts }: Linkable, inText: boolean): string | null {
  const quoted = `“${url.slice(0, 80)}”`;
  if (!isSafeUrl(url))
    return `${quoted}, which isn’t an address we can link to. Use https://…, mailto:…, tel:…, a place on this site (/workshops) or a part of ${inText ? 'a page (/deep-dive#register)' : 'the page (#register)'}.`;
  const part = url.startsWith('#') ? url.slice(1) : null;
  if (part && parts && !parts.has(part)) {
    const known = [...parts].filter((id) => !PAGE_PARTS.includes(id)).map((id) => `#${id}`);
    const remedy = known.length > 0 ? `It has ${known.slice(0, 12).join(', ')}.` : 'Choose another target.';
    return `${quoted}, and this page has no such part. ${remedy}`;
  }
  if (!url.startsWith('/')) return null;
  const [path = ''] = url.split(/[?#]/);
  const known = path.length > 1 ? path.replace(/\/$/, '') : path;
  const page = onePagerSlug(known);
  return ALWAYS.test(known) || paths.has(page === undefined ? known : `/${page}`)
    ? null
    : `${quoted}, and nothing is published there. Publish that page first, or correct the address.`;
}

/** Whether a page can't have a slug because another part of the site has it. */
export const isReservedSlug = (slug: string): boolean => RESERVED_SLUGS.has(slug);

/** Why a slug can't be used; null when it can. `page` slugs stand at the top of the site, so some are taken. */
export function slugProblem(slug: string, page: boolean): string | null {
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug))
    return `The address “${slug.slice(0, 60)}” won’t do. Use small letters, digits and single hyphens: “deep-dive”.`;
  if (page && isReservedSlug(slug))
    return `The address “${slug}” belongs to another part of the site. Choose another.`;
  return null;
}
