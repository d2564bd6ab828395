import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { site } from './site.ts';

/** Logs in to the CMS's admin as one of the demonstration accounts, in a browser context of its own. */
export async function logIn(
  browser: Browser,
  account: 'marketing' | 'partner',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 1000 }, ...options });
  const page = await context.newPage();
  await page.goto(`${site.cmsUrl}/admin`);
  await page.getByLabel(/email/i).fill(`${account}@demo.test`);
  await page.getByLabel(/^password/i).fill(site.demoPassword);
  await page.getByRole('button', { name: /log ?in/i }).click();
  await page.getByRole('heading', { name: /^hello/i }).waitFor();
  return page;
}

/** Opens a content type's list, by its name in the admin's menu ("api::figure.figure"). */
export async function openList(page: Page, contentType: string): Promise<void> {
  await page.goto(`${site.cmsUrl}/admin/content-manager/collection-types/${contentType}`);
  await page.getByRole('grid').waitFor();
}

/** Presses Publish and waits until the admin says that it is done. */
export async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Publish', exact: true }).click();
  await page.getByText('Published document').first().waitFor();
}

/** Fills in the dialog that schedules what is open, for a time on New York's clock, by the keyboard alone. */
export async function chooseWhen(page: Page, { day, time }: { day: string; time: string }): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Schedule' });
  await dialog.getByRole('textbox', { name: /^Day/ }).fill(day);
  await dialog.getByRole('textbox', { name: /^Time/ }).fill(time);
  await dialog.getByRole('combobox', { name: /^On the clock of/ }).press('Enter');
  await page.getByRole('option', { name: 'Eastern' }).press('Enter');
  await dialog.getByRole('textbox', { name: /^Time/ }).press('Enter');
  await dialog.waitFor({ state: 'hidden' });
}
