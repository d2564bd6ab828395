import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../scripts/lib/browser.ts';
import { showMap } from './interacting.ts';
import { atMost, type Measure, median } from './report.ts';

const RUNS = 5;
const PAGE = '/deep-dive';

/** What a visitor's browser fetches, and how long it takes on a slow phone. */
export async function measureLoading(siteUrl: string): Promise<Measure[]> {
  const browser = await launchBrowser();
  if (!browser) return [{ what: 'Loading in a browser', measured: 'no browser can run here', bound: '' }];
  try {
    const weight = await weigh(browser, siteUrl + PAGE);
    const vitals = [];
    for (let run = 0; run < RUNS; run++) vitals.push(await timeOnSlowPhone(browser, siteUrl + PAGE));
    return [
      atMost(
        'Deep Dive page before the map: HTML + CSS + JS + fonts, brotli',
        weight.total / 1024,
        180,
        'KB',
        1,
      ),
      atMost('… of it JavaScript', weight.script / 1024, 85, 'KB', 1),
      {
        what: '… HTML, CSS, fonts',
        measured: [weight.document, weight.stylesheet, weight.font]
          .map((n) => `${(n / 1024).toFixed(1)} KB`)
          .join(', '),
        bound: '',
      },
      atMost(
        `LCP at 4× CPU slowdown, 1.6 Mbit/s, 150 ms (median of ${RUNS})`,
        median(vitals.map((v) => v.lcp)) / 1000,
        2,
        's',
        2,
      ),
      atMost(
        'CLS, with the map drawn and scrolled through to the end (worst)',
        Math.max(...vitals.map((v) => v.cls)),
        0.02,
        '',
        4,
      ),
      atMost('Total blocking time (median)', median(vitals.map((v) => v.blocking)), 150, 'ms'),
    ];
  } finally {
    await browser.close();
  }
}

async function weigh(
  browser: Browser,
  url: string,
): Promise<Record<'document' | 'stylesheet' | 'script' | 'font' | 'total', number>> {
  const page = await browser.newPage({ viewport: { width: 390, height: 844 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const typeOf = new Map<string, string>();
  const bytes = { document: 0, stylesheet: 0, script: 0, font: 0, total: 0 };
  session.on('Network.responseReceived', ({ requestId, type }) => typeOf.set(requestId, type.toLowerCase()));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const type = typeOf.get(requestId);
    if (type && type in bytes) {
      bytes[type as keyof typeof bytes] += encodedDataLength;
      bytes.total += encodedDataLength;
    }
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return bytes;
}

interface Vitals {
  lcp: number;
  cls: number;
  blocking: number;
}

async function timeOnSlowPhone(browser: Browser, url: string): Promise<Vitals> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6 * 1024 * 1024) / 8,
    uploadThroughput: (0.75 * 1024 * 1024) / 8,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  await page.addInitScript(() => {
    const vitals = { lcp: 0, cls: 0, blocking: 0 };
    Object.assign(globalThis, { vitals });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) vitals.lcp = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
      })[])
        if (!entry.hadRecentInput) vitals.cls += entry.value;
    }).observe({ type: 'layout-shift', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) vitals.blocking += Math.max(0, entry.duration - 50);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const { lcp, blocking } = await readVitals(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
  await showMap(page);
  await page.evaluate(async () => {
    for (let y = scrollY; y < document.body.scrollHeight; y += 400) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
  const { cls } = await readVitals(page);
  await context.close();
  return { lcp, blocking, cls };
}

function readVitals(page: Page): Promise<Vitals> {
  return page.evaluate(() => (globalThis as unknown as { vitals: Vitals }).vitals);
}
