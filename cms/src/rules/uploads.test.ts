import { describe, expect, it } from 'vitest';
import {
  contentProblem,
  damagedWords,
  emptyWords,
  kindOfContent,
  kindOfName,
  PDF,
  renameProblem,
  replacementProblem,
  SVG,
  tooLargeTogetherWords,
  tooLargeWords,
  UPLOAD_LIMIT,
} from './uploads';

const png = kindOfContent('image/png');
const jpeg = kindOfContent('image/jpeg');
if (!png || !jpeg) throw new Error('PNG and JPEG may be uploaded');

describe('the kind of a file', () => {
  it.each([
    ['photo.png', 'PNG'],
    ['photo.jpg', 'JPEG'],
    ['photo.JPEG', 'JPEG'],
    ['photo.gif', 'GIF'],
    ['photo.webp', 'WebP'],
    ['photo.avif', 'AVIF'],
    ['logo.svg', 'SVG'],
    ['two.parts.pdf', 'PDF'],
    ['film.MP4', 'MP4'],
    ['film.webm', 'WebM'],
    ['film.vtt', 'captions (WebVTT)'],
    ['film.mov', undefined],
    ['photo', undefined],
    ['photo.exe', undefined],
    ['.png', undefined],
  ])('is told by the ending of its name: %s is %s', (name, kind) => {
    expect(kindOfName(name)?.name).toBe(kind);
  });

  it.each([
    ['image/png', 'PNG', 'image/png'],
    ['image/apng', 'PNG', 'image/png'],
    ['image/jpeg', 'JPEG', 'image/jpeg'],
    ['image/gif', 'GIF', 'image/gif'],
    ['image/webp', 'WebP', 'image/webp'],
    ['image/avif', 'AVIF', 'image/avif'],
    ['application/pdf', 'PDF', 'application/pdf'],
    ['video/mp4', 'MP4', 'video/mp4'],
    ['video/x-m4v', 'MP4', 'video/mp4'],
    ['video/webm', 'WebM', 'video/webm'],
    ['video/quicktime', undefined, undefined],
    ['text/vtt', 'captions (WebVTT)', 'text/vtt'],
    ['text/html', undefined, undefined],
    [undefined, undefined, undefined],
  ])('is told by what it was recognised as: %s is %s', (recognised, kind, mime) => {
    expect(kindOfContent(recognised)).toEqual(
      kind === undefined ? null : expect.objectContaining({ name: kind, mime }),
    );
  });
});

describe('a new file', () => {
  it.each([
    ['photo.png', png],
    ['photo.jpeg', jpeg],
    ['logo.svg', SVG],
    ['photo', jpeg],
  ])('is taken when its name doesn’t lie: %s', (name, content) => {
    expect(contentProblem(name, content)).toBeNull();
  });

  it.each([
    [
      'setup.exe',
      png,
      '“setup.exe” cannot be uploaded: choose a picture (PNG, JPEG, GIF, WebP, AVIF or SVG), a PDF, a video (MP4 or WebM) or its captions (.vtt).',
    ],
    ['setup', null, '“setup” cannot be uploaded: choose a picture'],
    ['photo.png', null, 'What is in “photo.png” isn’t PNG, whatever its name says: choose a picture'],
    [
      'photo.png',
      jpeg,
      '“photo.png” is named as PNG but is JPEG: let its name end in “.jpg”, or export it as PNG.',
    ],
  ])('is refused in words otherwise: %s', (name, content, words) => {
    expect(contentProblem(name, content)).toContain(words);
  });
});

describe('a file that is kept', () => {
  it.each(['letter.pdf', 'Letter.PDF', 'letter', 'No. 5', 'v1.2', 'Dr. Who and a long.sentence', 'a.b-c'])(
    'may be called %s',
    (name) => {
      expect(renameProblem(name, PDF)).toBeNull();
    },
  );

  it.each(['letter.png', 'letter.exe', 'letter.js', 'letter.xhtml'])('may not be called %s', (name) => {
    expect(renameProblem(name, PDF)).toBe(
      `“${name}” is the name of something else: this is PDF, so let the name end in “.pdf”.`,
    );
  });

  it('gives its place to one of its own kind', () => {
    expect(replacementProblem('new.png', png, png)).toBeNull();
    expect(replacementProblem('new.jpg', jpeg, png)).toBe(
      '“new.jpg” is JPEG, and takes the place of PNG: export it as PNG, or upload it as a new file.',
    );
  });
});

describe('a file that is no good', () => {
  it('is empty or damaged', () => {
    expect(emptyWords('a.png')).toBe('“a.png” is empty: choose the file again, or export it once more.');
    expect(damagedWords('a.pdf', PDF)).toBe(
      '“a.pdf” is no sound PDF: open it in the program it was made with, and export it again as PDF.',
    );
  });

  it.each([
    [UPLOAD_LIMIT + 1, '20.1 MB'],
    [UPLOAD_LIMIT * 1.02, '20.4 MB'],
    [UPLOAD_LIMIT * 1.05, '21 MB'],
    [UPLOAD_LIMIT * 3, '60 MB'],
  ])('is too large, and never said to be as large as is allowed: %i bytes', (size, words) => {
    expect(tooLargeWords('a.png', size)).toContain(`“a.png” is ${words}: 20 MB at most. Make it smaller`);
    expect(tooLargeTogetherWords(size)).toBe(
      `These files are ${words} together: 20 MB at most. Upload them one by one.`,
    );
  });

  it('is better off elsewhere when it is a video', () => {
    expect(tooLargeWords('film.mp4', UPLOAD_LIMIT * 3)).toContain('Put it on YouTube or Vimeo');
  });
});
