import { cleanTree } from '../../../rules/document/clean';
import { DocumentError, type ReadDocument } from '../../../rules/document/document';
import { decoded } from '../../reading/text';
import { parseHtml, type RawNode } from './html';
import { kindOf, REMEDY } from './kinds';
import { parseMarkdown, pasted, withoutFrontMatter } from './markdown';

/** A document as somebody gives it: a file, or what was pasted. */
export type Source = { name: string; bytes: Uint8Array } | { html: string; text: string };

/** Bytes of a document’s tree as JSON, which the admin sends back, and of a text without markup: a hundred pages. */
const LONGEST = 600_000;
const TOO_LONG =
  'There is far more text in it than a page holds. Divide it into pages, and bring them in one by one.';
/** Headings beyond which there is no need to look further. */
const MANY = 1_000;

/**
 * Reads a document, whatever it is written in.
 * @throws DocumentError when it can't be read, in words for whoever gave it
 */
export async function readDocument(source: Source): Promise<ReadDocument> {
  try {
    const { frontMatter, raw, said } = await parsed(source);
    const tree = cleanTree([raw]);
    const json = JSON.stringify(tree);
    requireRoom(Buffer.byteLength(json), countIn(json, /"tagName":"h[1-6]"/g));
    return { frontMatter, tree, said };
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError(
      'This document can’t be read: it is damaged, or nested more deeply than people write. Copy its text into a new one.',
    );
  }
}

/** @throws DocumentError for more than a page holds, be it text or headings */
function requireRoom(size: number, headings: number): void {
  if (headings > MANY)
    throw new DocumentError(
      `There are ${headings.toLocaleString('en-US')} headings in it, far more than a page holds. Divide it into pages, and bring them in one by one.`,
    );
  if (size > LONGEST) throw new DocumentError(TOO_LONG);
}

const countIn = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

async function parsed(
  source: Source,
): Promise<{ frontMatter: ReadDocument['frontMatter']; raw: RawNode; said: string[] }> {
  if ('html' in source) {
    const raw = pasted(source.html, source.text);
    return raw ? { frontMatter: [], raw, said: [] } : fromMarkdown(source.text);
  }
  const { name, bytes } = source;
  switch (kindOf(name, bytes)) {
    case 'docx': {
      // Only then: it takes as long to load as all the rest.
      const { parseDocx } = await import('./docx');
      const { tree, said } = await parseDocx(bytes);
      return { frontMatter: [], raw: tree, said };
    }
    case 'html':
      return { frontMatter: [], raw: parseHtml(textIn(bytes)), said: [] };
    case 'markdown':
      return fromMarkdown(textIn(bytes));
  }
}

function textIn(bytes: Uint8Array): string {
  const text = decoded(bytes);
  if (text === null) throw new DocumentError(`This file is no text that can be read. ${REMEDY}`);
  return text;
}

function fromMarkdown(source: string): {
  frontMatter: ReadDocument['frontMatter'];
  raw: RawNode;
  said: string[];
} {
  // Parsing takes its time, more than in proportion.
  requireRoom(source.length, countIn(source, /^#{1,6} /gm));
  const { frontMatter, text } = withoutFrontMatter(source.replace(/\r\n?/g, '\n'));
  return { frontMatter, raw: parseMarkdown(text), said: [] };
}
