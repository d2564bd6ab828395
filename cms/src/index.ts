import type { Core } from '@strapi/strapi';
import { demonstrationPartnerSlug, seed } from '../seed';
import { announceChanges } from './changes';
import type { Notifier } from './changes/notifier';
import { configureForms } from './forms';
import { addHealthRoutes } from './health';
import { closeAdminApi } from './ownership/door';
import { warmUp } from './places';
import { registerConditions, seedRoles } from './roles';
import {
  attachDemonstrationPartner,
  closeDemonstrationAccounts,
  seedDemonstrationAccounts,
} from './roles/accounts';
import { registerRules } from './rules';
import { openSearch, recordChanges } from './search';
import { takeStartLock } from './start-lock';
import { refuseNulInAddresses } from './strapi/addresses';
import { answerPublicReads } from './wire/public-reads';

let notifier: Notifier | undefined;
let endTurn: (() => Promise<void>) | undefined;

export default {
  async register({ strapi }: { strapi: Core.Strapi }) {
    endTurn = await takeStartLock(strapi);
    addHealthRoutes(strapi);
    refuseNulInAddresses(strapi);
    answerPublicReads(strapi);
    closeAdminApi(strapi);
    registerRules(strapi);
    recordChanges(strapi);
    notifier = announceChanges(strapi, process.env);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const demonstration = process.env.DEMO_MODE === 'true';
    await registerConditions(strapi);
    await seedRoles(strapi);
    await configureForms(strapi);
    await seed(strapi, { demonstration });
    if (demonstration) {
      await seedDemonstrationAccounts(strapi, process.env.DEMO_PASSWORD ?? '');
      await attachDemonstrationPartner(strapi, demonstrationPartnerSlug);
    } else await closeDemonstrationAccounts(strapi);
    await endTurn?.();
    warmUp();
    await openSearch(strapi);
  },

  async destroy() {
    await notifier?.close();
  },
};
