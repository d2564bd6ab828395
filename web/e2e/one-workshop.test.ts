import AxeBuilder from '@axe-core/playwright';
import type { WorkshopFeatureCollection } from '@deep-dive/shared-types';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, publish } from './admin.ts';
import { site } from './site.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** What Strapi's own page breaks of axe's further advice is not ours to mend. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const year = new Date().getFullYear() + 1;
const NEW_WORKSHOP = `${site.cmsUrl}/admin/content-manager/collection-types/api::workshop.workshop/create`;

async function onTheMap(title: string) {
  const features = (await (await fetch(`${site.url}/workshops.geojson`)).json()) as WorkshopFeatureCollection;
  return features.features.filter(({ properties }) => properties.title === title);
}

/** Counts in the page itself what is pressed from now on: keys that are held down with others count, one by one. */
async function countPresses(page: Page): Promise<() => Promise<{ keys: number; clicks: number }>> {
  await page.evaluate(() => {
    const counted = { keys: 0, clicks: 0 };
    Object.assign(window, { counted });
    window.addEventListener('keydown', () => counted.keys++, true);
    window.addEventListener('pointerdown', () => counted.clicks++, true);
  });
  return () =>
    page.evaluate(() => (window as unknown as { counted: { keys: number; clicks: number } }).counted);
}

const textIn = (page: Page, name: RegExp | string) => page.getByRole('textbox', { name });
const looks = (page: Page) => page.locator('aside').filter({ hasText: 'As visitors will see it' });
const card = (page: Page) => page.frameLocator('iframe[title^="The workshop’s card"]');

