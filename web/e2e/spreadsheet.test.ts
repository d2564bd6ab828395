import { readFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList } from './admin.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** As a Regional Partner keeps it: a title above, semicolons, and a ZIP code that lost a digit. */
const SHEET = `Our workshops in spring;;;;;;;
Workshop Title;Type;Date;Start;End;Where;Zip;Fee
Sheet: Deep Dive in Ellensburg;Deep Dive;3/6/2027;9:00 AM;3:00 PM;Lincoln Elementary;98926;$300
Sheet: Intro in Kittitas;Intro;3/13/2027;9:00 AM;12:00 PM;Library;989;0
All times are Pacific.;;;;;;;
`;

const asFile = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

describe.skipIf(!browser)('A Regional Partner', () => {
  test('brings in a spreadsheet: sees what becomes of it, mends a cell, keeps the corrected file, and takes it back', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    await openList(page, 'api::workshop.workshop');
    await page.getByRole('link', { name: 'Bring a spreadsheet' }).first().click();
    const chooser = page.getByLabel('Choose a spreadsheet, or drop it here');
    await chooser.setInputFiles(asFile('scan.pdf', '%PDF-1.7'));
    await page.getByRole('alert').getByText('This is a PDF').waitFor();
    await chooser.setInputFiles(asFile('spring.csv', SHEET));

    await page.getByRole('heading', { name: '“spring.csv”: 2 workshops' }).waitFor();
    await page.getByText('Row 5 is left out').waitFor();
    await page.getByRole('status').getByText('1 new, 1 not yet.').waitFor();
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    await page.getByRole('checkbox', { name: /^Only what needs mending/ }).click();
    await page.getByLabel('ZIP code', { exact: true }).fill('98934');
    await page.getByRole('status').getByText('2 new.').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download the corrected file' }).click(),
    ]);
    expect(readFileSync(await file.path(), 'utf8')).toContain('98934');

    await page.getByRole('button', { name: 'Bring in 2 as drafts' }).click();
    await page.getByRole('heading', { name: 'Brought in so far' }).waitFor();
    await page.getByRole('button', { name: 'Undo spring.csv' }).click();
    await page.getByRole('button', { name: 'Undo it' }).click();
    await page.getByText('Undone', { exact: true }).waitFor();
    await openList(page, 'api::workshop.workshop');
    expect(await page.getByText('Sheet: Deep Dive in Ellensburg').count()).toBe(0);
  });
});
