import type { Core } from '@strapi/strapi';
import { addOpenings } from './presence';
import { addVersionRoutes } from './routes';
import { addVersions, forgetOldVersions } from './store';

export { tellRevisions } from './conflicts';
export { versionsRule } from './rule';
export { writingFrom } from './writer';

/** At night, when hardly anybody writes. Every process of the CMS does it. */
const NIGHTLY = '17 3 * * *';

/** Keeps every version of what marketing and partners write. To be called in `register()`. */
export function keepVersions(strapi: Core.Strapi): void {
  addVersions(strapi);
  addOpenings(strapi);
  addVersionRoutes(strapi);
  strapi.cron.add({
    forgetOldVersions: {
      task: async () => {
        await forgetOldVersions(strapi, Date.now());
      },
      options: { rule: NIGHTLY },
    },
  });
}
