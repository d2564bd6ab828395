import { asList, type Entry, type GetModel, type Section } from '../schema/model';
import { FIGURE, PAGE, PRICING, SCHOLARSHIP, SITE } from '../schema/uids';
import { blankProblems, type Published, sectionName, type UnfitKind } from './blanks';
import { type Field, fieldsIn, type PlacedSection, textsIn } from './fields';
import { type Figure, keysIn, type QuotingSentence, quotingSentences } from './figures';
import { missingProblems } from './missing';
import type { Problem } from './problem';
import { dateInWords } from './typed';
import { editLink } from './uses';

/** Types whose blanks are told of: pages, and what else marketing writes for visitors. */
export const HAS_BLANKS: ReadonlySet<string> = new Set([PAGE, SITE, PRICING, SCHOLARSHIP]);

export type BlankKind = UnfitKind | 'picture' | 'search' | 'note';

/** Which blank it is. It is known again after sections were moved, and mostly after they were written anew. */
export interface BlankName {
  /** The document that is to be edited: the page's own, or a figure's. */
  uid: string;
  documentId: string;
  /** The kind, and the field within its section: "target actions.0.url". */
  key: string;
  /**
   * The section's kind and row, which lasts until the page is restored or taken back: "sections.hero #13". Empty outside of
   * sections, and in one that was not saved yet.
   */
  section: string;
  /** The section's kind and which of its kind it is on the page: "sections.hero 1". Empty outside of sections. */
  place: string;
}

/** Something that somebody is still to fill in. */
export interface Blank extends BlankName {
  kind: BlankKind;
  /** What is to be done, and where, in words. */
  message: string;
  /** The section in words, “Section 2 (Opening, “Deep Dive”)”; empty outside of sections. */
  where: string;
  /** Opens the form at the field, within the admin. */
  link: string;
  /** Whether it keeps its page from being published. */
  refused: boolean;
}

/** A figure as pages quote it: as it is published, or if it never was, as its draft has it. */
export interface QuotedFigure extends Figure {
  documentId: string;
  isPublished: boolean;
  /** Whether a number was typed and isn't published yet. */
  isTyped: boolean;
  /** "2027-03-06" */
  reviewBy: string | null;
}

/** What is known around a page. */
export interface Surroundings extends Published {
  /** Every figure there is, by its key. */
  quoted: ReadonlyMap<string, QuotedFigure>;
  /** "2026-11-28" */
  today: string;
}

/** A sentence of a page that quotes figures, and where it stands. */
export interface PlacedSentence extends QuotingSentence {
  where: string;
  link: string;
}

/** What a page still lacks, and how what it quotes reads. */
export interface ToFill {
  blanks: Blank[];
  /** All sections there are that were saved, by kind and row. */
  rows: string[];
  sentences: PlacedSentence[];
}

/** Longest part of a note that is told. */
const LONGEST_NOTE = 160;
const MOST_SENTENCES = 30;

/** Where a field is edited: `open-field.ts` of the admin reads the address. Strapi’s own `?field=` breaks its lists. */
export const fieldLink = (
  uid: string,
  documentId: string,
  path: Problem['path'],
  getModel: GetModel,
): string => `${editLink(uid, documentId, getModel)}?at=${path.join('.')}`;

/** All that is still to be filled in, of an entry as its draft has it. */
export function toFill(uid: string, entry: Entry, around: Surroundings, getModel: GetModel): ToFill {
  const documentId = String(entry.documentId ?? '');
  const sections = asList(entry.sections) as Section[];
  const fields = fieldsIn(uid, entry, getModel).filter(({ section }) => section?.section.visible !== false);

  const placed = (path: Problem['path']): PlacedSection | null => {
    const position = path[0] === 'sections' ? Number(path[1]) : Number.NaN;
    const section = sections[position];
    return section ? { section, position } : null;
  };
  const whereIs = (at: PlacedSection | null): string =>
    at ? sectionName(at.section, at.position, getModel) : '';
  const link = (path: Problem['path']): string => fieldLink(uid, documentId, path, getModel);
  const blank = (
    kind: BlankKind,
    path: Problem['path'],
    message: string,
    more: Partial<Blank> = {},
  ): Blank => {
    const at = placed(path);
    return {
      kind,
      uid,
      documentId,
      key: [kind, (at ? path.slice(2) : path).join('.')].join(' '),
      section: at ? rowOf(at.section) : '',
      place: at ? placeOf(sections, at) : '',
      message,
      where: whereIs(at),
      link: link(path),
      refused: false,
      ...more,
    };
  };

  const unfit = blankProblems(uid, entry, around, getModel);
  const told = new Set(unfit.map(({ path }) => path.join('.')));
  const missing = missingProblems(uid, entry, getModel).filter(({ path }) => !told.has(path.join('.')));
  const blanks: Blank[] = [
    ...unfit.map(({ kind, path, message }) => blank(kind, path, message, { refused: true })),
    ...missing.map(({ path, message }) => blank('text', path, message, { refused: true })),
    ...fields.flatMap((field) => [
      ...(lacksPicture(field)
        ? [blank('picture', field.path, inField(field, whereIs, 'is still to be chosen.'))]
        : []),
      ...(hasUndescribed(field)
        ? [
            blank(
              'alternative-text',
              field.path,
              inField(
                field,
                whereIs,
                'holds a picture without alternative text. Write what it shows, unless it is only decoration.',
              ),
            ),
          ]
        : []),
    ]),
    ...figureBlanks(fields, around, getModel),
    ...(uid === PAGE && !(entry.seo as Entry | null | undefined)?.description
      ? [
          blank(
            'search',
            ['seo', 'description'],
            'No words for search results yet. Write a “Description”: one or two sentences that say what the page is for.',
          ),
        ]
      : []),
    ...sections.flatMap((section, position) => noteBlanks(section, position, blank, whereIs)),
  ];
  return {
    blanks: once(blanks),
    rows: rowsOf(sections),
    sentences: fields
      .flatMap((field) =>
        textsIn(field).flatMap((text) =>
          quotingSentences(text, around.quoted, MOST_SENTENCES).map((sentence) => ({
            ...sentence,
            where: whereIs(field.section),
            link: link(field.path),
          })),
        ),
      )
      .slice(0, MOST_SENTENCES),
  };
}

