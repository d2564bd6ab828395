import { SHOWN } from '../rules/shown-types';

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
