import { link, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Entry } from './cache';
import { CacheStore } from './cache-store';

let directory: string;
const onError = vi.fn();
const storeOf = (source = 'http://cms') => new CacheStore({ directory, source, onError });
const entry = (text: string, storedAt = 1) =>
  new Entry(
    { status: 200, contentType: 'application/json', body: Buffer.from(text), tags: ['page'], freshUntil: 5 },
    storedAt,
  );

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'page-cache-'));
});
afterEach(async () => {
  expect(onError).not.toHaveBeenCalled();
  await rm(directory, { recursive: true });
});

it('brings back after a restart what was kept before it', async () => {
  const store = storeOf();
  store.note('/api/pages/a', entry('{"a":"é"}', 1));
  await store.flush();
  const [kept] = await storeOf().load();
  expect([kept?.key, kept?.filled.body.toString(), kept?.filled.tags]).toEqual([
    '/api/pages/a',
    '{"a":"é"}',
    ['page'],
  ]);
});

it('brings the oldest back first, whatever its file is called', async () => {
  const slugs = ['fig', 'elm', 'dill', 'cherry', 'beet', 'apple'];
  for (const order of [slugs, slugs.toReversed()]) {
    const store = storeOf();
    order.forEach((slug, index) => {
      store.note(`/api/pages/${slug}`, entry('{}', index));
    });
    await store.flush();
    expect((await storeOf().load()).map(({ key }) => key)).toEqual(order.map((slug) => `/api/pages/${slug}`));
  }
});

it('forgets what was dropped', async () => {
  const store = storeOf();
  store.note('/api/pages/a', entry('{}'));
  await store.flush();
  store.note('/api/pages/a', undefined);
  await store.flush();
  expect(await readdir(directory)).toEqual([]);
});

it('ignores and removes files that are damaged, cut off, or of something else', async () => {
  const store = storeOf();
  store.note('/api/pages/good', entry('{"good":true}'));
  store.note('/api/pages/cut-off', entry('{"cut":"off"}'));
  await store.flush();
  for (const name of await readdir(directory)) {
    const file = path.join(directory, name);
    const text = await readFile(file, 'utf8');
    if (text.includes('cut-off')) await writeFile(file, text.slice(0, 60));
  }
  await writeFile(path.join(directory, 'left-over.tmp'), 'half a file');
  expect((await storeOf().load()).map(({ key }) => key)).toEqual(['/api/pages/good']);
  expect(await readdir(directory)).toHaveLength(1);
});

it('never writes into a file that is kept, which a power cut could leave half old and half new', async () => {
  const store = storeOf();
  store.note('/api/pages/a', entry('{"a":"old"}'));
  await store.flush();
  const [name = ''] = await readdir(directory);
  const kept = path.join(directory, '..', `${path.basename(directory)}-kept`);
  await link(path.join(directory, name), kept);
  store.note('/api/pages/a', entry('{"a":"new"}'));
  await store.flush();
  expect((await storeOf().load())[0]?.filled.body.toString()).toBe('{"a":"new"}');
  expect((await stat(kept)).ino).not.toBe((await stat(path.join(directory, name))).ino);
  await rm(kept);
});

it('does not serve one CMS’s answers as another’s', async () => {
  const store = storeOf('http://one');
  store.note('/api/site', entry('{}'));
  await store.flush();
  expect(await storeOf('http://other').load()).toEqual([]);
});

it('starts empty where nothing was kept', async () => {
  await rm(directory, { recursive: true });
  expect(await storeOf().load()).toEqual([]);
  const store = storeOf();
  store.note('/api/site', entry('{}'));
  await store.flush();
  expect(await storeOf().load()).toHaveLength(1);
});
