/** Below /imports/spreadsheet of the admin's API. */

/**
 * How an import stands: drafts are written, then published; all of it is done. Or a rule refused in the middle, and it is turned
 * back until nothing of it is left. Later somebody may undo it.
 */
export type ImportState =
  | 'writing'
  | 'publishing'
  | 'done'
  | 'turning-back'
  | 'refused'
  | 'undoing'
  | 'undone';

/** An import as its partner's people are told of it. */
export interface ImportEntry {
  id: number;
  /** The file's name. */
  name: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** What who asked for it was called then. */
  who: string;
  state: ImportState;
  /** Whether the workshops were to be published. */
  publish: boolean;
  /** Steps that are done of those that there are. */
  done: number;
  total: number;
  /** Why it was refused; null when it wasn't. */
  reason: string | null;
  /** Until when it may be undone, in milliseconds since the epoch; null when it may not. */
  mayUndoUntil: number | null;
  /** What of it was kept when it was undone, and why. */
  kept: Kept[];
}

/** A workshop that stays as it is though its import is undone. */
export interface Kept {
  documentId: string;
  title: string;
  why: string;
}

/** POST /:id/undo: what is taken back, and what stays. It goes on when this is answered. */
export interface Undone {
  undone: { documentId: string; title: string }[];
  kept: Kept[];
}
