import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { createServer, resolveConfig, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, violationsOn } from '../e2e/browser.ts';
import { allExamples } from '../src/testing/all-examples.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const WIDTHS = [320, 390, 1280];

test('A build knows of no gallery; only the development server does', async () => {
  const pluginsFor = async (command: 'build' | 'serve') =>
    (await resolveConfig({ root, logLevel: 'error' }, command)).plugins.map(({ name }) => name);
  expect(await pluginsFor('build')).not.toContain('gallery');
  expect(await pluginsFor('serve')).toContain('gallery');
});

/** In the gallery that `npm run dev` serves, with neither CMS nor site behind it. */
describe.skipIf(!browser)('Every example', () => {
  // Not the cache of a development server that may be running.
  const cacheDir = mkdtempSync(path.join(os.tmpdir(), 'gallery-'));
  let vite: ViteDevServer;
  let page: Page;
  let url = '';

  beforeAll(async () => {
    vite = await createServer({
      root,
      cacheDir,
      logLevel: 'error',
      server: { host: '127.0.0.1', port: 0, hmr: false, ws: false },
    });
    await vite.listen();
    const server = vite.httpServer;
    if (!server) throw new Error('Vite runs without a server of its own.');
    const { port } = server.address() as AddressInfo;
    url = `http://127.0.0.1:${port}`;
    if (!browser) return;
    page = await (await browser.newContext()).newPage();
    // The live map has tests of its own and needs a site behind it: whoever saves data is shown its picture alone.
    await page.addInitScript(() =>
      Object.defineProperty(navigator, 'connection', { value: { saveData: true } }),
    );
  });

  afterAll(async () => {
    await page?.context().close();
    await vite?.close();
    rmSync(cacheDir, { recursive: true });
  });

  /** Loading everything anew for each example would take most of the time. */
  async function open(address: string, text: string): Promise<void> {
    if (page.url() === 'about:blank') {
      await page.goto(url + address);
      // Else what is out of sight has the height it is guessed to have, and axe measures that.
      await page.addStyleTag({ content: '* { content-visibility: visible !important; }' });
    } else
      await page.evaluate((to) => {
        history.pushState(null, '', to);
        dispatchEvent(new PopStateEvent('popstate'));
      }, address);
    await page.getByText(text, { exact: true }).first().waitFor();
  }

  test('is on the list, with an address of its own', async () => {
    await open('/_gallery', 'Section examples');
    const links = await page.locator('main a').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
    expect(links).toEqual(allExamples.map(({ kind, name }) => `/_gallery/${kind}/${name}`));
  });

  test.each(allExamples)('can be read by everybody: $kind, $name', async ({ kind, name }) => {
    await open(`/_gallery/${kind}/${name}`, `${kind}: ${name}`);
    const found: string[] = [];
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      const problems = [...(await sticksOut(page)), ...(await violationsOn(page, { hasFrames: false }))];
      found.push(...problems.map((problem) => `${width}: ${problem}`));
    }
    expect(found).toEqual([]);
  });
});

/** What makes the page wider than its window. */
function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = [...document.querySelectorAll('main *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1,
    );
    return wide.slice(0, 5).map(({ tagName, className }) => `sticks out: ${tagName} ${className}`);
  });
}
