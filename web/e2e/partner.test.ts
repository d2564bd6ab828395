import type { WorkshopFeatureCollection } from '@deep-dive/shared-types';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList, publish } from './admin.ts';
import { site } from './site.ts';

const browser = await launchBrowser();

afterAll(() => browser?.close());

async function everyFeature(): Promise<WorkshopFeatureCollection> {
  return (await (await fetch(`${site.url}/workshops.geojson`)).json()) as WorkshopFeatureCollection;
}

async function onTheMap(title: string) {
  return (await everyFeature()).features.find(({ properties }) => properties.title === title);
}

describe.skipIf(!browser)('A Regional Partner', () => {
  test('enters a workshop, is told of a ZIP code that does not exist, and sees it on the map and the site', async () => {
    if (!browser) return;
    const title = 'CS Fundamentals: Deep Dive in Walla Walla';
    expect(await onTheMap(title)).toBeUndefined();

    const page = await logIn(browser, 'partner');
    await openList(page, 'api::workshop.workshop');
    await page.getByRole('link', { name: 'Add a workshop' }).click();
    await page.getByLabel('Title').fill(title);
    for (const [name, value] of [
      [/^Date/, `March 6, ${new Date().getFullYear() + 1}`],
      [/^Starts/, '9'],
      [/^Ends/, '4pm'],
    ] as const) {
      await page.getByRole('textbox', { name }).fill(value);
      await page.getByRole('textbox', { name }).press('Tab');
    }
    const session = page.getByRole('button', { name: /, March 6, \d{4} · 9:00 AM – 4:00 PM$/ });
    await session.click();
    expect(await session.getAttribute('aria-expanded')).toBe('false');
    await page.getByLabel('Name of the place').fill('Walla Walla Public Library');
    await page.getByLabel('ZIP code').fill('00000');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('We know no ZIP code “00000”').first().waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    expect(await onTheMap(title)).toBeUndefined();

    await page.getByLabel('ZIP code').fill('99362');
    await publish(page);
    const feature = await onTheMap(title);
    expect(feature?.geometry?.coordinates).toEqual([expect.closeTo(-118.3, 0), expect.closeTo(46.1, 0)]);
    expect(feature?.properties).toMatchObject({
      timeZone: 'America/Los_Angeles',
      place: { city: 'Walla Walla', state: 'WA' },
      fee: { type: 'ask' },
    });
    const detail = await (await fetch(`${site.url}/workshops/${feature?.properties.slug}`)).text();
    expect(detail).toContain('9:00 AM – 4:00 PM PST');
    expect(detail).toContain('Walla Walla Public Library');
    await page.context().close();
  });

  test('is told everything that is missing at once, and before pressing Publish', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    await page.goto(`${site.cmsUrl}/admin/content-manager/collection-types/api::workshop.workshop/create`);
    await page.getByLabel('Places', { exact: true }).fill('-1');
    const panel = page.locator('aside').filter({ hasText: 'Ready to publish?' });
    const missing = ['Fill in “Title”.', 'Fill in “Starts”.', 'Add the venue', 'must be 1 or more'];
    for (const problem of missing) await panel.getByText(problem).waitFor();

    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByRole('alert').getByText('Fill in “Title”.').waitFor();
    await page.locator('[data-field="venue.zip"] input:focus').waitFor();
    for (const problem of missing)
      await page.locator('[data-strapi-field-error]').getByText(problem).waitFor();
    expect(await page.getByLabel('Places', { exact: true }).inputValue()).toBe('-1');
    await page.context().close();
  });

  test('duplicates a workshop, and the copy asks for dates of its own', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    await openList(page, 'api::workshop.workshop');
    const original = page.getByRole('row').nth(1);
    const title = await original.getByRole('link').first().innerText();
    await original.getByRole('button', { name: 'Row actions' }).click();
    await page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await page.getByText('Dates and times (0)').waitFor();
    expect(await page.getByLabel('Title').inputValue()).toBe(title);
    await page.getByText('Add at least one date.').waitFor();
    await page.getByRole('button', { name: /more actions/i }).click();
    expect(await page.getByRole('menuitem').allInnerTexts()).not.toContain('Edit the model');
    await page.context().close();
  });

  test('keeps the profile of their own partner, and visitors see it at once', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    await page.getByRole('link', { name: 'Edit your profile' }).click();
    const about = page.getByLabel('About', { exact: true });
    const words = `We host workshops from Bellingham to Walla Walla: ${Date.now()} so far.`;
    await about.fill(words);
    expect(await page.getByRole('textbox', { name: /^Name/ }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').waitFor();
    const address = await page.getByRole('link', { name: 'See the page' }).getAttribute('href');
    expect(address).toBe(`${site.url}/partners/evergreen-teaching-collaborative`);
    await expect
      .poll(async () => (await fetch(String(address))).text(), { timeout: 20_000 })
      .toContain(words);
    await page.context().close();
  });

  test('sees only their own workshops', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    // The home page asks for a few of them as well.
    const listed = page.waitForResponse(/collection-types\/api::workshop\.workshop\?.*pageSize=50/);
    await openList(page, 'api::workshop.workshop');
    const menu = await page.getByRole('navigation').allInnerTexts();
    expect(menu.join(' ')).not.toMatch(/Figure|Inquiry|Pricing/);
    const { results } = (await (await listed).json()) as { results: { slug: string }[] };
    const shown = results.map(({ slug }) => slug);
    const { features } = await everyFeature();
    const slugsOf = (isTheirs: boolean) =>
      features
        .filter(
          ({ properties }) => (properties.partner.slug === 'evergreen-teaching-collaborative') === isTheirs,
        )
        .map(({ properties }) => properties.slug);
    expect(shown).toEqual(expect.arrayContaining(slugsOf(true)));
    expect(slugsOf(false).filter((slug) => shown.includes(slug))).toEqual([]);
    await page.context().close();
  });
});
