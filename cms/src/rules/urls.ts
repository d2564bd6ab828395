/** First words of addresses that belong to the site or the CMS itself. */
const RESERVED_SLUGS = new Set([
  'admin',
  'api',
  'assets',
  'embed',
  'healthz',
  'partners',
  'readyz',
  'uploads',
  'workshops',
]);

/** A web address (http or https) with nothing a browser would read another way. */
export function isWebAddress(url: string): boolean {
  if (!/^https?:\/\/[^\s\\]+$/i.test(url)) return false;
  return URL.canParse(url);
}

/** An address a visitor can be sent to: on the web, on this site, on this page, or an e-mail or telephone link. */
export function isSafeUrl(url: string): boolean {
  return isWebAddress(url) || /^(mailto:|tel:)[^\s\\]+$/i.test(url) || /^(\/(?![/\\])|#)[^\s\\]*$/.test(url);
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
