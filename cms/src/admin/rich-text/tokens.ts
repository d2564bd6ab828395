import { nearestKey, wordingOf } from '../../rules/figures';
import type { QuotedFigure } from '../../rules/to-fill';
import type { Figures } from './useFigures';

/** How a figure that is quoted reads now, or what is wrong with it. */
export function saidOf(key: string, figures: Figures): { said: string; isKnown: boolean } {
  const figure = figures.get(key);
  if (figure?.isPublished)
    return { said: `{{${key}}} reads “${wordingOf(figure)}”${notice(figure)}`, isKnown: true };
  if (figure) return { said: `{{${key}}} isn’t published yet: publish the figure first.`, isKnown: false };
  const meant = nearestKey(key, published(figures));
  return {
    said: `There is no figure {{${key}}}.${meant ? ` Did you mean {{${meant}}}?` : ''}`,
    isKnown: false,
  };
}

const notice = ({ value, isTyped }: QuotedFigure): string => {
  if (value) return '.';
  return isTyped ? ', until its number is published.' : ': it has no number yet.';
};

const published = (figures: Figures): string[] =>
  [...figures.values()].flatMap(({ key, isPublished }) => (isPublished ? [key] : []));

/** What is typed of a key, and where it begins: after two braces that aren't closed yet. */
export function beginning(text: string, caret: number): { start: number; typed: string } | null {
  const found = /\{\{\s*([^{}\s]*)$/.exec(text.slice(0, caret));
  if (!found || /^[^{}]*\}\}/.test(text.slice(caret))) return null;
  return { start: found.index, typed: found[1] ?? '' };
}

/** What is done with the list of figures that are offered. */
export type Press = 'next' | 'previous' | 'choose' | 'dismiss';

const PRESSES: Partial<Record<string, Press>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Enter: 'choose',
  Tab: 'choose',
  Escape: 'dismiss',
};

/** What a key does to the list; null for those that are the text’s, as with a modifier all are: Shift and Tab lead out of it. */
export function pressed({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): Press | null {
  return shiftKey || ctrlKey || altKey || metaKey ? null : (PRESSES[key] ?? null);
}

/** As many figures as are offered at once. */
const MOST_OFFERED = 8;

/** The figures that somebody may mean who typed so much of a key, the likeliest first. */
export function offered(typed: string, figures: Figures): QuotedFigure[] {
  const wanted = typed.toLowerCase();
  const rank = ({ key, phrase }: QuotedFigure): number => {
    if (key.startsWith(wanted)) return 0;
    if (key.includes(wanted)) return 1;
    return phrase.toLowerCase().includes(wanted) ? 2 : 3;
  };
  const all = [...figures.values()].filter(({ isPublished }) => isPublished);
  const found = all
    .filter((figure) => rank(figure) < 3)
    .sort((one, other) => rank(one) - rank(other) || one.key.localeCompare(other.key));
  const meant = found.length === 0 ? nearestKey(typed, published(figures)) : null;
  return (meant ? all.filter(({ key }) => key === meant) : found).slice(0, MOST_OFFERED);
}
