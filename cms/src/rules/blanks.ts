import {
  type Anchored,
  finderIdsOn,
  PAGE_PARTS,
  type RichTextBlock,
  sectionIds,
} from '@deep-dive/shared-types';
import {
  type Attribute,
  asList,
  type Entry,
  type GetModel,
  type Model,
  type Section,
  writtenAttributes,
} from '../schema/model';
import { PAGE } from '../schema/uids';
import { replaceTokens, tokensIn, unknownFigure } from './figures';
import { placeholderProblems } from './placeholders';
import type { Problem } from './problem';
import { type Linkable, linkProblem } from './urls';
import { VIDEO, videoProblems } from './videos';

/** What a page's text may quote and link to. */
export interface Published {
  /** Keys of the published figures. */
  figures: ReadonlySet<string>;
  /** documentIds of the published pages. */
  pages: ReadonlySet<string>;
  /** Where visitors find pages and partners on this site, those that have moved among them ("/deep-dive"). */
  paths: ReadonlySet<string>;
}

/** What is to be filled in: words, a figure, a link, where a button leads, a picture's alternative text. */
export type UnfitKind = 'text' | 'figure' | 'link' | 'target' | 'alternative-text';

/** What keeps a page from being published, and of what kind it is. */
export interface Unfit extends Problem {
  kind: UnfitKind;
}

/** A video is what its section leads to. */
const asTarget = (problem: Problem): Unfit => ({ ...problem, kind: 'target' });

/** What is wrong with a field, to be read after its name. */
interface Fault {
  kind: UnfitKind;
  why: string;
}

const BLANK = /_{3,}/;
const HOLDS_BLANK: Fault = {
  kind: 'text',
  why: 'still holds a blank (____). Fill it in, or quote a figure such as {{educators}}.',
};

/**
 * What keeps a page (or anything written like one) from being published: blanks and notes left in the text, figures nobody
 * knows, links and calls to action that lead nowhere, pictures nobody has described. Sections that are switched off are not
 * looked at, nor are fields that visitors never see.
 */
