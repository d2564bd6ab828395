import { MEGABYTE, tooLargeToRead } from '../megabytes';
import type { HtmlNode } from '../rich-text/html';

/** A document as it was read, before anything is made of it. */
export interface ReadDocument {
  /** What stood before it between lines of dashes, by name: `title: …`. */
  frontMatter: [name: string, value: string][];
  /** Its text, as `cleanTree` leaves it. */
  tree: HtmlNode[];
  /** What was done in reading it, in words. */
  said: string[];
}

/** Why no page can be made of a document: a sentence for whoever gave it, with the remedy. */
export class DocumentError extends Error {}

/** A figure that the CMS has. */
export interface KnownFigure {
  key: string;
  phrase: string;
  wordingWithout: string;
}

/** What the CMS has already, for what the document says to be matched with. */
export interface Facts {
  figures: KnownFigure[];
  pages: { documentId: string; title: string }[];
  /** The national price in words; null where none is written. */
  pricing: { pricePerPerson: number; statement: string } | null;
}

/** One thing that was guessed, to be confirmed or changed. */
export interface Guess {
  /** The same for the same place in the same document, whatever is chosen. */
  id: string;
  /** Which of the page's sections it is about; null for the page as a whole. */
  section: number | null;
  /** The document's own words. */
  found: string;
  /** What can be made of it. Where there is but one, nothing is to be chosen. */
  choices: { value: string; label: string }[];
  chosen: string;
}

/** What is chosen instead of a first guess, by the guess's id. */
export type Choices = Record<string, string>;

/** How large a document may be, in bytes. */
export const DOCUMENT_LIMIT = 10 * MEGABYTE;

/** That a document is too large, and what to do; `size` in bytes. */
export const tooLargeWords = (name: string, size: number): string =>
  `${tooLargeToRead(name, size, 'documents', DOCUMENT_LIMIT)}: its pictures are large. Take them out and save it again, or copy its text and paste it here.`;
