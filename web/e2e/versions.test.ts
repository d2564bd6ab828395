import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn } from './admin.ts';
import { site } from './site.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** What Strapi's own page breaks of axe's further advice is not ours to mend. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** Matches no request; Playwright has the browser ask about each from then on. */
const NONE = 'http://none.test/';
const FIGURES = 'admin/content-manager/collection-types/api::figure.figure';

async function open(account: 'marketing' | 'partner', path: string, width = 1280): Promise<Page> {
  if (!browser) throw new Error('There is no browser.');
  const page = await logIn(browser, account, { viewport: { width, height: 1000 } });
  // A page that is loaded already lets a request or two through after it is told to stop them.
  await page.route(NONE, (route) => route.abort());
  await page.goto(`${site.cmsUrl}/${path}`);
  return page;
}

const field = (page: Page, name: string) => page.getByRole('textbox', { name: new RegExp(`^${name}`) });
const SOURCE = 'Source';
const WORDING = 'Wording without a number';

async function save(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved document').first().waitFor();
}

/** Makes a figure in the admin; resolves to the page with its form and to the form's path. */
async function makeFigure(key: string): Promise<{ page: Page; path: string }> {
  const page = await open('marketing', `${FIGURES}/create`);
  await field(page, 'Key').fill(key);
  await field(page, 'Wording with the number').fill('over {value} educators');
  await field(page, WORDING).fill('educators');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(
    (url) => url.pathname.includes('figure.figure/') && !url.pathname.endsWith('/create'),
  );
  await page.getByText('Created', { exact: false }).first().waitFor();
  return { page, path: new URL(page.url()).pathname.slice(1) };
}

async function problemsIn(page: Page, part = 'html'): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).include(part).analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

describe.skipIf(!browser)('Two editors have one form open', () => {
  test('the second to save is told what the first changed, loses nothing, and chooses where both wrote', async () => {
    const { page: first, path } = await makeFigure('two-editors');
    const second = await open('marketing', path);
    await field(second, SOURCE).waitFor();
    await second.getByText('You have this open in another window, too.').waitFor();

    await field(first, WORDING).fill('teachers');
    await field(first, 'Wording with the number').fill('more than {value} educators');
    await save(first);

    await field(second, WORDING).fill('people who teach');
    await field(second, SOURCE).fill('The survey of 2027');
    await second.keyboard.press('Control+Enter');
    const dialog = second.getByRole('dialog', { name: /somebody else changed this/i });
    await dialog.getByText('“Wording without a number”: “educators” → “teachers”').waitFor();
    expect(await dialog.getByLabel('Mine, to copy from').inputValue()).toBe('people who teach');
    expect(await dialog.getByRole('textbox', { name: 'Theirs' }).inputValue()).toBe('teachers');
    expect(await problemsIn(second)).toEqual([]);

    // What is not settled yet is not saved either.
    await second.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await field(second, WORDING).inputValue()).toBe('people who teach');
    expect(await field(second, SOURCE).inputValue()).toBe('The survey of 2027');
    expect(await field(second, 'Wording with the number').inputValue()).toBe('more than {value} educators');
    await second.keyboard.press('Control+Enter');
    await dialog.waitFor();

    await dialog.getByRole('radio', { name: 'Keep mine' }).focus();
    await second.keyboard.press('ArrowDown');
    await dialog.locator('[role="radio"][value="theirs"]:focus').press('Space');
    await dialog.getByRole('radio', { name: 'Take theirs', checked: true }).waitFor();
    await dialog.getByRole('button', { name: 'Go on' }).press('Enter');
    await expect.poll(() => field(second, WORDING).inputValue()).toBe('teachers');
    await save(second);

    await first.reload();
    await expect.poll(() => field(first, SOURCE).inputValue()).toBe('The survey of 2027');
    expect(await field(first, WORDING).inputValue()).toBe('teachers');
    await first.context().close();
    await second.context().close();
  });

  test('what one of them saves twice in one window is no conflict', async () => {
    const { page } = await makeFigure('saved-twice');
    await field(page, SOURCE).fill('First');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    await field(page, SOURCE).fill('Second');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('“Source”: “First” → “Second”').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await field(page, SOURCE).inputValue()).toBe('Second');
    await page.context().close();
  });
});

