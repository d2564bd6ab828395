import { mkdtempSync, statfsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const MEMORY = '/dev/shm';
const ROOM = 2 * 1024 ** 3;

/**
 * A new folder for what a test stores and throws away: in memory, where this machine has room there. Both databases make sure
 * that each change is on the disk, which tests would wait for more than for all else.
 * @param name stands in the folder's name
 */
export const temporaryFolder = (name: string): string =>
  mkdtempSync(path.join(roomIn(MEMORY) >= ROOM ? MEMORY : os.tmpdir(), `deep-dive-${name}-`));

/** Bytes that are free in a folder; none where there is no such. */
function roomIn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
