/** What a person's text means, or why it can't be told; both in words a form can show. */
export type Reading<Value> = { value: Value; problem: null } | { value: null; problem: string };

export const read = <Value>(value: Value): Reading<Value> => ({ value, problem: null });

export const unread = (problem: string): { value: null; problem: string } => ({ value: null, problem });

/** What takes no room on the screen and comes along with pasted text: zero-width characters, marks of direction, soft hyphens. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** Text as it can be seen: without what takes no room, with plain single spaces, and none at its ends. */
export const asSeen = (text: string): string => text.replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();

/** Text to repeat in a message: all of it when it is short. */
export const quoted = (text: string): string => `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;

/** As much of a text as tells why it can't be read; nobody means more by one date or time. */
export const beginning = (text: string): string => text.slice(0, 200);
