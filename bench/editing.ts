import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/lib/browser.ts';
import type { RunningSite } from '../scripts/lib/site.ts';
import { atMost, type Measure, median, percentile } from './report.ts';

const SLOWDOWN = 4;
/** As many sections as a page can have. */
const SECTIONS = 40;
const KEYS = 150;
/** What else a computer does comes and goes within a minute. */
const ROUNDS = 5;
/** How long a person holds a key, and how long it takes to the next one, in milliseconds. */
const HELD = 70;
const BETWEEN = 50;
/** For how long the form goes on scrolling to what it was opened at, in milliseconds. */
const SETTLING = 2_500;
/** Milliseconds: what the browser tells of no interaction that is shorter. */
const SHORTEST_TOLD = 16;
const PATIENCE = { timeout: 120_000 };

type Fields = Record<string, unknown>;

/** How soon each key shows while one types in the admin's form of the fullest page there can be. */
export async function measureEditing(site: RunningSite): Promise<Measure[]> {
  const browser = await launchBrowser();
  if (!browser) return [{ what: 'The admin in a browser', measured: 'no browser can run here', bound: '' }];
  try {
    const { documentId, length } = await addFullestPage(site);
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    await logIn(page, site);
    await page.goto(
      `${site.cmsUrl}/admin/content-manager/collection-types/api::page.page/${documentId}#section-2`,
    );
    const editor = page.locator('[data-slate-editor]').first();
    await editor.waitFor(PATIENCE);
    await page.waitForTimeout(SETTLING);
    // The browser doesn't tell of keys that change what is at the lower edge of its window.
    await editor.evaluate((text) => text.scrollIntoView({ block: 'center' }));
    await slowDown(page);
    const title = page.getByRole('textbox', { name: /^Title/ }).first();
    const inRichText: number[][] = [];
    const inTitle: number[][] = [];
    for (let round = 0; round < ROUNDS; round++) {
      inRichText.push(await typeInto(page, () => editor.click(PATIENCE)));
      inTitle.push(await typeInto(page, () => title.click(PATIENCE)));
    }
    await page.close();
    const inNothing = await typeIntoNothing(browser);
    const where = `the form of a page of ${SECTIONS} sections (${(length / 1000).toFixed(0)} KB) at ${SLOWDOWN}× CPU slowdown`;
    return [
      ...shown(
        `Typing rich text in ${where}: p95 of ${KEYS} keys until they show (median of ${ROUNDS} rounds)`,
        inRichText,
      ),
      ...shown('… its title: p95', inTitle),
      {
        what: '… a field in an empty page, which is what this computer needs by itself: p95, p50 and the longest',
        measured: `${[percentile(inNothing, 95), median(inNothing), Math.max(...inNothing)].join(', ')} ms`,
        bound: '',
      },
    ];
  } finally {
    await browser.close();
  }
}

/** What was measured in rounds: the first line is held to the bound. */
function shown(what: string, rounds: number[][]): Measure[] {
  const p95 = rounds.map((keys) => percentile(keys, 95));
  return [
    atMost(what, median(p95), 50, 'ms'),
    {
      what: '… of each round; p50 and the longest of all',
      measured: `${p95.join(', ')}; ${median(rounds.flat())} and ${Math.max(...rounds.flat())} ms`,
      bound: '',
    },
  ];
}

async function slowDown(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
}

/** How long each key takes where nothing but the browser is at work, in milliseconds. */
async function typeIntoNothing(browser: Browser): Promise<number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.addInitScript(noteKeys);
  await page.goto('about:blank');
  await page.setContent('<p contenteditable>Teachers</p>');
  await slowDown(page);
  return typeInto(page, () => page.locator('p').click());
}

/** A draft that has the Deep Dive page's sections over and over. */
async function addFullestPage({
  cmsUrl,
  demoPassword,
}: RunningSite): Promise<{ documentId: string; length: number }> {
  const ask = async (path: string, body?: Fields, token?: string): Promise<Fields> => {
    const response = await fetch(cmsUrl + path, {
      method: body ? 'POST' : 'GET',
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path} was answered with ${response.status}: ${text.slice(0, 500)}`);
    return JSON.parse(text) as Fields;
  };
  const login = await ask('/admin/login', { email: 'marketing@demo.test', password: demoPassword });
  const { token } = login.data as { token: string };
  const pages = '/content-manager/collection-types/api::page.page';
  const { results } = await ask(`${pages}?filters[slug][$eq]=deep-dive`, undefined, token);
  const [{ documentId: deepDive }] = results as [{ documentId: string }];
  const { data } = await ask(`${pages}/${deepDive}`, undefined, token);
  const sections = withoutIds((data as { sections: Fields[] }).sections) as Fields[];
  const fullest = Array.from({ length: SECTIONS }, (_, index) => ({
    ...sections[index % sections.length],
    anchor: null,
  }));
  const body = { title: 'The fullest page', slug: 'the-fullest-page', sections: fullest };
  const made = await ask(pages, body, token);
  return {
    documentId: (made.data as { documentId: string }).documentId,
    length: JSON.stringify(body).length,
  };
}

/** What the form's answer has in place of entries that are led to. */
const isCount = (value: unknown): boolean => typeof value === 'object' && value !== null && 'count' in value;

/** Content as it is sent for another entry: pictures stay named by their ids, and nothing leads to other entries. */
function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  if ('mime' in value && 'id' in value) return { id: value.id };
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) =>
      key === 'id' || isCount(inner) ? [] : [[key, withoutIds(inner)]],
    ),
  );
}

async function logIn(page: Page, { cmsUrl, demoPassword }: RunningSite): Promise<void> {
  await page.addInitScript(noteKeys);
  await page.goto(`${cmsUrl}/admin`);
  await page.getByLabel(/email/i).fill('marketing@demo.test');
  await page.getByLabel(/^password/i).fill(demoPassword);
  await page.getByRole('button', { name: /log ?in/i }).click();
  await page.getByRole('heading', { name: /^hello/i }).waitFor(PATIENCE);
}

/** Runs in the page: notes how long it took from each key to the next paint, in milliseconds, by interaction. */
function noteKeys(): void {
  const keys = new Map<number, number>();
  Object.assign(globalThis, { keys });
  const options = { type: 'event', durationThreshold: 16, buffered: true };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      const { interactionId, name, duration } = entry;
      if (interactionId > 0 && /^key/.test(name))
        keys.set(interactionId, Math.max(keys.get(interactionId) ?? 0, duration));
    }
  }).observe(options);
}

type Noting = { keys: Map<number, number> };

/** Presses key after key as a person does; `keyboard.type` would let go of each as the next one comes, and wait for that. */
async function type(page: Page, words: string): Promise<void> {
  for (const letter of words) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: HELD });
    await page.waitForTimeout(BETWEEN);
  }
}

/** How long each key took until it showed, in milliseconds. */
async function typeInto(page: Page, focus: () => Promise<void>): Promise<number[]> {
  await focus();
  await page.keyboard.press('Control+End');
  await type(page, ' At first ');
  await page.evaluate(() => (globalThis as unknown as Noting).keys.clear());
  const words = 'teachers learn together '.repeat(Math.ceil(KEYS / 24)).slice(0, KEYS);
  await type(page, words);
  // A key is told of once its frame has been painted.
  const told = await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return [...(globalThis as unknown as Noting).keys.values()];
  });
  return [...told, ...Array.from({ length: Math.max(0, KEYS - told.length) }, () => SHORTEST_TOLD)];
}
