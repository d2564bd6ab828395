/** Types that the site shows, and whether visitors see a save (or only what is published). */
const SHOWN: Record<string, 'published' | 'saved'> = {
  'api::figure.figure': 'published',
  'api::page.page': 'published',
  'api::pricing.pricing': 'published',
  'api::regional-partner.regional-partner': 'saved',
  'api::scholarship.scholarship': 'published',
  'api::site.site': 'published',
  'api::workshop.workshop': 'published',
};

/** Types that the site shows. */
export const SHOWN_TYPES = Object.keys(SHOWN);

const CHANGING = {
  published: new Set(['publish', 'unpublish', 'delete']),
  saved: new Set(['create', 'update', 'clone', 'delete']),
};

/** The files of the media library themselves, and the types that show them: their addresses name a version. */
export const MEDIA_TAGS = ['media', 'page', 'site', 'regional-partner'];

/** What an action on a document changes for visitors: its type, and the document itself; nothing for a draft. */
export function changedTags(uid: string, action: string, documentId: string | undefined): string[] {
  const shown = SHOWN[uid];
  if (!shown || !CHANGING[shown].has(action)) return [];
  const type = uid.split('.')[1] ?? uid;
  return documentId ? [type, `${type}:${documentId}`] : [type];
}
