import type { Change } from './changes';

/** Name of the field in which the admin's form says from which version it began. */
export const REVISION = 'revision';

/** What was done to a document. `found` is how it was when its first version was about to be kept. */
export type Done =
  | 'found'
  | 'created'
  | 'copied'
  | 'saved'
  | 'restored'
  | 'discarded'
  | 'published'
  | 'unpublished'
  | 'deleted'
  | 'brought-back';

/** One change of a document, as its history tells it. */
export interface HistoryEntry {
  /** Counted from 1 for each document. */
  number: number;
  action: Done;
  /** Of a version that was restored, or published later than made: the number of that version. */
  restored: number | null;
  /** Milliseconds since the epoch. */
  at: number;
  /** What who did it was called then; empty when the program did. */
  name: string;
  /** “admin”, or the program that did it: “seed”. */
  source: string;
}

/** GET /versions/:uid/:documentId of the admin's API: a document's history, the last first. */
export interface History {
  entries: (HistoryEntry & {
    changes: Change[];
    /** Whether it was done in the window of the admin that asks. */
    own: boolean;
  })[];
  /** Whether there are earlier ones. */
  more: boolean;
}

/** GET /versions/:uid/:documentId/compare. */
export interface Comparison {
  changes: Change[];
}

/** POST /versions/:uid/:documentId/restore. */
export interface Restored {
  /** What the version led to or showed that is gone. */
  gone: string[];
}

/** POST /versions/:uid/:documentId/bring-back: what was deleted is there again. */
export interface BroughtBack extends Restored {
  /** Where it is edited, within the admin. */
  link: string;
  /** Whether it is a draft now, which visitors don't see. */
  isDraft: boolean;
}

/** GET /versions/recent, `most` of them: what changed last, of what one may read. */
export type Recent = (HistoryEntry & {
  /** “Deep Dive” (Page) */
  title: string;
  /** Where it is edited, within the admin; null when it was deleted. */
  link: string | null;
  /** Route of the admin's API that brings it back; null unless it was deleted and one may. */
  bringBack: string | null;
})[];

/** What somebody else changed after a form was opened. */
export interface Meanwhile {
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
  changes: Change[];
}

const DONE: Record<Done, string> = {
  found: 'As it was before versions were kept',
  created: 'Created',
  copied: 'Made as a copy',
  saved: 'Saved',
  restored: 'Restored',
  discarded: 'Changes discarded',
  published: 'Published',
  unpublished: 'Unpublished',
  deleted: 'Deleted',
  'brought-back': 'Brought back',
};

/** What was done, for the one who reads the history. */
export const doneInWords = ({ action, restored }: Pick<HistoryEntry, 'action' | 'restored'>): string =>
  restored === null ? DONE[action] : `Version ${restored} ${DONE[action].toLowerCase()}`;

/** Programs that write, for the one who reads the history. */
const PROGRAMS: Record<string, string> = {
  admin: '',
  // Who did it says so: “Maya Lee’s token “Calendar””.
  api: '',
  found: '',
  import: 'from a spreadsheet',
  program: 'by the program',
  schedule: 'as scheduled',
  seed: 'when the site was set up',
};

/** Who did it, for the one who reads the history. */
export const writerInWords = ({ name, source }: Pick<HistoryEntry, 'name' | 'source'>): string =>
  [name, PROGRAMS[source] ?? `by ${source}`].filter(Boolean).join(', ');

/** What of others' changes is told in one message. */
const MOST_TOLD = 6;
const MINUTE = 60_000;

/** Who changed what, and when, in one message. */
export function meanwhileInWords(meanwhile: Meanwhile[], now: number): string {
  const names = [...new Set(meanwhile.map(({ name }) => name))].join(' and ');
  const minutes = Math.floor((now - Math.max(...meanwhile.map(({ at }) => at))) / MINUTE);
  const when = minutes < 1 ? 'just now' : minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`;
  const words = meanwhile.flatMap(({ changes }) => changes.map((change) => change.words));
  const told = words.slice(0, MOST_TOLD).join('; ');
  const more = words.length > MOST_TOLD ? `; and ${words.length - MOST_TOLD} more` : '';
  return `${names} changed this after you opened it, ${when}${told ? `: ${told}${more}` : ''}.`;
}
