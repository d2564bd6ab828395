import { zipSync } from 'fflate';
import mammoth from 'mammoth';
import { DocumentError } from '../../../rules/document/document';
import { unpack } from '../../reading/zip';
import { parseHtml, type RawNode } from './html';

const MEGABYTE = 1024 * 1024;
/** What the text of a document, unpacked, can have: a page has a hundredth. */
const MOST_UNPACKED = 20 * MEGABYTE;

const DAMAGED =
  'This document is damaged and can’t be read. Open it in Word, save it again, and choose it then.';
const MACROS =
  'This document holds macros. Save it as “Word document (.docx)”, which holds none, and choose that.';
const TOO_LARGE =
  'Unpacked, this document is far larger than any text. Copy its text into a new document, and choose that, or paste it.';

/** Parts that say what is written, and none of its pictures, macros and embedded files. */
const WRITTEN = /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/[\w-]+\.xml|word\/_rels\/[\w.-]+\.rels)$/;

/** What other programs keep in the same sort of file, and what to do. */
const OTHERS: [RegExp, string][] = [
  [/^word\/vbaProject\.bin$/i, MACROS],
  [/^xl\//, 'This is an Excel workbook. Choose a Word document (.docx), or paste the text.'],
  [/^ppt\//, 'This is a PowerPoint presentation. Choose a Word document (.docx), or paste the text.'],
  [/^content\.xml$/, 'This is an OpenDocument text. Save it as “Word document (.docx)”, and choose that.'],
  [/^Index\/.*\.iwa$/, 'This is a Pages document. Export it to Word (.docx), and choose that.'],
];

const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  'comment-reference => sup',
  'u => u',
];

/** The arrows that lead from notes back to the text. */
const WAY_BACK = / ?<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g;

/**
 * A Word document, parsed: with tracked changes as if accepted, and comments as notes. Its macros, pictures and embedded files
 * are not unpacked.
 * @throws DocumentError
 */
export async function parseDocx(bytes: Uint8Array): Promise<{ tree: RawNode; said: string[] }> {
  const parts = partsOf(bytes);
  const text = (name: string): string => Buffer.from(parts[name] ?? []).toString('utf8');
  if (/macroEnabled/i.test(text('[Content_Types].xml'))) throw new DocumentError(MACROS);
  // Word writes none, and what they declare can be without end.
  for (const name of Object.keys(parts))
    if (/<!(?:DOCTYPE|ENTITY)/i.test(text(name))) throw new DocumentError(DAMAGED);
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(zipSync(parts, { level: 0 })) },
    {
      styleMap: STYLES,
      convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
      externalFileAccess: false,
    },
  );
  const isTracked = /<w:(?:ins|del|moveTo|moveFrom)\b/.test(text('word/document.xml'));
  return {
    tree: parseHtml(value.replace(WAY_BACK, '')),
    said: [
      ...(isTracked ? ['Tracked changes: what was inserted is in, what was deleted is out.'] : []),
      ...(value.search(WAY_BACK) !== -1 ? ['Footnotes: they are a list at the end.'] : []),
    ],
  };
}

/** The parts of a document that are read, none of them larger than it says. @throws DocumentError */
function partsOf(bytes: Uint8Array): Record<string, Uint8Array> {
  const parts = unpack(bytes, {
    wanted: WRITTEN,
    others: OTHERS,
    most: MOST_UNPACKED,
    damaged: new DocumentError(DAMAGED),
    tooLarge: new DocumentError(TOO_LARGE),
    refusal: DocumentError,
  });
  if (!Object.keys(parts).some((name) => name.startsWith('word/')))
    throw new DocumentError(
      'This is no Word document. Choose one (.docx), HTML or Markdown, or paste the text.',
    );
  return parts;
}
