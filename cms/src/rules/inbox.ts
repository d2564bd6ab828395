import type { InquiryPurpose } from '@deep-dive/shared-types';

/** How an inquiry stands with whoever is asked: `open` is read and waits for an answer. */
export type InboxState = 'new' | 'open' | 'answered' | 'closed' | 'withdrawn';

/** What an inquiry is about, as the subject of a mail to whoever is asked. */
export const PURPOSES: Record<InquiryPurpose, string> = {
  workshop: 'A question about a workshop',
  place: 'A place in a workshop',
  private: 'Joining a private workshop',
  school: 'A workshop for a school',
  scholarship: 'A scholarship',
  other: 'A question',
};

/** The parts of an inbox, and the states of what is in each. */
export const INBOX_PARTS = {
  waiting: ['new', 'open'],
  answered: ['answered'],
  closed: ['closed', 'withdrawn'],
} as const satisfies Record<string, InboxState[]>;
export type InboxPart = keyof typeof INBOX_PARTS;

/** Inquiries on one page of an inbox. */
export const INBOX_PAGE = 25;

/** The longest answer or note, in characters. */
export const LONGEST_LINE = 8_000;

/** GET /inbox/counts of the admin's API: how many there are in each part, of what one may read or, for marketing, of all. */
export interface InboxCounts extends Record<InboxPart, number> {
  /** Whether one may also read them. */
  mayRead: boolean;
  /** Whether one reads those of all partners, and so answers for what is kept about people. */
  isNational: boolean;
}

/** An inquiry in an inbox's list. Instants are milliseconds since the epoch. */
export interface InboxItem {
  id: number;
  state: InboxState;
  purpose: InquiryPurpose;
  at: number;
  /** Since when it waits for an answer; null when it doesn't. */
  waitingSince: number | null;
  /** Whether it has waited for longer than it should. */
  isLate: boolean;
  name: string;
  school: string | null;
  /** As it is called now. */
  workshop: string | null;
  /** The Regional Partner that is asked; null where it is the organisation's own people. */
  partner: string | null;
  /** Who takes care of it. */
  assigned: string | null;
}

/**
 * GET /inbox?part=&page=&q=&all=: the latest first, and of what waits the longest waiting. `all=true` shows the national desk
 * those that partners answer, too.
 */
export interface InboxPage {
  items: InboxItem[];
  total: number;
  page: number;
}

/** Someone who can take care of an inquiry. */
export interface Colleague {
  id: number;
  name: string;
}

/** How the mails about an inquiry fared. */
export interface InboxMail {
  id: number;
  what: string;
  state: 'waiting' | 'done' | 'dropped' | 'failed';
  /** When it was sent, failed or was dropped; when it is tried next while it waits. */
  at: number;
  /** Why it failed last. */
  failure: string | null;
}

/** GET /inbox/:id, and the answer to everything that changes it. */
export interface InboxInquiry extends InboxItem {
  email: string;
  message: string | null;
  /** What its sender told about themselves. */
  facts: [name: string, fact: string][];
  lines: {
    id: number;
    at: number;
    kind: 'sender' | 'answer' | 'note';
    author: string | null;
    text: string;
  }[];
  mails: InboxMail[];
  /** Who can take care of it: those who act for the partner, or the national desk. */
  colleagues: Colleague[];
  /** Where visitors see the workshop; null without one. */
  workshopUrl: string | null;
  /** When it is erased. */
  eraseAt: number;
  /** How many places were given; null while none were. */
  given: number | null;
  /** Whether one can give some. */
  mayGive: boolean;
  /** For how many teachers it is; null where that was not said. */
  teachers: number | null;
}
