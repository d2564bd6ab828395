import { describe, expect, test } from 'vitest';
import { browser, violationsOn } from './browser.ts';
import { sheets } from './paper.ts';
import { site } from './site.ts';
import { DESKTOP, PHONE, visit } from './visit.ts';

const MONTANA = '/quote?near=59715&people=12';

describe.skipIf(!browser)('A principal in Montana, with twelve teachers', () => {
  test('asks on the page, gets an address to share, and a letter of one page', async () => {
    const { page, complaints } = await visit('/deep-dive', { viewport: PHONE });
    const form = page.getByRole('form', { name: 'What will it cost you?' });
    await form.getByLabel('Your ZIP code or city').fill('59715');
    await form.getByLabel('Number of people').fill('12');
    await form.getByRole('button', { name: 'See the price' }).click();
    await page
      .getByRole('heading', { level: 1, name: 'What it costs for 12 people from Bozeman, MT 59715' })
      .waitFor();
    expect(page.url()).toBe(site.url + MONTANA);

    const letter = page.locator('article');
    const text = await letter.innerText();
    expect(text).toContain('Your Regional Partner sets the price here');
    expect(text).toContain('Value of the workshop');
    expect(text).toContain('$300');
    expect(text).toContain('High Plains Teaching Cooperative');
    expect(text).toContain('Northern Plains Rural Teachers Fund');
    expect(text).not.toMatch(/\bfree\b|\$0\b/i);
    expect(await letter.getByRole('link', { name: /^Ask about the price/ }).getAttribute('href')).toMatch(
      /^\/contact\?purpose=school&partner=high-plains-teaching-cooperative&near=59715&people=12$/,
    );
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute('data-printed', 'yes');
    });
    await page.getByRole('button', { name: 'Print as a letter' }).click();
    expect(await page.locator('body').getAttribute('data-printed')).toBe('yes');
    expect(complaints).toEqual([]);
    await page.context().close();

    const shared = await visit(MONTANA, { viewport: DESKTOP });
    expect(await shared.page.locator('article').innerText()).toContain('For 12 people');
    const pdf = await shared.page.pdf({ format: 'Letter' });
    expect(sheets(pdf)).toBe(1);
    expect(shared.complaints).toEqual([]);
    await shared.page.context().close();
  });

  test('does the same without JavaScript, and is told what is wrong at the field', async () => {
    const { page } = await visit('/deep-dive', { javaScriptEnabled: false, viewport: PHONE });
    const form = page.getByRole('form', { name: 'What will it cost you?' });
    await form.getByLabel('Your ZIP code or city').fill('99999');
    await form.getByLabel('Number of people').fill('twelve');
    await form.getByRole('button', { name: 'See the price' }).click();
    await page.getByText('We can’t answer that yet.').waitFor();
    const people = page.getByLabel('Number of people');
    expect(await people.inputValue()).toBe('twelve');
    const described = await people.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toBe(
      'Give the number of people, from 1 to 1,000.',
    );
    await people.fill('12');
    await page.getByRole('button', { name: 'See the price' }).click();
    await page.getByText('We don’t know the ZIP code 99999.').waitFor();
    await page.getByLabel('Your ZIP code or city').fill('Bozeman, MT');
    await page.getByRole('button', { name: 'See the price' }).click();
    await page
      .getByRole('heading', { level: 1, name: /^What it costs for 12 people from Bozeman, MT/ })
      .waitFor();
    expect(new URL(page.url()).pathname).toBe('/quote');
    await page.context().close();
  });
});

describe.skipIf(!browser)('The price of a workshop', () => {
  test('is asked for on its own page, and the letter says when it is and what to pay', async () => {
    const { features } = (await (await fetch(`${site.url}/workshops.geojson`)).json()) as {
      features: { properties: { slug: string; title: string; fee: { type: string }; status: string } }[];
    };
    const priced = features.find(
      ({ properties: { fee, status } }) => fee.type === 'amount' && status === 'scheduled',
    )?.properties;
    if (!priced) throw new Error('No workshop has a price.');
    const { page } = await visit(`/workshops/${priced.slug}`);
    const form = page.getByRole('form', { name: 'What would it cost for your group?' });
    await form.getByLabel('Number of people').fill('3');
    await form.getByRole('button', { name: 'See the price' }).click();
    await page.getByRole('heading', { level: 1, name: 'What it costs for 3 people' }).waitFor();
    expect(new URL(page.url()).searchParams.get('workshop')).toBe(priced.slug);
    const text = await page.locator('article').innerText();
    expect(text).toContain(priced.title);
    expect(text).toMatch(/\$[\d,]+ for 3 people/);
    await page.context().close();
  });
});

describe.skipIf(!browser)('The pages about price', () => {
  const paths = [
    '/quote',
    MONTANA,
    '/quote?near=98101&people=3',
    '/quote?near=&people=many',
    '/quote?near=Illinois',
  ];

  test.each(
    paths.flatMap((path) => [PHONE, DESKTOP].map((viewport) => ({ path, viewport, width: viewport.width }))),
  )('$path has no accessibility violation at $width px', async ({ path, viewport }) => {
    const { page } = await visit(path, { viewport });
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test.each(paths)('%s fits a window 320 px wide', async (path) => {
    const { page } = await visit(path, { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});
