import { isForState, type ScholarshipTerms, scholarshipStanding } from '@deep-dive/shared-types';

/** The scholarships that can still be had at an instant, wherever they are for. */
export const openScholarships = <S extends ScholarshipTerms>(scholarships: S[], now: Date): S[] =>
  scholarships.filter((scholarship) => scholarshipStanding(scholarship, now) === 'open');

/**
 * The state that decides which scholarships a visitor can use for a workshop: where it is held, or of a virtual one where
 * the visitor is; null when neither is known.
 */
export function scholarshipState(
  { place }: { place: { state: string } | null },
  visitorState: string | null,
): string | null {
  return place ? place.state || null : visitorState;
}

/** Whether one of some open scholarships is for a state (null: for no state in particular). */
export const hasOneFor = (open: ScholarshipTerms[], state: string | null): boolean =>
  open.some((scholarship) => isForState(scholarship, state));
