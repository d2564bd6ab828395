import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { RunningSite } from '../scripts/lib/site.ts';
import { atMost, type Measure, percentile } from './report.ts';

const INQUIRIES = 400;
/** As many as the site has to bear, evenly. */
const A_MINUTE = 1_000;
const AT_ONCE = 8;
const ZIPS = ['98901', '59715', '80202', '10001', '60601', '94103'];

/** How soon what a visitor writes is stored, with the mails about it, while those are sent. */
export async function measureWriting({ cmsUrl, dataDir }: RunningSite): Promise<Measure[]> {
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as {
    INVALIDATION_SECRET: string;
  };
  let count = 0;
  /** @returns how long it took to be answered, in milliseconds */
  const write = async (): Promise<number> => {
    const number = count++;
    const begun = performance.now();
    const response = await fetch(`${cmsUrl}/api/inquiries`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secrets.INVALIDATION_SECRET}` },
      body: JSON.stringify({
        inquiry: {
          purpose: 'school',
          name: 'A Teacher',
          email: `teacher-${number}@school.test`,
          zip: ZIPS[number % ZIPS.length],
          message: 'Could you come to our school in spring? We are twelve teachers.',
        },
        key: createHash('sha256').update(`bench ${number}`).digest('base64url'),
      }),
    });
    if (response.status !== 201) throw new Error(`An inquiry was answered ${response.status}.`);
    await response.arrayBuffer();
    return performance.now() - begun;
  };
  const evenly = await Promise.all(
    Array.from({ length: INQUIRIES }, async (_, index) => {
      await setTimeout((index * 60_000) / A_MINUTE);
      return write();
    }),
  );
  const atOnce: number[] = [];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      while (count < 2 * INQUIRIES) atOnce.push(await write());
    }),
  );
  return [
    atMost(
      `Taking an inquiry and its mails, ${A_MINUTE.toLocaleString('en-US')} a minute, while they are sent: p95`,
      percentile(evenly, 95),
      50,
      'ms',
      1,
    ),
    {
      what: `… p50 and maximum; ${AT_ONCE} at a time without a pause: p95, p50 and maximum`,
      measured: `${spread(evenly)}; ${percentile(atOnce, 95).toFixed(1)} ms, ${spread(atOnce)}`,
      bound: '',
    },
  ];
}

const spread = (times: number[]): string =>
  `${percentile(times, 50).toFixed(1)} and ${Math.max(...times).toFixed(1)} ms`;
