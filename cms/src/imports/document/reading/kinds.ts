import { DocumentError } from '../../../rules/document/document';

/** What a document can be written in. */
export type Kind = 'docx' | 'html' | 'markdown';

/** What can be done instead. */
export const REMEDY = 'Choose a Word document (.docx), HTML or Markdown, or paste the text.';

/** The first bytes of what can't be read, as latin1, and what to do instead. */
const OTHERS: [RegExp, string][] = [
  [/^%PDF/, `This is a PDF, which keeps no headings or lists. ${REMEDY}`],
  [
    /^\{\\rtf/,
    'This is rich text (RTF). Open it in Word, save it as “Word document (.docx)”, and choose that.',
  ],
  [
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|RIFF....WEBP)/s,
    `This is a picture, and what is written in it can’t be read. ${REMEDY}`,
  ],
  [
    /^MIME-Version:/i,
    'This is a web archive. Save it as “Web page, HTML only” or as Word document (.docx), and choose that.',
  ],
];
const ENCRYPTED =
  'This document is protected by a password. Open it in Word, take the password off (File › Info › Protect document), save it, and choose it again.';
const OLD_WORD =
  'This is a document of an old Word (.doc). Open it in Word, save it as “Word document (.docx)”, and choose that.';

/**
 * What a file is written in: by its content, and by its name where it is text.
 * @throws DocumentError for what can't be read
 */
export function kindOf(name: string, bytes: Uint8Array): Kind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = buffer.subarray(0, 1000).toString('latin1');
  if (bytes.byteLength === 0)
    throw new DocumentError('This file is empty. Choose another, or paste the text.');
  if (start.startsWith('PK')) return 'docx';
  if (start.startsWith('\xd0\xcf\x11\xe0'))
    throw new DocumentError(
      buffer.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? ENCRYPTED : OLD_WORD,
    );
  for (const [pattern, problem] of OTHERS) if (pattern.test(start)) throw new DocumentError(problem);
  if (/\.(?:docx|docm|dotx?m?)$/i.test(name))
    throw new DocumentError(
      'This is no Word document, though its name says so: it may be damaged. Save it again in Word.',
    );
  if (/\.html?$/i.test(name)) return 'html';
  if (/\.(?:md|markdown|mdown|txt|text)$/i.test(name)) return 'markdown';
  return /^\s*(?:<!doctype\b|<!--|<[a-z][^>]*>)/i.test(start) ? 'html' : 'markdown';
}
