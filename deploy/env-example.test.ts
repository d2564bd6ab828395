import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { CMS_VARIABLES, environmentProblems } from '../cms/src/strapi/environment.ts';
import { SECRET_LENGTHS } from '../shared-types/src/environment/secrets.ts';
import { EnvironmentError, parseConfig, SITE_VARIABLES } from '../web/server/config.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const example = read('.env.example');
const given = Object.fromEntries(
  [...example.matchAll(/^([A-Z0-9_]+)=(.*)$/gm)].map(([, name = '', value = '']) => [name, value]),
);
const secrets = Object.keys(SECRET_LENGTHS);
/** What the CMS misses in an empty environment. */
const wantedByCms = secrets.filter((name) =>
  environmentProblems({}).some((problem) => problem.startsWith(`${name} `)),
);
const readByCms = new Set(CMS_VARIABLES);
const readBySite = new Set(SITE_VARIABLES);
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

test('what Strapi’s configuration asks for is in the schema that is checked at the start', () => {
  const folder = path.join(root, 'cms/config');
  const asked = readdirSync(folder).flatMap((file) => [
    ...read(path.join('cms/config', file)).matchAll(/\benv(?:\.\w+)?\(\s*'([A-Z][A-Z0-9_]+)'/g),
  ]);
  expect(asked.length).toBeGreaterThan(10);
  expect(asked.map(([, name = '']) => name).filter((name) => !readByCms.has(name))).toEqual([]);
});

test('docs/running-it.md says what each variable is for', () => {
  const guide = read('docs/running-it.md');
  const unsaid = [...readByCms, ...readBySite].filter((name) => !guide.includes(`\`${name}\``));
  expect(unsaid).toEqual([]);
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
  expect(() => parseConfig(given)).toThrow(EnvironmentError);
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
