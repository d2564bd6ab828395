/** Tells whoever is asked. */
export const ARRIVED = 'inquiry-arrived';
/** Tells the sender that it was sent. */
export const RECEIPT = 'inquiry-receipt';
/** Tells whoever was asked that the sender has added something. */
export const ADDED = 'inquiry-added';
/** Tells whoever was told of it that the sender took it back. */
export const WITHDRAWN = 'inquiry-withdrawn';
/** Brings the sender an answer. */
export const ANSWERED = 'inquiry-answered';
/** Tells the sender that they may join a private workshop, and where its page is. */
export const ACCEPTED = 'inquiry-accepted';
/** Tells the sender that the workshop they asked about is cancelled. */
export const CALLED_OFF = 'inquiry-called-off';

/** Reminds whoever was asked that an answer is waited for. */
export const REMINDER = 'inquiry-reminder';
/** Tells the organisation's own people that nobody has answered. */
export const UNANSWERED = 'inquiry-unanswered';
