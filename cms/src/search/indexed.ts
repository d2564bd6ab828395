import type {
  Coordinates,
  PartnerTerms,
  WorkshopFormat,
  WorkshopKind,
  WorkshopStatus,
} from '@deep-dive/shared-types';

/** Where a workshop meets, as far as searching goes. */
export interface Location extends Coordinates {
  city: string;
  /** Two-letter postal code of the state or territory. */
  state: string;
}

/** An announced workshop (see rules/visibility), ready for searching. Instants are milliseconds since the epoch. */
export interface IndexedWorkshop {
  id: string;
  slug: string;
  startsAt: number;
  endsAt: number;
  kind: WorkshopKind;
  format: WorkshopFormat;
  status: WorkshopStatus;
  /** Its partner's documentId. */
  partner: string;
  /** Its sessions' calendar days in its own zone, in order, as numbers (see `dayNumber`). */
  days: number[];
  /** Null when it is virtual. */
  location: Location | null;
  /** What feeds tell of it besides, as WorkshopFeedEntry has it. */
  street: string | null;
  updatedAt: string;
  /** JSON of `OwnSummary`: a fifth of the memory that objects take, and few are shown at a time. */
  summary: string;
}

/** A partner whose workshops are searched. */
export interface IndexedPartner extends PartnerTerms {
  documentId: string;
  slug: string;
}

/** "2027-03-06" → 20270306. */
export const dayNumber = (date: string): number => Number(date.replaceAll('-', ''));

/** The number that stands for a key; a new key gets the next one. */
export function numberFor(numbers: Map<string, number>, key: string): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}
