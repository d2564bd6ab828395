import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { chooseWhen, logIn, openList, publish } from './admin.ts';
import { inMinutes, MINUTE, setClockForward } from './clock.ts';
import { site } from './site.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** What Strapi's own page breaks of axe's further advice is not ours to mend. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const words = async (): Promise<string> => (await fetch(`${site.url}/deep-dive`)).text();

const number = (page: Page) => page.getByLabel('Number', { exact: true });

async function saveNumber(page: Page, value: string): Promise<void> {
  await number(page).fill(value);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved document').first().waitFor();
}

/** Chooses in the dialog what happens and when, by the keyboard alone. */
async function schedule(page: Page, when: { day: string; time: string }): Promise<void> {
  await page.getByRole('button', { name: 'Schedule…' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Schedule' });
  await dialog.getByRole('button', { name: 'Schedule it' }).press('Enter');
  await dialog.getByText('Say on which day.').waitFor();
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
  await chooseWhen(page, when);
}

describe.skipIf(!browser)('Marketing', () => {
  test('puts a number live at a time, goes on writing meanwhile, and finds it live at the minute', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openList(page, 'api::figure.figure');
    await page.getByRole('row', { name: /educators/ }).click();
    await saveNumber(page, '12345');
    await schedule(page, inMinutes(3));
    await page.getByText(/^Goes live /).waitFor();
    await page.getByText('Saved document').first().waitFor({ state: 'hidden' });
    await saveNumber(page, '777');
    const form = page.url();
    expect(await words()).not.toContain('12,345');

    await page.goto(`${site.cmsUrl}/admin`);
    await page
      .getByRole('listitem')
      .filter({ hasText: /“educators” \(Figure\).*Goes live/ })
      .waitFor();
    await openList(page, 'api::figure.figure');
    await page
      .getByRole('row', { name: /educators/ })
      .getByText(/Goes live/)
      .waitFor();

    setClockForward(4 * MINUTE);
    await vi.waitFor(async () => expect(await words()).toContain('over 12,345 educators'), 30_000);
    await page.goto(form);
    await page.getByText('Nothing is scheduled.').waitFor();
    await page.getByText(/^Version \d+ published/).waitFor();
    expect(await number(page).inputValue()).toBe('777');

    await number(page).fill('');
    await publish(page);
    expect(await words()).toContain('with educators teaching');
    await page.context().close();
  });

  test('cancels what is scheduled', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openList(page, 'api::figure.figure');
    await page.getByRole('row', { name: /students/ }).click();
    await schedule(page, inMinutes(60));
    const panel = page.locator('aside').filter({ has: page.getByRole('heading', { name: 'Schedule' }) });
    await expect.poll(() => panel.innerText(), { timeout: 30_000 }).toContain('Goes live');
    await panel.getByRole('button', { name: /^Cancel: Goes live/ }).press('Enter');
    await page.getByText('Nothing is scheduled.').waitFor();
    await page.context().close();
  });
});
