import {
  type AnswerAddress,
  filtersOf,
  formatWorkshopSearch,
  LONGEST_PLACE,
  normalizeQuoteQuery,
  parseWorkshopSearch,
  TILE_MAX_ZOOM,
  type WorkshopSearch,
} from '@deep-dive/shared-types';
import { isSlug } from '../src/routing/slug';
import type { AnswerKind } from './answers/check';
import { feedSearch } from './feeds/feed';

/** Milliseconds for which places to offer stay the same: they are part of the CMS's program, not of its content. */
const PLACES_FRESH_MS = 6 * 60 * 60 * 1000;

/** A question to the CMS that the site may ask. */
export interface ApiRequest {
  /** Path and normalised query: equal questions have equal keys, and what nobody knows (utm_…) makes no new entry. */
  key: string;
  /** What the answer must be. */
  answer: AnswerKind;
  /** The collections an answer depends on, whatever the CMS says: a missing page may appear later. */
  tags: string[];
  /** One of a great many: its answer must not push out those that pages are made from. */
  isTransient: boolean;
  /** Milliseconds the answer counts as fresh, when not the usual time. */
  freshMs?: number;
}

interface ApiResource {
  tags: string[];
  /** Brings a query string into one spelling for all that ask the same ("?kind=intro", or empty). Without it the query is dropped. */
  normalize?: (query: string) => string;
  freshMs?: number;
}

const normalizeSearch =
  (part: (search: WorkshopSearch) => WorkshopSearch) =>
  (query: string): string =>
    formatWorkshopSearch(part(parseWorkshopSearch(query).search));

type OfSlug<Address> = Address extends `${string}/:slug` ? Address : never;

/** What may be asked: an answer in shared-types that is missing here is a type error, and so is one that is not there. */
const RESOURCES: Record<Exclude<AnswerAddress, OfSlug<AnswerAddress>>, ApiResource> = {
  '/api/site': { tags: ['site'] },
  '/api/pricing': { tags: ['pricing'] },
  '/api/scholarships': { tags: ['scholarship'] },
  '/api/partners': { tags: ['regional-partner'] },
  '/api/workshops': { tags: ['workshop'], normalize: normalizeSearch((search) => search) },
  '/api/workshop-feed': { tags: ['workshop'], normalize: normalizeSearch(feedSearch) },
  '/api/workshop-places': { tags: ['workshop'], normalize: normalizeSearch(filtersOf) },
  '/api/places': { tags: ['place'], normalize: normalizeTyped, freshMs: PLACES_FRESH_MS },
  '/api/quote': {
    tags: ['regional-partner', 'pricing', 'scholarship', 'workshop'],
    normalize: normalizeQuoteQuery,
  },
  '/api/sitemap': { tags: ['page', 'workshop', 'regional-partner'] },
};

const TILE: ApiResource = { tags: ['workshop'], normalize: normalizeSearch(filtersOf) };

/** The tag of an answer about one of many, by its address. */
const COLLECTIONS: Record<OfSlug<AnswerAddress>, string> = {
  '/api/pages/:slug': 'page',
  '/api/partners/:slug': 'regional-partner',
  '/api/territories/:slug': 'regional-partner',
  '/api/workshops/:slug': 'workshop',
};

/**
 * What a path and query of this site ask of the CMS; undefined when it is nothing the site may ask.
 * Both as they came over the wire: the path still percent-encoded, the query with or without its "?".
 */
export function resolveApiRequest(path: string, query: string): ApiRequest | undefined {
  const answer = answerAt(path);
  if (answer === undefined) return undefined;
  if (isOfSlug(answer)) return { key: path, answer, tags: [COLLECTIONS[answer]], isTransient: false };
  const { tags, normalize, freshMs } = answer === 'tile' ? TILE : RESOURCES[answer];
  const asked = normalize?.(query) ?? '';
  return { key: path + asked, answer, tags, isTransient: answer === 'tile' || isOneOfMany(asked), freshMs };
}

/** What is at a path of the API. */
function answerAt(path: string): AnswerKind | undefined {
  if (isTile(path)) return 'tile';
  if (Object.hasOwn(RESOURCES, path)) return path as keyof typeof RESOURCES;
  const [, collection, slug = ''] = /^(\/api\/[a-z]+)\/([^/]+)$/.exec(path) ?? [];
  const address = `${collection}/:slug`;
  return Object.hasOwn(COLLECTIONS, address) && isSlug(slug) ? (address as AnswerKind) : undefined;
}

function isOfSlug(answer: AnswerKind): answer is OfSlug<AnswerAddress> {
  return Object.hasOwn(COLLECTIONS, answer);
}

/** Whether a normalised query string is one of a great many. Visitors begin with all workshops, or with those of one kind. */
export function isOneOfMany(query: string): boolean {
  return query !== '' && !/^\?kind=[a-z-]+$/.test(query);
}

/** Whether a path names a tile that exists: at zoom z there are 2^z by 2^z of them. */
function isTile(path: string): boolean {
  const [, ...numbers] =
    /^\/api\/workshop-tiles\/(0|[1-9]\d?)\/(0|[1-9]\d{0,3})\/(0|[1-9]\d{0,3})$/.exec(path) ?? [];
  const [z = Number.POSITIVE_INFINITY, x = 0, y = 0] = numbers.map(Number);
  return z <= TILE_MAX_ZOOM && x < 2 ** z && y < 2 ** z;
}

/** What somebody typed, as it finds the same places: letter case and the width of spaces don't matter. */
function normalizeTyped(query: string): string {
  const typed = new URLSearchParams(query).get('q') ?? '';
  const q = typed
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .toLowerCase()
    .slice(0, LONGEST_PLACE)
    .trim();
  return q && `?${new URLSearchParams({ q })}`;
}
