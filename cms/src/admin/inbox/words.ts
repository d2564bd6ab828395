import type { InboxItem, InboxMail, InboxPart, InboxState } from '../../rules/inbox';

export const PART_NAMES: Record<InboxPart, string> = {
  waiting: 'Waiting for an answer',
  answered: 'Answered',
  closed: 'Closed',
};

export const STATE_NAMES: Record<InboxState, string> = {
  new: 'New',
  open: 'Waiting',
  answered: 'Answered',
  closed: 'Closed',
  withdrawn: 'Taken back',
};

/** How a mail fared, in a few words. */
export const mailInWords = ({ state, isKept }: InboxMail): string =>
  isKept ? 'kept as a file, as no mail server is set up' : MAIL_STATES[state];

const MAIL_STATES: Record<InboxMail['state'], string> = {
  waiting: 'to be sent',
  done: 'sent',
  dropped: 'not needed any more',
  failed: 'failed',
};

/** How an inquiry stands, in a word or two. */
export const stateInWords = ({ state, isLate }: InboxItem): string =>
  isLate ? `${STATE_NAMES[state]}, late` : STATE_NAMES[state];
