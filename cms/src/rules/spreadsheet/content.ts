import { stateNames } from '@deep-dive/shared-types';
import { asSeen, readDate, readTime } from '../typed';
import { datesIn, serialDate, timeOfDay, timesIn, whenIn } from './days';

/** How many cells of a column are looked at: it says by then what is in it. */
const MOST = 60;
/** As many letters of a cell are looked at: it says by then what it is about. */
const MOST_LETTERS = 1_000;
/** The share of a column’s cells that makes it be about something. */
const ENOUGH = 0.7;

const isState = (text: string): boolean => Object.hasOwn(stateNames, text.toUpperCase());

const KINDS = {
  dateAndTime: (text: string, today: string): boolean => {
    const when = whenIn(text);
    return when !== null && when.times !== '' && isDay(when.dates, today);
  },
  date: (text: string, today: string): boolean => isDay(text, today),
  time: (text: string): boolean => timesIn(text).every(isTime),
  noDay: (text: string): boolean =>
    /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?s?|\d{1,2})$/i.test(text),
  url: (text: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(text),
  cityAndState: (text: string): boolean => {
    const [, state = ''] = /^[a-z .'’-]+, ?([a-z]{2})(?: \d{5})?$/i.exec(text) ?? [];
    return isState(state);
  },
  state: isState,
  zip: (text: string): boolean => /^\d{5}(?:-\d{4})?$/.test(text) && serialDate(text) === null,
  number: (text: string): boolean => /^\d+$/.test(text),
  format: (text: string): boolean =>
    /^(?:in[- ]?person|face[- ]to[- ]face|virtual|online|remote|hybrid)\b/i.test(text),
  kind: (text: string): boolean => /\b(?:intro|introductory|deep[- ]?dive)\b/i.test(text) && text.length < 20,
  status: (text: string): boolean => /^(?:scheduled|open|full|closed|cancell?ed|waitlist)$/i.test(text),
  words: (text: string): boolean => {
    const word = text.search(/[a-z]{3}/i);
    const space = word < 0 ? -1 : text.indexOf(' ', word);
    return space > 0 && /[a-z]{2}/i.test(text.slice(space));
  },
};

const isDay = (text: string, today: string): boolean => {
  const dates = datesIn(text, today);
  return dates.length > 0 && dates.every((date) => readDate(date, today).value !== null);
};

const isTime = (text: string): boolean => {
  const time = timeOfDay(text);
  return /[:.apm]|noon/i.test(time) && (readTime(time).value !== null || /^\d{1,2}[:.]\d\d$/.test(time));
};

/** What is in a column: for each kind of thing, which share of its cells is one. */
export function contentOf(
  cells: string[],
  today: string,
): { count: number; shares: Record<keyof typeof KINDS, number> } {
  const seen: string[] = [];
  for (const cell of cells) {
    const text = cell
      .slice(0, MOST_LETTERS)
      .split(/[\r\n]+/)
      .map(asSeen)
      .filter(Boolean)
      .join('; ');
    if (text) seen.push(text);
    if (seen.length === MOST) break;
  }
  const share = (is: (text: string, today: string) => boolean): number =>
    seen.length === 0 ? 0 : seen.filter((text) => is(text, today)).length / seen.length;
  return {
    count: seen.length,
    shares: Object.fromEntries(Object.entries(KINDS).map(([kind, is]) => [kind, share(is)])) as Record<
      keyof typeof KINDS,
      number
    >,
  };
}

export const looksLike = ({ shares }: ReturnType<typeof contentOf>, kind: keyof typeof KINDS): boolean =>
  shares[kind] >= ENOUGH;
