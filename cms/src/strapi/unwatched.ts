import type { Core } from '@strapi/strapi';

/** What Strapi counts for its makers when accounts change. It reads the database and nobody waits for it. */
const COUNTS = ['sendDidInviteUser', 'sendDidChangeInterfaceLanguage'] as const;

type Counts = Record<(typeof COUNTS)[number], () => Promise<unknown>>;

/**
 * Lets Strapi's counting fail without a stir: unheard, a connection lost under it would end the process. To be called in
 * `register()`, before Strapi subscribes it to accounts.
 */
export function watchCounting(strapi: Core.Strapi): void {
  const counts = strapi.service('admin::metrics') as unknown as Counts;
  for (const name of COUNTS) {
    const count = counts[name];
    counts[name] = () =>
      count().catch((error: Error) => strapi.log.warn(`Accounts were not counted: ${error.message}`));
  }
}
