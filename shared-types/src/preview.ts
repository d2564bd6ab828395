import type { WorkshopResult } from './workshop.js';

/** Where the site shows previews, below which each has an address of its own. */
export const PREVIEW_PATH = '/preview';

/** Where the CMS answers a preview's questions: what it answers below "/api" to everybody, but for what a preview shows. */
export const PREVIEW_API_PATH = '/api/preview';

/** The header in which the site hands a preview's name on to the CMS. */
export const PREVIEW_HEADER = 'x-preview';

/** One preview: whose it is, and what it shows. */
export interface PreviewName {
  /** Signed by the CMS, which alone can read it: who looks, at which document, and until when. */
  credential: string;
  /** Everything that is not published yet, or only what visitors see and will see by what is scheduled. */
  shows: 'drafts' | 'live';
  /** The moment it is shown as of, in milliseconds since the epoch; null is now. */
  at: number | null;
}

/** A JSON Web Token (RFC 7519), and what is shown of it. */
const NAME = /^([\w-]{1,400}\.[\w-]{1,600}\.[\w-]{1,200})(~live)?(?:~(\d{1,14}))?$/;

/** A preview's name as it stands in addresses. */
export const formatPreviewName = ({ credential, shows, at }: PreviewName): string =>
  [credential, ...(shows === 'live' ? ['live'] : []), ...(at === null ? [] : [at])].join('~');

/** The preview that a part of an address names; undefined when it can't name any. */
export function parsePreviewName(text: string): PreviewName | undefined {
  const [, credential, live, at] = NAME.exec(text) ?? [];
  if (credential === undefined) return undefined;
  return { credential, shows: live ? 'live' : 'drafts', at: at === undefined ? null : Number(at) };
}

/** What a preview shows, as the bar above it says. */
export interface PreviewAbout {
  /** “Deep Dive” (Page) */
  title: string;
  /** Where it is shown ("/deep-dive"); null while it can't be. */
  path: string | null;
  /** The address of its form in the CMS's admin. */
  form: string;
  /** The number of the version that is shown in place of the draft; null when it is the draft. */
  version: number | null;
  /** What keeps it from being published, in words. Empty when nothing does, and where that can't be told. */
  problems: string[];
  /** When the preview ends, in milliseconds since the epoch. */
  until: number;
}

/** What changes whenever something is saved that a preview may show. */
export interface PreviewRevision {
  revision: number;
}

/** What an editor can do about the sections of a page that a preview shows. */
export interface PreviewMarks {
  sections: PreviewMark[];
}

export interface PreviewMark {
  /** The section's kind and id: sections of two kinds may have the same. */
  __component: string;
  id: number;
  /** Section 2 (Opening, “Deep Dive”) */
  name: string;
  /** The address of its form in the CMS's admin. */
  form: string;
  /** What of it keeps the page from being published, in words. */
  problems: string[];
}

/** What the frame of a workshop's card is told by the CMS. */
export interface PreviewCard {
  /** The origin of the CMS's admin: it alone may frame the card, and says what it shows. */
  admin: string;
}

/** What the admin tells the frame of a workshop's card to show: nothing is stored, nothing asked for it. */
export interface CardToShow {
  card: WorkshopResult;
}

/** What the frame tells the admin: that it listens, and how tall it is, in CSS pixels. */
export interface CardShown {
  height: number;
}
