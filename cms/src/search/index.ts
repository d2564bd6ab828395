import type { WorkshopPlaces, WorkshopSearch } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { LRUCache } from 'lru-cache';
import { previewKey, seenAt } from '../strapi/seen';
import { type LiveIndex, openLiveIndex, readIndex, type SearchedIndex } from './live';
import { type TileAddress, WorkshopTiles } from './tiles';

export { recordChanges, recordTogether } from './change-log';
export type { SearchedIndex } from './live';
export type { SearchedPartner } from './stored';
export type { TileAddress } from './tiles';
export type { WorkshopIndex } from './workshop-index';

const NAME = 'workshopSearch';

/** The maps that everybody sees first: the finder's, and those of pages about one kind. */
const FIRST_SEEN: WorkshopSearch[] = [{}, { kind: 'deep-dive' }, { kind: 'intro' }];

interface Search {
  live: LiveIndex;
  tiles: WorkshopTiles;
}

/** Reads the workshops into memory, for the functions below. To be called at the end of `bootstrap()`. */
export async function openSearch(strapi: Core.Strapi): Promise<void> {
  const live = await openLiveIndex(strapi);
  const tiles = new WorkshopTiles();
  tiles.prepare(await live.current(), FIRST_SEEN, new Date());
  strapi.add(NAME, { live, tiles } satisfies Search);
}

/** The workshops for searching, as fresh as the database. */
export async function searched(strapi: Core.Strapi): Promise<SearchedIndex> {
  const key = previewKey();
  if (key === undefined) return strapi.get<Search>(NAME).live.current();
  let index = previewed.get(key);
  if (!index) {
    index = readIndex(strapi, seenAt());
    previewed.set(key, index);
    index.catch(() => previewed.delete(key));
  }
  return index;
}

/** What previews see, for as long as they see the same: a page asks several times, and there may be 100,000 workshops. */
const previewed = new LRUCache<string, Promise<SearchedIndex>>({ max: 2, ttl: 10 * 60_000 });

/** Those of a preview are its own, and nobody else's. */
const tilesOf = (strapi: Core.Strapi): WorkshopTiles =>
  previewKey() === undefined ? strapi.get<Search>(NAME).tiles : new WorkshopTiles();

/** A map tile of the listed workshops that pass a search's filters, as fresh as the index (see `WorkshopTiles`). */
export function searchedTile(
  strapi: Core.Strapi,
  index: SearchedIndex,
  search: WorkshopSearch,
  address: TileAddress,
): Buffer {
  return tilesOf(strapi).tile(index, search, address, seenAt());
}

/** As `searchedTile`, for a picture of the whole country. */
export function searchedOverview(
  strapi: Core.Strapi,
  index: SearchedIndex,
  search: WorkshopSearch,
): WorkshopPlaces {
  return tilesOf(strapi).overview(index, search, seenAt());
}
