import { isUtf8 } from 'node:buffer';
import { open, readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { type Kind, kindOfContent, kindOfName, PDF, SVG, VTT } from '../rules/uploads';

/** What browsers and servers would run, should they take the file for a page: long enough not to occur by chance. */
const MARKUP = ['<script', '<!doctype html', '<iframe', '<?php '];
/** A PDF ends with its mark; some programs add a little after it. */
const PDF_END = 2048;

/** What a file is, by its content; SVG, being text, when it is named so. */
export async function kindOfFile(filepath: string, name: string): Promise<Kind | null> {
  const recognised = await fileTypeFromFile(filepath);
  if (kindOfName(name) === SVG && (!recognised || recognised.mime === 'application/xml')) return SVG;
  return kindOfContent(recognised?.mime);
}

/** Whether a file that begins as its kind does is cut off, or is something else as well. */
export async function isTwoThings(filepath: string, kind: Kind): Promise<boolean> {
  if (kind === SVG) return false;
  if (kind === PDF) return !(await lastBytes(filepath, PDF_END)).includes('%%EOF');
  if (kind === VTT && !isUtf8(await readFile(filepath))) return true;
  const text = (await readFile(filepath)).toString('latin1').toLowerCase();
  return MARKUP.some((mark) => text.includes(mark));
}

async function lastBytes(filepath: string, count: number): Promise<string> {
  const file = await open(filepath);
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read({
      buffer: Buffer.alloc(count),
      position: Math.max(0, size - count),
    });
    return buffer.subarray(0, bytesRead).toString('latin1');
  } finally {
    await file.close();
  }
}
