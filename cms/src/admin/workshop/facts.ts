import type { VisibilityFacts } from '../../rules/visibility';

/**
 * A workshop as the content manager hands it to the admin. A form gets a relation as the number of entries it leads to, a
 * list as the entry. The partner is missing for somebody who acts for one, and whose workshops therefore all have that one.
 */
export interface AdminWorkshop {
  status?: string;
  slug?: string | null;
  visibility?: string;
  availability?: string;
  startsAt?: string | null;
  endsAt?: string | null;
  capacity?: number | null;
  placesTaken?: number | null;
  joinable?: boolean | null;
  format?: string;
  latitude?: number | null;
  longitude?: number | null;
  partner?: { count?: number; name?: string } | null;
}

/** What the visibility rule needs to know of a workshop in the admin. */
export function factsOf(workshop: AdminWorkshop, published: boolean): VisibilityFacts {
  return {
    published,
    visibility: workshop.visibility ?? 'public',
    availability: workshop.availability ?? 'scheduled',
    startsAt: workshop.startsAt ?? null,
    endsAt: workshop.endsAt ?? null,
    capacity: workshop.capacity,
    placesTaken: workshop.placesTaken,
    joinable: workshop.joinable,
    format: workshop.format,
    latitude: workshop.latitude,
    longitude: workshop.longitude,
    hasPartner: workshop.partner === undefined || (workshop.partner !== null && workshop.partner.count !== 0),
  };
}
