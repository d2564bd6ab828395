import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { waitingByPartner } from '../inquiries/store';
import { allZips } from '../places';
import { isStaff } from '../roles/grants';
import { type CoverageReport, coverageOf, type Lack, type PartnerCare } from '../rules/coverage';
import { PARTNER } from '../schema/uids';
import { type SearchedIndex, type SearchedPartner, searched } from '../search';
import { addAdminRoutes } from '../strapi/admin-routes';
import { rows } from '../strapi/documents';
import { farWorkshops } from './far';

/**
 * GET /coverage of the admin's API: how the partners cover the country, and what is to be seen to. For staff. To be called in
 * `register()`.
 */
export function addCoverageRoute(strapi: Core.Strapi): void {
  addAdminRoutes(strapi, 'coverage', {
    'GET /': async (ctx): Promise<CoverageReport> => {
      const roles: { code: string }[] = ctx.state.user.roles ?? [];
      if (!isStaff(roles.map(({ code }) => code)))
        throw new errors.ForbiddenError('This is for those who look after all Regional Partners.');
      const index = await searched(strapi);
      return {
        ...coverageOf(index.partners, allZips()),
        partners: await partnersInCare(strapi, index),
        far: farWorkshops(index, Date.now()),
      };
    },
  });
}

async function partnersInCare(strapi: Core.Strapi, index: SearchedIndex): Promise<PartnerCare[]> {
  const now = new Date();
  const waiting = await waitingByPartner(strapi);
  const withPeople: { documentId: string }[] = await rows(strapi, PARTNER).findMany({
    where: { admins: { id: { $notNull: true } } },
    select: ['documentId'],
  });
  const people = new Set(withPeople.map(({ documentId }) => documentId));
  return index.partners
    .map((partner) => {
      const { documentId, name, slug } = partner;
      const { count = 0, since = null } = waiting.get(documentId) ?? {};
      return {
        documentId,
        name,
        workshops: index.search({ partner: slug }, null, now).total,
        lacks: lacksOf(partner, people.has(documentId)),
        waiting: count,
        waitingSince: since,
      };
    })
    .sort(
      (one, other) =>
        (one.waitingSince ?? Number.POSITIVE_INFINITY) - (other.waitingSince ?? Number.POSITIVE_INFINITY) ||
        one.name.localeCompare(other.name),
    );
}

function lacksOf(partner: SearchedPartner, hasPeople: boolean): Lack[] {
  const { territory, email, costNote, discounts, groupPrices } = partner;
  const lacks: [Lack, boolean][] = [
    ['territory', territory.length === 0],
    ['people', !hasPeople],
    ['email', !email],
    ['terms', !costNote && discounts.length === 0 && groupPrices.length === 0],
  ];
  return lacks.flatMap(([lack, isLacking]) => (isLacking ? [lack] : []));
}
