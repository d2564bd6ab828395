import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { logIn, publish } from './admin.ts';
import { browser, violationsOn } from './visit.ts';

/** A browser in somebody's hands: what tests steer says that it has no head, and is not counted. */
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';
/** Republic, WA: no workshop is within ten miles. */
const NOTHING = '/workshops?near=99166&radius=10';
const PARTNER = '/partners/evergreen-teaching-collaborative';
/** Sums are handed over every ten seconds. */
const PATIENCE = { timeout: 60_000, interval: 1_000 };

const at = (path: string): string => inject('siteUrl') + path;

/** A visitor's browser, which leads nowhere beyond this computer, and what it tells that the site doesn't see. */
async function visitor(): Promise<{ page: Page; told: string[] }> {
  if (!browser) throw new Error('These tests need a browser.');
  const context = await browser.newContext({ userAgent: CHROME });
  await context.route(/^(?!http:\/\/(127\.0\.0\.1|localhost))/, (route) => route.abort());
  const page = await context.newPage();
  const told: string[] = [];
  page.on('request', (request) => {
    if (request.url() === at('/counts/told')) told.push(request.postData() ?? '');
  });
  return { page, told };
}

/** The home page of the admin, with what is counted. */
async function home(account: 'marketing' | 'partner'): Promise<Page> {
  const page = await logIn(browser as NonNullable<typeof browser>, account);
  await counts(page).waitFor();
  return page;
}

const counts = (page: Page) => page.getByRole('region', { name: 'What people looked for' });

/** How often each thing was done, as the home page says it now. */
async function counted(page: Page): Promise<Map<string, number>> {
  await page.goto(`${inject('cmsUrl')}/admin`);
  await counts(page)
    .getByRole('img', { name: /^Page views/ })
    .waitFor();
  const rows = await counts(page).getByRole('listitem').allInnerTexts();
  const found = rows.map((row) => row.split('\n'));
  // Of what is said twice, the first: how often it was looked at.
  return new Map(
    found.reverse().map(([name = '', number = '']) => [name, Number.parseInt(number.replace(',', ''), 10)]),
  );
}

/** Waits until each of some things was done. */
async function waitForAll(page: Page, names: string[]): Promise<void> {
  const missing = async (): Promise<string[]> => {
    const all = await counted(page);
    return names.filter((name) => !all.get(name));
  };
  await expect.poll(missing, PATIENCE).toEqual([]);
}

describe.skipIf(!browser)('What people looked for', () => {
  test('is on marketing’s home page as numbers, and on a Regional Partner’s what is theirs', async () => {
    const { page, told } = await visitor();
    await page.goto(at('/deep-dive'));
    await page.getByRole('link', { name: 'Compare workshops' }).first().click();
    await page.waitForURL(at('/compare-workshops'));
    await expect.poll(() => told, PATIENCE).toContain('view /compare-workshops');
    await page.goto(at(NOTHING));
    await page.goto(at('/contact?partner=evergreen-teaching-collaborative'));
    await page.goto(at(PARTNER));
    const register = page.getByRole('link', { name: /^Register/ }).first();
    // What tells of it comes a second after the page.
    await expect
      .poll(async () => {
        await register.click({ modifiers: ['Control'] });
        return told.join('\n');
      }, PATIENCE)
      .toMatch(/^register \/workshops\/[\w-]+$/m);
    const paper = await page.request.get(at('/deep-dive/one-pager.pdf'), {
      headers: { 'user-agent': CHROME },
    });
    expect(paper.headers()['content-type']).toBe('application/pdf');
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();

    const marketing = await home('marketing');
    await waitForAll(marketing, [
      'Page views',
      'Searches that found nothing',
      'Went on to register',
      'Went on to write or call',
      'Downloads',
      'Compare workshops',
      'CS Fundamentals: Deep Dive, one-pager',
    ]);
    await counts(marketing).getByRole('button', { name: '30 days' }).press('Enter');
    await counts(marketing)
      .getByText(/in the 30 days before/)
      .first()
      .waitFor();
    expect((await violationsOn(marketing)).filter((each) => /Page views|30 days/.test(each))).toEqual([]);
    await marketing.context().close();

    const partner = await home('partner');
    await waitForAll(partner, [
      'Views of your page and workshops',
      'Searches that found nothing where you serve',
      'Went on to register for your workshops',
      'Went on to write to you or call',
    ]);
    expect(await counts(partner).innerText()).not.toMatch(/Compare|one-pager/);
    await partner.context().close();
  });

  test('is not counted while Site’s switch is off', async () => {
    const marketing = await home('marketing');
    const flip = async (): Promise<void> => {
      await marketing.goto(`${inject('cmsUrl')}/admin/content-manager/single-types/api::site.site`);
      await marketing.getByLabel('Count visits, without cookies').press('Space');
      await publish(marketing);
    };
    const { page } = await visitor();
    const before = await counted(marketing);
    await flip();
    await page.goto(at('/alerts'));
    await marketing.goto(`${inject('cmsUrl')}/admin`);
    await counts(marketing).getByText('Nothing is counted now.').waitFor();

    await flip();
    await page.goto(at('/contact'));
    const of = async (name: string): Promise<number> => (await counted(marketing)).get(name) ?? 0;
    // What was counted before comes along with it, if anything was.
    await expect.poll(() => of('Contact'), PATIENCE).toBe((before.get('Contact') ?? 0) + 1);
    expect(await of('Tell me when there is one near me')).toBe(0);
    await Promise.all([page.context().close(), marketing.context().close()]);
  });
});
