import { formatWorkshopSearch, parseWorkshopSearch } from '@deep-dive/shared-types';
import { isSlug } from '../src/slug';

/** A question to the CMS that the site may ask. */
export interface ApiRequest {
  /** Path and normalised query: equal questions have equal keys, and what nobody knows (utm_…) makes no new entry. */
  key: string;
  /** The collections an answer depends on, whatever the CMS says: a missing page may appear later. */
  tags: string[];
}

interface ApiResource {
  tags: string[];
  /** The query is the finder's. */
  searchable?: boolean;
}

const RESOURCES = new Map<string, ApiResource>([
  ['/api/site', { tags: ['site'] }],
  ['/api/pricing', { tags: ['pricing'] }],
  ['/api/scholarships', { tags: ['scholarship'] }],
  ['/api/partners', { tags: ['regional-partner'] }],
  ['/api/workshops', { tags: ['workshop'], searchable: true }],
  ['/api/workshops.geojson', { tags: ['workshop'], searchable: true }],
  ['/api/sitemap', { tags: ['page', 'workshop', 'regional-partner'] }],
]);

const COLLECTIONS = new Map([
  ['pages', 'page'],
  ['partners', 'regional-partner'],
  ['workshops', 'workshop'],
]);

/**
 * What a path and query of this site ask of the CMS; undefined when it is nothing the site may ask.
 * Both as they came over the wire: the path still percent-encoded, the query with or without its "?".
 */
export function resolveApiRequest(path: string, query: string): ApiRequest | undefined {
  const resource = RESOURCES.get(path);
  if (resource) {
    const search = resource.searchable ? formatWorkshopSearch(parseWorkshopSearch(query).search) : '';
    return { key: path + search, tags: resource.tags };
  }
  const [, collection = '', slug = ''] = /^\/api\/([a-z]+)\/([^/]+)$/.exec(path) ?? [];
  const tag = COLLECTIONS.get(collection);
  return tag && isSlug(slug) ? { key: path, tags: [tag] } : undefined;
}
