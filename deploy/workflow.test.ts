import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

interface Job {
  'timeout-minutes'?: number;
  strategy?: { matrix: { node?: number[]; folder?: string[] } };
  services: Record<string, { ports: string[]; env?: Record<string, string> }>;
  steps: { run?: string; uses?: string }[];
}
const { jobs } = parse(read('.github/workflows/ci.yml'), { merge: true }) as { jobs: Record<string, Job> };
const { engines, scripts } = JSON.parse(read('package.json')) as {
  engines: { node: string };
  scripts: Record<string, string>;
};

test('the workflow runs .ci/run on every Node.js that package.json allows', () => {
  const allowed = [...engines.node.matchAll(/\^(\d+)/g)].map(([, major]) => Number(major));
  expect(jobs.test?.strategy?.matrix.node).toEqual(allowed);
  expect(jobs.test?.steps.some(({ run }) => run === '.ci/run')).toBe(true);
});

test.each(Object.entries(jobs))(
  'the job “%s” has its services where tests look for them, and runs what there is',
  (_, job) => {
    const ports = Object.values(job.services).flatMap(({ ports }) => ports);
    // As where tests look when no variable tells them otherwise: those of whoever runs this have no say.
    expect(ports.sort()).toEqual(['5432:5432', '6379:6379']);
    expect(job.services.postgres?.env?.POSTGRES_HOST_AUTH_METHOD).toBe('trust');
    for (const { run } of job.steps)
      if (run?.startsWith('npm run ')) expect(scripts).toHaveProperty([run.slice('npm run '.length)]);
  },
);

test.each(Object.entries(jobs))(
  'the job “%s” ends by itself, and its actions keep to a major version',
  (_, job) => {
    expect(job['timeout-minutes']).toBeGreaterThan(0);
    for (const { uses } of job.steps) if (uses) expect(uses).toMatch(/@v\d+$/);
  },
);

test('each folder whose tests are held to it is tried with faults at night', () => {
  const folders = [...read('stryker.config.mjs').matchAll(/^ {2}'([\w/-]+)',$/gm)].map(
    ([, folder]) => folder,
  );
  expect(folders.length).toBeGreaterThan(5);
  expect(jobs.mutants?.strategy?.matrix.folder).toEqual(folders);
});

test('.nvmrc names one of them', () => {
  expect(jobs.test?.strategy?.matrix.node).toContain(Number(read('.nvmrc')));
});
