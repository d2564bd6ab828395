import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { environmentProblems } from '../cms/src/strapi/environment.ts';
import { SECRET_LENGTHS } from '../shared-types/src/environment/secrets.ts';
import { ConfigError, parseConfig } from '../web/server/config.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** Read from a folder's programs: `env.NAME`, `env('NAME')`, or a field of the site's schema. */
function namesReadIn(folder: string): string[] {
  const files = readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.ts') && !/\.test\.ts$|testing\//.test(file))
    .flatMap((file) => [
      ...read(path.join(folder, file)).matchAll(
        /\benv\.([A-Z][A-Z0-9_]+)\b|\benv(?:\.\w+)?\(\s*'([A-Z][A-Z0-9_]+)'|^ {4}([A-Z][A-Z0-9_]+):/gm,
      ),
    ])
    .map(([, property, call, field]) => property ?? call ?? field ?? '');
}

const given = Object.fromEntries(
  [...read('.env.example').matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [
    name,
    value,
  ]),
);
/** Set by whoever starts the seeds' build, and by no operator. */
const OF_TOOLS = new Set(['CHROME_PATH']);

test('.env.example names every variable that a program or docker-compose.yml reads, and no other', () => {
  const known = new Set([
    ...['cms/config', 'cms/src', 'cms/seed', 'web/server', 'shared-types/src'].flatMap(namesReadIn),
    ...Object.keys(SECRET_LENGTHS),
    ...[...read('docker-compose.yml').matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name = '']) => name),
  ]);
  for (const name of OF_TOOLS) known.delete(name);
  expect(Object.keys(given).sort()).toEqual([...known].sort());
});

test('as it stands, it is refused, secret by secret', () => {
  const secrets = Object.keys(SECRET_LENGTHS).filter((name) => given[name]);
  const saidByCms = environmentProblems(given);
  for (const name of [...secrets, 'DATABASE_URL', 'REDIS_URL'])
    expect(saidByCms.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1);
  expect(() => parseConfig(given)).toThrow(ConfigError);
  expect(() => parseConfig(given)).toThrow(/^INVALIDATION_SECRET is a well-known default/m);
});

test('with secrets of one’s own, both programs take it', () => {
  const own = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value.replace(/change-me(-too)?/g, 'k3JmZ0q8uT1vXw9yB2cDp7LsN4eR6gH5'),
    ]),
  );
  expect(environmentProblems(own)).toEqual([]);
  expect(parseConfig(own).production).toBe(true);
});
