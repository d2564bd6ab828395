import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WorkshopFeatureCollection, WorkshopList } from '@deep-dive/shared-types';
import { parseFeed } from '@rowanmanning/feed-parser';
import ical from 'node-ical';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browser, violationsOn } from './browser.ts';
import { site } from './site.ts';
import { DESKTOP, PHONE, visit } from './visit.ts';

const read = async <Body>(path: string): Promise<Body> =>
  (await (await fetch(site.url + path)).json()) as Body;
const list = (query: string): Promise<WorkshopList> => read(`/api/workshops?${query}`);

const place = (page: Page) => page.getByRole('combobox', { name: 'City, state or ZIP code' });
const results = (page: Page) => page.locator('#workshops-results');
const suggestions = (page: Page) => page.getByRole('listbox', { name: 'Places' }).getByRole('option');
const items = (page: Page) => page.getByRole('article');
const toResults = (page: Page, title: RegExp | string) => results(page).filter({ hasText: title }).waitFor();
const query = (page: Page) => new URL(page.url()).searchParams;

/** Waits until the finder answers what one does. */
async function open(path: string, options: Parameters<typeof visit>[1] = {}) {
  const visited = await visit(path, options);
  await visited.page.waitForFunction(() =>
    Object.keys(document.getElementById('root') ?? {}).some((key) => key.startsWith('__reactContainer')),
  );
  return visited;
}

async function toMap(page: Page) {
  await page.locator('[data-engine]').scrollIntoViewIfNeeded();
  const map = page.locator('[data-map-ready="true"]');
  await map.waitFor({ timeout: 60_000 });
  return map;
}

