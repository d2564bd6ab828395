import { describe, expect, test } from 'vitest';
import { browser, violationsOn } from './browser.ts';
import { site } from './site.ts';
import { DESKTOP, PHONE, visit } from './visit.ts';

describe.skipIf(!browser)('A teacher who wants to ask somebody', () => {
  test('comes from a workshop to a form that knows it, and back, without losing either', async () => {
    const { page, complaints } = await visit('/workshops', { viewport: PHONE });
    const ask = page
      .locator('main')
      .getByRole('link', { name: /^Ask for a place/ })
      .first();
    const title = (await ask.textContent())?.replace('Ask for a place: ', '') ?? '';
    await ask.click();
    await page.getByRole('heading', { level: 1, name: 'Ask for a place' }).waitFor();
    expect(await page.locator('main').textContent()).toContain(title);
    expect(await page.getByLabel('What is it about?').inputValue()).toBe('place');
    await page.getByText('Menu').click();
    expect(await page.getByRole('navigation').getByRole('link').count()).toBeGreaterThan(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.goBack();
    await ask.waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test.each([
    ['without JavaScript, on a telephone', { javaScriptEnabled: false, viewport: PHONE }],
    ['on a desk', { viewport: DESKTOP }],
  ])('is told everything that is wrong at once, %s', async (_, options) => {
    const { page } = await visit('/contact?near=59715&people=12&purpose=school', options);
    await page.getByLabel('Your name').fill('Ana Gómez');
    await page.getByLabel('Your e-mail address').fill('ana at school');
    await page.getByLabel('Grade 3').check();
    await page.getByRole('button', { name: 'Send' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.getByRole('link').allTextContents()).toEqual([
      expect.stringContaining('Please give your e-mail address'),
      'Please write what you would like to know.',
    ]);
    expect(await page.getByLabel('Your name').inputValue()).toBe('Ana Gómez');
    expect(await page.getByLabel('Its ZIP code').inputValue()).toBe('59715');
    expect(await page.getByLabel('How many teachers').inputValue()).toBe('12');
    expect(await page.getByLabel('Grade 3').isChecked()).toBe(true);
    await summary.getByRole('link').last().click();
    await page.keyboard.type('Is there one in March?');
    expect(await page.getByLabel('Your message').inputValue()).toBe('Is there one in March?');
    await page.context().close();
  });

  test('begins at what is wrong, and can go on with the keyboard alone', async () => {
    const { page } = await visit('/contact');
    await page.getByLabel('Your name').press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('name'))).toBe('purpose');
    await page.context().close();
  });

  test('who has a link that is not whole is told what to do', async () => {
    const { page } = await visit('/inquiries/half-a-link');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'There is no message at this address',
    );
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'write a new message' }).click();
    await page.waitForURL(`${site.url}/contact`);
    await page.context().close();
  });
});
