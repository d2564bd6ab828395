import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { chooseWhen, logIn, openList, publish } from './admin.ts';
import { inMinutes, MINUTE, setClockForward } from './clock.ts';
import { site } from './site.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** Of whom waits for the admin, which asks the CMS at every turn. */
const PATIENCE = { timeout: 20_000 };

const DOCUMENT = `# Summer in the city

We train nearly ____ mentors a year.

button

## By Friday

You will *know:*

- how to begin
- whom to ask

## Find your week

Look around.

map

## Awards

Not sure we’ll include this section yet.
`;

const asFile = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

async function openFromDocument(page: Page): Promise<void> {
  await openList(page, 'api::page.page');
  await page.getByRole('link', { name: 'Add a page from a document' }).click();
  await page.getByRole('heading', { name: 'From a document' }).waitFor();
}

/** Goes from what the home page says is to be filled in to its field. */
async function openBlank(page: Page, words: string | RegExp): Promise<void> {
  await page.goto(`${site.cmsUrl}/admin`);
  const blanks = page.getByRole('region', { name: 'Blanks to fill' });
  await blanks.getByText(/blanks? in /).waitFor();
  const all = blanks.getByRole('button', { name: /^Show all/ });
  while ((await all.count()) > 0) await all.first().click();
  await blanks.getByRole('link', { name: words }).first().click();
  await page.waitForURL(/\?at=/);
}

describe.skipIf(!browser)('Marketing', () => {
  test('makes a page of a document, fills in from the home page what it left open, looks at it, has it go live at a time, and puts it in the menu', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    await openFromDocument(page);
    const chosen = page.getByLabel('Choose a document, or drop it here');
    await chosen.setInputFiles(asFile('scan.pdf', '%PDF-1.7'));
    await page.getByRole('alert').getByText('This is a PDF').waitFor();
    await chosen.setInputFiles(asFile('summer.md', DOCUMENT));

    await page.getByRole('heading', { name: 'The page: Summer in the city' }).waitFor();
    await page.getByText('the figure “mentors”').waitFor();
    await page.getByText('Switched off', { exact: true }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    const button = page.getByRole('combobox', { name: 'Section 1: “button”' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: 'A button that leads to the map' }).click();
    await expect.poll(() => button.textContent(), PATIENCE).toContain('leads to the map');
    await page.getByRole('button', { name: 'Make the draft' }).click();
    await page.waitForURL(/api::page\.page\/\w+/);
    const address = page.url();
    const summer = `${site.url}/summer-in-the-city`;
    const status = async (): Promise<number> => (await fetch(summer)).status;
    expect(await status()).toBe(404);

    await openList(page, 'api::page.page');
    await page
      .getByRole('row', { name: /summer-in-the-city/ })
      .getByText(/^\d blanks$/)
      .waitFor(PATIENCE);
    await openBlank(page, '{{mentors}} has no number yet');
    await page.getByLabel('Number', { exact: true }).fill('1,200');
    await publish(page);
    await openBlank(page, /Summer in the city.*“Words on the button”/);
    await page.getByLabel('Words on the button').fill('Find your week');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    const [preview] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Open the preview', exact: true }).click(),
    ]);
    const onDesk = preview.frameLocator('iframe[title="The page on a desktop"]');
    await onDesk.getByText('We train nearly 1,200 mentors a year.').waitFor();
    await onDesk.getByRole('link', { name: 'Find your week', exact: true }).waitFor();
    await preview.close();

    await page.getByRole('button', { name: 'Schedule…' }).press('Enter');
    await chooseWhen(page, inMinutes(3));
    await page.getByText(/^Goes live /).waitFor();
    expect(await status()).toBe(404);
    setClockForward(4 * MINUTE);
    await expect.poll(status, { timeout: 30_000 }).toBe(200);
    const live = await (await fetch(summer)).text();
    expect(live).toContain('We train nearly 1,200 mentors a year.');
    expect(live).toMatch(/href="#workshops"[^>]*>Find your week/);
    expect(live).not.toMatch(/Not sure|____|\{\{/);

    await page.goto(address);
    const home = async (): Promise<string> => (await fetch(site.url)).text();
    await page.getByRole('button', { name: 'Put it in…' }).first().click();
    await page.getByLabel('Words in the menu').fill('Summer');
    await page.keyboard.press('Enter');
    await page.getByText('It is in “Menu at the top”. Visitors see it now.').waitFor(PATIENCE);
    expect(await home()).toMatch(/href="\/summer-in-the-city"[^>]*>Summer</);
    await page.getByRole('button', { name: 'Take it out' }).click();
    await page.getByText('It is out of “Menu at the top”. Visitors see it now.').waitFor(PATIENCE);
    expect(await home()).not.toContain('summer-in-the-city');
    await page.context().close();
  });

  test('pastes what was copied elsewhere, with its headings, lists and links', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'marketing');
    const elsewhere = await page.context().newPage();
    await elsewhere.setContent(
      '<h1>Copied</h1><p>See <a href="https://code.org/educate">the course</a>.</p><h2>You will have</h2><p>Teachers will have:</p><ul><li>a plan</li><li>a friend</li></ul>',
    );
    await elsewhere.keyboard.press('ControlOrMeta+a');
    await elsewhere.keyboard.press('ControlOrMeta+c');
    await elsewhere.close();
    await openFromDocument(page);
    await page.getByLabel('Or paste its text').focus();
    await page.keyboard.press('ControlOrMeta+v');
    await page.getByRole('heading', { name: 'The page: Copied' }).waitFor();
    await page.getByRole('heading', { name: 'You will have' }).waitFor();
    expect(await page.getByRole('listitem').filter({ hasText: 'a friend' }).count()).toBeGreaterThan(0);

    await page.getByRole('button', { name: 'Another document' }).click();
    await page.getByLabel('Or paste its text').fill('# Typed\n\nAs Markdown.');
    await page.getByRole('button', { name: 'Read it' }).click();
    await page.getByRole('heading', { name: 'The page: Typed' }).waitFor();
    await page.context().close();
  });
});
