import type { IncomingMessage } from 'node:http';

type Asked = Pick<IncomingMessage, 'method' | 'headers'>;

/** What programs call themselves that are no browser in somebody's hands; browsers all begin like the first. */
const BROWSER = /^Mozilla\//;
const PROGRAM =
  /bot|crawl|spider|http|headless|lighthouse|python|curl|wget|scan|monitor|preview|google-|googleother|gpt|archiver/i;

/**
 * Whether a person asked, as far as a request tells, and lets it be counted: none who asks not to be tracked, though nothing
 * that is kept could track them, and nothing a browser fetches before anybody wants it.
 */
export function isCountable({ headers }: Asked): boolean {
  const { 'user-agent': agent = '', 'sec-purpose': purpose, purpose: older, 'x-moz': oldest } = headers;
  return (
    headers['sec-gpc'] !== '1' &&
    headers.dnt !== '1' &&
    purpose === undefined &&
    older === undefined &&
    oldest === undefined &&
    BROWSER.test(agent) &&
    !PROGRAM.test(agent)
  );
}

const DOCUMENTS = new Set<unknown>([undefined, 'document', 'iframe', 'frame']);

/** Whether the answer is to be seen as a page, in a window or a frame. Older browsers don't say. */
export const isNavigation = ({ headers }: Asked): boolean => DOCUMENTS.has(headers['sec-fetch-dest']);
