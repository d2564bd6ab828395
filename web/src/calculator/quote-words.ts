import { formatUsd, type PossiblePrice, type Quote } from '@deep-dive/shared-types';

/** "1 person", "12 people". */
export const peopleWords = (people: number): string => `${people} ${people === 1 ? 'person' : 'people'}`;

/** The answer in a line: what each pays, or between what, or that one is to ask. */
export function answerWords({
  perPersonCents,
  range,
  partners,
}: Pick<Quote, 'perPersonCents' | 'range'> & { partners: unknown[] }): string {
  if (perPersonCents === 0) return 'Free';
  if (perPersonCents !== null) return `${formatUsd(perPersonCents)} each`;
  if (range) return `Between ${formatUsd(range.fromCents)} and ${formatUsd(range.toCents)} each`;
  if (partners.length > 1) return 'It depends on where you are';
  return partners.length === 1
    ? 'Your Regional Partner sets the price here'
    : 'No Regional Partner serves this place yet';
}

/** What all of them pay together; empty when that is unknown, or for one. */
export function totalWords({
  people,
  totalCents,
  range,
}: Pick<Quote, 'people' | 'totalCents' | 'range'>): string {
  if (people === 1 || totalCents === 0) return '';
  const whom = `for ${peopleWords(people)}`;
  if (totalCents !== null) return `${formatUsd(totalCents)} ${whom}`;
  if (!range) return '';
  return `Between ${formatUsd(range.fromCents * people)} and ${formatUsd(range.toCents * people)} ${whom}`;
}

/** "Could be $240 each if your district has signed.", "Could be $50 each for 10 or more people." */
export function possibleWords({ perPersonCents, condition }: PossiblePrice): string {
  const price =
    perPersonCents === null
      ? 'Could be less'
      : `Could be ${perPersonCents === 0 ? 'free' : `${formatUsd(perPersonCents)} each`}`;
  if (!condition) return `${price}. Ask for whom.`;
  const isClause = /^(if|for|when|until|with)\b/i.test(condition);
  const words = isClause ? ` ${condition.charAt(0).toLowerCase()}${condition.slice(1)}` : `. ${condition}`;
  return /[.!?]$/.test(condition) ? price + words : `${price}${words}.`;
}

/** Whom the price is for: "12 people from Bozeman, MT 59715". */
export function forWhomWords({ people, place }: Pick<Quote, 'people' | 'place'>): string {
  return place ? `${peopleWords(people)} from ${place.label}` : peopleWords(people);
}
