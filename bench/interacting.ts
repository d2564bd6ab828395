import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { atMost, type Measure } from './report.ts';

const FINDER = '/workshops';
/** Between the browser and the site, in milliseconds: answers that take their time can overlap. */
const LATENCY = 150;
const SLOWDOWN = 4;
/** INP is the worst of many interactions: of one visit alone it is mostly chance. */
const VISITS = 5;
/** How long a person takes from one key to the next, in milliseconds. */
const KEY_DELAY = 90;
const SCREENS = {
  'list and map side by side': { width: 1280, height: 900 },
  'on a phone’s screen': { width: 390, height: 844 },
};
type Screen = keyof typeof SCREENS;
const WIDE: Screen = 'list and map side by side';

/** The files of the map's engines and its workers. */
const ENGINE_FILE = /\/(maplibre|mapbox)[^/]*$/;

/** How soon the finder's map is there, what it costs, and how the page answers to fingers and keys, with so many workshops. */
export async function measureInteracting(siteUrl: string, workshops: string): Promise<Measure[]> {
  const browser = await launchBrowser();
  if (!browser) return [{ what: 'The finder in a browser', measured: 'no browser can run here', bound: '' }];
  try {
    return [
      ...(await measureFirstView(browser, siteUrl + FINDER, workshops)),
      ...(await measureInteractions(browser, siteUrl + FINDER, workshops, WIDE)),
      ...(await measureInteractions(browser, siteUrl + FINDER, workshops, 'on a phone’s screen')),
    ];
  } finally {
    await browser.close();
  }
}

/** Milliseconds since the page was navigated to. */
interface Run {
  from: number;
  to: number;
}

/** `wait` is the time until it was handled, `work` what handling took; the rest of `duration` is until the next paint. */
interface InteractionEvent {
  name: string;
  duration: number;
  wait: number;
  work: number;
}

/** What the page notes down about itself; instants and durations are milliseconds. */
interface Notes {
  engineAt: number | null;
  clustersAt: number | null;
  /** Runs of JavaScript within long frames. */
  runs: Run[];
  /** Events that belong to an interaction, as Event Timing has them: from the input to the next paint. */
  events: InteractionEvent[];
}

async function measureFirstView(browser: Browser, url: string, workshops: string): Promise<Measure[]> {
  const page = await openPage(browser, WIDE);
  const transferred = { workshops: 0, rest: 0 };
  const weighed: Promise<void>[] = [];
  page.on('requestfinished', (request) => {
    const tells = /^\/(api|workshops)\b/.test(new URL(request.url()).pathname);
    const weigh = async (): Promise<void> => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      transferred[tells ? 'workshops' : 'rest'] += responseBodySize + responseHeadersSize;
    };
    weighed.push(weigh());
  });
  const stopProfiling = await startProfiling(page);
  await page.goto(url);
  await showMap(page);
  await page.waitForLoadState('networkidle');
  await Promise.all(weighed);
  const { engineAt, clustersAt, runs } = await readNotes(page);
  const timeSpent = await stopProfiling();
  await page.context().close();

  const longest = (who: keyof TimeSpent): number => Math.max(0, ...runs.map((run) => timeSpent(run)[who]));
  return [
    atMost(
      `${workshops} workshops: first clusters after the map’s engine is there`,
      ((clustersAt ?? Number.NaN) - (engineAt ?? Number.NaN)) / 1000,
      1,
      's',
      2,
    ),
    atMost('… the longest that our own JavaScript held the main thread', longest('ours'), 100, 'ms'),
    { what: '… and the engine’s', measured: `${longest('engine').toFixed(0)} ms`, bound: '' },
    atMost(
      '… page, its picture of the map, API and tiles transferred',
      transferred.workshops / 1024,
      300,
      'KB',
      1,
    ),
    {
      what: '… scripts, styles, fonts, engine and base map besides',
      measured: `${(transferred.rest / 1024).toFixed(1)} KB`,
      bound: '',
    },
  ];
}