/** "sections.hero #13" */
const rowOf = ({ __component, id }: Section): string =>
  id === undefined || id === null ? '' : `${__component} #${String(id)}`;

/** The rows of an entry's sections that were saved, by kind and row. */
export const rowsOf = (sections: unknown): string[] =>
  (asList(sections) as Section[]).map(rowOf).filter((row) => row !== '');

/** "sections.hero 1" */
function placeOf(sections: Section[], { section, position }: PlacedSection): string {
  const before = sections
    .slice(0, position + 1)
    .filter(({ __component }) => __component === section.__component);
  return `${section.__component} ${before.length}`;
}

const inField = (
  { section, label }: Field,
  whereIs: (at: PlacedSection | null) => string,
  says: string,
): string => `${section ? `${whereIs(section)}: ` : ''}“${label}” ${says}`;

/** A picture that somebody said is to come. */
const lacksPicture = ({ attribute, path, section, value }: Field): boolean =>
  attribute.type === 'media' &&
  path.at(-1) === 'image' &&
  section?.section.pictureToCome === true &&
  asList(value).length === 0;

/** Rich text that holds a picture nobody described. */
const hasUndescribed = ({ attribute, value }: Field): boolean =>
  attribute.type === 'blocks' &&
  asList(value).some(
    ({ type, image }) => type === 'image' && !(image as Entry | null | undefined)?.alternativeText,
  );

/** Figures that are quoted and lack their number, or are to be looked at again; those that nobody knows are refused already. */
function figureBlanks(fields: Field[], { quoted, today }: Surroundings, getModel: GetModel): Blank[] {
  const keys = new Set(fields.flatMap((field) => textsIn(field).flatMap(keysIn)));
  return [...keys].flatMap((key) => {
    const figure = quoted.get(key);
    return figure ? figureBlanksOf(figure, today, getModel) : [];
  });
}

/** What is to be filled in of a figure itself. */
export function figureBlanksOf(figure: QuotedFigure, today: string, getModel: GetModel): Blank[] {
  const { documentId, key, value, isTyped, isPublished, reviewBy, wordingWithout } = figure;
  const about = (field: string, message: string): Blank => ({
    kind: 'figure',
    uid: FIGURE,
    documentId,
    key: `figure ${field}`,
    section: '',
    place: '',
    message: `{{${key}}} ${message}`,
    where: '',
    link: fieldLink(FIGURE, documentId, [field], getModel),
    refused: false,
  });
  const isEmpty = value === null || value === '';
  return [
    ...(isPublished && isEmpty && isTyped ? [about('value', 'has a number that isn’t published yet.')] : []),
    ...(isEmpty && !(isPublished && isTyped)
      ? [about('value', `has no number yet: it reads “${wordingWithout}”.`)]
      : []),
    ...(!isEmpty && reviewBy !== null && reviewBy < today
      ? [about('reviewBy', `was to be checked by ${dateInWords(reviewBy)}. Is its number still right?`)]
      : []),
  ];
}

/** A note to colleagues, which says what is still open; of a section that is switched off, why. */
function noteBlanks(
  section: Section,
  position: number,
  blank: (kind: BlankKind, path: Problem['path'], message: string) => Blank,
  whereIs: (at: PlacedSection) => string,
): Blank[] {
  const note = typeof section.note === 'string' ? section.note.trim() : '';
  if (!note) return [];
  const short = note.length > LONGEST_NOTE ? `${note.slice(0, LONGEST_NOTE)}…` : note;
  const off = section.visible === false ? ' is switched off' : '';
  return [
    blank('note', ['sections', position, 'note'], `${whereIs({ section, position })}${off}: “${short}”`),
  ];
}

/** Several things wrong with one field of a kind are one blank. */
function once(blanks: Blank[]): Blank[] {
  const found = new Map<string, Blank>();
  for (const blank of blanks) {
    const name = [blank.uid, blank.documentId, blank.link, blank.key].join(' ');
    const same = found.get(name);
    found.set(
      name,
      same && same.message !== blank.message
        ? { ...same, message: `${same.message} ${blank.message}` }
        : (same ?? blank),
    );
  }
  return [...found.values()];
}
