import AxeBuilder from '@axe-core/playwright';
import { afterAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, openList } from './admin.ts';
import { clockAhead } from './clock.ts';
import { site } from './site.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

const inAMonth = (): string =>
  new Date(Date.now() + clockAhead() + 30 * 86_400_000).toISOString().slice(0, 10);

const asked = (token: string): Promise<Response> =>
  fetch(`${site.cmsUrl}/api/partner/workshops/Story-1?dryRun=true`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'From our calendar',
      zip: '98926',
      sessions: [{ date: inAMonth(), startTime: '09:00', endTime: '15:00' }],
    }),
  });

describe.skipIf(!browser)('A Regional Partner', () => {
  test('makes a token for a program, by keyboard, which then brings workshops until the token is ended', async () => {
    if (!browser) return;
    const page = await logIn(browser, 'partner');
    await openList(page, 'api::workshop.workshop');
    await page.getByRole('link', { name: 'Bring a spreadsheet' }).first().click();
    await page.getByRole('button', { name: 'For developers: bring workshops from a program' }).press('Enter');

    const name = page.getByLabel('Which program is it for?');
    await name.press('Enter');
    await page.getByText('Give it a name, such as that of the program').waitFor();
    await name.fill('Story calendar');
    await name.press('Enter');
    const field = page.getByLabel('The token “Story calendar”');
    await field.waitFor();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    const token = await field.inputValue();
    expect(token).toMatch(/^ddp_/);
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    const answer = await asked(token);
    expect([answer.status, ((await answer.json()) as { outcome: string }).outcome]).toEqual([200, 'created']);
    await page.reload();
    await page.getByRole('button', { name: 'For developers: bring workshops from a program' }).press('Enter');
    const entry = page.getByRole('listitem').filter({ hasText: 'Story calendar' });
    await entry.getByText(/^Last used/).waitFor();
    expect(await page.content()).not.toContain(token.slice(20));

    await entry.getByRole('button', { name: 'End Story calendar' }).press('Enter');
    await page.getByRole('button', { name: 'End it' }).click();
    await page.getByText('“Story calendar” opens nothing any more.').waitFor();
    expect((await asked(token)).status).toBe(401);
  });
});
