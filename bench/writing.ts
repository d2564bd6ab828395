import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { RunningSite } from '../scripts/lib/site.ts';
import { atMost, type Measure, percentile } from './report.ts';

const INQUIRIES = 400;
const AT_ONCE = 8;
const ZIPS = ['98901', '59715', '80202', '10001', '60601', '94103'];

/** How soon what a visitor writes is stored, with the mails about it, while those are sent. */
export async function measureWriting({ cmsUrl, dataDir }: RunningSite): Promise<Measure[]> {
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as {
    INVALIDATION_SECRET: string;
  };
  const times: number[] = [];
  let next = 0;
  const write = async (): Promise<void> => {
    for (let number = next++; number < INQUIRIES; number = next++) {
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
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, write));
  return [
    atMost(
      `Taking an inquiry and its mails, ${AT_ONCE} at a time, while they are sent: p95`,
      percentile(times, 95),
      50,
      'ms',
      1,
    ),
    {
      what: '… p50 and maximum',
      measured: `${percentile(times, 50).toFixed(1)} and ${Math.max(...times).toFixed(1)} ms`,
      bound: '',
    },
  ];
}
