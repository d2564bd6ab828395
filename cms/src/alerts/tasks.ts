/** Asks whether someone meant it, at the address that was typed. */
export const CONFIRM = 'alert-confirm';
/** Tells someone that there is no room for more, and where theirs are. */
export const NO_MORE = 'alert-no-more';
/** Finds out whom to tell of a workshop that has changed. */
export const MATCH = 'alert-match';
/** Tells someone of a workshop. */
export const TELL = 'alert-tell';
/** Tells someone of several in one mail, the next morning. */
export const DIGEST = 'alert-digest';
/** Erases what has ended. */
export const ERASE = 'alert-erase';
