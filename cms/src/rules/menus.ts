import type { Attribute, Entry } from '../schema/model';
import { asList } from '../schema/model';
import type { Content, Reference } from './versions/content';

/** The lists of links that stand on every page, as Site has them. */
export const MENUS = ['navigation', 'footerLinks'] as const;

export type MenuName = (typeof MENUS)[number];

/** A menu, as far as one page goes. */
export interface PageMenu {
  name: MenuName;
  /** “Menu at the top” */
  label: string;
  /** Whether the page stands in it, as Site was saved last. */
  holdsPage: boolean;
  /** Whether it takes no more. */
  isFull: boolean;
}

/** GET /menus/:documentId: where a page stands in the menus. */
export interface PageMenus {
  menus: PageMenu[];
  /** Whether Site holds something that visitors don't see yet: what is changed here then waits with it. */
  hasWaiting: boolean;
  /** Whether visitors see the page: menus lead to no other. */
  isLive: boolean;
  /** Whether who asks may change the menus. */
  mayChange: boolean;
}

/** What POST and DELETE /menus/:documentId/:menu answer: the menus afterwards, and whether visitors see the change. */
export interface MenuChange extends PageMenus {
  isPublished: boolean;
}

/** The longest that a menu's words can be, in characters. */
export const LONGEST_LABEL = 80;

const leadsTo = (link: Entry, documentId: string): boolean =>
  asList(link.page).some((page) => (page as Partial<Reference>).documentId === documentId);

/** Where a page stands in the menus that Site's content has. */
export const menusWith = (
  content: Content,
  documentId: string,
  attributes: Record<string, Attribute>,
): PageMenu[] =>
  MENUS.map((name) => {
    const links = asList(content[name]);
    const { max, pluginOptions } = attributes[name] ?? {};
    return {
      name,
      label: pluginOptions?.form?.label ?? name,
      holdsPage: links.some((link) => leadsTo(link, documentId)),
      isFull: typeof max === 'number' && links.length >= max,
    };
  });

/** Site's content with a page at the end of a menu, in these words. */
export const withPage = (content: Content, menu: MenuName, page: Reference, label: string): Content => ({
  ...content,
  [menu]: [...asList(content[menu]), { label, style: 'link', page }],
});

/** Site's content without a page in a menu. */
export const withoutPage = (content: Content, menu: MenuName, documentId: string): Content => ({
  ...content,
  [menu]: asList(content[menu]).filter((link) => !leadsTo(link, documentId)),
});
