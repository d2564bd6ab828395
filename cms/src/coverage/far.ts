import { allZips, milesToNearest, type ZipPlace } from '../places';
import type { FarWorkshop } from '../rules/coverage';
import { hasZip } from '../rules/territory';
import type { SearchedIndex, SearchedPartner } from '../search';

/** From so many miles outside its partner's territory on, a workshop is likely to be a mistake. */
const FAR = 25;
const MOST_SHOWN = 100;

/** The workshops to come that are held far outside their partner's territory, the farthest first. A partner without one has none. */
export function farWorkshops(index: SearchedIndex, now: number): FarWorkshop[] {
  const zips = [...allZips()];
  const reach = new Map(
    index.partners
      .filter(({ territory }) => territory.length > 0)
      .map((partner) => [partner.documentId, { partner, miles: milesOutside(partner, zips) }]),
  );
  const known = new Map<string, number>();
  return index.announced
    .flatMap((workshop) => {
      const { location, status, endsAt } = workshop;
      const own = reach.get(workshop.partner);
      if (!location || !own || status === 'cancelled' || endsAt <= now) return [];
      const key = `${workshop.partner} ${location.longitude} ${location.latitude}`;
      const miles = known.get(key) ?? own.miles(location);
      known.set(key, miles);
      return miles < FAR || !Number.isFinite(miles)
        ? []
        : [{ workshop, location, partner: own.partner.name, miles }];
    })
    .sort((one, other) => other.miles - one.miles)
    .slice(0, MOST_SHOWN)
    .map(({ workshop, location: { city, state }, partner, miles }) => {
      const { title } = JSON.parse(workshop.summary) as { title: string };
      return { documentId: workshop.id, title, partner, city, state, miles: Math.round(miles) };
    });
}

const milesOutside = ({ territory }: SearchedPartner, zips: ZipPlace[]) =>
  milesToNearest(zips.filter((zip) => hasZip(territory, zip)));
