import type { IncomingMessage } from 'node:http';
import type { WorkshopList } from '@deep-dive/shared-types';
import { ALERTS_PATH, CONTACT_PATH } from '../../src/hrefs';
import { isSlug } from '../../src/routing/slug';
import { addressOf } from '../address';
import type { Entry } from '../cache';
import { isPicturePath } from '../uploads';
import { isCountable, isNavigation } from './person';
import type { VisitCounts } from './visit-counts';

/** What it is to be served something: to look at a page, to search, or to download. */
export type Served = 'view' | 'search' | 'download';

/**
 * Counts what somebody was served. One whose browser had it already (304) has opened it once more: that counts.
 * HEAD, redirects and what isn't there don't.
 */
export function countServed(
  counts: VisitCounts,
  request: IncomingMessage,
  served: Served | undefined,
  { status, nothingNear }: Pick<Entry, 'status' | 'nothingNear'>,
): void {
  if (!served || status !== 200 || request.method !== 'GET' || !counts.isOn || !isCountable(request)) return;
  if (served === 'view' && !isNavigation(request)) return;
  if (nothingNear !== undefined) counts.add('nothing', nothingNear);
  if (served !== 'search') counts.add(served, addressOf(request).path);
}

/** The beginning of a file, or all of it; the first two bytes Safari asks for only to learn whether it can have a part. */
const FROM_BEGINNING = /^bytes=0-(?!1$)/;

/** Counts a file of the media library that was sent, or its beginning. Pictures belong to pages, and captions to their video. */
export function countFile(counts: VisitCounts, request: IncomingMessage, status: number): void {
  const { path } = addressOf(request);
  const { range = '' } = request.headers;
  const isBeginning = status === 200 || status === 304 || (status === 206 && FROM_BEGINNING.test(range));
  if (request.method !== 'GET' || !isBeginning || isPicturePath(path) || isCaptions(request, path)) return;
  if (counts.isOn && isCountable(request)) counts.add('download', path);
}

const isCaptions = ({ headers }: IncomingMessage, path: string): boolean =>
  headers['sec-fetch-dest'] === 'track' || path.endsWith('.vtt');

/** Counts who opened the form that reaches somebody, and whom; or that of alerts. */
export function countForm(counts: VisitCounts, request: IncomingMessage): void {
  const { path, query } = addressOf(request);
  if (request.method !== 'GET' || (path !== CONTACT_PATH && path !== ALERTS_PATH)) return;
  if (!counts.isOn || !isCountable(request) || !isNavigation(request)) return;
  counts.add('view', path);
  if (path === ALERTS_PATH) return;
  const asked = new URLSearchParams(query);
  const [workshop = '', partner = ''] = [asked.get('workshop') ?? '', asked.get('partner') ?? ''];
  const whose = isSlug(workshop)
    ? `/workshops/${workshop}`
    : isSlug(partner)
      ? `/partners/${partner}`
      : CONTACT_PATH;
  counts.add('contact', whose);
}

/**
 * Where a search found nothing: the first three digits of the ZIP code of the place that was understood, and its state
 * ("989-WA"). Undefined when it found something, or named no such place.
 */
export function nothingNear({ near, total, page }: WorkshopList): string | undefined {
  if (total > 0 || page !== 1 || near?.status !== 'found' || near.place.zip === null) return undefined;
  return `${near.place.zip.slice(0, 3)}-${near.place.state}`;
}
