import type { RichTextBlock } from '@deep-dive/shared-types';
import {
  type Attribute,
  asList,
  type Entry,
  type GetModel,
  type Section,
  writtenAttributes,
} from '../schema/model';
import type { Problem } from './problem';
import { isSafeUrl } from './urls';

/** What a page's text may quote and link to. */
export interface Published {
  /** Keys of the published figures. */
  figures: ReadonlySet<string>;
  /** documentIds of the published pages. */
  pages: ReadonlySet<string>;
}

/** `{{educators}}`, with or without spaces inside. */
export const FIGURE_TOKEN = /\{\{\s*([^{}]*?)\s*\}\}/g;

const BLANK = /_{3,}/;
const HOLDS_BLANK = 'still holds a blank (____). Fill it in, or quote a figure such as {{educators}}.';

/**
 * What keeps a page (or anything written like one) from being published: blanks left in the text, figures nobody knows,
 * calls to action that lead nowhere, unsafe addresses. Sections that are switched off are not looked at.
 */
export function blankProblems(
  uid: string,
  entry: Entry,
  published: Published,
  getModel: GetModel,
): Problem[] {
  const self = typeof entry.documentId === 'string' ? entry.documentId : '';
  const pages = new Set([...published.pages, self]);

  function inside(model: string, value: Entry, path: Problem['path'], where: string): Problem[] {
    const own = model === 'elements.action' ? actionProblems(value, path, where, pages) : [];
    const fields = writtenAttributes(getModel(model)).flatMap(([name, attribute]) =>
      inField(attribute, value[name], [...path, name], name, where),
    );
    return [...own, ...fields];
  }

  function inField(
    attribute: Attribute,
    value: unknown,
    path: Problem['path'],
    name: string,
    where: string,
  ): Problem[] {
    const label = attribute.pluginOptions?.form?.label ?? name;
    const says = (why: string): Problem => ({ path, message: `${where}“${label}” ${why}` });
    switch (attribute.type) {
      case 'string':
      case 'text':
        return textProblems(String(value ?? ''), published.figures).map(says);
      case 'blocks':
        return richTextProblems((value ?? []) as RichTextBlock[], published.figures).map(says);
      case 'component':
        return asList(value).flatMap((item, position) =>
          inside(attribute.component ?? '', item, attribute.repeatable ? [...path, position] : path, where),
        );
      case 'dynamiczone':
        return (asList(value) as Section[]).flatMap((section, position) =>
          section.visible === false
            ? []
            : inside(
                section.__component,
                section,
                [...path, position],
                `${sectionName(section, position, getModel)}: `,
              ),
        );
      default:
        return [];
    }
  }

  return inside(uid, entry, [], '');
}

/** "Section 2 (Text and picture, “What is a Deep Dive?”)" */
export function sectionName(section: Section, position: number, getModel: GetModel): string {
  const { displayName } = getModel(section.__component).info;
  const heading = section.heading ?? section.subheading ?? section.text;
  const quoted = typeof heading === 'string' && heading ? `, “${heading.slice(0, 60)}”` : '';
  return `Section ${position + 1} (${displayName}${quoted})`;
}

function textProblems(text: string, figures: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  if (BLANK.test(text)) problems.push(HOLDS_BLANK);
  if (/\{\{|\}\}/.test(text.replace(FIGURE_TOKEN, '')))
    problems.push('holds a broken figure. Write {{educators}} in one piece, all of it in one style.');
  for (const [token, key = ''] of text.matchAll(FIGURE_TOKEN))
    if (!figures.has(key))
      problems.push(
        `quotes ${token.slice(0, 60)}, and no such figure is published. Publish it, or correct its name.`,
      );
  return problems;
}

function richTextProblems(blocks: RichTextBlock[], figures: ReadonlySet<string>): string[] {
  const problems: string[] = [];
  const visit = (node: { text?: unknown; url?: unknown; type?: unknown; children?: unknown }): void => {
    if (node.type === 'link' && !isSafeUrl(String(node.url ?? '')))
      problems.push(`has a link to ${unsafe(node.url)}`);
    if (typeof node.text === 'string') problems.push(...textProblems(node.text, figures));
    const children = asList(node.children);
    // A blank can be cut in two by a change of emphasis, so each run of text is also read as a whole.
    const run = children.map((child) => (typeof child.text === 'string' ? child.text : '\n'));
    if (BLANK.test(run.join('')) && !run.some((text) => BLANK.test(text))) problems.push(HOLDS_BLANK);
    children.forEach(visit);
  };
  blocks.forEach(visit);
  return problems;
}

function actionProblems(
  action: Entry,
  path: Problem['path'],
  where: string,
  publishedPages: ReadonlySet<string>,
): Problem[] {
  const label = `${where}the button “${String(action.label ?? '').slice(0, 80)}”`;
  const page = action.page as { documentId: string; title?: string } | null | undefined;
  const targets = [page, action.url, action.file].filter(Boolean).length;
  if (targets === 0)
    return [
      { path: [...path, 'url'], message: `${label} leads nowhere. Choose a page, an address or a file.` },
    ];
  if (targets > 1)
    return [
      {
        path: [...path, 'url'],
        message: `${label} leads to more than one place. Keep one: page, address or file.`,
      },
    ];
  if (page && !publishedPages.has(page.documentId))
    return [
      {
        path: [...path, 'page'],
        message: `${label} leads to a page that isn’t published. Publish that page first, or type its address.`,
      },
    ];
  if (action.url && !isSafeUrl(String(action.url)))
    return [{ path: [...path, 'url'], message: `${label} leads to ${unsafe(action.url)}` }];
  return [];
}

const unsafe = (url: unknown): string =>
  `“${String(url ?? '').slice(0, 80)}”, which isn’t an address we can link to. Use https://…, mailto:…, tel:…, a place on this site (/workshops) or a part of the page (#register).`;