async function measureInteractions(
  browser: Browser,
  url: string,
  workshops: string,
  screen: Screen,
): Promise<Measure[]> {
  const visits: Visit[] = [];
  for (let visit = 0; visit < VISITS; visit++) visits.push(await visitFinder(browser, url, screen));
  const measures = Object.keys(scenarios).map((name): Measure => {
    const worst = visits
      .map((visit) => visit.worst[name] as InteractionEvent)
      .sort((a, b) => a.duration - b.duration);
    const { duration, name: event, wait, work } = worst[Math.floor(VISITS / 2)] as InteractionEvent;
    const what = `${workshops} workshops, ${screen}: INP of ${name} at ${SLOWDOWN}× CPU slowdown (median of ${VISITS} visits)`;
    return {
      ...atMost(what, duration, 200, 'ms'),
      measured: `${duration.toFixed(0)} ms (${event}: ${wait.toFixed(0)} waiting, ${work.toFixed(0)} handling, the rest painting); all ${worst.map((each) => each.duration.toFixed(0)).join(', ')}`,
    };
  });
  const asked = visits.reduce((sum, { suggestions }) => sum + suggestions.total, 0);
  if (asked === 0) throw new Error('Typing a place asked for no suggestions.');
  const most = Math.max(...visits.map(({ suggestions }) => suggestions.most));
  return [...measures, atMost(`… requests for suggestions in flight at once (${asked} in all)`, most, 1, '')];
}

/** Of one visit: the longest interaction of each scenario, and how suggestions were asked for. */
interface Visit {
  worst: Record<string, InteractionEvent>;
  suggestions: { total: number; most: number };
}

async function visitFinder(browser: Browser, url: string, screen: Screen): Promise<Visit> {
  const page = await openPage(browser, screen);
  await page.goto(url);
  // On a phone the list hides the map.
  if (screen === WIDE) await showMap(page);
  await page.waitForLoadState('networkidle');
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: LATENCY,
    downloadThroughput: -1,
    uploadThroughput: -1,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
  const suggestions = countInFlight(page, '/api/places');
  const worst: Visit['worst'] = {};
  for (const [name, interact] of Object.entries(scenarios)) {
    await clearEvents(page);
    await interact(page);
    worst[name] = await worstInteraction(page);
  }
  await page.context().close();
  return { worst, suggestions: { total: suggestions.total(), most: suggestions.most() } };
}

/** Milliseconds of a run that went to the map's engine, and those that went to everything else. */
interface TimeSpent {
  engine: number;
  ours: number;
}

/**
 * Samples the main thread until the returned function is called, which then tells how the time of a run was spent. Who began
 * a run doesn't tell: React calls the engine to make the map, and the engine calls us when it has drawn it.
 */
async function startProfiling(page: Page): Promise<() => Promise<(run: Run) => TimeSpent>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await devtools.send('Profiler.enable');
  await devtools.send('Profiler.setSamplingInterval', { interval: 500 });
  await devtools.send('Profiler.start');
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const navigation = (metrics.find(({ name }) => name === 'NavigationStart')?.value ?? Number.NaN) * 1000;
    const { profile } = await devtools.send('Profiler.stop');
    const { nodes, samples = [], timeDeltas = [] } = profile;

    const engineNodes = new Set<number>();
    // A caller comes before what it calls.
    for (const { id, callFrame, children = [] } of nodes) {
      if (ENGINE_FILE.test(callFrame.url)) engineNodes.add(id);
      if (engineNodes.has(id)) for (const child of children) engineNodes.add(child);
    }
    let time = profile.startTime / 1000 - navigation;
    const timeline = samples.map((node, index) => {
      const lasted = (timeDeltas[index] ?? 0) / 1000;
      time += lasted;
      return { time, lasted, who: engineNodes.has(node) ? ('engine' as const) : ('ours' as const) };
    });
    return ({ from, to }) => {
      const spent: TimeSpent = { engine: 0, ours: 0 };
      for (const { time, lasted, who } of timeline) if (time > from && time <= to) spent[who] += lasted;
      return spent;
    };
  };
}

