import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/**
 * Makes the pictures that some programs ask for in pixels from `public/favicon.svg`: `npx tsx web/icons/build.ts`.
 * Chromium is the one at CHROME_PATH, or /usr/bin/chromium.
 *
 * - favicon.ico, for what knows no SVG: feed readers, bookmarks, older browsers.
 * - apple-touch-icon.png, for home screens. iOS rounds the corners itself, and paints what is transparent black.
 * - event.png, which search engines show beside a workshop.
 */
async function build(): Promise<void> {
  const folder = path.join(import.meta.dirname, '../public');
  const rounded = await readFile(path.join(folder, 'favicon.svg'), 'utf8');
  const square = rounded.replace(/ rx="\d+"/, '');
  const browser = await chromium.launch({
    executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const icons = await Promise.all([16, 32, 48].map((size) => draw(browser, rounded, size, size)));
    await writeFile(path.join(folder, 'favicon.ico'), icoOf(icons));
    await writeFile(path.join(folder, 'apple-touch-icon.png'), await draw(browser, square, 180, 180));
    await writeFile(path.join(folder, 'event.png'), await draw(browser, square, 1200, 675));
  } finally {
    await browser.close();
  }
}

/** An SVG in the middle of a picture of the logo's color, as PNG; what is transparent in a square one stays so. */
async function draw(browser: Browser, svg: string, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width, height } });
  const color = width === height ? 'transparent' : /fill="(#\w+)"/.exec(svg)?.[1];
  await page.setContent(
    `<body style="margin:0;background:${color};display:grid;place-items:center;height:100vh">` +
      svg.replace('<svg ', `<svg width="${Math.min(width, height)}" height="${height}" `),
  );
  const picture = await page.screenshot({ omitBackground: true });
  await page.close();
  return picture;
}

/** PNGs in one icon file: https://learn.microsoft.com/windows/win32/menurc/newheader */
function icoOf(pngs: Buffer[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pngs.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pngs.length, 4);
  let offset = header.length;
  for (const [index, png] of pngs.entries()) {
    const at = 6 + 16 * index;
    // A PNG's own header has its width and height here, and 0 stands for 256.
    header.writeUInt8(png.readUInt32BE(16) % 256, at);
    header.writeUInt8(png.readUInt32BE(20) % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(png.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pngs]);
}

await build();
