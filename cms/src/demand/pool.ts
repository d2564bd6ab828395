import { FEWEST_TEACHERS_SHOWN, type Near, type TeacherDemand } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { type AreaDemand, demandByArea } from '../alerts';
import { areaOf, type Town, townOf } from '../places';
import { TEACHERS_NEEDED } from '../rules/demand';
import { partnerFor } from '../rules/territory';
import type { SearchedPartner } from '../search';

/** How long it is known, in milliseconds: to count it takes longer than a search. With what the site keeps it is shown within a minute or two. */
const KNOWN_FOR = 30_000;

type Pool = Map<string, AreaDemand>;
const pools = new WeakMap<Core.Strapi, { at: number; pool: Promise<Pool> }>();

/** What is wanted in every area, by its key; at most half a minute old. */
function poolOf(strapi: Core.Strapi): Promise<Pool> {
  const now = Date.now();
  const known = pools.get(strapi);
  if (known && now - known.at < KNOWN_FOR) return known.pool;
  const pool = readPool(strapi, now);
  pools.set(strapi, { at: now, pool });
  pool.catch(() => pools.delete(strapi));
  return pool;
}

/** As `poolOf`, counted now. */
export const readPool = async (strapi: Core.Strapi, now: number): Promise<Pool> =>
  new Map((await demandByArea(strapi, now)).map((demand) => [demand.area, demand]));

/** What an area is called. */
export const nameOfArea = ({ city, state }: Town): string => `${city}, ${state}`;

/** From how many on a partner thinks of a workshop. */
export const neededBy = (partner: SearchedPartner | null): number =>
  partner?.teachersNeeded ?? TEACHERS_NEEDED;

/** How many teachers want a workshop where a visitor looks; null where too few do, nobody serves it, or it is no place of an area. */
export async function demandNear(
  strapi: Core.Strapi,
  near: Near | null,
  partners: SearchedPartner[],
): Promise<TeacherDemand | null> {
  if (near?.status !== 'found' || near.place.zip === null) return null;
  const area = areaOf(near.place.zip);
  const teachers = (await poolOf(strapi)).get(area)?.teachers ?? 0;
  if (teachers < FEWEST_TEACHERS_SHOWN) return null;
  const town = townOf(area);
  const partner = town && partnerFor(town.zip, partners);
  return partner ? { area: nameOfArea(town), teachers, needed: neededBy(partner) } : null;
}
