import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { BROWSER, isLeftOut } from './needs.ts';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * WebGL in software, so that the map draws on a machine without a graphics card, and all else as browsers draw it there:
 * a page drawn by way of that WebGL is slow, and has the map wait. No calls home.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

async function bundledExecutable(): Promise<string> {
  const { default: bundled } = await import('@sparticuz/chromium');
  return bundled.executablePath();
}

/**
 * Starts the Chrome or Chromium that is there (CHROME_PATH first), else the one that a development dependency brings.
 * Resolves to null, with the reasons printed, when none can run; under CI it rejects with them.
 */
export async function launchBrowser(): Promise<Browser | null> {
  const installed = [process.env.CHROME_PATH ?? '', ...INSTALLED].filter((file) => file && existsSync(file));
  const candidates = [...installed.map((file) => async () => file), bundledExecutable];
  const reasons: string[] = [];
  for (const candidate of candidates) {
    try {
      return await chromium.launch({ executablePath: await candidate(), args: ARGUMENTS });
    } catch (error) {
      reasons.push((error as Error).message.split('\n')[0] ?? 'unknown');
    }
  }
  const why = `No browser can run here:\n  ${reasons.join('\n  ')}`;
  if (!isLeftOut(BROWSER, false)) throw new Error(why);
  console.error(why);
  return null;
}
