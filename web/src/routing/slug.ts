/**
 * Whether text can be the slug of anything: the characters Strapi's `uid` fields allow, and no longer than the CMS keeps
 * them. Asking the CMS for anything else is pointless.
 */
export function isSlug(text: string): boolean {
  return /^[\w.~-]{1,120}$/.test(text) && !/^\.+$/.test(text);
}