export function blankProblems(uid: string, entry: Entry, published: Published, getModel: GetModel): Unfit[] {
  const self = typeof entry.documentId === 'string' ? entry.documentId : '';
  const pages = new Set([...published.pages, self]);
  const linkable: Linkable = {
    paths: new Set([...published.paths, ...(typeof entry.slug === 'string' ? [`/${entry.slug}`] : [])]),
    parts: uid === PAGE ? partsOf(entry) : null,
  };

  function inside(model: string, value: Entry, path: Problem['path'], where: string): Unfit[] {
    const own = [
      ...leadProblems(model, value, path, where, pages, linkable),
      ...(model === VIDEO ? videoProblems(value, path, where).map(asTarget) : []),
      ...pictureProblems(getModel(model), value, path, where),
    ];
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
  ): Unfit[] {
    const label = attribute.pluginOptions?.form?.label ?? name;
    const says = ({ kind, why }: Fault): Unfit => ({ kind, path, message: `${where}“${label}” ${why}` });
    if (attribute.private) return [];
    switch (attribute.type) {
      case 'string':
      case 'text': {
        const text = String(value ?? '');
        // There are towns called Banner.
        return [...textProblems(text, published.figures), ...placeholders(text, name !== 'city')].map(says);
      }
      case 'blocks':
        return richTextProblems((value ?? []) as RichTextBlock[], published.figures, linkable).map(says);
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

const placeholders = (text: string, isWhole: boolean): Fault[] =>
  placeholderProblems(text, isWhole).map((why) => ({ kind: 'text', why }));

function textProblems(text: string, figures: ReadonlySet<string>): Fault[] {
  const problems: Fault[] = [];
  if (BLANK.test(text)) problems.push(HOLDS_BLANK);
  if (/\{\{|\}\}/.test(replaceTokens(text, () => '')))
    problems.push({
      kind: 'figure',
      why: 'holds a broken figure. Write {{educators}} in one piece, all of it in one style.',
    });
  for (const { token, key } of tokensIn(text))
    if (!figures.has(key)) problems.push({ kind: 'figure', why: unknownFigure(token, key, figures) });
  return problems;
}

function richTextProblems(
  blocks: RichTextBlock[],
  figures: ReadonlySet<string>,
  linkable: Linkable,
): Fault[] {
  const problems: Fault[] = [];
  const visit = (node: { text?: unknown; url?: unknown; type?: unknown; children?: unknown }): void => {
    const link = node.type === 'link' ? linkProblem(String(node.url ?? ''), linkable, true) : null;
    if (link) problems.push({ kind: 'link', why: `has a link that leads to ${link}` });
    if (typeof node.text === 'string') problems.push(...textProblems(node.text, figures));
    const children = asList(node.children);
    // A blank or a note can be cut in two by a change of emphasis, so each run of text is also read as a whole.
    const run = children.map((child) => (typeof child.text === 'string' ? child.text : '\n'));
    if (BLANK.test(run.join('')) && !run.some((text) => BLANK.test(text))) problems.push(HOLDS_BLANK);
    problems.push(...placeholders(run.join(''), blocks.length === 1));
    children.forEach(visit);
  };
  blocks.forEach(visit);
  return problems;
}

/** A hero's picture is decoration; so is the still of a video, whose button says what is played. */
const DECORATED = new Set(['sections.hero', VIDEO]);

/** A section's pictures that are to be seen and that nobody has described. */
function pictureProblems(model: Model, section: Entry, path: Problem['path'], where: string): Unfit[] {
  if (!model.uid.startsWith('sections.') || DECORATED.has(model.uid) || section.decorative === true)
    return [];
  return writtenAttributes(model).flatMap(([name, { type, pluginOptions }]) =>
    type === 'media' && asList(section[name]).some(({ alternativeText }) => !alternativeText)
      ? [
          {
            kind: 'alternative-text' as const,
            path: [...path, name],
            message: `${where}“${pluginOptions?.form?.label ?? name}” has no alternative text. Write in the picture’s details what it shows, or switch on “Only decoration”.`,
          },
        ]
      : [],
  );
}

/** What links on a page can lead to with a # alone; null when one of its sections makes parts of what others enter. */
function partsOf({ sections }: Entry): ReadonlySet<string> | null {
  const shown = (asList(sections) as Section[]).filter(
    ({ visible }) => visible !== false,
  ) as unknown as Anchored[];
  if (shown.some(({ __component }) => __component === 'sections.partner-directory')) return null;
  const ids = sectionIds(shown).filter((id) => id !== undefined);
  return new Set([...PAGE_PARTS, ...finderIdsOn(shown), ...ids]);
}

/** What leads somewhere: how it is named in messages, and what it can lead to. */
const LEADS: Record<string, { called: string; choices?: { choose: string; keep: string } }> = {
  'elements.action': {
    called: 'the button',
    choices: { choose: 'a page, an address or a file', keep: 'page, address or file' },
  },
  'elements.download': {
    called: 'the download',
    choices: { choose: 'a file or an address', keep: 'file or address' },
  },
  // It may lead nowhere.
  'elements.logo': { called: 'the logo' },
};

function leadProblems(
  model: string,
  lead: Entry,
  path: Problem['path'],
  where: string,
  publishedPages: ReadonlySet<string>,
  linkable: Linkable,
): Unfit[] {
  const kind = LEADS[model];
  if (!kind) return [];
  const name = String(lead.label ?? lead.title ?? lead.name ?? '').slice(0, 80);
  const label = `${where}${kind.called} “${name}”`;
  const page = lead.page as { documentId: string; title?: string } | null | undefined;
  const targets = [page, lead.url, lead.file].filter(Boolean).length;
  if (kind.choices && targets === 0)
    return [
      {
        kind: 'target',
        path: [...path, 'url'],
        message: `${label} leads nowhere. Choose ${kind.choices.choose}.`,
      },
    ];
  if (kind.choices && targets > 1)
    return [
      {
        kind: 'target',
        path: [...path, 'url'],
        message: `${label} leads to more than one place. Keep one: ${kind.choices.keep}.`,
      },
    ];
  if (page && !publishedPages.has(page.documentId))
    return [
      {
        kind: 'link',
        path: [...path, 'page'],
        message: `${label} leads to a page that isn’t published. Publish that page first, or type its address.`,
      },
    ];
  const problem = lead.url ? linkProblem(String(lead.url), linkable, false) : null;
  return problem ? [{ kind: 'link', path: [...path, 'url'], message: `${label} leads to ${problem}` }] : [];
}
