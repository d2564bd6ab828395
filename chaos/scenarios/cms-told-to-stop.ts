import path from 'node:path';
import Database from 'better-sqlite3';
import { type AdminAnswer, isDone } from '../admin.ts';
import { all, holds, type Scenario } from '../scenario.ts';
import { pause } from '../visiting.ts';

const WRITERS = 16;
const WRITE_MS = 1_200;
const ON_THE_WAY_MS = 30;

interface Save {
  key: string;
  begunAt: number;
  answer: AdminAnswer;
}

/** The CMS is told to stop while people save. */
export const cmsToldToStop: Scenario = {
  name: 'CMS told to stop',
  async run(stage) {
    const [cms] = stage.cms;
    if (!cms) throw new Error('There is no CMS.');
    const saves: Save[] = [];
    let isOver = false;
    const write = async (writer: number): Promise<void> => {
      for (let count = 0; !isOver; count++) {
        const key = `stop-${writer}-${count}`;
        const begunAt = performance.now();
        saves.push({ key, begunAt, answer: await stage.admin.createFigure(cms.url, key) });
      }
    };
    const writers = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    await pause(WRITE_MS);
    const toldAt = performance.now();
    const stopped = cms.stop();
    isOver = true;
    await writers;
    const ended = await stopped;

    const stored = keysStored(path.join(stage.cmsFolder, 'cms.sqlite'));
    const begun = saves.filter(({ begunAt }) => begunAt < toldAt - ON_THE_WAY_MS);
    const acknowledged = saves.filter(({ answer }) => isDone(answer));
    return [
      all(
        'saves begun before are finished',
        begun.filter(({ answer }) => isDone(answer)).length,
        begun.length,
      ),
      all(
        'saves acknowledged are stored',
        acknowledged.filter(({ key }) => stored.has(key)).length,
        acknowledged.length,
      ),
      holds('… and it ends by itself', `with ${ended}`, 'with 0', ended === '0'),
    ];
  },
};

function keysStored(file: string): Set<string> {
  const database = new Database(file, { fileMustExist: true });
  try {
    const rows = database.prepare('select key from figures').all() as { key: string }[];
    return new Set(rows.map(({ key }) => key));
  } finally {
    database.close();
  }
}
