import type { IncomingMessage } from 'node:http';
import { type TrustedProxies, visitorAddress } from '@deep-dive/shared-types/environment';
import type { Core } from '@strapi/strapi';

/**
 * Makes Strapi see visitors where TRUST_PROXY lets them be seen. Koa's own way believes the address a visitor writes in
 * X-Forwarded-For as soon as there is one proxy. To be called in `register()`.
 */
export function knowVisitors(strapi: Core.Strapi, proxies: TrustedProxies): void {
  Object.defineProperty(strapi.server.app.request, 'ip', {
    get(this: { req: IncomingMessage }): string {
      const { req } = this;
      return visitorAddress(
        { peer: req.socket.remoteAddress, forwardedFor: req.headers['x-forwarded-for'] },
        proxies,
      );
    },
  });
}
