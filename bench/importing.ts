import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { RunningSite } from '../scripts/lib/site.ts';
import { timed } from './alerts.ts';
import { cmsProcess, dayAfter, gazetteer, Random } from './cms.ts';
import { atMost, type Measure, percentile } from './report.ts';

const ROWS = 10_000;
const LAST_DAY = 300;
const QUIET_FOR = 10_000;
const LOOK_EVERY = 100;
const PATIENCE = 600_000;
const IMPORTS = '/imports/spreadsheet';

/**
 * Brings a spreadsheet of 10,000 workshops as a Regional Partner does, through the admin's own API: read, rehearsed, imported and
 * published. Measures how long that takes, what memory the CMS needs for it, and how soon the finder's pages come meanwhile: each of a
 * place that nobody has looked near before, so that the CMS is asked.
 */
export async function measureImporting(site: RunningSite): Promise<Measure[]> {
  const random = new Random(98901);
  const page = (): string => `${site.url}/workshops?near=${random.pick(gazetteer).zip}`;
  const ask = await asPartner(site);
  await timed(page, pause(QUIET_FOR / 2));
  const quiet = percentile(await timed(page, pause(QUIET_FOR)), 95);
  const memory = watchMemory(cmsProcess(site.pid));
  const begun = performance.now();
  let end = begun;
  const parts: { seconds: number; times: number[] }[] = [];
  const part = async <Answer>(work: Promise<Answer>): Promise<Answer> => {
    const from = performance.now();
    const times = await timed(page, work);
    parts.push({ seconds: (performance.now() - from) / 1000, times });
    return work;
  };
  const bring = async (): Promise<void> => {
    const sheet = new FormData();
    sheet.set('file', new File([csvOf(random)], 'Workshops.csv', { type: 'text/csv' }));
    const { workshops } = await part(ask<{ workshops: unknown[] }>(`${IMPORTS}/read`, sheet));
    const report = await part(ask<ImportReport>(`${IMPORTS}/rehearse`, asForm({ workshops, publish: true })));
    // As the admin does: a town called Banner is taken for a word that stands for another.
    const ready = workshops.filter((_, index) => report.workshops[index]?.fate === 'create');
    if (ready.length < 0.99 * ROWS) throw new Error(`The rehearsal says ${saidOf(report)}`);
    const order = { workshops: ready, publish: true, name: 'Workshops.csv' };
    const { id } = await part(ask<{ id: number }>(IMPORTS, asForm(order)));
    await part(done(ask, id));
    end = performance.now();
  };
  await bring().finally(memory.stop);
  const busy = percentile(
    parts.flatMap(({ times }) => times),
    95,
  );
  const seconds = (end - begun) / 1000;
  const count = ROWS.toLocaleString('en-US');
  return [
    atMost(`${count} workshops from a spreadsheet, from its upload to visitors`, seconds, 60, 's', 1),
    {
      what: '… read, rehearsed, taken, stored',
      measured: parts.map(({ seconds }) => `${seconds.toFixed(1)} s`).join(', '),
      bound: '',
    },
    atMost('… what memory the CMS takes more for it, at most', memory.more(), 300, 'MB'),
    atMost(
      `… the finder’s pages meanwhile: p95, against ${quiet.toFixed(1)} ms when it is quiet`,
      busy / quiet,
      2,
      'times',
      2,
    ),
    {
      what: '… their p95 in each part',
      measured: parts.map(({ times }) => `${percentile(times, 95).toFixed(1)} ms`).join(', '),
      bound: '',
    },
  ];
}

interface ImportReport {
  counts: { create: number };
  workshops: { fate: string; problems: { message: string }[] }[];
}

/** What becomes of workshops, and what is wrong with the first that is not new. */
const saidOf = ({ counts, workshops }: ImportReport): string =>
  JSON.stringify([counts, workshops.find(({ fate }) => fate !== 'create')]);

/** A sheet as partners have it: a workshop in each row, some of two days. */
function csvOf(random: InstanceType<typeof Random>): string {
  const columns =
    'ID,Title,Kind,Format,Venue,Street address,ZIP code,Cost,Places,Registration link,Notes,Date 1,Start 1,End 1,Date 2,Start 2,End 2';
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const { zip, city } = random.pick(gazetteer);
    const day = random.integer(1, LAST_DAY);
    const date = (from: number): string => inUsWords(dayAfter(new Date(), from));
    return [
      `W-${index}`,
      `CS Fundamentals in ${city}`,
      random.pick(['Intro', 'Deep Dive']),
      random.pick(['In person', 'In person', 'Hybrid']),
      `${city} Elementary School`,
      `${random.integer(1, 48) * 25} Main Street`,
      zip,
      random.pick(['Ask', 'Free', '$150']),
      random.integer(8, 40),
      `https://partner.example.org/register/${index}`,
      '"Bring a laptop and its charger. Lunch is provided, coffee too."',
      date(day),
      '9:00 AM',
      '4:00 PM',
      ...(random.onceIn(3) ? [date(day + 7), '9:00 AM', '3:30 PM'] : ['', '', '']),
    ].join(',');
  });
  return [columns, ...lines].join('\r\n');
}

/** "3/6/2027" */
const inUsWords = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
};

type Ask = <Answer>(path: string, body?: FormData) => Promise<Answer>;

/** Asks the admin's API as the demonstration's Regional Partner; a form makes it a POST. */
async function asPartner({ cmsUrl, demoPassword }: RunningSite): Promise<Ask> {
  const login = await fetch(`${cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'partner@demo.test', password: demoPassword }),
  });
  const { data } = (await login.json()) as { data: { token: string } };
  return async <Answer>(path: string, body?: FormData) => {
    const response = await fetch(cmsUrl + path, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${data.token}` },
      body,
    });
    if (!response.ok) throw new Error(`${path} was answered ${response.status}: ${await response.text()}`);
    return (await response.json()) as Answer;
  };
}

/** As the admin sends what is too long for a request of JSON. */
function asForm(body: object): FormData {
  const form = new FormData();
  form.set('body', new File([JSON.stringify(body)], 'body.json', { type: 'application/json' }));
  return form;
}

async function done(ask: Ask, id: number): Promise<void> {
  for (const begun = performance.now(); performance.now() - begun < PATIENCE; await pause(LOOK_EVERY)) {
    const { state, reason } = await ask<{ state: string; reason: string | null }>(`${IMPORTS}/${id}`);
    if (state === 'done') return;
    if (reason) throw new Error(`The import was turned back: ${reason}`);
  }
  throw new Error('The import was not done.');
}

/** Watches a process's resident memory (Linux) until it is stopped; `more` says how much it was more at most than at the beginning, in megabytes. */
function watchMemory(pid: number): { more: () => number; stop: () => void } {
  const page = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));
  const now = (): number =>
    (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * page) / 2 ** 20;
  const before = now();
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, now());
  }, LOOK_EVERY / 2);
  return { more: () => most - before, stop: () => clearInterval(timer) };
}
