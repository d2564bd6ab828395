import {
  type Attribute,
  asList,
  type Entry,
  type GetModel,
  type Section,
  writtenAttributes,
} from '../schema/model';
import { sectionName } from './blanks';
import { keysIn } from './figures';

/** What to look for in an entry; each says whether a value is it. */
export interface Wanted {
  /** A line of text. */
  text?: (text: string) => boolean;
  /** An address that text or a button leads to. */
  address?: (url: string) => boolean;
  /** A related entry, by its type's uid and its documentId. */
  entry?: (uid: string, documentId: string) => boolean;
  /** A file of the media library. */
  file?: (file: { id?: unknown; url?: unknown }) => boolean;
}

/** An entry that visitors see, and where in it something is used. */
export interface Use {
  uid: string;
  documentId: string;
  /** “Deep Dive” (Page) */
  name: string;
  /** Section 2 (Opening, “Deep Dive”), “Text” */
  places: string[];
  /** Where to edit it, within the admin. */
  link: string;
}

/** Text that quotes a figure. */
export const quoting = (key: string): Wanted => ({
  text: (text) => keysIn(text).includes(key),
});

/** Relations that lead to an entry, and addresses typed by hand that lead to a page's slug. */
export const leadingTo = (entry: { uid: string; documentId: string; slug: string | null }): Wanted => ({
  entry: (uid, documentId) => uid === entry.uid && documentId === entry.documentId,
  address: (url) => entry.slug !== null && /^\/([^/?#]+)\/?(?:[?#].*)?$/.exec(url)?.[1] === entry.slug,
});

/** Fields and text that show one of some files, or offer it. */
export const showing = (files: { id: number; url: string }[]): Wanted => ({
  file: ({ id, url }) => files.some((file) => id === file.id || url === file.url),
});

/** Where visitors meet it in an entry, in the words of the admin's form; sections that are switched off are passed over. */
export function placesOf(uid: string, entry: Entry, wanted: Wanted, getModel: GetModel): string[] {
  function inside(model: string, value: Entry, where: string[]): string[] {
    const here =
      model === 'elements.action'
        ? [...where, `the button “${String(value.label ?? '').slice(0, 60)}”`]
        : where;
    return writtenAttributes(getModel(model)).flatMap(([name, attribute]) =>
      inField(
        attribute,
        value[name],
        model === 'elements.action' ? here : [...here, labelOf(attribute, name)],
        here,
      ),
    );
  }

  function inField(attribute: Attribute, value: unknown, field: string[], owner: string[]): string[] {
    const found = (is: boolean | undefined): string[] => (is ? [field.join(', ')] : []);
    switch (attribute.type) {
      case 'string':
      case 'text': {
        const text = String(value ?? '');
        return found(wanted.text?.(text) || (text !== '' && wanted.address?.(text)));
      }
      case 'blocks':
        return found(asList(value).some((block) => holds(block, wanted)));
      case 'media':
        return found(asList(value).some((file) => wanted.file?.(file)));
      case 'relation':
        return found(
          asList(value).some(({ documentId }) => wanted.entry?.(attribute.target ?? '', String(documentId))),
        );
      case 'component':
        return asList(value).flatMap((item) => inside(attribute.component ?? '', item, field));
      case 'dynamiczone':
        return (asList(value) as Section[]).flatMap((section, position) =>
          section.visible === false
            ? []
            : inside(section.__component, section, [...owner, sectionName(section, position, getModel)]),
        );
      default:
        return [];
    }
  }

  return [...new Set(inside(uid, entry, []))];
}

const labelOf = (attribute: Attribute, name: string): string =>
  `“${attribute.pluginOptions?.form?.label ?? name}”`;

function holds(node: Entry, wanted: Wanted): boolean {
  return Boolean(
    (typeof node.text === 'string' && wanted.text?.(node.text)) ||
      (typeof node.url === 'string' && wanted.address?.(node.url)) ||
      (node.type === 'image' && wanted.file?.((node.image ?? {}) as Entry)) ||
      asList(node.children).some((child) => holds(child, wanted)),
  );
}

/** An entry's name for people: “Deep Dive” (Page), or Site, of which there is one. */
export function nameOf(uid: string, entry: Entry, getModel: GetModel): string {
  const { kind, info } = getModel(uid);
  const name = entry.title ?? entry.name ?? entry.key;
  return kind === 'singleType' || !name ? info.displayName : `“${String(name)}” (${info.displayName})`;
}

/** Where an entry is edited, within the admin. */
export const editLink = (uid: string, documentId: string, getModel: GetModel): string =>
  getModel(uid).kind === 'singleType'
    ? `/content-manager/single-types/${uid}`
    : `/content-manager/collection-types/${uid}/${documentId}`;

const USES_NAMED = 5;

/** “Deep Dive” (Page): Section 2 (Opening), “Text”; Site: “Text at the foot” */
export function inWords(uses: Use[]): string {
  const named = uses.slice(0, USES_NAMED).map(({ name, places }) => `${name}: ${places.join('; ')}`);
  const more = uses.length - named.length;
  return [...named, ...(more > 0 ? [`and ${more} more`] : [])].join('. ');
}
