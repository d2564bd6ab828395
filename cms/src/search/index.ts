import type { WorkshopPlaces, WorkshopSearch } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { isPreview, seenAt } from '../strapi/seen';
import { type LiveIndex, openLiveIndex, readIndex, type SearchedIndex } from './live';
import { type TileAddress, WorkshopTiles } from './tiles';

export { recordChanges } from './change-log';
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
export const searched = (strapi: Core.Strapi): Promise<SearchedIndex> =>
  isPreview() ? readIndex(strapi, seenAt()) : strapi.get<Search>(NAME).live.current();

/** Those of a preview are its own, and nobody else's. */
const tilesOf = (strapi: Core.Strapi): WorkshopTiles =>
  isPreview() ? new WorkshopTiles() : strapi.get<Search>(NAME).tiles;

/** A map tile of the listed workshops that pass a search's filters, as fresh as the database (see `WorkshopTiles`). */
export async function searchedTile(
  strapi: Core.Strapi,
  search: WorkshopSearch,
  address: TileAddress,
): Promise<Buffer> {
  return tilesOf(strapi).tile(await searched(strapi), search, address, seenAt());
}

/** As `searchedTile`, for a picture of the whole country. */
export async function searchedOverview(strapi: Core.Strapi, search: WorkshopSearch): Promise<WorkshopPlaces> {
  return tilesOf(strapi).overview(await searched(strapi), search, seenAt());
}
