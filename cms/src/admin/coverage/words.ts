import type { Lack } from '../../rules/coverage';

/** What follows from what a partner has not. */
export const LACKS: Record<Lack, string> = {
  territory: 'No territory: nobody is led to them.',
  people: 'No account: nobody can enter workshops or answer.',
  email: 'No e-mail address: what is sent to them goes to the national desk.',
  terms: 'No terms: visitors see the national price alone.',
};

const many = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : more}`;

export const zipCodes = (count: number): string => many(count, 'ZIP code', 'ZIP codes');

export const workshopsInWords = (count: number): string =>
  count === 0 ? 'no workshop' : many(count, 'workshop', 'workshops');

/** "all 178 ZIP codes", "12 of 700 ZIP codes". */
export const gapInWords = (unserved: number, total: number): string =>
  unserved === total ? `all ${zipCodes(total)}` : `${unserved.toLocaleString('en-US')} of ${zipCodes(total)}`;

export const waitingInWords = (people: number, since: string): string =>
  people === 1
    ? `One person waits for an answer, since ${since}.`
    : `${people.toLocaleString('en-US')} people wait for an answer, the longest since ${since}.`;
