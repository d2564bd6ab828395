import { CmsUnavailableError, InvalidRequestError } from '@deep-dive/shared-types';

/** What a visitor is told when there is no page to show. */
export interface Failure {
  status: 400 | 500 | 503;
  title: string;
  message: string;
  /** Seconds after which asking again may help. */
  retryAfter?: number;
}

export const BAD_ADDRESS: Failure = {
  status: 400,
  title: 'This address cannot be read',
  message: 'Part of it seems to be damaged. Try typing it again, or start from the home page.',
};

/** What who opened a preview is told once it can't be seen any more. */
export const PREVIEW_ENDED = {
  title: 'This preview has ended',
  message: 'Previews last for an hour. Open it again from the CMS.',
};

/** What stands in for the page that says there is none, when not even that can be made. */
export const NO_PAGE = {
  title: 'We can’t find that page',
  message: 'It may have moved, or the address may have a small mistake in it.',
};

/** The failure an error amounts to. */
export function failureOf(error: unknown): Failure {
  if (error instanceof InvalidRequestError) return BAD_ADDRESS;
  if (error instanceof CmsUnavailableError)
    return {
      status: 503,
      title: 'This page is taking a break',
      message: 'We cannot show it right now. Please try again in a minute.',
      retryAfter: 10,
    };
  return {
    status: 500,
    title: 'Something went wrong on our side',
    message: 'We have been told about it. Please try again in a few minutes.',
  };
}

/** What an error says, for a log. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
