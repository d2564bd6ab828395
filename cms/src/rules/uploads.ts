import path from 'node:path';
import { MEGABYTE } from './megabytes';

/** How large a file may be, in bytes. */
export const UPLOAD_LIMIT = 20 * MEGABYTE;

/** A kind of file that may be uploaded. */
export interface Kind {
  /** As people say it. */
  name: string;
  /** Endings of its names; the first is given to a name without one. */
  endings: string[];
  /** What it is served as. */
  mime: string;
  /** What its content may be recognised as; SVG is text, and recognised by reading it. */
  contents: string[];
}

export const SVG: Kind = { name: 'SVG', endings: ['.svg'], mime: 'image/svg+xml', contents: [] };
export const PDF: Kind = {
  name: 'PDF',
  endings: ['.pdf'],
  mime: 'application/pdf',
  contents: ['application/pdf'],
};

export const VTT: Kind = {
  name: 'captions (WebVTT)',
  endings: ['.vtt'],
  mime: 'text/vtt',
  contents: ['text/vtt'],
};

const PICTURES: Kind[] = [
  { name: 'PNG', endings: ['.png'], mime: 'image/png', contents: ['image/png', 'image/apng'] },
  { name: 'JPEG', endings: ['.jpg', '.jpeg'], mime: 'image/jpeg', contents: ['image/jpeg'] },
  { name: 'GIF', endings: ['.gif'], mime: 'image/gif', contents: ['image/gif'] },
  { name: 'WebP', endings: ['.webp'], mime: 'image/webp', contents: ['image/webp'] },
  { name: 'AVIF', endings: ['.avif'], mime: 'image/avif', contents: ['image/avif'] },
  SVG,
];

const VIDEOS: Kind[] = [
  { name: 'MP4', endings: ['.mp4'], mime: 'video/mp4', contents: ['video/mp4', 'video/x-m4v'] },
  { name: 'WebM', endings: ['.webm'], mime: 'video/webm', contents: ['video/webm'] },
];

const KINDS: Kind[] = [...PICTURES, PDF, ...VIDEOS, VTT];

const CHOICE =
  'choose a picture (PNG, JPEG, GIF, WebP, AVIF or SVG), a PDF, a video (MP4 or WebM) or its captions (.vtt)';

/** Whether a kind is to be decoded as a picture, to see whether it is whole. */
export const isPicture = (kind: Kind): boolean => PICTURES.includes(kind);

const endingOf = (name: string): string => path.extname(name).toLowerCase();

/** The kind a file's name says it is; null when it says none, or none that may be uploaded. */
export const kindOfName = (name: string): Kind | null =>
  KINDS.find(({ endings }) => endings.includes(endingOf(name))) ?? null;

/** The kind a file's content was recognised as (a media type); null when that may not be uploaded. */
export const kindOfContent = (mime: string | undefined): Kind | null =>
  KINDS.find(({ contents }) => mime !== undefined && contents.includes(mime)) ?? null;

/**
 * Why a new file's name and content don't go together, and what to do; null when they do. A name without an ending says
 * nothing, and so can't lie.
 */
export function contentProblem(name: string, content: Kind | null): string | null {
  const named = kindOfName(name);
  if (!named && endingOf(name) !== '') return `“${name}” cannot be uploaded: ${CHOICE}.`;
  if (!content)
    return named
      ? `What is in “${name}” isn’t ${named.name}, whatever its name says: ${CHOICE}.`
      : `“${name}” cannot be uploaded: ${CHOICE}.`;
  if (named && named !== content)
    return `“${name}” is named as ${named.name} but is ${content.name}: let its name end in “${content.endings[0]}”, or export it as ${named.name}.`;
  return null;
}

/** Why a file that is kept can't have a name, and what to do; null when it can. */
export function renameProblem(name: string, kind: Kind): string | null {
  const ending = endingOf(name);
  const saysWhatItIs = /^\.[a-z][a-z0-9]{1,4}$/.test(ending);
  return saysWhatItIs && !kind.endings.includes(ending)
    ? `“${name}” is the name of something else: this is ${kind.name}, so let the name end in “${kind.endings[0]}”.`
    : null;
}

/** Why a file can't take another's place, and what to do: its address, which keeps its ending, is known to others. */
export function replacementProblem(name: string, content: Kind, kept: Kind): string | null {
  return content === kept
    ? null
    : `“${name}” is ${content.name}, and takes the place of ${kept.name}: export it as ${kept.name}, or upload it as a new file.`;
}

/** That a file holds nothing, and what to do. */
export const emptyWords = (name: string): string =>
  `“${name}” is empty: choose the file again, or export it once more.`;

/** That a file is not whole, or more than it should be, and what to do. */
export const damagedWords = (name: string, kind: Kind): string =>
  `“${name}” is no sound ${kind.name}: open it in the program it was made with, and export it again as ${kind.name}.`;

/** That a file is too large, and what to do; `size` in bytes. */
export function tooLargeWords(name: string, size: number): string {
  const kind = kindOfName(name);
  const remedy =
    kind && VIDEOS.includes(kind)
      ? 'Put it on YouTube or Vimeo, or export it smaller.'
      : 'Make it smaller, for instance by exporting it at the width it is shown.';
  return `“${name}” is ${megabytes(size)}: ${megabytes(UPLOAD_LIMIT)} at most. ${remedy}`;
}

/** That several files are too large together, and what to do; `size` in bytes. */
export function tooLargeTogetherWords(size: number): string {
  return `These files are ${megabytes(size)} together: ${megabytes(UPLOAD_LIMIT)} at most. Upload them one by one.`;
}

/** Rounded up where that tells it from the limit. */
const megabytes = (bytes: number): string => {
  const rounded = Math.round(bytes / MEGABYTE);
  return bytes > UPLOAD_LIMIT && rounded * MEGABYTE <= UPLOAD_LIMIT
    ? `${(Math.ceil((bytes / MEGABYTE) * 10) / 10).toFixed(1)} MB`
    : `${rounded} MB`;
};
