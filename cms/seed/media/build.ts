import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

/**
 * Makes the picture for sharing (PNG) from the HTML beside it:
 * `npx tsx cms/seed/media/build.ts`. Chromium is the one at CHROME_PATH, or /usr/bin/chromium.
 */
async function build(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1200, height: 630 } });

    await page.goto(address('deep-dive-share.html'));
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: path.join(__dirname, 'deep-dive-share.png') });
  } finally {
    await browser.close();
  }
  const { size } = await stat(path.join(__dirname, 'deep-dive-share.png'));
  console.log(`deep-dive-share.png: ${Math.round(size / 1024)} KB`);
}

function address(name: string): string {
  return pathToFileURL(path.join(__dirname, name)).href;
}

void build();
