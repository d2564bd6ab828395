import { AsyncLocalStorage } from 'node:async_hooks';
import type { Entry } from '../schema/model';

/** What a preview shows in place of what visitors see. */
export interface Look {
  /** The same for looks that see the same, and for no others. */
  key: string;
  /** The moment it is shown as of, in milliseconds since the epoch. */
  at: number;
  /** By type (uid), the drafts that are shown: every one, or those of some documents. */
  drafts: ReadonlyMap<string, 'all' | string[]>;
}

const looking = new AsyncLocalStorage<Look>();

/** Does some work, whose reads then see what a preview shows. Only the preview's own routes may call it. */
export const lookingAt = <Result>(look: Look, work: () => Promise<Result>): Promise<Result> =>
  looking.run(look, work);

/** The key of the preview that is read for; undefined when it is for visitors. */
export const previewKey = (): string | undefined => looking.getStore()?.key;

/** The moment as of which is read: now, but in a preview. */
export const seenAt = (): Date => {
  const look = looking.getStore();
  return look ? new Date(look.at) : new Date();
};

/** Which rows of a type with drafts are seen, as a database filter: the published ones, but in a preview. */
export function seenRows(uid: string): Entry {
  const published = { publishedAt: { $notNull: true } };
  const drafts = looking.getStore()?.drafts.get(uid);
  if (drafts === undefined) return published;
  if (drafts === 'all') return { publishedAt: null };
  return {
    $or: [
      { ...published, documentId: { $notIn: drafts } },
      { publishedAt: null, documentId: { $in: drafts } },
    ],
  };
}
