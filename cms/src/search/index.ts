import type { Core } from '@strapi/strapi';
import { type LiveIndex, openLiveIndex } from './live';

export { recordChanges } from './changes';
export type { SearchedPartner } from './stored';
export { WorkshopTiles } from './tiles';
export type { WorkshopIndex } from './workshop-index';

const NAME = 'workshopSearch';

/** Reads the workshops into memory, for `searched`. To be called at the end of `bootstrap()`. */
export async function openSearch(strapi: Core.Strapi): Promise<void> {
  strapi.add(NAME, await openLiveIndex(strapi));
}

/** The workshops for searching, as fresh as the database. */
export const searched = (strapi: Core.Strapi): ReturnType<LiveIndex['current']> =>
  strapi.get<LiveIndex>(NAME).current();
