import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { logIn, openList, publish } from './admin.ts';
import { browser, violationsOn } from './browser.ts';
import { catchMails } from './mails.ts';
import { site } from './site.ts';
import { PHONE, visit } from './visit.ts';

/** A town whose partner is the one that the demonstration's partner account acts for, and which no workshop is near. */
const REPUBLIC = '99166';
/** Jordan, MT: where no story gives a workshop. */
const JORDAN = '59337';
const ANA = 'ana@republic-elementary.example';
const BEN = 'ben@republic-elementary.example';
const HUMAN_MS = 140;

describe.skipIf(!browser)('Who finds no workshop near them', () => {
  const { mailsTo, mailTo } = catchMails();

  /** Asks, on a telephone without script, and says yes to what is mailed. Answers with the private page it leads to. */
  async function askAndConfirm(email: string, near = REPUBLIC): Promise<Page> {
    const { page } = await visit(`/workshops?near=${near}&radius=10`, {
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    await page.getByRole('link', { name: 'Tell me when there is one near me' }).first().click();
    expect(await page.getByLabel('Near which ZIP code or city?').inputValue()).toBe(near);
    expect(await page.getByLabel('How far would you go?').inputValue()).toBe('10');
    await page.getByLabel('Your e-mail address').pressSequentially(email, { delay: HUMAN_MS });
    await page.getByLabel('How many of you would come?').fill('7');
    await page.getByRole('button', { name: 'Tell me' }).click();
    await page.getByRole('heading', { level: 1, name: 'Check your e-mail' }).waitFor();
    expect(page.url()).toBe(`${site.url}/alerts?sent`);
    const asked = await mailTo(email, /^Please confirm/);
    await page.goto(/http:\/\/\S+\/alerts\/[\w-]{43}\?confirm=\S+/.exec(asked.text ?? '')?.[0] ?? '');
    await page.getByRole('heading', { level: 1, name: 'Shall we tell you?' }).waitFor();
    await page.getByRole('button', { name: 'Yes, tell me' }).click();
    await page.getByRole('heading', { level: 1, name: 'Thank you! We will tell you' }).waitFor();
    return page;
  }

  /** Enters a workshop in Republic as the partner who serves it, and publishes it. */
  async function publishWorkshop(title: string): Promise<void> {
    const pat = await logIn(browser as NonNullable<typeof browser>, 'partner');
    await openList(pat, 'api::workshop.workshop');
    await pat.getByRole('link', { name: 'Add a workshop' }).click();
    await pat.getByLabel('Title').fill(title);
    for (const [name, value] of [
      [/^Date/, `March 6, ${new Date().getFullYear() + 1}`],
      [/^Starts/, '9'],
      [/^Ends/, '4pm'],
    ] as const) {
      await pat.getByRole('textbox', { name }).fill(value);
      await pat.getByRole('textbox', { name }).press('Tab');
    }
    await pat.getByLabel('Name of the place').fill('Republic School');
    await pat.getByLabel('ZIP code').fill(REPUBLIC);
    await publish(pat);
    await pat.context().close();
  }

  test('asks to be told, is told of the first one, and ends it with one click', async () => {
    const ana = await askAndConfirm(ANA);
    const ben = await askAndConfirm(BEN);
    const own = new URL(ana.url());

    await publishWorkshop('CS Fundamentals: Deep Dive in Republic');
    const told = await mailTo(ANA, /^A workshop near you: .*Republic/);
    expect(told.text).toMatch(/http:\/\/\S+\/workshops\/\S*republic/);
    await ana.goto(own.href);
    await ana
      .getByRole('link', { name: /^See what there is near Republic, WA/ })
      .first()
      .click();
    await ana
      .getByRole('link', { name: /Republic$/ })
      .first()
      .waitFor();

    const { unsubscribe } = told.headers.get('list') as unknown as { unsubscribe: { url: string } };
    expect(told.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line).toContain(
      'List-Unsubscribe=One-Click',
    );
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    for (let clicked = 0; clicked < 2; clicked++)
      expect((await fetch(unsubscribe.url, { method: 'POST', body })).status).toBe(200);
    await ana.goto(own.href);
    await ana.getByRole('heading', { level: 1, name: 'This link leads nowhere any more' }).waitFor();

    const heard = mailsTo(ANA).length;
    await publishWorkshop('CS Fundamentals: Deep Dive in Republic, once more');
    await mailTo(BEN, /once more/);
    expect(mailsTo(ANA)).toHaveLength(heard);
    await ana.context().close();
    await ben.context().close();
  });

  test('sees and changes what was asked, with the keyboard alone, and each page suits everybody', async () => {
    const eve = await askAndConfirm('eve@jordan-elementary.example', JORDAN);
    const { page } = await visit(new URL(eve.url()).pathname, { viewport: PHONE });
    expect(await violationsOn(page)).toEqual([]);
    await page.locator('summary', { hasText: 'Change it' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('How many of you would come?').fill('none');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'alert');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('12');
    await page.keyboard.press('Enter');
    await page.getByText('Your change is kept.').waitFor();
    await page.getByText('12 teachers').waitFor();
    await page.getByRole('button', { name: /^End this one/ }).click();
    await page
      .getByRole('heading', { level: 1, name: 'You will get no more mails about workshops' })
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
    await eve.context().close();
  });

  test('is told everything that is wrong at once, and which place may be meant', async () => {
    const { page } = await visit('/alerts?near=Yakma,+WA', { viewport: PHONE });
    await page.getByLabel('Your e-mail address').fill('ana at school');
    await page.getByLabel('Intro').uncheck();
    await page.getByLabel('Deep Dive').uncheck();
    await page.getByRole('button', { name: 'Tell me' }).click();
    const summary = page.getByRole('alert');
    expect(await summary.getByRole('link').count()).toBe(2);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('Deep Dive').check();
    await page.getByLabel('Your e-mail address').fill('');
    await page.getByLabel('Your e-mail address').pressSequentially(ANA, { delay: HUMAN_MS });
    await page.getByRole('button', { name: 'Tell me' }).click();
    await summary.getByText('We couldn’t find “Yakma, WA”').waitFor();
    expect(await page.getByLabel('Your e-mail address').inputValue()).toBe(ANA);
    await page.context().close();
  });
});
