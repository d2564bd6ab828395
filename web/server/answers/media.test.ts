import { expect, it } from 'vitest';
import { isContentOf, isTypeOf } from './media';

it.each([
  ['/uploads/a.avif', 'image/avif'],
  ['/uploads/a.gif', 'image/gif'],
  ['/uploads/a.jpg', 'image/jpeg'],
  ['/uploads/a.jpeg', 'image/jpeg'],
  ['/uploads/a.PNG', 'image/png'],
  ['/uploads/a.svg', 'image/svg+xml; charset=utf-8'],
  ['/uploads/a.webp', 'image/webp'],
  ['/uploads/a.pdf', 'application/pdf'],
  ['/uploads/a.mp4', 'video/mp4'],
  ['/uploads/a.webm', 'video/webm'],
  ['/uploads/a.vtt', 'text/vtt; charset=utf-8'],
  ['/uploads/a.bin', 'application/octet-stream'],
])('%s may be sent as %s', (path, contentType) => {
  expect(isTypeOf(path, contentType)).toBe(true);
});

it.each([
  ['/uploads/a.avif', 'image/png'],
  ['/uploads/a.gif', 'text/html'],
  ['/uploads/a.jpg', 'image/png'],
  ['/uploads/a.jpeg', ''],
  ['/uploads/a.png', 'text/html; image/png'],
  ['/uploads/a.svg', 'text/html'],
  ['/uploads/a.webp', 'application/json'],
  ['/uploads/a.pdf', 'text/html'],
  ['/uploads/a.mp4', 'text/html; charset=utf-8'],
  ['/uploads/a.vtt', 'text/plain'],
  ['/uploads/a.bin', 'application/xhtml+xml'],
  ['/uploads/a.bin', 'application/problem+json'],
  ['/uploads/a', 'application/json'],
])('%s is not what comes as %s', (path, contentType) => {
  expect(isTypeOf(path, contentType)).toBe(false);
});

const bytes = (text: string): Buffer => Buffer.from(text, 'latin1');
const svg = '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>';

it.each([
  ['/uploads/a.avif', bytes('\0\0\0\x20ftypavif')],
  ['/uploads/a.gif', bytes('GIF89a')],
  ['/uploads/a.jpg', bytes('\xff\xd8\xff\xe0')],
  ['/uploads/a.jpeg', bytes('\xff\xd8\xff\xe0')],
  ['/uploads/a.png', bytes('\x89PNG\r\n')],
  ['/uploads/a.svg', bytes(svg)],
  ['/uploads/a.svg', bytes('\xef\xbb\xbf<svg/>')],
  ['/uploads/a.svg', bytes('<!doctype svg><svg/>')],
  ['/uploads/a.webp', bytes('RIFF\0\0\0\0WEBPVP8 ')],
  ['/uploads/a.pdf', bytes('whatever it says')],
  ['/uploads/a.bin', bytes('')],
])('%s begins as its name says: %j', (path, body) => {
  expect(isContentOf(path, body)).toBe(true);
});

it.each([
  ['/uploads/a.avif', bytes('ftypavif')],
  ['/uploads/a.gif', bytes('xGIF89a')],
  ['/uploads/a.jpg', bytes('\xff\xd8')],
  ['/uploads/a.jpeg', bytes('<html>')],
  ['/uploads/a.png', bytes('PNG')],
  ['/uploads/a.svg', bytes('<!DOCTYPE html><html>')],
  ['/uploads/a.svg', bytes('\n<html lang="en">')],
  ['/uploads/a.svg', bytes('Service unavailable')],
  ['/uploads/a.svg', bytes(`${' '.repeat(600)}<svg/>`)],
  ['/uploads/a.webp', bytes('RIFFWEBP')],
  ['/uploads/a.png', bytes('')],
])('%s does not begin as its name says: %j', (path, body) => {
  expect(isContentOf(path, body)).toBe(false);
});
