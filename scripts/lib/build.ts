import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './paths.ts';
import { execute } from './processes.ts';
import { step } from './steps.ts';

interface Part {
  name: string;
  /** The workspace whose `npm run build` makes it. */
  workspace: string;
  /** Files and folders it is made from. */
  sources: string[];
  /** What must exist afterwards. */
  outputs: string[];
}

const COMMON = ['package-lock.json', 'tsconfig.base.json'];

const PARTS: Part[] = [
  {
    name: 'Shared types and client',
    workspace: 'shared-types',
    sources: [...COMMON, 'shared-types/package.json', 'shared-types/tsconfig.json', 'shared-types/src'],
    outputs: ['shared-types/dist/index.js'],
  },
  {
    name: 'CMS and its admin (about a minute)',
    workspace: 'cms',
    sources: [
      ...COMMON,
      'shared-types/src',
      'cms/package.json',
      'cms/tsconfig.json',
      'cms/config',
      'cms/gazetteer',
      'cms/src',
      'cms/seed',
    ],
    outputs: [
      'cms/dist/src/index.js',
      'cms/dist/build/index.html',
      'cms/generated/places/zips.tsv',
      'cms/generated/places/cities.tsv',
      'cms/generated/places/foreign.tsv',
    ],
  },
  {
    name: 'Site',
    workspace: 'web',
    sources: [
      ...COMMON,
      'shared-types/src',
      'web/package.json',
      'web/tsconfig.json',
      'web/vite.config.ts',
      'web/index.html',
      'web/public',
      'web/src',
      'web/server',
      'web/basemap',
    ],
    outputs: ['web/dist/server/main.js', 'web/dist/client/index.html'],
  },
];

const stampOf = (part: Part): string => path.join(root, '.cache', `${part.workspace}.built`);

function filesUnder(relative: string): string[] {
  const absolute = path.join(root, relative);
  if (!existsSync(absolute)) return [];
  if (path.extname(relative) && !relative.endsWith('/')) return [relative];
  return readdirSync(absolute, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function fingerprint(part: Part): string {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0] ?? '');
  for (const file of part.sources.flatMap(filesUnder))
    hash.update(file).update(readFileSync(path.join(root, file)));
  return hash.digest('hex');
}

/** Has a workspace built anew next time: something else has written into its output. */
export function forgetBuild(workspace: string): void {
  rmSync(path.join(root, '.cache', `${workspace}.built`), { force: true });
}

/** Builds the parts that are missing or whose sources have changed since they were built. */
export async function buildWhatIsMissing(): Promise<void> {
  for (const part of PARTS) {
    const wanted = fingerprint(part);
    const stamp = stampOf(part);
    const upToDate =
      part.outputs.every((file) => existsSync(path.join(root, file))) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === wanted;
    if (upToDate) continue;
    await step(`Building: ${part.name}`, () =>
      execute('npm', ['run', 'build', '--workspace', part.workspace]),
    );
    mkdirSync(path.dirname(stamp), { recursive: true });
    writeFileSync(stamp, wanted);
  }
}
