/** PUT /versions/:uid/:documentId/open of the admin's API: who else has the form of a document open. */
export interface Others {
  /** Of other accounts, once each. */
  names: string[];
  /** Whether the one who asks has it open in another window. */
  own: boolean;
}

/** How often a window says that it has a form open, in milliseconds. */
export const SAY_EVERY = 15_000;
/** How long a window counts as having a form open after it last said so, in milliseconds: twice missed is gone. */
export const OPEN_FOR = 40_000;

/** Who else has a form open, for the one who looks at it; null when nobody has. */
export function othersInWords({ names, own }: Others): string | null {
  if (names.length > 0)
    return `${new Intl.ListFormat('en-US').format(names)} ${names.length > 1 ? 'have' : 'has'} this open, too. What you both change is put together when you save.`;
  return own ? 'You have this open in another window, too.' : null;
}
