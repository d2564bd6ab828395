import AxeBuilder from '@axe-core/playwright';
import * as fc from 'fast-check';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { GOOGLE_DOCS_TABLE, WORD } from '../../cms/src/rules/rich-text/fixtures.ts';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList } from './admin.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** What Strapi's own page breaks of axe's further advice is not ours to mend. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const PATIENCE = { timeout: 20_000 };

async function maya(): Promise<Page> {
  if (!browser) throw new Error('There is no browser.');
  return logIn(browser, 'marketing', { permissions: ['clipboard-read', 'clipboard-write'] });
}

/** The field of the form that has the focus: "sections.0.body". */
const focused = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.closest<HTMLElement>('[data-field]')?.dataset.field);

async function problemsIn(page: Page, within = 'body'): Promise<unknown[]> {
  const { violations } = await new AxeBuilder({ page })
    .include(within)
    .withTags(WCAG)
    // Strapi's own: the names of widgets, its pictures in a row, and its editor, whose name it looks for where none is.
    .exclude('h2[id^="global::"]')
    .exclude('[aria-roledescription="slide"]')
    .exclude('[data-slate-editor]')
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Opens a page's form, and its first section. */
async function openPage(page: Page, slug: string): Promise<Locator> {
  await openList(page, 'api::page.page');
  await page
    .getByRole('row', { name: new RegExp(`\\b${slug}\\b`) })
    .first()
    .click();
  await page.getByLabel('Web address').waitFor();
  await page.goto(`${page.url().split('?')[0]}#section-1`);
  const editor = page.locator('[data-slate-editor]').first();
  await editor.waitFor();
  return editor;
}

/** Copies something of another program, and pastes it at the end of a rich text. */
async function pasteInto(page: Page, editor: Locator, html: string): Promise<void> {
  await page.evaluate(async (copied) => {
    const item = {
      'text/html': new Blob([copied], { type: 'text/html' }),
      'text/plain': new Blob(['Text'], { type: 'text/plain' }),
    };
    await navigator.clipboard.write([new ClipboardItem(item)]);
  }, html);
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+V');
}

describe.skipIf(!browser)('What is still to be filled in', () => {
  test('stands on the home page, with who and by when, and leads to its field', async () => {
    const page = await maya();
    const blank = page
      .getByRole('listitem')
      .filter({ hasText: 'is switched off: “A banner at the bottom?”' });
    const button = blank.getByRole('button', { name: /^(Note|Change) who and by when/ });
    await button.focus();
    await page.keyboard.press('Enter');
    await blank.getByLabel('Who fills it in').fill('Dee');
    await page.keyboard.press('Tab');
    await page.keyboard.type('some day');
    await blank.getByText('We can’t read').waitFor();
    await blank.getByRole('textbox', { name: 'By when' }).fill('1/5/2026');
    expect(await problemsIn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await blank.getByText('Dee, by Monday, January 5, 2026: overdue').waitFor();
    await page.getByText(/one of them overdue\./).waitFor();

    await blank.getByRole('link').click();
    await expect.poll(() => focused(page), PATIENCE).toMatch(/^sections\.\d+\.note$/);
    await page.getByText('Dee, by Monday, January 5, 2026: overdue').waitFor();
    await page.context().close();
  });

  test.each([
    ['a text in a section', 'sections.0.body'],
    ['where a button of a section leads', 'sections.0.actions.0.url'],
    ['words for search results', 'seo.description'],
  ])('leads to %s', async (_, field) => {
    const page = await maya();
    await openPage(page, 'deep-dive');
    await page.goto(`${page.url().split(/[?#]/)[0]}?at=${field}`);
    await expect.poll(() => focused(page), PATIENCE).toBe(field);
    await page.context().close();
  });

  test('of a page is said beside its form as one types, and how sentences read', async () => {
    const page = await maya();
    const editor = await openPage(page, 'deep-dive');
    await page.getByText('{{educators}} has no number yet').first().waitFor(PATIENCE);
    await page.getByRole('button', { name: /^How .*figures? read/ }).click();
    await page.getByText(/With the number: .*made a big splash with over ____ educators teaching/).waitFor();
    await page.getByText(/Without it \(now\): .*made a big splash with educators teaching/).waitFor();
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' With {{educatros}}.');
    const problem = page.getByRole('button', { name: /quotes {{educatros}}.*Did you mean {{educators}}\?/ });
    await problem.click(PATIENCE);
    await expect.poll(() => focused(page)).toBe('sections.0.body');
    expect(await problemsIn(page)).toEqual([]);
    await page.context().close();
  });
});

const KEYS = [...'teachrs', 'Space', '7', 'Backspace', 'Delete', 'ArrowLeft', 'ArrowRight', 'Home', 'End'];

/** What comes of pressing keys on a new line, leaving out those by which one would leave it. */
function written(keys: string[]): { pressed: string[]; line: string } {
  let [before, after] = ['', ''];
  const pressed = keys.filter((key) => {
    if (/^(Backspace|ArrowLeft)$/.test(key) && !before) return false;
    if (/^(Delete|ArrowRight)$/.test(key) && !after) return false;
    if (key === 'Backspace') before = before.slice(0, -1);
    else if (key === 'Delete') after = after.slice(1);
    else if (key === 'ArrowLeft') [before, after] = [before.slice(0, -1), before.slice(-1) + after];
    else if (key === 'ArrowRight') [before, after] = [before + after.slice(0, 1), after.slice(1)];
    else if (key === 'Home') [before, after] = ['', before + after];
    else if (key === 'End') [before, after] = [before + after, ''];
    else before += key === 'Space' ? ' ' : key;
    return true;
  });
  return { pressed, line: before + after };
}

interface Block {
  text?: string;
  children?: Block[];
}

const textOf = ({ text = '', children = [] }: Block): string => text + children.map(textOf).join('');

describe.skipIf(!browser)('Rich text', () => {
  test('is what plain text would be, whatever keys are pressed, and however fast', async () => {
    const page = await maya();
    let saved = '';
    await page.route('**/content-manager/collection-types/**', (route) => {
      if (route.request().method() !== 'PUT') return route.continue();
      const { sections } = route.request().postDataJSON() as { sections: [{ body: Block[] }] };
      saved = textOf(sections[0].body.at(-1) ?? {});
      return route.abort();
    });
    const editor = await openPage(page, 'scholarships');
    await editor.click();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    const hands = fc.array(fc.constantFrom(...KEYS), { minLength: 20, maxLength: 40 });
    for (const keys of fc.sample(hands, { seed: 7, numRuns: 10 })) {
      const { pressed, line } = written(keys);
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      for (const key of pressed) await page.keyboard.press(key);
      await page.keyboard.press('Control+S');
      await expect.poll(() => saved, { ...PATIENCE, message: pressed.join(' ') }).toBe(line);
      await expect.poll(() => save.isEnabled(), PATIENCE).toBe(true);
    }
    await page.context().close();
  });

  test('offers figures as one types, sets them off and says what they read', async () => {
    const page = await maya();
    const editor = await openPage(page, 'deep-dive');
    await editor.click();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' With {{stu');
    await page.getByRole('option', { name: /students/ }).waitFor();
    // The list lies over other buttons, of which a part is left to be pressed.
    expect(await problemsIn(page, '[role="listbox"]')).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type(' and {{educatros}}');
    const marks = editor.locator('mark');
    await expect
      .poll(() => marks.allInnerTexts())
      .toEqual(['{{educators}}', '{{students}}', '{{students}}', '{{educatros}}']);
    expect(await marks.nth(2).getAttribute('title')).toBe(
      '{{students}} reads “students”: it has no number yet.',
    );
    expect(await marks.last().getAttribute('title')).toContain('Did you mean {{educators}}?');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('status').filter({ hasText: 'There is no figure {{educatros}}' }).waitFor();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' {{');
    await page.getByRole('listbox').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    expect(await editor.innerText()).toMatch(/\{\{$/m);
    await page.context().close();
  });

  test('keeps what comes from Word, makes lists of tables and says so, and one Undo takes it back', async () => {
    const page = await maya();
    const editor = await openPage(page, 'scholarships');
    const before = await editor.innerText();
    await pasteInto(page, editor, WORD);
    await editor.getByRole('heading', { name: 'What is the CS Fundamentals Deep Dive' }).waitFor();
    expect(await editor.locator('ul > li').allInnerTexts()).toEqual(
      expect.arrayContaining(['A plan for offering more', 'Code.org swag!']),
    );
    expect(await editor.locator('ul ul > li').allInnerTexts()).toEqual(['for each grade']);
    expect(await editor.locator('ol > li').allInnerTexts()).toEqual(['Find a workshop', 'Register']);
    await pasteInto(page, editor, GOOGLE_DOCS_TABLE);
    await page.getByText('A table became a list.').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').first().waitFor();
    for (let times = 0; (await editor.innerText()) !== before && times < 8; times += 1) {
      await editor.focus();
      await page.keyboard.press('Control+Z');
    }
    expect(await editor.innerText()).toBe(before);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.context().close();
  });
});
