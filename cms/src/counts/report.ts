import { COUNT_KINDS, type CountKind } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { PARTNER_ROLE, partnerOf } from '../ownership/rule';
import { townOf } from '../places';
import { isStaff } from '../roles/grants';
import {
  COUNTED_DAYS,
  type Counted,
  type CountedDays,
  type CountedRow,
  type CountsReport,
  dayBefore,
  sumCounts,
  viewsByDay,
} from '../rules/counts';
import { partnerFor } from '../rules/territory';
import { PARTNER, WORKSHOP } from '../schema/uids';
import { searched } from '../search';
import { rows } from '../strapi/documents';
import type { RequestContext } from '../strapi/respond';
import { countsSince } from './store';
import { namesOf, subjectOf } from './subjects';
import { isCounting } from './switch';

/** Told of each kind. */
const MOST_NAMED = 10;
/** Looked at for that: some may be gone. */
const MOST_LOOKED_AT = 40;

/** What visitors did: all of it for staff, and for a Regional Partner what concerns them. @throws ForbiddenError for anybody else */
export async function countsFor(strapi: Core.Strapi, ctx: RequestContext): Promise<CountsReport> {
  const partner = await whose(strapi, ctx);
  const days = daysIn(ctx.querystring);
  const now = Date.now();
  const [first, start] = [dayBefore(now, days - 1), dayBefore(now, 2 * days - 1)];
  const all = await countsSince(strapi, start);
  const counts = partner ? await ofPartner(strapi, partner.documentId, all) : all;
  const counted = {} as Record<CountKind, Counted>;
  for (const kind of COUNT_KINDS) {
    const { now: sum, before, subjects } = sumCounts(counts, kind, first);
    const looked = subjects.slice(0, MOST_LOOKED_AT);
    const names = await namesOf(
      strapi,
      looked.map(({ subject }) => subject),
    );
    const top = looked.flatMap((summed) => {
      const name = names.get(summed.subject);
      return name ? [{ ...summed, name }] : [];
    });
    counted[kind] = { now: sum, before, top: top.slice(0, MOST_NAMED) };
  }
  return {
    days,
    isOn: await isCounting(strapi),
    partner: partner?.name ?? null,
    counted,
    views: viewsByDay(counts, days, now),
  };
}

const daysIn = (query: string): CountedDays =>
  COUNTED_DAYS.find((days) => String(days) === new URLSearchParams(query).get('days')) ?? COUNTED_DAYS[0];

/** The partner somebody acts for, whatever other role they have; null for staff. */
async function whose(
  strapi: Core.Strapi,
  ctx: RequestContext,
): Promise<{ documentId: string; name: string } | null> {
  const roles: { code: string }[] = ctx.state.user.roles ?? [];
  const codes = roles.map(({ code }) => code);
  if (isStaff(codes)) return null;
  const documentId = codes.includes(PARTNER_ROLE) ? await partnerOf(strapi, ctx.state.user.id) : null;
  const partner: { name: string } | null =
    documentId === null ? null : await rows(strapi, PARTNER).findOne({ where: { documentId } });
  if (documentId === null || !partner)
    throw new errors.ForbiddenError('This is for marketing, and for Regional Partners about their own.');
  return { documentId, name: partner.name };
}

/** What was done with a partner's page and workshops, and searched for where they serve. */
async function ofPartner(strapi: Core.Strapi, partner: string, all: CountedRow[]): Promise<CountedRow[]> {
  const workshops: { documentId: string }[] = await rows(strapi, WORKSHOP).findMany({
    where: { partner: { documentId: partner } },
    select: ['documentId'],
  });
  const { partners } = await searched(strapi);
  const own = new Set([
    subjectOf('partner', partner),
    ...workshops.map(({ documentId }) => subjectOf('workshop', documentId)),
  ]);
  const isServed = (area: string): boolean => {
    const town = townOf(area);
    return town !== null && partnerFor(town.zip, partners)?.documentId === partner;
  };
  return all.filter(({ kind, subject }) => (kind === 'nothing' ? isServed(subject) : own.has(subject)));
}
