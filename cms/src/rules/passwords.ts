import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Characters a password has at least. */
export const SHORTEST_PASSWORD = 12;

/**
 * How many guesses someone needs who tries common passwords, names and patterns first. The limits on logging in leave
 * about 6,000 tries a day on an account, so that this takes centuries.
 */
const FEWEST_GUESSES = 1e9;

/** Whose password it is. */
export interface PasswordOwner {
  email?: string | null;
  firstname?: string | null;
  lastname?: string | null;
}

let guesser: ZxcvbnFactory | undefined;

const guesses = (password: string, known: string[]): number => {
  // The list of 49,000 common passwords takes a moment to be made ready, and most processes never need it.
  guesser ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  return guesser.check(password, known).guesses;
};

/**
 * Why a password must not be used, and what to do, in plain words; null when it may. It is long, not one of the common
 * ones nor a small change of one, and not made of its owner's name or e-mail address.
 */
export function passwordProblem(password: string, owner: PasswordOwner = {}): string | null {
  if ([...password].length < SHORTEST_PASSWORD)
    return `A password has ${SHORTEST_PASSWORD} characters or more: three or four words that don’t belong together make a good one.`;
  if (guesses(password, []) < FEWEST_GUESSES)
    return 'This password is among the first that strangers try: take three or four words that don’t belong together.';
  const words = wordsOf(owner);
  if (isMostly(password, words) || guesses(password, words) < FEWEST_GUESSES)
    return 'This password is made of your own name or e-mail address: take words that have nothing to do with you.';
  return null;
}

const LEAST_OF_ITS_OWN = 8;

/** Whether little is left of a password without some words, whatever stands between them. */
function isMostly(password: string, words: string[]): boolean {
  const whole = folded(password);
  const left = words
    .map(folded)
    .filter((word) => word.length > 3)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), whole);
  return left !== whole && left.length < LEAST_OF_ITS_OWN;
}

const folded = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

function wordsOf({ email, firstname, lastname }: PasswordOwner): string[] {
  const [local = '', domain = ''] = (email ?? '').split('@');
  const names = [firstname ?? '', lastname ?? ''];
  const words = [email ?? '', local, domain, ...names, names.join(''), names.join(' ')];
  return [...new Set(words.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]))].filter(
    (word) => word.length > 2,
  );
}
