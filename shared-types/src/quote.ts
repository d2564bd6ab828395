import type { Discount, GroupPrice, RegionalPartner } from './generated.js';
import { formatUsd, toCents } from './money.js';
import type { Fee, ListPrice, Whose } from './price.js';
import { isForState, type ScholarshipTerms, scholarshipStanding } from './scholarship.js';
import { dayInLastZone, formatDate } from './when.js';

/** What a Regional Partner has published about price. */
export type PartnerTerms = Pick<RegionalPartner, 'name' | 'discounts' | 'groupPrices'>;

/** What a price follows from. */
export interface QuoteFacts<S extends ScholarshipTerms = ScholarshipTerms> {
  /** The national value of a place, in cents; null while nobody has published it. */
  valueCents: number | null;
  /** Who sets the price; null where no partner serves. */
  partner: PartnerTerms | null;
  /** What the workshop itself says; `ask` without a workshop. */
  fee: Fee;
  /** How many people would come: 1 or more. */
  people: number;
  /** All that are published. */
  scholarships: S[];
  /** The state the workshop is held in, or of a virtual one the visitor's; null when there is neither. */
  state: string | null;
  now: Date;
}

/** One step from the national value to what one pays. */
export interface QuoteLine {
  label: string;
  /** For one person: what it adds, or (negative) takes off. Null: nobody has said, ask. */
  cents: number | null;
  /** The reason, in a sentence. */
  why: string;
  whose: Whose;
}

/** A lower price that may be had, on a condition nobody but the partner can check, or with more people. */
export interface PossiblePrice {
  label: string;
  /** Null when the partner has not said how much it would be. */
  perPersonCents: number | null;
  /** In words, as the partner wrote them, or "for 10 or more people". Empty when nobody has said. */
  condition: string;
}

/** What so many people would pay. Cents are US cents; null means nobody has said: ask, and never free. */
export interface Price<S extends ScholarshipTerms = ScholarshipTerms> {
  people: number;
  perPersonCents: number | null;
  totalCents: number | null;
  /** Bounds for one person, where no more than that is known; null when the price is known, or nothing is. */
  range: { fromCents: number; toCents: number } | null;
  /** Where the price is known they add up to it. */
  lines: QuoteLine[];
  /** The lowest first. */
  possible: PossiblePrice[];
  /** Those that can still be had for this place. They are asked for, and never taken off. */
  scholarships: S[];
}

/** Most people one asks a price for. */
export const MOST_PEOPLE = 1000;

/**
 * What so many people would pay, line by line: the one rule for lists, pages and letters.
 *
 * A partner's terms are alternatives, not to be added up: one pays the workshop's own fee (or, where a discount says from
 * what it is taken, the national value) less the best discount that everyone gets, or the group price, whichever is lower.
 * A discount that hangs on words is never taken off: nobody here can tell whom they fit. A fee or group price beyond the
 * national value contradicts it, and one of $0 is an accident, so they count as not said.
 */
export function quote<S extends ScholarshipTerms>(facts: QuoteFacts<S>): Price<S> {
  const { partner, people, now } = facts;
  const valueCents = facts.valueCents || null;
  const ceiling = valueCents ?? Number.POSITIVE_INFINITY;
  const fee = feeOf(facts.fee, ceiling);
  const today = dayInLastZone(now);
  const discounts = (partner?.discounts ?? []).filter(({ lastDay }) => !lastDay || today <= lastDay);
  const isReached = ({ minimumPeople }: { minimumPeople: number | null }): boolean =>
    people >= (minimumPeople ?? 1);
  const tiers = (partner?.groupPrices ?? []).map(tierOf).filter(({ cents }) => cents > 0 && cents <= ceiling);

  const lines = new Lines(valueCents);
  if (fee !== null) lines.changeTo(fee, 'This workshop’s own price', feeReason(fee, partner), 'workshop');
  const base = fee ?? valueCents;
  const best = lowest(
    discounts
      .filter((discount) => isForEveryone(discount) && isReached(discount))
      .flatMap((discount) => discounted(base, discount) ?? []),
  );
  const tier = lowest(tiers.filter(isReached));
  const own = best?.cents ?? fee;
  if (tier && (own === null || tier.cents < own))
    lines.changeTo(tier.cents, 'Group price', reasonOf(tier, partner), 'partner');
  else if (best) lines.changeTo(best.cents, best.label, reasonOf(best, partner), 'partner');

  const perPersonCents = fee === null && !best && !tier ? null : lines.sum;
  const below = perPersonCents ?? valueCents ?? Number.POSITIVE_INFINITY;
  const possible = [
    ...tiers.filter((each) => !isReached(each)),
    ...discounts
      .filter((discount) => !isForEveryone(discount) || !isReached(discount))
      .map((discount) => discounted(base, discount) ?? asPossible(discount)),
  ]
    .filter(({ cents }) => cents === null || cents < below)
    .sort((a, b) => (a.cents ?? Number.POSITIVE_INFINITY) - (b.cents ?? Number.POSITIVE_INFINITY))
    .map(({ label, cents, condition }) => ({ label, perPersonCents: cents, condition }));
  const range = perPersonCents === null ? rangeOf(possible, valueCents) : null;
  if (perPersonCents === null) lines.ask(partner, range !== null);
  return {
    people,
    perPersonCents,
    totalCents: perPersonCents === null ? null : perPersonCents * people,
    range,
    lines: lines.all,
    possible,
    scholarships: facts.scholarships.filter(
      (each) => isForState(each, facts.state) && scholarshipStanding(each, now) === 'open',
    ),
  };
}