/** What visitors do, with real keys and a real pointer; each begins where the one before ended. */
const scenarios: Record<string, (page: Page) => Promise<void>> = {
  'typing a place and choosing it': async (page) => {
    const field = page.getByRole('combobox', { name: /city, state or zip/i });
    await field.click();
    await page.keyboard.type('springfield', { delay: KEY_DELAY });
    await page.getByRole('listbox', { name: 'Places' }).getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(/near=/);
  },
  filtering: async (page) => {
    const filters = page.locator('main form summary');
    if (await filters.isVisible()) await filters.click();
    for (const [name, parameter] of Object.entries({ Distance: 'radius', Kind: 'kind', Format: 'format' })) {
      await page.getByRole('combobox', { name, exact: true }).focus();
      await page.keyboard.press('ArrowDown');
      await page.waitForURL(new RegExp(`${parameter}=`));
    }
    for (const [name, parameter] of Object.entries({ scholarship: 'scholarship', full: 'available' })) {
      await page.getByRole('checkbox', { name: new RegExp(name, 'i') }).click();
      await page.waitForURL(new RegExp(`${parameter}=`));
    }
  },
  'panning and zooming the map': async (page) => {
    await showMap(page);
    const canvas = page.locator('[data-engine] canvas').first();
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('The map has no size.');
    const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
    for (const [right, down] of [
      [-120, 40],
      [90, -60],
    ] as const) {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + right, y + down, { steps: 12 });
      await page.mouse.up();
    }
    for (const name of ['Zoom in', 'Zoom out', 'Zoom out'])
      await page.locator('[data-engine]').getByRole('button', { name }).click();
    await canvas.focus();
    for (const key of ['ArrowLeft', 'ArrowUp', '+']) await page.keyboard.press(key);
  },
};

async function openPage(browser: Browser, screen: Screen): Promise<Page> {
  const context = await browser.newContext({ viewport: SCREENS[screen] });
  const page = await context.newPage();
  await page.addInitScript(takeNotes);
  return page;
}

/** Comes near the map, for which a phone has a button, and waits until it is drawn. */
export async function showMap(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: 'Map', exact: true });
  if (await button.isVisible()) await button.click();
  // What is about the picture stays when the map takes its place.
  const frame = page.locator('div:has(> div > img[src^="/workshops.svg"])');
  await frame.first().scrollIntoViewIfNeeded();
  await page.locator('[data-map-ready="true"]').waitFor({ timeout: 60_000 });
}

/** Runs in the page, before anything else does. */
function takeNotes(): void {
  const notes: Notes = { engineAt: null, clustersAt: null, runs: [], events: [] };
  Object.assign(globalThis, { notes });

  new MutationObserver(() => {
    const map = document.querySelector<HTMLElement>('[data-engine]');
    if (!map) return;
    notes.engineAt ??= performance.now();
    if (map.dataset.mapReady === 'true' && map.dataset.rendered !== '0')
      notes.clustersAt ??= performance.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });

  interface LongAnimationFrame extends PerformanceEntry {
    scripts: PerformanceEntry[];
  }
  new PerformanceObserver((list) => {
    for (const { scripts } of list.getEntries() as LongAnimationFrame[])
      for (const { startTime, duration } of scripts)
        notes.runs.push({ from: startTime, to: startTime + duration });
  }).observe({ type: 'long-animation-frame', buffered: true });

  const options = { type: 'event', durationThreshold: 16, buffered: true };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & { interactionId: number })[]) {
      const { interactionId, name, duration, startTime, processingStart, processingEnd } = entry;
      if (interactionId > 0)
        notes.events.push({
          name,
          duration,
          wait: processingStart - startTime,
          work: processingEnd - processingStart,
        });
    }
  }).observe(options);
}

const readNotes = (page: Page): Promise<Notes> =>
  page.evaluate(() => (globalThis as unknown as { notes: Notes }).notes);

const clearEvents = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (globalThis as unknown as { notes: Notes }).notes.events.length = 0;
  });

/** The interaction that took longest until the next paint. Those under 16 ms are not told by the browser. */
async function worstInteraction(page: Page): Promise<InteractionEvent> {
  // An event is told once its frame has been painted.
  await page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++)
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  });
  const { events } = await readNotes(page);
  return events.reduce((worst, event) => (event.duration > worst.duration ? event : worst), {
    name: 'none took longer',
    duration: 16,
    wait: 0,
    work: 0,
  });
}

/** Counts the requests for a path, and the most that were under way together. */
function countInFlight(page: Page, path: string): { total: () => number; most: () => number } {
  const underWay = new Set<object>();
  let total = 0;
  let most = 0;
  page.on('request', (request) => {
    if (new URL(request.url()).pathname !== path) return;
    total++;
    underWay.add(request);
    most = Math.max(most, underWay.size);
  });
  page.on('requestfinished', (request) => underWay.delete(request));
  page.on('requestfailed', (request) => underWay.delete(request));
  return { total: () => total, most: () => most };
}
