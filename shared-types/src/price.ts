/** What a workshop itself says a place costs. `ask` means nobody has said: it is never shown as free. Amounts are US dollars. */
export type Fee = { type: 'ask' } | { type: 'free' } | { type: 'amount'; usd: number };

/** Who says what something costs. */
export type Whose = 'national' | 'workshop' | 'partner';

/** The price for one person, and for a group, as lists show it. Cents are US cents. */
export interface ListPrice {
  /** Null means ask, and never free. */
  perPersonCents: number | null;
  /** What made it so: the label of a quote's last line ("Early bird"). */
  reason: string;
  whose: Whose;
  /** The lowest price a group gets without asking, and from how many people; null when there is none lower. */
  group: { perPersonCents: number; minimumPeople: number } | null;
}
