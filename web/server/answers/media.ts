import path from 'node:path';

/** The types under which the media library may send a file, by the end of its name, and how its bytes begin. */
const KNOWN: Record<string, { type: RegExp; begins?: (body: Buffer) => boolean }> = {
  '.avif': { type: /^image\/avif/, begins: (body) => body.toString('latin1', 4, 8) === 'ftyp' },
  '.gif': { type: /^image\/gif/, begins: startsWith('GIF8') },
  '.jpeg': { type: /^image\/jpeg/, begins: startsWith('\xff\xd8\xff') },
  '.jpg': { type: /^image\/jpeg/, begins: startsWith('\xff\xd8\xff') },
  '.mp4': { type: /^video\/mp4/ },
  '.pdf': { type: /^application\/pdf/ },
  '.png': { type: /^image\/png/, begins: startsWith('\x89PNG') },
  '.svg': { type: /^image\/svg\+xml/, begins: (body) => /^[^<]*<(?!!doctype html|html)/i.test(head(body)) },
  '.vtt': { type: /^text\/vtt/ },
  '.webm': { type: /^video\/webm/ },
  '.webp': { type: /^image\/webp/, begins: (body) => body.toString('latin1', 8, 12) === 'WEBP' },
};
/** Pages of a server that has something to say, and no file. */
const PAGE = /^(text\/html|application\/(xhtml|.*json))/;

/** Whether a content type is that of the file at a path; of a kind of file nobody knows, whether it is none of a page. */
export function isTypeOf(filePath: string, contentType: string): boolean {
  const known = KNOWN[extensionOf(filePath)];
  return known ? known.type.test(contentType) : !PAGE.test(contentType);
}

/** Whether a picture's bytes begin as its name says they do. */
export function isContentOf(filePath: string, body: Buffer): boolean {
  return KNOWN[extensionOf(filePath)]?.begins?.(body) ?? true;
}

function extensionOf(filePath: string): string {
  return path.posix.extname(filePath).toLowerCase();
}

function startsWith(bytes: string): (body: Buffer) => boolean {
  return (body) => body.toString('latin1', 0, bytes.length) === bytes;
}

function head(body: Buffer): string {
  return body.toString('utf8', 0, 512);
}
