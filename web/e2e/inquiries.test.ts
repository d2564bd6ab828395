import type { ParsedMail } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { logIn } from './admin.ts';
import { browser, violationsOn } from './browser.ts';
import { catchMails } from './mails.ts';
import { site } from './site.ts';
import { PHONE, visit } from './visit.ts';

/** A town whose partner is the one that the demonstration's partner account acts for, and which no workshop is near. */
const OMAK = '98841';
const ANA = 'ana@omak-elementary.example';
const PARTNER = 'hello@evergreen-teaching-collaborative.example.org';
const HUMAN_MS = 70;

describe.skipIf(!browser)('What someone asks', () => {
  const { mailTo } = catchMails();
  const linkIn = (mail: ParsedMail, path: RegExp): string => path.exec(mail.text ?? '')?.[0] ?? '';

  test('reaches the Regional Partner, is answered in the admin, and told on its own page until it is closed', async () => {
    const { page: ana } = await visit(`/workshops?near=${OMAK}&radius=10`, {
      viewport: PHONE,
      javaScriptEnabled: false,
    });
    await ana
      .getByRole('link', { name: /ask for one at your school/i })
      .first()
      .click();
    expect(await ana.getByLabel('Its ZIP code').inputValue()).toBe(OMAK);
    await ana.getByLabel('Your name').fill('Ana Ruiz');
    await ana.getByLabel('Your e-mail address').fill(ANA);
    await ana.getByLabel('How many teachers').fill('12');
    await ana
      .getByLabel('Your message')
      .pressSequentially('Could you come to our school in spring? We are twelve.', {
        delay: HUMAN_MS,
      });
    await ana.getByRole('button', { name: 'Send' }).click();
    await ana.getByRole('heading', { level: 1, name: 'Thank you! Your message is on its way' }).waitFor();
    const { page: elsewhere } = await visit(ana.url().replace(site.url, ''), { viewport: PHONE });
    expect(await violationsOn(elsewhere)).toEqual([]);
    await elsewhere.context().close();

    const receipt = await mailTo(ANA, /^Your message to Evergreen/);
    const status = linkIn(receipt, /http:\/\/\S+\/inquiries\/[\w-]{43}/);
    const arrived = await mailTo(PARTNER, /^A workshop for a school: Ana Ruiz$/);
    expect(arrived.text).toContain('Could you come to our school in spring?');
    expect(arrived.replyTo?.text).toContain(ANA);

    const pat = await logIn(browser as NonNullable<typeof browser>, 'partner');
    await pat.goto(linkIn(arrived, /http:\/\/\S+\/admin\/inbox\/\d+/));
    await pat.getByLabel('Answer to Ana Ruiz').fill('Yes, in March. I will call you on Tuesday.\nPat');
    await pat.getByRole('button', { name: 'Send the answer' }).click();
    await pat.getByText('Your answer to Ana Ruiz is on its way.').first().waitFor();

    const answer = await mailTo(ANA, /^An answer from Evergreen/);
    expect(answer.text).toContain('Yes, in March.');
    expect(answer.replyTo?.text).toContain('partner@demo.test');
    await ana.goto(status);
    expect(await ana.locator('main').textContent()).toContain('I will call you on Tuesday.');
    await ana.getByLabel(/add/i).first().fill('Tuesday is good. Thank you!');
    await ana.getByRole('button', { name: /add/i }).click();
    await ana.getByText('Your line was added.').waitFor();
    await mailTo(PARTNER, /Ana Ruiz added something$/);

    await pat.reload();
    await pat.getByText('Tuesday is good. Thank you!').waitFor();
    await pat.getByRole('button', { name: 'Close', exact: true }).click();
    await pat.getByRole('button', { name: 'Take up again' }).waitFor();
    await ana.goto(status);
    expect(await ana.locator('main').textContent()).toContain('has closed it');
    await pat.context().close();
    await ana.context().close();
  });

  test('can be taken back, and is then not waited for in the inbox', async () => {
    const { page: ben } = await visit('/contact?near=98901&purpose=school', { viewport: PHONE });
    await ben.getByLabel('Your name').fill('Ben Okafor');
    await ben.getByLabel('Your e-mail address').fill('ben@school.example');
    await ben.getByLabel('Your message').pressSequentially('Could you come to our school? We are four.', {
      delay: 2 * HUMAN_MS,
    });
    await ben.getByRole('button', { name: 'Send' }).click();
    await ben.getByRole('heading', { level: 1, name: /on its way/ }).waitFor();
    await ben.locator('summary', { hasText: 'Take it back' }).click();
    await ben.getByRole('button', { name: /take it back/i }).click();
    await ben.getByText('You took it back.').waitFor();
    const pat = await logIn(browser as NonNullable<typeof browser>, 'partner');
    await pat.goto(`${site.cmsUrl}/admin/inbox`);
    await pat.getByRole('tab', { name: /^Waiting/ }).waitFor();
    expect(await pat.getByRole('link', { name: /Ben Okafor/ }).count()).toBe(0);
    await pat.getByRole('tab', { name: /^Closed/ }).click();
    await pat.getByRole('link', { name: /Ben Okafor/ }).waitFor();
    await pat.context().close();
    await ben.context().close();
  });
});
