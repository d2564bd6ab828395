import {
  type Action,
  type InquiryPurpose,
  parseUrl,
  type WorkshopKind,
  type WorkshopSearch,
} from '@deep-dive/shared-types';

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

/** Where a browser tells what it did that is counted. */
export const COUNTS_PATH = '/counts/told';

/** The page with the form that reaches a Regional Partner, or the organisation's own people. */
export const CONTACT_PATH = '/contact';
/** What is below it tells whoever has the link how their message fares. */
export const INQUIRIES_PATH = '/inquiries';

/** What is known of a message before it is written. */
export interface ContactAbout {
  purpose?: InquiryPurpose;
  /** By slug. */
  workshop?: string;
  /** By slug; a workshop has its own. */
  partner?: string;
  /** Where the visitor is, as they typed it. */
  near?: string;
  people?: number;
}

/** Where to write, with what is known. */
export const contactHref = (about: ContactAbout): string => hrefWith(CONTACT_PATH, about);

/**
 * The page with the form of who wants to be told of workshops. What is below it shows whoever has the link what they asked
 * to be told.
 */
export const ALERTS_PATH = '/alerts';

/** What is known of an alert before it is asked for. */
export interface AlertAbout {
  /** A ZIP code or a town. */
  near?: string | null;
  /** Miles. */
  radius?: WorkshopSearch['radius'];
  kind?: WorkshopKind;
}

/** Where to ask to be told of workshops, with what is known. */
export const alertHref = (about: AlertAbout): string => hrefWith(ALERTS_PATH, about);

function hrefWith(path: string, about: ContactAbout | AlertAbout): string {
  const known = Object.entries(about).flatMap(([name, value]) => (value ? [[name, String(value)]] : []));
  return known.length > 0 ? `${path}?${new URLSearchParams(known)}` : path;
}

const parse = (href: string): URL | null => parseUrl(href, HERE);
