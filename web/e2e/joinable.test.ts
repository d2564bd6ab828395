import { describe, expect, test } from 'vitest';
import { logIn } from './admin.ts';
import { browser, violationsOn } from './browser.ts';
import { catchMails } from './mails.ts';
import { site } from './site.ts';
import { PHONE, visit } from './visit.ts';

/** A town which no public workshop is near, and where the demonstration's partner account has a private one. */
const OMAK = '98841';
const ANA = 'ana@omak-teachers.example';
const TITLE = 'CS Fundamentals: Deep Dive in Omak';
const HUMAN_MS = 90;

describe.skipIf(!browser)('A private workshop', () => {
  const { mailTo } = catchMails();

  test('is told of where nothing else is near, asked for, and opened by whoever its partner lets in', async () => {
    const { page: ana } = await visit(`/workshops?near=${OMAK}`, {
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    const told = ana.getByText(/has a private Deep Dive in \w+ \d{4} within 50 miles/);
    await told.waitFor();
    expect(await ana.content()).not.toContain(TITLE);
    await ana.getByRole('link', { name: 'Ask to join', exact: true }).click();
    expect(await ana.getByLabel('What is it about?').inputValue()).toBe('private');
    expect(await ana.getByLabel('Its ZIP code').inputValue()).toBe(OMAK);
    await ana.getByLabel('Your name').fill('Ana Join');
    await ana.getByLabel('Your e-mail address').fill(ANA);
    await ana.getByLabel('How many teachers').fill('2');
    await ana
      .getByLabel('Your message')
      .pressSequentially('May two of us join? We teach third grade.', { delay: HUMAN_MS });
    await ana.getByRole('button', { name: 'Send' }).click();
    await ana.getByRole('heading', { level: 1, name: /on its way/ }).waitFor();
    const status = ana.url().replace(/\?.*/, '');

    const pat = await logIn(browser as NonNullable<typeof browser>, 'partner');
    await pat.goto(`${site.cmsUrl}/admin/inbox`);
    await pat.getByRole('link', { name: /Ana Join/ }).click();
    await pat.getByLabel('Which one').waitFor();
    await pat.getByLabel('Your own words').fill('Please bring a laptop.');
    await pat.getByRole('button', { name: 'Accept and send the address' }).click();
    await pat.getByText(`Ana Join may join “${TITLE}”`).waitFor();
    await pat.getByText('2 places were given.').waitFor();
    await pat.context().close();

    const mail = await mailTo(ANA, /^You can join: /);
    expect(mail.text).toContain('Please bring a laptop.');
    expect(mail.text).toMatch(/\/workshops\/[\w-]+omak/);
    await ana.goto(status);
    const { page: again } = await visit(status.replace(site.url, ''), { viewport: PHONE });
    expect(await violationsOn(again)).toEqual([]);
    await again.context().close();
    await ana.getByRole('link', { name: TITLE }).first().click();
    await ana.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(await ana.locator('main').textContent()).toContain('Omak, WA');
    await ana.context().close();
  });
});
