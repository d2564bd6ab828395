import type { Core } from '@strapi/strapi';
import type { Problem } from '../rules/problem';
import { slugProblems, webAddressProblems } from '../rules/publishable';
import { type TypedTerms, termsProblems } from '../rules/terms';
import { type PartnerTerritory, territoryProblems } from '../rules/territory';
import type { Entry } from '../schema/model';
import { PARTNER, PRICING, WORKSHOP } from '../schema/uids';
import { refuseWithTheRest } from '../strapi/at-once';
import { type Action, type Rule, relationInput, rows } from '../strapi/documents';
import { refuse } from '../strapi/refuse';

interface StoredPartner extends PartnerTerritory, TypedTerms, Entry {
  documentId: string;
}

/** Strapi merges what is cloned with what is given: an empty list would leave the original's. */
const NONE = { set: [] };

/** Any number will do, as long as nothing else locks by it. */
const TERRITORY_LOCK = 7_231_402;

/** Keeps territories apart and terms possible, lets nobody act for two partners, and keeps a partner while it has workshops. */
export function partnerRule(strapi: Core.Strapi): Rule {
  return async (action, next) => {
    if (action.uid !== PARTNER) return next();
    if (action.action === 'delete') {
      await requireNoWorkshops(strapi, action.params.documentId ?? '');
      return next();
    }
    if (action.action !== 'create' && action.action !== 'update' && action.action !== 'clone') return next();
    // Who acts for a partner, and its workshops, belong to one: a copy would take them away.
    if (action.action === 'clone')
      action.params = { ...action.params, data: { ...action.params.data, workshops: NONE, admins: NONE } };
    return strapi.db.transaction(async ({ trx }) => {
      // Two saves at the same moment must not both take the last free state.
      if (strapi.db.dialect.client === 'postgres')
        await strapi.db.connection.raw('select pg_advisory_xact_lock(?)', [TERRITORY_LOCK]).transacting(trx);
      refuseWithTheRest(await adminProblems(strapi, action.params));
      const result = (await next()) as Entry | null;
      if (!result) return result;
      for (const entry of (result.entries as Entry[] | undefined) ?? [result])
        refuseWithTheRest(await problemsOf(strapi, String(entry.documentId)));
      return result;
    });
  };
}

async function problemsOf(strapi: Core.Strapi, documentId: string): Promise<Problem[]> {
  const partners: StoredPartner[] = await rows(strapi, PARTNER).findMany({
    select: ['documentId', 'name', 'slug', 'website'],
    populate: { territory: true, discounts: true, groupPrices: true },
  });
  const pricing: { pricePerPerson: number } | null = await rows(strapi, PRICING).findOne({
    where: { publishedAt: { $notNull: true } },
  });
  const saved = partners.find((partner) => partner.documentId === documentId);
  if (!saved) return [];
  const others = partners.filter((partner) => partner !== saved);
  return [
    ...slugProblems(saved, false),
    ...webAddressProblems(saved, 'website', 'Website'),
    ...territoryProblems(saved.territory, others),
    ...termsProblems(saved, pricing && Number(pricing.pricePerPerson)),
  ];
}

async function adminProblems(
  strapi: Core.Strapi,
  { data, documentId }: Action['params'],
): Promise<Problem[]> {
  const ids = relationInput(data?.admins).flatMap(({ id }) => id ?? []);
  if (ids.length === 0) return [];
  const others: { name: string; admins: { email: string }[] }[] = await rows(strapi, PARTNER).findMany({
    where: { admins: { id: { $in: ids } }, documentId: { $ne: documentId ?? '' } },
    select: ['name'],
    populate: { admins: { select: ['email'], where: { id: { $in: ids } } } },
  });
  return others.flatMap(({ name, admins }) =>
    admins.map(({ email }) => ({
      path: ['admins'],
      message: `${email} already acts for ${name}, and nobody acts for two partners. Take them off there first.`,
    })),
  );
}

async function requireNoWorkshops(strapi: Core.Strapi, documentId: string): Promise<void> {
  const workshops = await rows(strapi, WORKSHOP).count({
    where: { partner: { documentId }, publishedAt: null },
  });
  if (workshops > 0)
    refuse([
      {
        path: ['workshops'],
        message: `This partner still has ${workshops} workshops. Delete them or move them to another partner first.`,
      },
    ]);
}
