import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList, publish } from './admin.ts';
import { site } from './site.ts';

const browser = await launchBrowser();

afterAll(() => browser?.close());

/** Of whom waits for the admin, which asks the CMS at every turn. */
const PATIENCE = { timeout: 20_000 };

const words = async (): Promise<string> => (await fetch(`${site.url}/deep-dive`)).text();

describe.skipIf(!browser)('Marketing', () => {
  async function fillIn(page: Page, number: string): Promise<void> {
    await openList(page, 'api::figure.figure');
    await page.getByRole('row', { name: /educators/ }).click();
    const values = () =>
      page.locator('input').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));
    await expect.poll(values, PATIENCE).toContain('educators');
    await page.getByLabel('Number', { exact: true }).fill(number);
    await publish(page);
  }

  test('fills in the number of educators and sees it live at once, then takes it back', async () => {
    if (!browser) return;
    expect(await words()).toContain('made a big splash with educators teaching');
    const page = await logIn(browser, 'marketing');
    await fillIn(page, '90000');
    expect(await words()).toContain('made a big splash with over 90,000 educators teaching');
    await fillIn(page, '');
    expect(await words()).toContain('made a big splash with educators teaching');
    await page.context().close();
  });

  test('cannot publish a page that still has a blank in it, and is told where', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openList(page, 'api::page.page');
    await page.getByRole('row', { name: /scholarships/i }).click();
    await page
      .getByRole('button', { name: /Opening/ })
      .first()
      .click();
    const heading = page.getByLabel('Heading', { exact: false }).first();
    const before = await heading.inputValue();
    await heading.fill('Over ____ scholarships');
    const opening = (title: string) => page.getByRole('button', { name: title, exact: true });
    await opening('Opening · Over ____ scholarships').waitFor();
    const isShown = page.getByLabel('Show this section').first();
    await isShown.click();
    await opening('Opening (off) · Over ____ scholarships').waitFor();
    await isShown.click();
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText(/blank/i).first().waitFor();
    expect(await (await fetch(`${site.url}/scholarships`)).text()).not.toContain('____');
    expect(await heading.inputValue()).toBe('Over ____ scholarships');
    await page.reload();
    await page.getByRole('button', { name: 'Throw it away' }).click();
    await page
      .getByRole('button', { name: /Opening/ })
      .first()
      .click();
    expect(await heading.inputValue()).toBe(before);
    await page.context().close();
  });

  test('names a page by its title, or by hand, and old addresses go on leading there', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    const title = page.getByLabel('Title', { exact: false }).first();
    const address = page.getByLabel('Web address');
    const shows = (slug: string) => expect.poll(() => address.inputValue(), PATIENCE).toBe(slug);
    /** Publishes and opens what was published anew: what the form says then is what is stored. */
    const publishAndReopen = async (): Promise<void> => {
      // Not to a rehearsal.
      const answer = page.waitForResponse(/\/actions\/publish(?!.*rehearse)/);
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      expect((await answer).status()).toBe(200);
      await page.waitForURL((url) => !url.pathname.endsWith('/create'));
      await page.reload();
    };
    await openList(page, 'api::page.page');
    await page.getByRole('link', { name: 'Add a page', exact: true }).click();
    await shows('page');
    await title.pressSequentially('What’s new');
    await shows('whats-new');
    await address.fill('news');
    await title.pressSequentially(' this year');
    await shows('news');
    await publishAndReopen();
    expect((await fetch(`${site.url}/news`)).status).toBe(200);

    await title.fill('The news');
    await publishAndReopen();
    await shows('news');
    await address.fill('latest');
    await publishAndReopen();
    const old = await fetch(`${site.url}/news?from=mail`, { redirect: 'manual' });
    expect([old.status, old.headers.get('location'), old.headers.get('cache-control')]).toEqual([
      308,
      '/latest?from=mail',
      'no-cache',
    ]);

    await page.goto(`${site.url}/deep-dive`, { waitUntil: 'networkidle' });
    const asked: string[] = [];
    page.on('request', (request) =>
      asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`),
    );
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '/news#top', textContent: 'News' });
      document.querySelector('main')?.prepend(link);
    });
    await page.getByRole('link', { name: 'News', exact: true }).click();
    await page.waitForURL(`${site.url}/latest#top`);
    await expect.poll(() => page.title(), PATIENCE).toContain('The news');
    expect(asked).toContain('fetch /api/pages/latest');
    expect(asked.filter((request) => request.startsWith('document'))).toEqual([]);
    await page.goBack();
    await page.waitForURL(`${site.url}/deep-dive`);
    await page.context().close();
  });
});
