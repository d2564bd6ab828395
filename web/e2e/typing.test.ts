import AxeBuilder from '@axe-core/playwright';
import type { WorkshopDetail } from '@deep-dive/shared-types';
import type { Locator, Page } from 'playwright-core';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { launchBrowser } from '../../scripts/lib/browser.ts';
import { logIn, publish } from './admin.ts';
import { site } from './site.ts';

const browser = await launchBrowser();
afterAll(() => browser?.close());

/** What Strapi's own page breaks of axe's further advice is not ours to mend. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const WORKSHOP = 'api::workshop.workshop';
const year = new Date().getFullYear() + 1;
const april = (day: number): string => `${year}-04-0${day}`;

/** Puts text into the focused field as Ctrl+V does. */
async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('Control+V');
}

const field = (within: Page | Locator, name: string): Locator =>
  within.getByRole('textbox', { name: new RegExp(`^${name}`) });

async function openNewWorkshop(timezoneId: string): Promise<Page> {
  if (!browser) throw new Error('There is no browser.');
  const page = await logIn(browser, 'partner', {
    timezoneId,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  await page.goto(`${site.cmsUrl}/admin/content-manager/collection-types/${WORKSHOP}/create`);
  await page.getByLabel('Title').waitFor();
  return page;
}

/** What a public page says of a workshop, by its title. While the CMS is busy the site shows its list of before for a moment. */
async function published(title: string): Promise<WorkshopDetail> {
  const slug = await vi.waitFor(async () => {
    const { features } = (await (await fetch(`${site.url}/workshops.geojson`)).json()) as {
      features: { properties: { title: string; slug: string } }[];
    };
    const found = features.find(({ properties }) => properties.title === title);
    if (!found) throw new Error(`“${title}” is not on the map.`);
    return found.properties.slug;
  }, 20_000);
  return (await (await fetch(`${site.cmsUrl}/api/workshops/${slug}`)).json()) as WorkshopDetail;
}

describe.skipIf(!browser)('A coordinator in a hurry', () => {
  test.each([
    ['Los Angeles', 'America/Los_Angeles'],
    ['New York', 'America/New_York'],
    ['Auckland, where it is tomorrow', 'Pacific/Auckland'],
  ])(
    'pastes three sessions of an Eastern workshop in %s, and each comes out as she meant',
    async (where, timeZone) => {
      const title = `Deep Dive pasted in ${where}`;
      const page = await openNewWorkshop(timeZone);
      await page.getByLabel('Title').fill(title);
      const cells = [
        [`${april(3)}`, '9', '12:30 PM'],
        [`4-4-${year}`, '0930', 'noon'],
        [`Apr 5, ${year}`, '1:00 PM', '16:15'],
      ] as const;
      for (const [index, [date, starts, ends]] of cells.entries()) {
        if (index > 0) await page.getByRole('button', { name: 'Add a session' }).click();
        await field(page, 'Date').last().focus();
        await paste(page, date);
        await page.keyboard.press('Tab');
        await paste(page, starts);
        await page.keyboard.press('Tab');
        await paste(page, ends);
        await page.keyboard.press('Tab');
        expect(await field(page, 'Date').last().inputValue()).toBe(`4/${index + 3}/${year}`);
      }
      expect(await field(page, 'Starts').last().inputValue()).toBe('1:00 PM');
      expect(await field(page, 'Ends').last().inputValue()).toBe('4:15 PM');
      await page.getByText(new RegExp(`, April 5, ${year}\\.`)).waitFor();
      const heads = page.getByRole('heading').filter({ hasText: / · / });
      const shown = ['3', '4', '5'].map((day) => expect.stringContaining(`, April ${day}, ${year} · `));
      await expect.poll(() => heads.allInnerTexts(), { timeout: 20_000 }).toEqual(shown);

      await page.getByLabel('Name of the place').fill('Public Library');
      await page.getByLabel('ZIP code').fill('10025\u200b');
      await publish(page);

      const { sessions, timeZone: zone } = await published(title);
      expect(zone).toBe('America/New_York');
      expect(sessions.map(({ startsAt, endsAt }) => [startsAt, endsAt].map((at) => Date.parse(at)))).toEqual(
        [
          [`${april(3)}T09:00-04:00`, `${april(3)}T12:30-04:00`],
          [`${april(4)}T09:30-04:00`, `${april(4)}T12:00-04:00`],
          [`${april(5)}T13:00-04:00`, `${april(5)}T16:15-04:00`],
        ].map((session) => session.map((at) => Date.parse(at))),
      );
      await page.context().close();
    },
  );

  test('is told at the field what can’t be read; what she typed stays, and nothing is saved', async () => {
    const page = await openNewWorkshop('America/Chicago');
    await page.getByLabel('Title').fill('Deep Dive, date to follow');
    await field(page, 'Date').focus();
    await page.keyboard.type('March 6 and 7');
    await page.keyboard.press('Tab');
    await page.keyboard.type('9 EST');
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await field(page, 'Places$').fill('-1');
    await page.keyboard.press('Tab');
    const problems = [
      'seems to be more than one day',
      'Leave out the time zone',
      'Is that 3:00 AM or 3:00 PM?',
      'This must be 1 or more.',
    ];
    for (const problem of problems) await page.getByText(problem).first().waitFor();
    const { violations } = await new AxeBuilder({ page }).withTags(WCAG).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

    await field(page, 'Places$').fill('1,200');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    for (const problem of problems.slice(0, 3)) await page.getByText(problem).first().waitFor();
    expect(page.url()).toContain('/create');
    expect(await field(page, 'Date').inputValue()).toBe('March 6 and 7');
    expect(await field(page, 'Ends').inputValue()).toBe('3');

    await field(page, 'Date').fill('3/6');
    await field(page, 'Starts').fill('9');
    await field(page, 'Ends').fill('3p');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved document').waitFor();
    expect(await field(page, 'Places$').inputValue()).toBe('1,200');
    await page.context().close();
  });
});

test('Keys wait for no checks that are for developers: the admin is built for production', async () => {
  const page = await (await fetch(`${site.cmsUrl}/admin`)).text();
  const scripts = [...page.matchAll(/src="([^"]+\.js)"/g)].map(([, src]) => src ?? '');
  expect(scripts.length).toBeGreaterThan(0);
  for (const src of scripts) {
    const code = await (await fetch(new URL(src, site.cmsUrl))).text();
    // React says it of lists without keys, in development alone.
    expect(code).not.toContain('should have a unique "key" prop');
  }
});
