import AxeBuilder from '@axe-core/playwright';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList, publish } from './admin.ts';
import { site } from './site.ts';
import { DESKTOP, PHONE } from './visit.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const visitorsRead = async (): Promise<string> => (await fetch(`${site.url}/`)).text();

/** Presses a button that opens a preview, and waits for it in its tab. */
async function openPreview(page: Page, button = 'Open the preview'): Promise<Page> {
  const [preview] = await Promise.all([
    page.context().waitForEvent('page'),
    page.getByRole('button', { name: button, exact: true }).press('Enter'),
  ]);
  await preview.getByText('Only you see this.').waitFor();
  return preview;
}

const shownOn = (preview: Page, device: 'phone' | 'desktop'): FrameLocator =>
  preview.frameLocator(`iframe[title="The page on a ${device}"]`);

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved document').first().waitFor();
  await page.getByText('Saved document').first().waitFor({ state: 'hidden' });
}

/** What breaks WCAG in a preview, but for the pages in its frames, which are the site's own. */
const faultsOf = async (preview: Page) =>
  (await new AxeBuilder({ page: preview }).exclude('iframe').withTags(WCAG).analyze()).violations.map(
    ({ id, nodes }) => [id, nodes.map(({ html }) => html)],
  );

describe.skipIf(!browser)('Marketing', () => {
  test('sees a number on the page before visitors do, as it is saved', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openList(page, 'api::figure.figure');
    await page.getByRole('row', { name: /educators/ }).click();
    const number = page.getByLabel('Number', { exact: true });
    await number.fill('54321');
    await save(page);
    const preview = await openPreview(page);
    await preview.getByRole('heading', { name: '“educators” (Figure)' }).waitFor();
    for (const device of ['phone', 'desktop'] as const)
      await shownOn(preview, device).getByText('over 54,321 educators').first().waitFor();
    expect(await visitorsRead()).not.toContain('54,321');

    await page.bringToFront();
    await number.fill('65432');
    await save(page);
    await preview.bringToFront();
    for (const device of ['phone', 'desktop'] as const)
      await shownOn(preview, device).getByText('over 65,432 educators').first().waitFor();
    expect(await visitorsRead()).not.toContain('65,432');

    await page.getByRole('button', { name: 'All versions' }).click();
    const versions = page.getByRole('button', { name: /^Preview version \d+$/ });
    const before = (await versions.nth(1).getAttribute('aria-label')) ?? '';
    const older = await openPreview(page, before);
    await older
      .getByRole('heading', { name: new RegExp(`as of ${before.replace('Preview ', '')}$`) })
      .waitFor();
    await shownOn(older, 'phone').getByText('over 54,321 educators').first().waitFor();
    await page.getByRole('button', { name: 'Close', exact: true }).first().click();

    await number.fill('');
    await publish(page);
    await page.context().close();
  });

  test('finds from the preview what keeps the page from being published, and the section to mend', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openList(page, 'api::page.page');
    await page.getByRole('row', { name: /Deep Dive/ }).click();
    await page.getByRole('button', { name: 'Open the preview' }).waitFor();
    const form = page.url();
    const preview = await openPreview(page);
    await preview.setViewportSize({ width: 1280, height: 900 });
    const desktop = shownOn(preview, 'desktop');
    await desktop.getByRole('heading', { level: 1 }).waitFor();
    expect(await faultsOf(preview)).toEqual([]);

    const [section] = await Promise.all([
      preview.context().waitForEvent('page'),
      desktop.getByRole('link', { name: /^Edit Section 2 / }).press('Enter'),
    ]);
    const trigger = section
      .locator('ol[aria-describedby] > li')
      .nth(1)
      .getByRole('button', { expanded: true });
    await trigger.first().waitFor();
    expect(section.url()).toBe(`${form.split('?')[0]}#section-2`);
    await expect
      .poll(() => trigger.first().evaluate((element) => element === document.activeElement))
      .toBe(true);

    const heading = section.getByRole('textbox', { name: 'Heading', exact: true });
    const said = await heading.inputValue();
    await heading.fill('What is a ____?');
    await save(section);
    await preview.bringToFront();
    await preview.getByText('One thing keeps it from being published').click();
    await preview.getByRole('listitem').filter({ hasText: 'still holds a blank' }).waitFor();
    await desktop.getByText('1 problem').waitFor();
    expect(await visitorsRead()).not.toContain('What is a ____?');
    expect(await faultsOf(preview)).toEqual([]);

    await section.bringToFront();
    await heading.fill(said);
    await save(section);
    await preview.bringToFront();
    await preview.getByText('One thing keeps it from being published').waitFor({ state: 'detached' });
    await page.context().close();
  });

  test('goes from page to page within the preview, by links and by searching', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openList(page, 'api::page.page');
    await page.getByRole('row', { name: /Deep Dive/ }).click();
    const preview = await openPreview(page);
    await preview.setViewportSize(DESKTOP);
    await preview.getByRole('radio', { name: 'Desktop' }).check();
    const desktop = shownOn(preview, 'desktop');
    await desktop.getByRole('link', { name: 'Find a workshop', exact: true }).first().click();
    await desktop.getByRole('heading', { level: 1, name: 'Find a workshop' }).waitFor();
    const place = desktop.getByRole('combobox', { name: /zip|city/i }).first();
    await place.fill('98101');
    await place.press('Enter');
    await desktop
      .getByRole('heading', { name: /98101|Seattle/ })
      .first()
      .waitFor();
    expect(preview.frames().some((frame) => frame.url().includes('/page/workshops?near=98101'))).toBe(true);
    const urls = preview.frames().map((frame) => new URL(frame.url()).pathname);
    expect(urls.every((path) => path.startsWith('/preview/'))).toBe(true);

    await preview.getByLabel('Show', { exact: true }).selectOption('What is live and scheduled');
    await preview.getByRole('button', { name: 'Show' }).press('Enter');
    await preview.waitForURL(/~live$/);
    await preview.getByText('Only you see this.').waitFor();
    await preview.setViewportSize(PHONE);
    expect(await faultsOf(preview)).toEqual([]);
    const width = await preview.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(PHONE.width);
    await page.context().close();
  });
});
