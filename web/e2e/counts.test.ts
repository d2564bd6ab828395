import { describe, expect, inject, test, vi } from 'vitest';
import { logIn } from './admin.ts';
import { browser, violationsOn, visit } from './visit.ts';

/** Republic, WA: no workshop is within ten miles. */
const NOTHING = '/workshops?near=99166&radius=10';
/** A browser in somebody's hands: what tests steer says that it has no head, and is not counted. */
const CHROME =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36';

describe.skipIf(!browser)('What people looked for', () => {
  test('is on marketing’s home page, as numbers', async () => {
    const { page, complaints } = await visit('/deep-dive', { userAgent: CHROME });
    // Where registrations go is none of ours.
    await page.context().route(/^(?!http:\/\/(127\.0\.0\.1|localhost))/, (route) => route.abort());
    const told = (what: string) =>
      page.waitForRequest((request) => request.url().endsWith('/counts/told') && request.postData() === what);
    const opened = told('view /compare-workshops');
    await page.getByRole('link', { name: 'Compare workshops' }).first().click();
    await opened;
    await page.goto(inject('siteUrl') + NOTHING);
    await page.goto(`${inject('siteUrl')}/workshops`, { waitUntil: 'networkidle' });
    const register = page.getByRole('link', { name: /^Register/ }).first();
    const registering = page.waitForRequest((request) => request.url().endsWith('/counts/told'));
    // Once the script that tells of it is there.
    await vi.waitFor(async () => {
      await register.click({ modifiers: ['Control'] });
      await Promise.race([registering, new Promise((_, reject) => setTimeout(reject, 500))]);
    }, 15_000);
    expect((await registering).postData()).toMatch(/^register \/workshops\/[\w.-]+$/);
    const paper = await page.context().request.get(`${inject('siteUrl')}/deep-dive/one-pager.pdf`, {
      headers: { 'user-agent': CHROME },
    });
    expect([paper.status(), paper.headers()['content-type']]).toEqual([200, 'application/pdf']);
    expect(complaints).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);

    const maya = await logIn(browser as NonNullable<typeof browser>, 'marketing');
    await vi.waitFor(async () => {
      await maya.reload();
      const all = await maya.locator('main').innerText();
      expect(all).toMatch(/Page views\s+[1-9]/);
      expect(all).toMatch(/Searches that found nothing\s+[1-9]/);
      expect(all).toMatch(/Went on to register\s+[1-9]/);
      expect(all).toMatch(/Downloads\s+[1-9]/);
      expect(all).toContain('Compare');
      expect(all).toContain('CS Fundamentals: Deep Dive, one-pager');
    }, 60_000);
    await maya.getByRole('button', { name: '30 days' }).click();
    await maya
      .getByText(/in the 30 days before/)
      .first()
      .waitFor();
    expect(
      (await violationsOn(maya)).filter((violation) => /30 days|Page views|Day by day/.test(violation)),
    ).toEqual([]);
    await maya.context().close();
    await page.context().close();
  });
});