describe.skipIf(!browser)('A visitor who looks for a workshop', () => {
  test('finds those near a city with the keyboard alone, shares the address, and goes back', async () => {
    const { page, complaints } = await open('/workshops');
    const before = await results(page).textContent();
    while (!(await place(page).evaluate((field) => field === document.activeElement)))
      await page.keyboard.press('Tab');
    await page.keyboard.type('st lou');
    await suggestions(page).filter({ hasText: 'St. Louis, MO' }).waitFor();
    expect(await place(page).getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('ArrowDown');
    const active = await place(page).getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).getAttribute('aria-selected')).toBe('true');
    await page.keyboard.press('Enter');
    await toResults(page, 'within 50 miles of St. Louis, MO');
    expect(query(page).get('near')).toBe('St. Louis, MO');
    expect(await place(page).getAttribute('aria-expanded')).toBe('false');
    expect(await page.getByRole('status').allTextContents()).toContainEqual(
      expect.stringContaining('St. Louis, MO'),
    );

    const shared = await open(page.url().replace(site.url, ''));
    expect(await results(shared.page).textContent()).toBe(await results(page).textContent());
    expect(await place(shared.page).inputValue()).toBe('St. Louis, MO');
    await shared.page.context().close();

    await page.goBack();
    await toResults(page, before ?? '');
    expect(await place(page).inputValue()).toBe('');
    await page.goForward();
    await toResults(page, 'St. Louis, MO');
    expect(await place(page).inputValue()).toBe('St. Louis, MO');
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('closes the suggestions with Escape and keeps what was typed', async () => {
    const { page } = await open('/workshops');
    await place(page).fill('port');
    await suggestions(page).first().waitFor();
    await place(page).press('Escape');
    expect(await suggestions(page).count()).toBe(0);
    expect(await place(page).inputValue()).toBe('port');
    await page.context().close();
  });

  test('narrows what is listed by filters, however quickly they are chosen', async () => {
    const { page } = await open('/workshops');
    await page.getByLabel('Kind').selectOption('intro');
    await page.getByLabel('Format').selectOption('in-person');
    await page.getByLabel('Hide full workshops').check();
    await page.waitForURL((url) => url.search === '?kind=intro&format=in-person&available=true');
    const { total } = await list('kind=intro&format=in-person&available=true');
    await toResults(page, new RegExp(`^${total} `));
    expect(await items(page).first().textContent()).toContain('Intro');
    await page.getByRole('link', { name: 'Clear all' }).click();
    await page.waitForURL((url) => url.search === '');
    await expect.poll(() => page.getByLabel('Kind').inputValue()).toBe('');
    await page.context().close();
  });

  test('sees distances and the Regional Partner for the place, nearest first if they like', async () => {
    const { page } = await open('/workshops?near=98101&radius=250&sort=distance');
    await toResults(page, 'within 250 miles of Seattle, WA 98101');
    const miles = (await items(page).allTextContents())
      .map((text) => /(\d+) miles? away/.exec(text)?.[1])
      .filter((text) => text !== undefined)
      .map(Number);
    expect(miles.length).toBeGreaterThan(2);
    expect(miles).toEqual(miles.toSorted((a, b) => a - b));
    expect(await page.getByRole('heading', { name: /Your Regional Partner for Seattle/ }).count()).toBe(1);
    await page.context().close();
  });

  test.each([
    ['00000', /We don’t know the ZIP code 00000/, /check its five digits/],
    ['09012', /09012 is a military ZIP code/, /city nearest to you/],
    ['Toronto, ON', /“Toronto, ON” is outside the United States/, /virtual/],
    ['Cincinatti', /We couldn’t find “Cincinatti”/, /Cincinnati, OH/],
  ])('is told plainly what is wrong with “%s”, and what to do', async (near, title, advice) => {
    const { page } = await open(`/workshops?near=${encodeURIComponent(near)}`);
    await toResults(page, title);
    expect(await page.locator('main').textContent()).toMatch(advice);
    expect(await place(page).inputValue()).toBe(near);
    expect(await page.getByRole('heading', { name: 'Virtual workshops, open to everyone' }).count()).toBe(1);
    expect(await page.getByText('Someone to ask').count()).toBe(1);
    await page.context().close();
  });

  test('reaches a person when there is none nearby, and sees the nearest ones', async () => {
    const { page } = await open('/workshops?near=59301&radius=10');
    await toResults(page, /No workshops within 10 miles of Miles City, MT/);
    const { beyond, partners } = await list('near=59301&radius=10');
    expect(beyond).toHaveLength(3);
    expect(partners).toHaveLength(1);
    const main = page.locator('main');
    expect(await main.textContent()).toContain(partners[0]?.name);
    expect(await main.locator(`a[href="mailto:${partners[0]?.email}"]`).count()).toBe(1);
    for (const { title } of beyond) expect(await main.textContent()).toContain(title);
    await page.context().close();
  });

  test('is told what of the address made no sense, and sees the rest', async () => {
    const { page } = await visit('/workshops?kind=intro&radius=7&colour=red', { javaScriptEnabled: false });
    expect(await page.locator('main').textContent()).toMatch(
      /We did not understand “distance” and a part we don’t know in this address and left them out/,
    );
    expect(await page.getByLabel('Kind').inputValue()).toBe('intro');
    await page.context().close();
  });

  test('searches with JavaScript off', async () => {
    const { page } = await visit('/workshops', { javaScriptEnabled: false, viewport: PHONE });
    await place(page).fill('saint louis mo');
    await page.getByText('Filters', { exact: true }).click();
    await page.getByLabel('Distance').selectOption('100');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await toResults(page, 'within 100 miles of St. Louis, MO');
    expect(await items(page).count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Use my location' }).isVisible()).toBe(false);
    await page.context().close();
  });

  test('uses their location when they ask for it, and is helped when it is refused', async () => {
    const { page } = await open('/workshops', {
      geolocation: { latitude: 39.7392, longitude: -104.9903 },
      permissions: ['geolocation'],
    });
    await page.getByRole('button', { name: 'Use my location' }).click();
    await toResults(page, /within 50 miles of a spot near Denver, CO/);
    expect(query(page).get('near')).toBe('39.74,-104.99');
    await page.context().close();

    const refused = await open('/workshops', { permissions: [] });
    await refused.page.getByRole('button', { name: 'Use my location' }).click();
    await refused.page.getByText(/type a city or ZIP code instead/).waitFor();
    await refused.page.context().close();
  });

  test('reads the times of a virtual workshop on their own clock too', async () => {
    const { page } = await open('/workshops?format=virtual', { timezoneId: 'Pacific/Honolulu' });
    await items(page).first().getByText(/HST/).first().waitFor();
    await page.context().close();
  });

  test('searches from the Deep Dive page, where only Deep Dives are found', async () => {
    const { page } = await open('/deep-dive');
    await place(page).fill('80202');
    await place(page).press('Enter');
    await toResults(page, 'within 50 miles of Denver, CO 80202');
    expect(page.url()).toMatch(/\/deep-dive\?near=80202/);
    const { total } = await list('near=80202&kind=deep-dive');
    expect(await results(page).textContent()).toContain(`${total} workshop`);
    await page.reload();
    await toResults(page, 'within 50 miles of Denver, CO 80202');
    await page.context().close();
  });

  test('on a phone in Yakima gets from the top of the page to a place in four taps and one ZIP code', async () => {
    const { page } = await open('/deep-dive', { viewport: PHONE });
    await page.getByRole('link', { name: 'Find a workshop near you' }).click();
    await place(page).click();
    await page.keyboard.type('98901');
    await page.getByRole('button', { name: 'Search', exact: true }).click();
    await toResults(page, 'No workshops within 50 miles of Yakima, WA 98901');
    const { beyond } = await list('near=98901&kind=deep-dive');
    const nearest = items(page).first();
    expect(await nearest.textContent()).toContain(`${Math.round(beyond[0]?.distanceMiles ?? 0)} miles away`);
    const button = nearest.getByRole('link', { name: /^(Register|Ask for a place)/ });
    expect(await button.getAttribute('href')).toMatch(/register|\/contact\?purpose=place/);
    await page.context().close();
  });

  test('keeps what they typed when the search fails, and can try again', async () => {
    const { page } = await open('/workshops');
    await page.route('**/api/workshops?*', (route) => route.fulfill({ status: 503, body: '{}' }));
    await place(page).fill('Boise, ID');
    await place(page).press('Enter');
    await toResults(page, 'We couldn’t search just now');
    expect(await place(page).inputValue()).toBe('Boise, ID');
    await page.unroute('**/api/workshops?*');
    await page.getByRole('button', { name: 'Try again' }).click();
    await toResults(page, 'within 50 miles of Boise, ID');
    await page.context().close();
  });
});

describe.skipIf(!browser)('List and map', () => {
  test('mark on each other what the pointer or the focus is on', async () => {
    const { page } = await open('/workshops?near=Chicago,+IL&radius=100');
    const map = await toMap(page);
    await map.getByRole('button', { name: 'List what’s in view' }).click();
    const spot = map.getByRole('button', { name: /Chicago/ });
    await spot.focus();
    await page.locator('[data-marked]').first().waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await page.locator('[data-marked]').first().waitFor({ state: 'detached' });

    const still = await map.screenshot();
    await items(page).first().getByRole('link').first().focus();
    await expect.poll(async () => (await map.screenshot()).equals(still), { timeout: 10_000 }).toBe(false);
    await page.context().close();
  });

  test('both follow the filters', async () => {
    const { page } = await open('/workshops');
    await toMap(page);
    const tile = page.waitForResponse(
      (response) => response.url().includes('/api/workshop-tiles/') && response.url().includes('kind=intro'),
    );
    await page.getByRole('combobox', { name: 'Kind' }).selectOption('intro');
    const { total } = await list('kind=intro');
    await toResults(page, new RegExp(`^${total} `));
    expect((await tile).status()).toBe(200);
    await page.context().close();
  });

  test('offer the area one has moved to', async () => {
    const { page } = await open('/workshops');
    const map = await toMap(page);
    expect(await page.getByRole('button', { name: 'Search this area' }).count()).toBe(0);
    await map.getByRole('button', { name: 'Zoom in' }).click();
    await page.getByRole('button', { name: 'Search this area' }).click();
    await toResults(page, 'in this part of the map');
    const bbox = query(page).get('bbox');
    expect(bbox).toMatch(/^-?[\d.]+(,-?[\d.]+){3}$/);
    const { total } = await list(`bbox=${bbox}`);
    expect(await results(page).textContent()).toContain(`${total} workshops`);
    await page.getByLabel('Search as I move the map').check();
    await map.getByRole('button', { name: 'Zoom in' }).click();
    await page.waitForURL((url) => ![null, bbox].includes(url.searchParams.get('bbox')));
    await page.getByRole('link', { name: /Map area/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('bbox'));
    await page.context().close();
  });

  test('open a cluster down to its workshops', async () => {
    const { page } = await open('/workshops');
    const map = await toMap(page);
    await map.getByRole('button', { name: 'List what’s in view' }).click();
    const dialog = page.getByRole('dialog');
    for (let step = 0; step < 12 && (await dialog.count()) === 0; step++) {
      const before = await map.getByRole('listitem').allTextContents();
      await map.getByRole('listitem').first().getByRole('button').click();
      await expect
        .poll(
          async () =>
            (await dialog.count()) > 0 ||
            String(await map.getByRole('listitem').allTextContents()) !== String(before),
          { timeout: 20_000 },
        )
        .toBe(true);
    }
    await dialog.getByRole('link').first().waitFor();
    expect(await dialog.getByRole('link').first().getAttribute('href')).toMatch(/^\/workshops\//);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
    await page.context().close();
  });

  test('show the place that was searched and what is suggested when nothing is found there', async () => {
    const { page, complaints } = await open('/workshops?near=59301&radius=10');
    const map = await toMap(page);
    await expect.poll(async () => Number(await map.getAttribute('data-rendered'))).toBeGreaterThan(0);
    await map.getByRole('button', { name: 'List what’s in view' }).click();
    const suggested = page.getByRole('heading', { name: 'The nearest workshops are farther away' });
    const [nearest = ''] = await suggested.locator('xpath=..').getByRole('listitem').allInnerTexts();
    const town = / in ([A-Z][a-z]+)/.exec(nearest)?.[1] ?? nearest;
    await map.getByRole('listitem').filter({ hasText: town }).waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('gives way to its picture when the graphics card is lost for good', async () => {
    const { page } = await open('/workshops');
    const map = await toMap(page);
    await map.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      canvas.getContext('webgl2')?.getExtension('WEBGL_lose_context')?.loseContext();
    });
    await map.waitFor({ state: 'detached' });
    await page.getByRole('img', { name: /^Map of the United States/ }).waitFor();
    await page.context().close();
  });
});

describe.skipIf(!browser)('The finder', () => {
  test.each(
    [
      '/workshops?near=80202&radius=250',
      '/workshops?near=59301&radius=10',
      '/workshops?near=00000&ignored=kind',
      '/workshops?kind=intro&page=2',
      '/embed/workshops?near=80202',
    ].flatMap((path) => [PHONE, DESKTOP].map((viewport) => ({ path, viewport, width: viewport.width }))),
  )('has no accessibility violation at $path, $width px wide', async ({ path, viewport }) => {
    const { page } = await open(path, { viewport });
    for (const summary of await page.locator('main form summary').all())
      if (await summary.isVisible()) await summary.click();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      viewport.width,
    );
    await page.context().close();
  });

  test('has no accessibility violation with its suggestions open', async () => {
    const { page } = await open('/workshops');
    await place(page).fill('san');
    await suggestions(page).first().waitFor();
    await place(page).press('ArrowDown');
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe('Feeds', () => {
  test('have what the finder finds', async () => {
    const search = 'near=80202&radius=250&kind=deep-dive';
    const geojson = await read<WorkshopFeatureCollection>(`/workshops.geojson?${search}`);
    const { total, virtual } = await list(search);
    expect(geojson.numberMatched).toBe(total + (virtual?.total ?? 0));
    const calendar = ical.sync.parseICS(await (await fetch(`${site.url}/workshops.ics?${search}`)).text());
    const events = Object.values(calendar).filter((part) => part?.type === 'VEVENT');
    const sessions = geojson.features.flatMap(({ properties }) => properties.sessions);
    expect(events.length).toBeGreaterThanOrEqual(sessions.length);
    const rss = parseFeed(await (await fetch(`${site.url}/workshops.rss?${search}`)).text());
    expect(rss.items).toHaveLength(Math.min(100, geojson.features.length));
  });

  test('say that a workshop is cancelled to those who have it in their calendar', async () => {
    const calendar = ical.sync.parseICS(await (await fetch(`${site.url}/workshops.ics`)).text());
    const statuses = Object.values(calendar).flatMap((part) =>
      part?.type === 'VEVENT' ? [part.status] : [],
    );
    expect(statuses).toContain('CANCELLED');
    expect(statuses).toContain('CONFIRMED');
  });
});

describe.skipIf(!browser)('A school’s own site', () => {
  const host = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://host').searchParams.get('frame');
    response.setHeader('content-type', 'text/html');
    response.end(
      path
        ? `<!doctype html><title>School</title><iframe src="${site.url}${path}"></iframe>`
        : `<!doctype html><title>School</title><h1>Our school</h1><script src="${site.url}/embed.js" data-query="near=80202&radius=250" async></script>`,
    );
  });
  let hostUrl = '';
  beforeAll(async () => {
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
    hostUrl = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    host.close();
    host.closeAllConnections();
  });

  test('shows the finder with one line, as high as it needs to be', async () => {
    if (!browser) return;
    const page = await (await browser.newContext({ viewport: DESKTOP })).newPage();
    await page.goto(hostUrl);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { name: /within 250 miles of Denver, CO/ }).waitFor();
    expect(await frame.getByRole('banner').count()).toBe(0);
    await page.waitForFunction(() => {
      const height = document.querySelector('iframe')?.getBoundingClientRect().height ?? 0;
      return height > 900;
    });
    expect(await frame.getByRole('article').first().getByRole('link').first().getAttribute('target')).toBe(
      '_blank',
    );
    await page.context().close();
  });

  test('cannot frame any other page', async () => {
    if (!browser) return;
    const page = await (await browser.newContext()).newPage();
    const refusals: string[] = [];
    page.on('console', (message) => refusals.push(message.text()));
    await page.goto(`${hostUrl}/?frame=/workshops`, { waitUntil: 'networkidle' });
    expect(refusals.join(' ')).toMatch(/frame-ancestors/);
    await page.context().close();
  });
});
