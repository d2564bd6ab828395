import type { Core } from '@strapi/strapi';
import { PARTNER } from '../schema/uids';
import { addAdminRoutes } from '../strapi/admin-routes';
import { rows } from '../strapi/documents';
import { partnerOf } from './rule';

/** Who is signed in, as far as the admin's own screens need to know. */
export interface Me {
  /** The Regional Partner they act for; null when there is none. */
  partner: { documentId: string; name: string; slug: string } | null;
  /** Where visitors see the site ("https://example.org"); null when the CMS isn't told. */
  site: string | null;
}

/** GET /ownership/me of the admin's API, for everybody who is signed in. To be called in `register()`. */
export function addMeRoute(strapi: Core.Strapi, site: string | undefined): void {
  addAdminRoutes(strapi, 'ownership', {
    'GET /me': async (ctx): Promise<Me> => {
      const documentId = await partnerOf(strapi, ctx.state.user.id);
      const partner = documentId && (await rows(strapi, PARTNER).findOne({ where: { documentId } }));
      return {
        partner: documentId && partner ? { documentId, name: partner.name, slug: partner.slug } : null,
        site: site ?? null,
      };
    },
  });
}
