import type { VisibilityFacts } from '../../rules/visibility';

/**
 * A workshop as the content manager hands it to the admin: a relation comes as the number of entries it leads to. The
 * partner is missing for somebody who acts for one, and whose workshops therefore all have that one.
 */
export interface AdminWorkshop {
  status?: string;
  visibility?: string;
  availability?: string;
  startsAt?: string | null;
  endsAt?: string | null;
  partner?: { count?: number } | null;
}

/** What the visibility rule needs to know of a workshop in the admin. */
export function factsOf(workshop: AdminWorkshop, published: boolean): VisibilityFacts {
  return {
    published,
    visibility: workshop.visibility ?? 'public',
    availability: workshop.availability ?? 'scheduled',
    startsAt: workshop.startsAt ?? null,
    endsAt: workshop.endsAt ?? null,
    hasPartner: workshop.partner === undefined || (workshop.partner?.count ?? 0) > 0,
  };
}
