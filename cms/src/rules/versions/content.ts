import {
  type Attribute,
  asList,
  type Entry,
  type GetModel,
  type Section,
  writtenAttributes,
} from '../../schema/model';
import { FIGURE, FILE, PAGE, PARTNER, PRICING, SCHOLARSHIP, SITE, WORKSHOP } from '../../schema/uids';
import { sectionName } from '../blanks';

/** Types whose every version is kept. What visitors send in, which is personal, is not among them. */
export const VERSIONED: ReadonlySet<string> = new Set([
  PAGE,
  SITE,
  FIGURE,
  PRICING,
  SCHOLARSHIP,
  WORKSHOP,
  PARTNER,
]);

/**
 * All that people wrote in an entry, as it stood at one time: components and sections within, entries it leads to by
 * documentId (`Reference`), files by id (`FileReference`). What is empty is left out, as is what the CMS works out by itself.
 */
export type Content = Entry;

/** An entry that content leads to, and what it was called then. */
export interface Reference {
  documentId: string;
  name: string;
}

/** A file that content shows or offers, and what it was called then. */
export interface FileReference {
  id: number;
  name: string;
}

/**
 * The attributes that are content. Who acts for a partner is none: giving people back what they wrote must not give anybody
 * an account's rights.
 */
export const contentAttributes = (uid: string, getModel: GetModel): [string, Attribute][] =>
  writtenAttributes(getModel(uid)).filter(
    ([, { type, mappedBy, private: hidden, pluginOptions }]) =>
      !pluginOptions?.form?.readOnly && !(type === 'relation' && (mappedBy || hidden)),
  );

/** The content of an entry that was read with `populateFor`. */
export function contentOf(uid: string, entry: Entry, getModel: GetModel): Content {
  return Object.fromEntries(
    contentAttributes(uid, getModel).flatMap(([name, attribute]) => {
      const value = contentOfField(attribute, entry[name], getModel);
      const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
      return isEmpty ? [] : [[name, value]];
    }),
  );
}

function contentOfField(attribute: Attribute, value: unknown, getModel: GetModel): unknown {
  const oneOrAll = (all: unknown[]): unknown => (Array.isArray(value) ? all : all[0]);
  switch (attribute.type) {
    case 'component':
      return oneOrAll(asList(value).map((item) => contentOf(attribute.component ?? '', item, getModel)));
    case 'dynamiczone':
      return (asList(value) as Section[]).map(({ __component, ...section }) => ({
        __component,
        ...contentOf(__component, section, getModel),
      }));
    case 'media':
      return oneOrAll(
        asList(value).map(({ id, name }): FileReference => ({ id: Number(id), name: String(name ?? '') })),
      );
    case 'relation':
      return oneOrAll(
        asList(value).map(
          ({ documentId, title, name, slug }): Reference => ({
            documentId: String(documentId),
            name: String(title ?? name ?? slug ?? ''),
          }),
        ),
      );
    default:
      return value instanceof Date ? value.toISOString() : value;
  }
}

/** Something that content leads to or shows, and where in it. */
export interface Mention {
  /** uid of its type. */
  uid: string;
  /** A documentId, or a file's id. */
  key: string | number;
  /** Section 2 (Opening, “Deep Dive”), “Picture”: “classroom.jpg” */
  words: string;
}

/** What content leads to and shows. */
export function mentionsIn(
  uid: string,
  content: Content,
  getModel: GetModel,
  where: string[] = [],
): Mention[] {
  return contentAttributes(uid, getModel).flatMap(([name, attribute]) => {
    const value = content[name];
    const here = [...where, labelOf(attribute, name)];
    const mention = (target: string, key: string | number, called: unknown): Mention => ({
      uid: target,
      key,
      words: `${here.join(', ')}: “${String(called)}”`,
    });
    switch (attribute.type) {
      case 'component':
        return asList(value).flatMap((item) => mentionsIn(attribute.component ?? '', item, getModel, here));
      case 'dynamiczone':
        return (asList(value) as Section[]).flatMap((section, position) =>
          mentionsIn(section.__component, section, getModel, [
            ...where,
            sectionName(section, position, getModel),
          ]),
        );
      case 'media':
        return asList(value).map(({ id, name: called }) => mention(FILE, Number(id), called));
      case 'relation':
        return asList(value).map(({ documentId, name: called }) =>
          mention(attribute.target ?? '', String(documentId), called),
        );
      default:
        return [];
    }
  });
}

/** “Heading”, as the form calls it. */
export const labelOf = (attribute: Attribute, name: string): string =>
  `“${attribute.pluginOptions?.form?.label ?? name}”`;

/**
 * Content as the Document Service saves it: in place of what an entry says now, what is empty in the content included.
 * @param isThere whether what it leads to or shows still exists; the rest is left out
 */
export function dataOf(
  uid: string,
  content: Content,
  getModel: GetModel,
  isThere: (uid: string, key: string | number) => boolean,
): Entry {
  return Object.fromEntries(
    contentAttributes(uid, getModel).map(([name, attribute]) => {
      const value = content[name];
      const oneOrAll = (all: unknown[]): unknown => (Array.isArray(value) ? all : (all[0] ?? null));
      switch (attribute.type) {
        case 'component': {
          const items = asList(value).map((item) =>
            dataOf(attribute.component ?? '', item, getModel, isThere),
          );
          return [name, attribute.repeatable ? items : (items[0] ?? null)];
        }
        case 'dynamiczone':
          return [
            name,
            (asList(value) as Section[])
              .filter(({ __component }) => attribute.components?.includes(__component))
              .map((section) => ({
                __component: section.__component,
                ...dataOf(section.__component, section, getModel, isThere),
              })),
          ];
        case 'media': {
          const ids = asList(value).flatMap(({ id }) => (isThere(FILE, Number(id)) ? [Number(id)] : []));
          return [name, oneOrAll(ids)];
        }
        case 'relation': {
          const documents = asList(value).flatMap(({ documentId }) =>
            isThere(attribute.target ?? '', String(documentId)) ? [String(documentId)] : [],
          );
          return [name, oneOrAll(documents)];
        }
        default:
          return [name, value ?? null];
      }
    }),
  );
}

/** Whether two values of content say the same; what something was called at the time makes no difference. */
export const isSame = (a: unknown, b: unknown): boolean => comparable(a) === comparable(b);

/** What a value of content says, as a text: the same for two values that say the same. */
export const comparable = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, held: unknown) => {
    if (typeof held !== 'object' || held === null || Array.isArray(held)) return held;
    const { documentId, id, name, ...more } = held as Partial<Reference & FileReference>;
    const isReference = documentId !== undefined || (id !== undefined && name !== undefined);
    return isReference && Object.keys(more).length === 0 ? { documentId, id } : held;
  });
