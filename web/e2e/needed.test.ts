import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList } from './admin.ts';
import { site } from './site.ts';

const browser = await launchBrowser();

afterAll(() => browser?.close());

const menu = async (): Promise<string> =>
  /<nav[\s\S]*?<\/nav>/.exec(await (await fetch(`${site.url}/deep-dive`)).text())?.[0] ?? '';

/** The admin may say that it is done a moment before the site has heard of it. */
const SOON = { timeout: 3_000, interval: 50 };

/** For whoever wants to look at it (SCREENSHOTS names a folder). */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SCREENSHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

describe.skipIf(!browser)('Marketing, before something is taken from visitors,', () => {
  async function open(type: string, row: RegExp): Promise<Page> {
    if (!browser) throw new Error('No browser.');
    const page = await logIn(browser, 'marketing');
    await openList(page, type);
    await page.getByRole('row', { name: row }).first().click();
    await page.getByRole('button', { name: 'Publish', exact: true }).waitFor();
    return page;
  }
  async function choose(page: Page, item: string): Promise<void> {
    await page.getByRole('button', { name: /more document actions/i }).click();
    await page.getByRole('menuitem', { name: item }).click();
  }

  test('is told which live pages lead to a page, can go on, and publishing brings the links back', async () => {
    expect(await menu()).toContain('Compare workshops');
    const page = await open('api::page.page', /compare workshops/i);
    await choose(page, 'Unpublish');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/is used in .* that visitors see/).waitFor();
    await picture(page, 'unpublish-page');
    const link = dialog.getByRole('link', { name: 'Site' });
    expect(await link.getAttribute('href')).toBe('/admin/content-manager/single-types/api::site.site');
    expect(await dialog.textContent()).toContain('“Menu at the top”, the button “Compare workshops”');

    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    expect(await menu()).toContain('Compare workshops');

    await choose(page, 'Unpublish');
    await dialog.getByRole('button', { name: 'Unpublish all the same' }).click();
    await page.getByText('Unpublished document').first().waitFor();
    await expect.poll(menu, SOON).not.toContain('Compare workshops');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page.getByText('Published document', { exact: true }).first().waitFor();
    await expect.poll(menu, SOON).toContain('Compare workshops');
    await page.context().close();
  });

  test('is told where a figure is quoted, and can’t take it away or rename it', async () => {
    const page = await open('api::figure.figure', /educators/);
    await choose(page, 'Unpublish');
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/is quoted where visitors read it/).waitFor();
    await picture(page, 'unpublish-figure');
    expect(await dialog.getByRole('link', { name: /Deep Dive/ }).getAttribute('href')).toMatch(
      /^\/admin\/content-manager\/collection-types\/api::page\.page\/\w+$/,
    );
    expect(await dialog.getByRole('button', { name: /^unpublish/i }).count()).toBe(0);
    await dialog.getByRole('button', { name: 'Close', exact: true }).last().click();

    await page.getByLabel(/^Key/).first().fill('teachers');
    await page.getByRole('button', { name: 'Publish', exact: true }).click();
    await page
      .getByText(/so it keeps that name/)
      .first()
      .waitFor();
    await picture(page, 'rename-figure');
    await page.context().close();
  });

  test('can’t unpublish Site', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await page.goto(`${site.cmsUrl}/admin/content-manager/single-types/api::site.site`);
    await choose(page, 'Unpublish');
    await page
      .getByRole('dialog')
      .getByText(/every page shows its name/)
      .waitFor();
    await picture(page, 'unpublish-site');
    await page.context().close();
  });

  test('is told the same when several are deleted at once', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openList(page, 'api::figure.figure');
    await page.getByRole('checkbox', { name: /select all/i }).click();
    // Without a screen the browser holds back idle work, such as these buttons, until the mouse moves.
    await page.mouse.move(500, 500);
    await page.mouse.move(510, 510);
    await page.getByRole('button', { name: 'Delete', exact: true }).first().click();
    const question = page.getByRole('alertdialog');
    await question
      .getByText(/is quoted where visitors read it/)
      .first()
      .waitFor();
    await picture(page, 'delete-figures');
    await question.getByRole('button', { name: 'Confirm' }).click();
    await page
      .getByRole('alert')
      .getByText(/is quoted where visitors read it/)
      .waitFor();
    await picture(page, 'delete-figures-refused');
    expect(await page.getByRole('row', { name: /educators/ }).count()).toBe(1);
    await page.context().close();
  });
});
