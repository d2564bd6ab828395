import type { Action } from '@deep-dive/shared-types';

const SAFE_PROTOCOLS = new Set(['http:', 'https:', 'mailto:', 'tel:']);
/** Stands for this site while an address is taken apart; nobody can have it. */
const HERE = 'https://site.invalid';

/** An address someone typed, when a link may lead there: the web, this site, an e-mail or a telephone. Otherwise null. */
export function safeHref(address: string | null | undefined): string | null {
  const href = address?.trim();
  if (!href) return null;
  const url = parse(href);
  return url && SAFE_PROTOCOLS.has(url.protocol) ? href : null;
}

/** Whether an address leads away from this site. */
export function isExternal(href: string): boolean {
  const url = parse(href);
  if (!url?.protocol.startsWith('http')) return false;
  return url.origin !== HERE;
}

/** Where a call to action leads: its page, else its address, else its file. Null when nobody has chosen. */
export function actionHref({ page, url, file }: Pick<Action, 'page' | 'url' | 'file'>): string | null {
  if (page) return `/${page.slug}`;
  return safeHref(url) ?? safeHref(file?.url);
}

/** A telephone number as a link dials it; null for words without one ("ask at school"). */
export function telephoneHref(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, '');
  return /\d{3}/.test(digits) ? `tel:${digits}` : null;
}

function parse(href: string): URL | null {
  try {
    return new URL(href, HERE);
  } catch {
    return null;
  }
}
