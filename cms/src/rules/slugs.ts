import { PAGE, PARTNER } from '../schema/uids';

interface Named {
  /** The field an address is made of. */
  title: string;
  /** What it is made of when that holds nothing an address can; Strapi's own form begins with it. */
  unnamed: string;
}

/** The types whose addresses are made of a title. Workshops' are made of more, by a rule of their own. */
export const MADE_OF_TITLE: Record<string, Named> = {
  [PAGE]: { title: 'title', unnamed: 'page' },
  [PARTNER]: { title: 'name', unnamed: 'regional-partner' },
};

/**
 * Text as it can stand in an address, `length` characters at most: "What’s new: Été!" → "whats-new-ete". Empty when
 * nothing of it can.
 */
export function slugOfText(text: string, length: number): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, length)
    .replace(/-+$/, '');
}

/** Whether an address is the one made of a title, as it is or with the number it got because another had it. */
export function isMadeOf(slug: string, title: string, length: number): boolean {
  const made = slugOfText(title, length);
  if (!made) return false;
  const [, start, number] = /^(.+?)(-\d+)?$/.exec(slug) ?? [];
  return slug === made || (number !== undefined && start === cut(made, length - number.length));
}

/** The first of "summer", "summer-2", "summer-3" … that isn't taken, `length` characters at most. */
export function firstFree(wanted: string, length: number, isTaken: (slug: string) => boolean): string {
  let number = 1;
  while (isTaken(numberedSlug(wanted, length, number))) number++;
  return numberedSlug(wanted, length, number);
}

/** "summer" for 1, "summer-2", "summer-3" …, `length` characters at most. */
export function numberedSlug(wanted: string, length: number, number: number): string {
  if (number === 1) return wanted;
  const ending = `-${number}`;
  return cut(wanted, length - ending.length) + ending;
}

const cut = (slug: string, length: number): string => slug.slice(0, length).replace(/-+$/, '');
