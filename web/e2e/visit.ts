import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { site } from './site.ts';

/** Undefined where no browser can run. */
export const browser = await launchBrowser();

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** What a graphics card made of software says of its own speed, whatever page it draws. */
const SOFTWARE_GPU = /GL Driver Message \(OpenGL, Performance/;

afterAll(() => browser?.close());

/** Opens a page in a context of its own; what the browser complains about is collected in `complaints`. */
export async function visit(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[]; asked: string[] }> {
  if (!browser) throw new Error('These tests need a browser.');
  const context = await browser.newContext({ viewport: DESKTOP, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const asked: string[] = [];
  page.on('console', (message) => {
    const isComplaint = message.type() === 'error' || message.type() === 'warning';
    if (isComplaint && !SOFTWARE_GPU.test(message.text())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => asked.push(request.url().replace(site.url, '')));
  await page.goto(site.url + path, { waitUntil: 'networkidle' });
  return { page, complaints, asked };
}

/**
 * What breaks WCAG 2.2 AA or good practice on a page as it is now: the rule and the elements, one line each. Without frames
 * from elsewhere it needs no second tab to look into, which is quicker.
 */
export async function violationsOn(page: Page, { hasFrames = true } = {}): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(!hasFrames)
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
