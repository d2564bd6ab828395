import type { WorkshopPlaces, WorkshopSearch } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { type LiveIndex, openLiveIndex } from './live';
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
export const searched = (strapi: Core.Strapi): ReturnType<LiveIndex['current']> =>
  strapi.get<Search>(NAME).live.current();

/** A map tile of the listed workshops that pass a search's filters, as fresh as the database (see `WorkshopTiles`). */
export async function searchedTile(
  strapi: Core.Strapi,
  search: WorkshopSearch,
  address: TileAddress,
): Promise<Buffer> {
  const { live, tiles } = strapi.get<Search>(NAME);
  return tiles.tile(await live.current(), search, address, new Date());
}

/** As `searchedTile`, for a picture of the whole country. */
export async function searchedOverview(strapi: Core.Strapi, search: WorkshopSearch): Promise<WorkshopPlaces> {
  const { live, tiles } = strapi.get<Search>(NAME);
  return tiles.overview(await live.current(), search, new Date());
}
