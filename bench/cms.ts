import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cmsSource } from '../scripts/lib/cms-source.ts';
import { root } from '../scripts/lib/paths.ts';

export const { Random } = cmsSource<typeof import('../cms/seed/demonstration/random.ts')>(
  'seed/demonstration/random.ts',
);
export const { dayAfter } = cmsSource<typeof import('../cms/seed/demonstration/calendar.ts')>(
  'seed/demonstration/calendar.ts',
);
export const { partnerServing } = cmsSource<typeof import('../cms/seed/demonstration/workshops.ts')>(
  'seed/demonstration/workshops.ts',
);
export const { locate } = cmsSource<typeof import('../cms/src/rules/venue.ts')>('src/rules/venue.ts');
export const { schedule } = cmsSource<typeof import('../cms/src/rules/schedule.ts')>('src/rules/schedule.ts');
export const { areaOf, findNear, suggestPlaces } =
  cmsSource<typeof import('../cms/src/places/index.ts')>('src/places/index.ts');
export const { partnerFor } =
  cmsSource<typeof import('../cms/src/rules/territory.ts')>('src/rules/territory.ts');

/** The states in free association with the United States, which no Regional Partner serves. */
const UNSERVED = new Set(['FM', 'MH', 'PW']);

/** Every ZIP code that a Regional Partner serves, with its city, state and point in degrees (WGS 84). The CMS must have been built. */
export const gazetteer = readFileSync(path.join(root, 'cms/generated/places/zips.tsv'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => {
    const [zip = '', city = '', state = '', , latitude, longitude] = line.split('\t');
    return { zip, city, state, latitude: Number(latitude), longitude: Number(longitude) };
  })
  .filter(({ state }) => !UNSERVED.has(state));

/** The resident memory of the CMS that a start command (by its process id) runs, in megabytes. */
export function cmsMemory(startPid: number): number {
  return runningCms(startPid).kilobytes / 1024;
}

/** The process id of the CMS that a start command (by its own) runs. */
export const cmsProcess = (startPid: number): number => runningCms(startPid).pid;

function runningCms(startPid: number): { pid: number; kilobytes: number } {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8' });
  for (const line of processes.split('\n')) {
    const [, pid, parent, kilobytes, command = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    if (Number(parent) === startPid && command.includes('strapi'))
      return { pid: Number(pid), kilobytes: Number(kilobytes) };
  }
  throw new Error('The CMS’s process was not found.');
}
