import type { BrowserContextOptions, Page } from 'playwright-core';
import { browser } from './browser.ts';
import { site } from './site.ts';

export const PHONE = { width: 390, height: 844 };
export const DESKTOP = { width: 1280, height: 900 };

/** What a graphics card made of software says of its own speed, whatever page it draws. */
const SOFTWARE_GPU = /GL Driver Message \(OpenGL, Performance/;

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
