/** Mails somebody the link of their invitation. */
export const INVITE = 'invitation';
/** Has that link lead nowhere any more. */
export const EXPIRE = 'invitation-expires';
