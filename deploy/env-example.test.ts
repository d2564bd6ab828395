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

const example = read('.env.example');
const given = Object.fromEntries(
  [...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);
/** Set by whoever starts the seeds' build, and by no operator. */
const OF_TOOLS = new Set(['CHROME_PATH']);
const secrets = Object.keys(SECRET_LENGTHS);
/** What the CMS misses in an empty environment. */
const wantedByCms = secrets.filter((name) =>
  environmentProblems({}).some((problem) => problem.startsWith(`${name} `)),
);
const readByCms = new Set(
  [...['cms/config', 'cms/src', 'cms/seed'].flatMap(namesReadIn), ...wantedByCms].filter(
    (name) => !OF_TOOLS.has(name),
  ),
);
const readBySite = new Set(namesReadIn('web/server'));
const readByCompose = [...read('docker-compose.yml').matchAll(/\$\{([A-Z0-9_]+)/g)].map(
  ([, name = '']) => name,
);

const groups = Object.fromEntries(
  example
    .split(/^# --- (?=.* ---$)/m)
    .slice(1)
    .map((group) => [
      group.slice(0, group.indexOf(' ---')),
      [...group.matchAll(/^([A-Z0-9_]+)=/gm)].map(([, name = '']) => name).sort(),
    ]),
);

test('.env.example names every variable that a program or docker-compose.yml reads, under who reads it, and no other', () => {
  const sorted = (names: Iterable<string>): string[] => [...new Set(names)].sort();
  expect(groups).toEqual({
    'Both programs': sorted([...readByCms].filter((name) => readBySite.has(name))),
    'The CMS': sorted([...readByCms].filter((name) => !readBySite.has(name))),
    'The site': sorted([...readBySite].filter((name) => !readByCms.has(name))),
    'docker-compose.yml alone': sorted(
      readByCompose.filter((name) => !readByCms.has(name) && !readBySite.has(name)),
    ),
  });
});

test('each variable has a line above it that says what it is', () => {
  const lines = example.split('\n');
  const unsaid = lines.filter(
    (line, index) => /^[A-Z0-9_]+=/.test(line) && !/^# [^-]/.test(lines[index - 1] ?? ''),
  );
  expect(unsaid).toEqual([]);
});

test('as it stands, it is refused, secret by secret', () => {
  const saidByCms = environmentProblems(given);
  for (const name of [...wantedByCms, 'DATABASE_URL', 'REDIS_URL'])
    expect(saidByCms.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1);
  expect(() => parseConfig(given)).toThrow(ConfigError);
  for (const name of ['INVALIDATION_SECRET', 'REDIS_URL'])
    expect(() => parseConfig(given)).toThrow(new RegExp(`^${name} .*well-known default`, 'm'));
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
