import type { WorkshopFeatureCollection } from '@deep-dive/shared-types';
import { describe, expect, test } from 'vitest';
import { browser, violationsOn } from './browser.ts';
import { sheets } from './paper.ts';
import { countPixels } from './pixels.ts';
import { site } from './site.ts';
import { DESKTOP, PHONE, visit } from './visit.ts';

async function features(): Promise<WorkshopFeatureCollection> {
  return (await (await fetch(`${site.url}/workshops.geojson`)).json()) as WorkshopFeatureCollection;
}

describe.skipIf(!browser)('A visitor', () => {
  test('reads the whole page with JavaScript off', async () => {
    const { page } = await visit('/deep-dive', { javaScriptEnabled: false, viewport: PHONE });
    const headings = await page.getByRole('heading', { level: 2 }).allTextContents();
    expect(headings).toEqual([
      'What is the CS Fundamentals Deep Dive Workshop?',
      'What will teachers learn in a Deep Dive Workshop?',
      'How does the Deep Dive Workshop help my school?',
      'Register for a Deep Dive Workshop',
      'What does the program cost?',
    ]);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('CS Fundamentals: Deep Dive');
    const text = await page.locator('main').textContent();
    expect(text).toContain('has made a big splash with educators teaching our K-5 courses to students.');
    expect(text).toContain('The value of the one-day Deep Dive workshop is $300/person');
    expect(text).not.toMatch(/____|\{\{|ESSA|BOTTOM BANNER/);
    const workshops = page.locator('main a[href^="/workshops/"]');
    expect(await workshops.count()).toBeGreaterThanOrEqual(10);
    const picture = page.locator('img[src^="/workshops.svg"]');
    expect(await picture.getAttribute('alt')).toMatch(/workshop/i);
    await page.context().close();
  });

  test('gets a page that hydrates without asking anything again and without a complaint from the browser', async () => {
    const { page, complaints, asked } = await visit('/deep-dive');
    await page.waitForFunction(() =>
      Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__reactContainer')),
    );
    expect(complaints).toEqual([]);
    expect(asked.filter((url) => url.startsWith('/api/'))).toEqual([]);
    expect(asked.every((url) => url.startsWith('/'))).toBe(true);
    await page.context().close();
  });

  test('sees the workshops drawn on the map, once it comes near', async () => {
    const { page, complaints, asked } = await visit('/deep-dive');
    expect(asked.some((url) => url.includes('maplibre'))).toBe(false);
    await page.locator('#workshops').scrollIntoViewIfNeeded();
    const map = page.locator('[data-engine]');
    await map.and(page.locator('[data-map-ready="true"]')).waitFor({ timeout: 60_000 });
    expect(await map.getAttribute('data-engine')).toBe('maplibre');
    expect(Number(await map.getAttribute('data-rendered'))).toBeGreaterThan(10);
    const pixels = await countPixels(page, await map.screenshot());
    expect(pixels.teal).toBeGreaterThan(200);
    expect(pixels.colours).toBeGreaterThan(50);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('is not caught by the map when scrolling past it', async () => {
    const { page } = await visit('/deep-dive');
    await page.locator('#workshops').scrollIntoViewIfNeeded();
    const map = page.locator('[data-engine]');
    await map.and(page.locator('[data-map-ready="true"]')).waitFor({ timeout: 60_000 });
    await map.scrollIntoViewIfNeeded();
    const box = await map.boundingBox();
    if (!box) throw new Error('The map has no box.');
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    const before = await page.evaluate(() => scrollY);
    await page.mouse.wheel(0, 500);
    await page.waitForFunction((y) => scrollY > y + 300, before);
    await page.context().close();
  });

  test('goes from the list to a workshop’s own page and reads its times in the zone of the venue', async () => {
    const { features: all } = await features();
    const workshop = all.find(({ properties }) => properties.timeZone === 'America/Anchorage')?.properties;
    if (!workshop) throw new Error('No workshop in Alaska.');
    const { page } = await visit(`/workshops/${workshop.slug}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain(workshop.title);
    const zone = new Intl.DateTimeFormat('en-US', { timeZone: workshop.timeZone, timeZoneName: 'short' })
      .formatToParts(new Date(workshop.sessions[0]?.startsAt ?? 0))
      .find(({ type }) => type === 'timeZoneName')?.value;
    expect(await page.locator('main').textContent()).toContain(zone);
    const jsonLd = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '{}',
    );
    expect(JSON.stringify(jsonLd)).toContain('EducationEvent');
    await page.context().close();
  });

  test('moves between pages without a reload, and back to where they were', async () => {
    const { page } = await visit('/deep-dive');
    await page.evaluate(() => Object.assign(globalThis, { sameDocument: true }));
    const link = page.locator('main a[href^="/workshops/"]').first();
    await link.scrollIntoViewIfNeeded();
    const scrolledTo = await page.evaluate(() => scrollY);
    const linkText = (await link.textContent()) ?? '';
    await link.click();
    await page.waitForURL(/\/workshops\//);
    await page.waitForFunction(() => scrollY === 0);
    await page.getByRole('heading', { level: 1, name: linkText }).waitFor();
    expect(await page.evaluate(() => 'sameDocument' in globalThis)).toBe(true);
    expect(await page.title()).toContain(linkText);
    await page.goBack();
    await page.waitForFunction((y) => Math.abs(scrollY - y) < 50, scrolledTo);
    await page.context().close();
  });

  test.each(['/no-such-page', '/workshops/no-such-workshop', '/partners/nobody', '/a/b/c'])(
    'is told that %s does not exist, with a way on',
    async (path) => {
      const response = await fetch(site.url + path);
      expect(response.status).toBe(404);
      const { page } = await visit(path);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      expect(await page.locator('main a').count()).toBeGreaterThan(0);
      await page.context().close();
    },
  );
});

describe.skipIf(!browser)('Every page', async () => {
  const workshop = browser ? (await features()).features[0]?.properties : undefined;
  const paths = [
    '/',
    '/deep-dive',
    '/compare-workshops',
    '/scholarships',
    '/regional-partners',
    '/privacy',
    '/alerts',
    '/workshops',
    `/workshops/${workshop?.slug}`,
    `/partners/${workshop?.partner.slug}`,
    '/no-such-page',
  ];

  test.each(
    paths.flatMap((path) => [PHONE, DESKTOP].map((viewport) => ({ path, viewport, width: viewport.width }))),
  )('$path has no accessibility violation at $width px', async ({ path, viewport }) => {
    const { page } = await visit(path, { viewport });
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test.each(paths)(
    '%s fits a window 320 px wide, as at 400 % zoom, without scrolling sideways',
    async (path) => {
      const { page } = await visit(path, { viewport: { width: 320, height: 640 } });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await page.context().close();
    },
  );
});

describe.skipIf(!browser)('On paper', () => {
  test.each(['', '?near=98901', '?near=10001', '?near=Glasgow,+MT', '?near=Colorado', '?near=00000'])(
    'the Deep Dive page takes five sheets at most: /deep-dive%s',
    async (search) => {
      const { page } = await visit(`/deep-dive${search}`, { viewport: DESKTOP });
      expect(sheets(await page.pdf({ format: 'Letter' }))).toBeLessThanOrEqual(5);
      await page.context().close();
    },
  );
});

describe.skipIf(!browser)('The map', () => {
  test('shows both kinds, and has no accessibility violation once it is drawn', async () => {
    const { page } = await visit('/workshops');
    await page.locator('#workshops').scrollIntoViewIfNeeded();
    const map = page.locator('[data-map-ready="true"]');
    await map.waitFor({ timeout: 60_000 });
    expect((await countPixels(page, await map.screenshot())).purple).toBeGreaterThan(50);
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});