/** Holds back what the CMS answers to requests of one kind until it is let go. */
async function holdBack(page: Page, method: string): Promise<{ asked: Promise<void>; letGo: () => void }> {
  let letGo = (): void => undefined;
  let noticed = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    noticed = resolve;
  });
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/content-manager/collection-types/**', async (route) => {
    if (route.request().method() !== method) return route.continue();
    noticed();
    await gate;
    return route.continue();
  });
  return { asked, letGo };
}

const caretIn = (page: Page, name: string): Promise<number | null> =>
  field(page, name).evaluate((input: HTMLInputElement) =>
    input === document.activeElement ? input.selectionStart : null,
  );

describe.skipIf(!browser)('What is typed stays', () => {
  test.each([
    ['is saved', 'PUT', 'Control+S', 'Saved document'],
    ['is saved and read again', 'GET', 'Control+S', 'Saved document'],
    ['is published', 'POST', 'Control+Shift+Enter', 'Published document'],
  ])('where it is while what came before it %s', async (_, method, keys, done) => {
    const { page } = await makeFigure(`typed-on-${method.toLowerCase()}`);
    await field(page, SOURCE).pressSequentially('A survey');
    for (const button of ['Save', 'Publish'])
      await expect.poll(() => page.getByRole('button', { name: button, exact: true }).isEnabled()).toBe(true);
    const { asked, letGo } = await holdBack(page, method);
    await page.keyboard.press(keys);
    await asked;
    await page.keyboard.type(' of 2027');
    await page.keyboard.press('Home');
    await page.keyboard.type('See: ');
    letGo();
    await page.getByText(done).first().waitFor();
    await page.waitForLoadState('networkidle');
    expect(await field(page, SOURCE).inputValue()).toBe('See: A survey of 2027');
    expect(await caretIn(page, SOURCE)).toBe('See: '.length);

    await save(page);
    await page.reload();
    await expect.poll(() => field(page, SOURCE).inputValue()).toBe('See: A survey of 2027');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await page.context().close();
  });

  test('while it is saved, and is saved too by who presses Ctrl+S again before that is done', async () => {
    const { page } = await makeFigure('saved-again');
    await field(page, SOURCE).pressSequentially('A survey');
    const { asked, letGo } = await holdBack(page, 'PUT');
    await page.keyboard.press('Control+S');
    await asked;
    await page.keyboard.type(' of 2027');
    await page.keyboard.press('Control+S');
    letGo();
    const saved = page.getByRole('button', { name: 'Save', exact: true, disabled: true });
    await page.getByText('“Source”: “A survey” → “A survey of 2027”').waitFor();
    await saved.waitFor();
    expect(await caretIn(page, SOURCE)).toBe('A survey of 2027'.length);
    await page.reload();
    await expect.poll(() => field(page, SOURCE).inputValue()).toBe('A survey of 2027');
    await page.context().close();
  });

  test('while it is saved, though Ctrl+S is pressed again, when somebody else has changed it: nothing is saved unseen', async () => {
    const { page: first, path } = await makeFigure('refused-twice');
    const second = await open('marketing', path);
    await field(second, SOURCE).pressSequentially('A survey');
    await field(first, WORDING).fill('teachers');
    await save(first);
    let saves = 0;
    second.on('request', (request) => {
      if (request.method() === 'PUT') saves++;
    });
    const { asked, letGo } = await holdBack(second, 'PUT');
    await second.keyboard.press('Control+S');
    await asked;
    await second.keyboard.type(' of 2027');
    await second.keyboard.press('Control+S');
    letGo();
    await second.getByRole('dialog').getByRole('button', { name: 'Go on' }).press('Enter');
    await second.waitForLoadState('networkidle');
    expect(saves).toBe(1);
    expect(await field(second, SOURCE).inputValue()).toBe('A survey of 2027');
    expect(await field(second, WORDING).inputValue()).toBe('teachers');
    await save(second);
    await first.reload();
    await expect.poll(() => field(first, SOURCE).inputValue()).toBe('A survey of 2027');
    await first.context().close();
    await second.context().close();
  });

  test('while a new entry is saved for the first time, and its form becomes that of the entry', async () => {
    const page = await open('marketing', `${FIGURES}/create`);
    await field(page, 'Key').fill('typed-on-new');
    await field(page, 'Wording with the number').fill('over {value} educators');
    await field(page, WORDING).fill('educators');
    await field(page, SOURCE).pressSequentially('A survey');
    const { asked, letGo } = await holdBack(page, 'POST');
    await page.keyboard.press('Control+S');
    await asked;
    await page.keyboard.type(' of 2027');
    letGo();
    await page.waitForURL((url) => !url.pathname.endsWith('/create'));
    await expect.poll(() => caretIn(page, SOURCE)).toBe('A survey of 2027'.length);
    expect(await field(page, SOURCE).inputValue()).toBe('A survey of 2027');
    await save(page);
    await page.reload();
    await expect.poll(() => field(page, SOURCE).inputValue()).toBe('A survey of 2027');
    await page.context().close();
  });

  test('when the CMS refuses to save it', async () => {
    const page = await open('partner', 'admin/content-manager/collection-types/api::workshop.workshop');
    await page.getByRole('grid').getByRole('link').or(page.getByRole('row').nth(1)).first().click();
    await page.getByLabel('Notes for participants').fill('Bring a laptop and a lunch.');
    await page.getByLabel('ZIP code').first().fill('00000');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('alert').getByText('00000').first().waitFor();
    await expect.poll(() => page.getByRole('button', { name: 'Save', exact: true }).isEnabled()).toBe(true);
    await expect
      .poll(() => page.getByLabel('Notes for participants').inputValue())
      .toBe('Bring a laptop and a lunch.');
    expect(await page.getByLabel('ZIP code').first().inputValue()).toBe('00000');
    await page.context().close();
  });

  test('when the network is gone while it is saved, and can be saved once it is back', async () => {
    const { page } = await makeFigure('network-gone');
    await field(page, SOURCE).pressSequentially('A survey');
    await page.route('**/content-manager/**', (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue(),
    );
    await page.keyboard.press('Control+S');
    await page.getByText('What you typed stays here: try again in a moment.').first().waitFor();
    await page.keyboard.type(' of 2027');
    expect(await field(page, SOURCE).inputValue()).toBe('A survey of 2027');
    await page.unrouteAll();
    await save(page);
    await page.reload();
    await expect.poll(() => field(page, SOURCE).inputValue()).toBe('A survey of 2027');
    await page.context().close();
  });

  test('when the laptop is closed: it is offered again', async () => {
    const { page, path } = await makeFigure('closed-laptop');
    await field(page, SOURCE).fill('Half a sentence');
    await page.waitForFunction(() =>
      Object.values(localStorage).some((kept) => kept.includes('Half a sent')),
    );
    // What is only rehearsed is not saved.
    await page
      .locator('aside')
      .filter({ hasText: 'Ready to publish?' })
      .getByText('Yes', { exact: true })
      .waitFor();
    const context = page.context();
    await page.close({ runBeforeUnload: false });

    const again = await context.newPage();
    await again.goto(`${site.cmsUrl}/${path}`);
    await again.getByRole('dialog', { name: 'Go on where you left off?' }).waitFor();
    expect(await problemsIn(again)).toEqual([]);
    await again.getByRole('button', { name: 'Put it back' }).press('Enter');
    await expect.poll(() => field(again, SOURCE).inputValue()).toBe('Half a sentence');
    await save(again);
    await again.reload();
    await field(again, SOURCE).waitFor();
    expect(await again.getByRole('dialog').count()).toBe(0);
    await context.close();
  });

  test('until its writer logs out', async () => {
    const { page } = await makeFigure('logged-out');
    const isKept = (): Promise<boolean> =>
      page.evaluate(() => Object.values(localStorage).some((kept) => kept.includes('Half a sentence')));
    await field(page, SOURCE).fill('Half a sentence');
    await expect.poll(isKept).toBe(true);
    await page.getByRole('button', { name: 'Maya Marketing' }).press('Enter');
    await page.getByRole('menuitem', { name: 'Log out' }).press('Enter');
    await page.getByRole('button', { name: 'Confirm' }).press('Enter');
    await page.getByLabel(/^password/i).waitFor();
    expect(await isKept()).toBe(false);
    await page.context().close();
  });
});

describe.skipIf(!browser)('An editor looks back', () => {
  test.each([1280, 390])('and takes a version back with the keyboard alone, %i px wide', async (width) => {
    const { page: maker, path } = await makeFigure(`history-${width}`);
    await field(maker, SOURCE).fill('Right');
    await save(maker);
    await field(maker, SOURCE).fill('Wrong');
    await save(maker);
    await maker.context().close();

    const page = await open('marketing', path, width);
    await field(page, SOURCE).waitFor();
    if (width < 1000) await page.getByRole('button', { name: 'Open more actions' }).press('Enter');
    await page.getByText('“Source”: “Right” → “Wrong”').waitFor();
    await page.getByRole('button', { name: 'All versions' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'All versions' });
    await dialog.getByText('Version 1', { exact: false }).first().waitFor();
    await dialog.getByRole('button', { name: 'Compare', exact: true }).press('Enter');
    await dialog.getByRole('status').getByText('“Source”: “Right” → “Wrong”').waitFor();
    expect(await problemsIn(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Restore version 2' }).press('Enter');
    await page.getByText('Version 2 is in the form again').waitFor();
    await expect.poll(() => field(page, SOURCE).inputValue()).toBe('Right');

    await page.goto(`${site.cmsUrl}/admin`);
    await page.getByText('Version 2 restored', { exact: false }).first().waitFor();
    await page.context().close();
  });

  test('and brings back what was deleted, with the keyboard alone', async () => {
    const { page } = await makeFigure('deleted-and-back');
    await field(page, SOURCE).fill('A survey');
    await save(page);
    await page.getByRole('button', { name: 'More actions', exact: true }).press('Enter');
    await page.getByRole('menuitem', { name: /^Delete/ }).press('Enter');
    await page.getByRole('button', { name: 'Confirm' }).press('Enter');
    await page.getByText('Deleted document').first().waitFor();

    await page.goto(`${site.cmsUrl}/admin`);
    const button = page.getByRole('button', { name: 'Bring back “deleted-and-back” (Figure)' });
    await button.waitFor();
    expect(await problemsIn(page, 'li:has(button)')).toEqual([]);
    await button.press('Enter');
    await page.getByText('is back as a draft: publish it to show it to visitors.').waitFor();
    await page.getByRole('link', { name: '“deleted-and-back” (Figure)' }).press('Enter');
    await expect.poll(() => field(page, SOURCE).inputValue()).toBe('A survey');
    await page.getByText('Brought back', { exact: false }).first().waitFor();
    await page.context().close();
  });
});