describe.skipIf(!browser)('One workshop', () => {
  test('of three sessions, from across the country, takes few keys and clicks, and is on the map a second later', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner', { timezoneId: 'America/New_York' });
    const pressed = await countPresses(page);
    await page.getByRole('link', { name: 'Add a workshop' }).click();
    await page.locator('[data-field="kind"] [role="combobox"]:focus').waitFor();
    for (const _ of ['format', 'time zone', 'what empties the venue', 'ZIP code'])
      await page.keyboard.press('Tab');
    await page.keyboard.type('98837');
    await expect.poll(() => page.getByLabel('City').inputValue()).toBe('Moses Lake');
    await looks(page).getByText('Moses Lake, WA 98837 · Pacific Time').waitFor();
    await looks(page).getByText('It is in your territory.').waitFor();
    await looks(page).getByRole('img', { name: 'Map: Moses Lake in WA' }).waitFor();
    const title = 'CS Fundamentals: Deep Dive in Moses Lake';
    expect(await page.getByLabel('Title').inputValue()).toBe(title);

    await textIn(page, /^Name of the place/).click();
    await page.keyboard.type('Moses Lake Library');
    await textIn(page, /^Date/).click();
    await page.keyboard.type('4/10');
    await page.keyboard.press('Tab');
    await page.keyboard.type('9');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3p');
    await page.getByRole('button', { name: 'Same again next day' }).click();
    await page.getByRole('button', { name: 'Same again next week' }).click();
    await card(page).getByRole('heading', { name: title }).waitFor();
    await card(page).getByText('Moses Lake Library, Moses Lake, WA').waitFor();
    await publish(page);
    const published = Date.now();

    const { keys, clicks } = await pressed();
    console.log(`A workshop of three sessions: ${keys} keys, ${clicks} clicks.`);
    expect(keys).toBeLessThanOrEqual(60);
    expect(clicks).toBeLessThanOrEqual(12);

    await expect.poll(() => onTheMap(title), { interval: 50, timeout: 5_000 }).toHaveLength(1);
    console.log(`On the map ${Date.now() - published} ms after the admin said so.`);
    const [feature] = await onTheMap(title);
    expect(feature?.properties.timeZone).toBe('America/Los_Angeles');
    const sessions = ['10', '11', '18'].map((day) => ({
      startsAt: new Date(`${year}-04-${day}T09:00-07:00`).getTime(),
      endsAt: new Date(`${year}-04-${day}T15:00-07:00`).getTime(),
    }));
    expect(
      feature?.properties.sessions.map(({ startsAt, endsAt }) => ({
        startsAt: Date.parse(startsAt),
        endsAt: Date.parse(endsAt),
      })),
    ).toEqual(sessions);
    const detail = await (await fetch(`${site.url}/workshops/${feature?.properties.slug}`)).text();
    expect(detail).toContain('9:00 AM – 3:00 PM PDT');
    // Without a registration link, the way to a place is the site's own form.
    expect(detail).toMatch(/href="\/contact\?purpose=place&amp;workshop=[^"]*moses-lake/);

    // Held again on two other days, of which one is called off.
    await page.getByRole('button', { name: 'Duplicate to dates…' }).click();
    await page.getByLabel('Days on which the copies begin').fill(`5/8/${year}, 5/22/${year}`);
    await page.getByRole('checkbox', { name: /^Publish them/ }).click();
    await page.getByRole('button', { name: 'Duplicate', exact: true }).click();
    await page.getByRole('link', { name: /May 8/ }).waitFor();
    await expect.poll(() => onTheMap(title), { timeout: 10_000 }).toHaveLength(3);
    await page.getByRole('link', { name: /May 8/ }).click();
    await page.getByRole('button', { name: 'Cancel it…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel it', exact: true }).click();
    await expect
      .poll(
        async () =>
          (await onTheMap(title)).map(
            ({
              properties: {
                status,
                sessions: [first],
              },
            }) => [first?.startsAt.slice(0, 10), status],
          ),
        { timeout: 10_000 },
      )
      .toEqual([
        [`${year}-04-10`, 'scheduled'],
        [`${year}-05-22`, 'scheduled'],
      ]);
    await page.context().close();
  });

  test('keeps the title and the town that somebody wrote, and says when town and ZIP code contradict each other', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    await page.getByRole('link', { name: 'Add a workshop' }).click();
    const [zip, city, title] = ['ZIP code', 'City', 'Title'].map((name) => page.getByLabel(name));
    if (!zip || !city || !title) throw new Error('The form lacks a field.');
    await zip.fill('98901');
    await expect.poll(() => title.inputValue()).toBe('CS Fundamentals: Deep Dive in Yakima');
    await page.getByRole('combobox', { name: /^Kind/ }).click();
    await page.getByRole('option', { name: 'Intro' }).click();
    await expect.poll(() => title.inputValue()).toBe('CS Fundamentals: Intro in Yakima');
    await zip.fill('99201');
    await expect.poll(() => city.inputValue()).toBe('Spokane');
    await expect.poll(() => title.inputValue()).toBe('CS Fundamentals: Intro in Spokane');

    await title.fill('Computing in every classroom');
    await city.fill('Yakima');
    await looks(page)
      .getByText(/^Yakima, WA is \d+ miles from ZIP code 99201/)
      .waitFor();
    await zip.fill('98901');
    await looks(page)
      .getByText(/miles from ZIP code/)
      .waitFor({ state: 'detached' });
    await zip.fill('83702');
    await looks(page)
      .getByText(/^Boise, ID (belongs to|is )/)
      .first()
      .waitFor();
    expect(await title.inputValue()).toBe('Computing in every classroom');
    expect(await city.inputValue()).toBe('Yakima');
    await page.context().close();
  });

  test('pressing Back or closing the window loses nothing', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    await page.getByRole('link', { name: 'Add a workshop' }).click();
    await page.getByLabel('ZIP code').fill('98926');
    await expect.poll(() => page.getByLabel('City').inputValue()).toBe('Ellensburg');
    await page.goBack();
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    expect(await page.getByLabel('ZIP code').inputValue()).toBe('98926');

    const again = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    await again.goto(NEW_WORKSHOP);
    await again.getByRole('button', { name: 'Put it back' }).click();
    await expect.poll(() => again.getByLabel('ZIP code').inputValue()).toBe('98926');
    expect(await again.getByLabel('Title').inputValue()).toBe('CS Fundamentals: Deep Dive in Ellensburg');
    await again.context().close();
  });

  test('typed in each of two windows becomes two, each as it was typed', async () => {
    if (!browser) return;
    const one = await logIn(browser, 'partner', { permissions: ['clipboard-read', 'clipboard-write'] });
    const two = await one.context().newPage();
    const places = [
      { page: one, zip: '98942', town: 'Selah' },
      { page: two, zip: '98944', town: 'Sunnyside' },
    ];
    for (const { page } of places) {
      await page.goto(NEW_WORKSHOP);
      await page.getByLabel('ZIP code').waitFor();
    }
    for (const { page, zip } of places) {
      await page.bringToFront();
      for (const [name, text] of [
        [/^ZIP code/, ` ${zip}\u00a0`],
        [/^Date/, `Apr 24, ${year}`],
        [/^Starts/, '9:00 a.m.'],
        [/^Ends/, '1500'],
      ] as const) {
        await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
        await textIn(page, name).click();
        await page.keyboard.press('Control+V');
      }
    }
    for (const { page, town } of places) {
      await page.bringToFront();
      await expect
        .poll(() => page.getByLabel('Title').inputValue())
        .toBe(`CS Fundamentals: Deep Dive in ${town}`);
      await publish(page);
    }
    for (const { town } of places)
      await expect
        .poll(async () => (await onTheMap(`CS Fundamentals: Deep Dive in ${town}`)).length, {
          timeout: 10_000,
        })
        .toBeGreaterThan(0);
    await one.context().close();
  });

  for (const width of [390, 1280])
    test(`can be entered without a mouse and by ear at ${width} pixels: axe finds nothing wrong with its form`, async () => {
      if (!browser) return;
      const page = await logIn(browser, 'partner', { viewport: { width, height: 1000 } });
      await page.goto(NEW_WORKSHOP);
      await page.getByLabel('ZIP code').fill('98901');
      await textIn(page, /^Date/).fill(`4/10/${year}`);
      await textIn(page, /^Starts/).fill('9');
      await textIn(page, /^Ends/).fill('3p');
      await page.getByRole('button', { name: 'Same hours, another day…' }).focus();
      await page.keyboard.press('Enter');
      await page.locator('[data-field="sessions.1.date"] input:focus').waitFor();
      await card(page).getByText('Yakima').first().waitFor();
      const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      // Nothing in the card takes the focus.
      expect(await card(page).locator('a[href], button, [tabindex="0"]').count()).toBe(0);
      await page.context().close();
    });
});
