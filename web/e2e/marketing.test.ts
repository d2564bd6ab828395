import type { Page } from 'playwright-core';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList, publish } from './admin.ts';

const browser = await launchBrowser();
const siteUrl = inject('siteUrl');

afterAll(() => browser?.close());

const words = async (): Promise<string> => (await fetch(`${siteUrl}/deep-dive`)).text();

describe.skipIf(!browser)('Marketing', () => {
  async function fillIn(page: Page, number: string): Promise<void> {
    await openList(page, 'api::figure.figure');
    await page.getByRole('row', { name: /educators/ }).click();
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
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText(/blank/i).first().waitFor();
    expect(await (await fetch(`${siteUrl}/scholarships`)).text()).not.toContain('____');
    expect(await heading.inputValue()).toBe('Over ____ scholarships');
    await page.reload();
    await page
      .getByRole('button', { name: /Opening/ })
      .first()
      .click();
    expect(await heading.inputValue()).toBe(before);
    await page.context().close();
  });
});
