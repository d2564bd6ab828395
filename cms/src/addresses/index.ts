import type { Core } from '@strapi/strapi';
import { useRule } from '../strapi/documents';
import { followTitleRule } from './follow';
import { keepOldAddresses } from './old-addresses';

export { freeSlug, freeSlugs } from './free';
export { giveBackAddresses, movedTo, ownAddresses } from './old-addresses';

/** How addresses are made, and what becomes of those given up. To be called in `register()`, after the other rules. */
export function registerAddresses(strapi: Core.Strapi): void {
  useRule(strapi, followTitleRule(strapi));
  keepOldAddresses(strapi);
}
