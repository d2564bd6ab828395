import { STOPPING, stoppable } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import type { Environment } from './environment';

/**
 * Lets the CMS finish what it began when it is told to stop: Strapi by itself cuts every connection at once, saves
 * too. Returns whether it is stopping. To be called in `register()`.
 */
export function finishBeforeStopping(
  strapi: Core.Strapi,
  { STOP_NOTICE_SECONDS }: Environment,
): () => boolean {
  const notice = STOP_NOTICE_SECONDS * 1000;
  const { grace, closing } = STOPPING.cms;
  const { httpServer } = strapi.server;
  const { isStopping, stop } = stoppable(httpServer);
  // Strapi destroys what requests need, permissions among it, before it asks the application's own `destroy`.
  const destroy = strapi.destroy.bind(strapi);
  strapi.destroy = async () => {
    if (httpServer.listening) await stop({ notice, grace });
    const late = new Promise<void>((resolve) => setTimeout(resolve, closing).unref());
    await Promise.race([destroy(), late]);
  };
  return isStopping;
}