/** A price by some of a partner's terms. `condition` tells in words when it is to be had. */
interface Term<Cents = number> {
  label: string;
  cents: Cents;
  minimumPeople: number | null;
  condition: string;
  /** What is taken off or paid, in a few words. */
  size: string;
}

function feeOf(fee: Fee, ceiling: number): number | null {
  if (fee.type === 'free') return 0;
  const cents = fee.type === 'amount' ? toCents(fee.usd) : null;
  return cents !== null && cents > 0 && cents <= ceiling ? cents : null;
}

/** A discount that is taken off unasked. Words are a condition, whatever else is filled in. */
function isForEveryone({ forEveryone, conditions }: Discount): boolean {
  return forEveryone === true && !conditions;
}

function tierOf({ minimumPeople, pricePerPerson }: GroupPrice): Term {
  const cents = toCents(pricePerPerson);
  return {
    label: 'Group price',
    cents,
    minimumPeople,
    condition: peopleWords(minimumPeople),
    size: `${formatUsd(cents)} each`,
  };
}

/** What a discount makes of a price; null when the price or the discount's size is unknown. */
function discounted(base: number | null, discount: Discount): Term | null {
  const { percentOff, dollarsOff } = discount;
  if (base === null || (percentOff === null && dollarsOff === null)) return null;
  const off = percentOff === null ? toCents(dollarsOff ?? 0) : (base * percentOff) / 100;
  return { ...asPossible(discount), cents: Math.max(0, Math.round(base - off)) };
}

function asPossible(discount: Discount): Term<null> {
  const { name, percentOff, dollarsOff, minimumPeople, lastDay, conditions } = discount;
  const structured = [
    minimumPeople === null ? '' : peopleWords(minimumPeople),
    lastDay === null ? '' : `until ${formatDate(lastDay, 'UTC')}`,
  ]
    .filter(Boolean)
    .join(', ');
  return {
    label: name,
    cents: null,
    minimumPeople,
    condition: [structured, conditions].filter(Boolean).join('. '),
    size:
      percentOff !== null
        ? `${percentOff}% off`
        : dollarsOff !== null
          ? `${formatUsd(toCents(dollarsOff))} off`
          : '',
  };
}

const peopleWords = (minimum: number): string => `for ${minimum} or more people`;

function lowest(terms: Term[]): Term | undefined {
  return [...terms].sort((a, b) => a.cents - b.cents)[0];
}

function feeReason(cents: number, partner: PartnerTerms | null): string {
  const who = partner ? `${partner.name} set it` : 'it was set';
  return `${cents === 0 ? 'Free' : `${formatUsd(cents)} per person`}, as ${who} for this workshop.`;
}

function reasonOf({ size, condition }: Term, partner: PartnerTerms | null): string {
  const terms = [size, condition].filter(Boolean).join(' ');
  return `${terms}${partner ? `, from ${partner.name}` : ''}.`;
}

/** More people never pay more each, and nobody more than the value: between the two lies what nobody has said. */
function rangeOf(possible: PossiblePrice[], valueCents: number | null): Price['range'] {
  const fromCents = possible[0]?.perPersonCents;
  return typeof fromCents === 'number' && valueCents !== null ? { fromCents, toCents: valueCents } : null;
}

/** The lines as they are written down: each says what it changes the price by. */
class Lines {
  readonly all: QuoteLine[] = [];
  sum = 0;

  constructor(valueCents: number | null) {
    if (valueCents !== null)
      this.changeTo(valueCents, 'Value of the workshop', 'What a place is worth, everywhere.', 'national');
  }

  changeTo(cents: number, label: string, why: string, whose: Whose): void {
    this.all.push({ label, cents: cents - this.sum, why, whose });
    this.sum = cents;
  }

  ask(partner: PartnerTerms | null, isPartlyKnown: boolean): void {
    const why = !partner
      ? 'No Regional Partner sets a price here yet. Ask the nearest.'
      : isPartlyKnown
        ? 'Your partner sets the price here. What it has published tells no more than the range.'
        : 'Your partner sets the price here, and has not published it. Ask.';
    this.all.push({ label: partner?.name ?? 'Regional Partner', cents: null, why, whose: 'partner' });
  }
}

/** The price of a place at a workshop in as few words as a list has room for. */
export function listPrice(facts: Omit<QuoteFacts, 'people' | 'scholarships' | 'state'>): ListPrice {
  const whole = { ...facts, scholarships: [], state: null };
  const { perPersonCents, lines } = quote({ ...whole, people: 1 });
  const last = lines.at(-1);
  const sizes = [...(facts.partner?.groupPrices ?? []), ...(facts.partner?.discounts ?? [])]
    .flatMap(({ minimumPeople }) => minimumPeople ?? [])
    .sort((a, b) => a - b);
  let group: ListPrice['group'] = null;
  for (const people of sizes) {
    const cents = quote({ ...whole, people }).perPersonCents;
    if (cents !== null && cents < (group?.perPersonCents ?? perPersonCents ?? Number.POSITIVE_INFINITY))
      group = { perPersonCents: cents, minimumPeople: people };
  }
  return { perPersonCents, reason: last?.label ?? '', whose: last?.whose ?? 'partner', group };
}
