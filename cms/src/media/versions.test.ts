import { expect, it } from 'vitest';
import { nameIn, versionedUrl } from './versions';

const updatedAt = '2027-03-06T16:00:00.123Z';

it('an address names the version of the file, its sizes’ too, wherever files are kept', () => {
  const file = { url: '/uploads/a_1f.png', updatedAt };
  expect(versionedUrl(file)).toBe('/uploads/a_1f.png?v=n0wmosjf');
  expect(versionedUrl({ ...file, updatedAt: new Date(updatedAt) })).toBe(versionedUrl(file));
  expect(versionedUrl(file, '/uploads/small_a_1f.png')).toBe('/uploads/small_a_1f.png?v=n0wmosjf');
  expect(versionedUrl({ ...file, url: 'https://media.example.org/a.png' })).toMatch(/\.png\?v=/);
  expect(versionedUrl({ ...file, url: 'https://media.example.org/a.png?x=1' })).toMatch(/\?x=1&v=/);
});

it('a moment later it is another', () => {
  const url = '/uploads/a.png';
  const later = '2027-03-06T16:00:00.124Z';
  expect(versionedUrl({ url, updatedAt: later })).not.toBe(versionedUrl({ url, updatedAt }));
});

it('a file of unknown age has no version to promise', () => {
  expect(versionedUrl({ url: '/uploads/a.png' })).toBe('/uploads/a.png');
});

it.each([
  ['/uploads/a_1f.png', 'a_1f'],
  ['http://localhost:1337/uploads/a_1f.png?v=1', 'a_1f'],
  ['/uploads/a.b.svg#x', 'a.b'],
  ['/uploads/none', 'none'],
  ['', ''],
])('%j is named %j', (url, name) => expect(nameIn(url)).toBe(name));
