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
  /** Whether it was kept as a file, as there is no mail server: nobody has got it. */
  isKept: boolean;
}

/** GET /inbox/:id/mails/:job: a mail that was kept in place of sending it. */
export interface KeptMail {
  to: string;
  subject: string;
  text: string;
}

/** A private workshop that its partner can let somebody join. */
export interface JoiningChoice {
  documentId: string;
  title: string;
  /** When it is, in words on its own clock. */
  when: string | null;
  /** "Omak, WA"; null when it is virtual. */
  where: string | null;
  /** Null while nobody keeps count. */
  placesLeft: number | null;
  isFull: boolean;
}

/** What was decided about somebody who asked to join a private workshop. */
export type JoiningDecision = 'accepted' | 'declined';

/** How a request to join a private workshop stands. */
export interface Joining {
  decided: JoiningDecision | null;
  /** Title of the workshop that they may join, as it is called now; null without one. */
  workshop: string | null;
  /** What can be chosen, the soonest first; empty once it was accepted or taken back. */
  choices: JoiningChoice[];
  /** documentId of the one they asked about; null when they named none. */
  asked: string | null;
}

/** The most workshops that can be chosen from. */
export const MOST_CHOICES = 100;

/** POST /inbox/:id/acceptance: lets the sender join. */
export interface Acceptance {
  /** documentId. */
  workshop: string;
  places: number;
  /** What is said besides; may be empty. */
  text: string;
  /** Whether it is known that it was declined before. */
  afterDecline: boolean;
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
  /** Null where nobody asked to join a private workshop. */
  joining: Joining | null;
  /** For how many teachers it is; null where that was not said. */
  teachers: number | null;
}
