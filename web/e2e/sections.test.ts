import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { logIn } from './admin.ts';
import { browser, violationsOn } from './browser.ts';
import { site } from './site.ts';
import { PHONE, visit } from './visit.ts';

const PAGES = '/content-manager/collection-types/api::page.page';
const PATIENCE = { timeout: 20_000 };

type Fields = Record<string, unknown>;

const paragraph = (text: string) => [{ type: 'paragraph', children: [{ type: 'text', text }] }];

/** Asks the admin's API as marketing does. */
async function asMarketing(): Promise<
  (path: string, body?: Fields | FormData, method?: string) => Promise<Fields>
> {
  const login = await fetch(`${site.cmsUrl}/admin/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'marketing@demo.test', password: site.demoPassword }),
  });
  const { data } = (await login.json()) as { data: { token: string } };
  return async (path, body, method = body ? 'POST' : 'GET') => {
    const isForm = body instanceof FormData;
    const answer = await fetch(site.cmsUrl + path, {
      method,
      headers: {
        authorization: `Bearer ${data.token}`,
        ...(isForm ? {} : { 'content-type': 'application/json' }),
      },
      body: isForm ? body : body && JSON.stringify(body),
    });
    const said = (await answer.json()) as Fields;
    expect({ path, status: answer.status, error: said.error }).toMatchObject({ error: undefined });
    return said;
  };
}

const VTT = 'WEBVTT\n\n00:00.000 --> 00:02.000\nGood morning.\n';
const MP4 = Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom\0\0\0\x08free', 'latin1');
const LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 20"><path d="M0 0h80v20H0z"/></svg>';

type Ask = Awaited<ReturnType<typeof asMarketing>>;

async function upload(ask: Ask, name: string, content: BlobPart): Promise<number> {
  const form = new FormData();
  form.append('files', new Blob([content]), name);
  const [file] = (await ask('/upload', form)) as unknown as { id: number }[];
  return file?.id ?? 0;
}

/** A page with every kind of section that pages load only when they have it. */
async function everySection(ask: Ask): Promise<Fields[]> {
  const logo = await upload(ask, 'logo.svg', LOGO);
  const file = await upload(ask, 'film.mp4', new Uint8Array(MP4));
  const captions = await upload(ask, 'film.vtt', VTT);
  return [
    {
      __component: 'sections.statistics',
      heading: 'In numbers',
      items: [
        { value: '{{educators}}', label: 'nobody has counted yet' },
        { value: '2,000+', label: 'workshops a year' },
        { value: '94%', label: 'would come again' },
      ],
    },
    { __component: 'sections.quote', text: 'Everyone deserves to learn it.', name: 'Ana Ruiz' },
    {
      __component: 'sections.testimonials',
      heading: 'What teachers say',
      items: [{ words: 'It changed how I teach.', name: 'Jo Kim', role: 'Librarian' }],
    },
    {
      __component: 'sections.faq',
      heading: 'Questions people ask',
      questions: [{ question: 'Who may come?', answer: paragraph('Everyone, says </script>.') }],
    },
    {
      __component: 'sections.faq',
      heading: 'More questions',
      questions: [{ question: 'When does it end?', answer: paragraph('At four.') }],
    },
    {
      __component: 'sections.video',
      heading: 'See a workshop',
      url: 'https://youtu.be/dQw4w9WgXcQ',
      transcript: paragraph('Good morning.'),
    },
    { __component: 'sections.video', heading: 'Our own film', file, captions },
    {
      __component: 'sections.logo-wall',
      heading: 'Partners',
      logos: [
        { name: 'Puget Codes', image: logo, url: 'https://puget.example/' },
        { name: 'Front Range', image: logo },
      ],
    },
    {
      __component: 'sections.downloads',
      heading: 'To take along',
      items: [
        { title: 'The logo', file: logo },
        { title: 'Compare', url: '/compare-workshops' },
      ],
    },
    { __component: 'sections.banner', text: 'Summer fills up early.' },
    { __component: 'sections.scholarships', heading: 'Scholarships' },
    { __component: 'sections.partner-directory', heading: 'Who serves you' },
  ];
}

describe.skipIf(!browser)('A page with every kind of section', () => {
  let sections: Fields[];
  beforeAll(async () => {
    const ask = await asMarketing();
    sections = await everySection(ask);
    await ask(`${PAGES}/actions/publish`, { title: 'Everything', slug: 'everything', sections });
  });

  const headingsOf = (page: Page) => page.locator('main section :is(h2)').allInnerTexts();

  test('is styled before it is painted, taken over without a word, and accessible on a phone', async () => {
    const { page, complaints } = await visit('/everything', { viewport: PHONE });
    const links = await page.locator('head link[rel="stylesheet"], head link[rel="modulepreload"]').count();
    expect(links).toBeGreaterThan(8);
    expect(await headingsOf(page)).toContain('Who serves you');
    await page.getByText('Who may come?').click();
    expect(await page.getByText('Everyone, says').isVisible()).toBe(true);
    expect(await page.getByText('nobody has counted yet').count()).toBe(0);
    expect(complaints).toEqual([]);
    await page.addStyleTag({ content: '* { content-visibility: visible !important; }' }).catch(() => {});
    expect(await violationsOn(page)).toEqual([]);
    await page.context().close();
  });

  test('is the same without script: whole, styled, and its answers open', async () => {
    const { page } = await visit('/everything', { javaScriptEnabled: false });
    expect(await headingsOf(page)).toEqual(
      sections.flatMap(({ heading }) => (typeof heading === 'string' ? [heading] : [])),
    );
    const number = page.getByText('2,000+');
    const size = await number.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThan(40);
    await page.getByText('When does it end?').click();
    expect(await page.getByText('At four.').isVisible()).toBe(true);
    await page.context().close();
  });

  test('is shown whole by a link on another page, without asking for the document', async () => {
    const { page, complaints, asked } = await visit('/compare-workshops');
    expect(asked.some((path) => /Statistics|LogoWall/.test(path))).toBe(false);
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), {
        href: '/everything',
        textContent: 'All of it',
      });
      document.querySelector('main')?.prepend(link);
      // What is on the page at the moment at which its address changes.
      new MutationObserver(() => {
        const shown = document.querySelectorAll('main > section').length;
        if (document.title.startsWith('Everything')) Object.assign(window, { shownFirst: shown });
      }).observe(document.head, { childList: true, subtree: true, characterData: true });
    });
    const documents = asked.filter((path) => path === '/everything').length;
    await page.getByRole('link', { name: 'All of it' }).click();
    await page.getByRole('heading', { name: 'In numbers' }).waitFor();
    expect(await page.evaluate(() => (window as unknown as { shownFirst?: number }).shownFirst)).toBe(
      sections.length,
    );
    expect(asked.filter((path) => path === '/everything').length).toBe(documents);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('tells search engines all its questions in one list', async () => {
    const html = await (await fetch(`${site.url}/everything`)).text();
    const found = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)]
      .map(([, json = '']) => JSON.parse(json) as { '@type': string; mainEntity?: { name: string }[] })
      .filter((thing) => thing['@type'] === 'FAQPage');
    expect(found.map(({ mainEntity }) => mainEntity?.map(({ name }) => name))).toEqual([
      ['Who may come?', 'When does it end?'],
    ]);
  });

  test('loads nothing of another site until play is pressed, and then its player alone', async () => {
    const { page, asked } = await visit('/everything');
    await page
      .context()
      .route(/youtube/, (route) => route.fulfill({ contentType: 'text/html', body: 'Film' }));
    expect(asked.filter((address) => !address.startsWith('/') && !address.startsWith('data:'))).toEqual([]);
    expect(asked.filter((address) => address.includes('.mp4'))).toEqual([]);
    await page.getByRole('link', { name: /Play “See a workshop”/ }).focus();
    await page.keyboard.press('Enter');
    const frame = page.frameLocator('iframe[title="See a workshop"]');
    await frame.getByText('Film').waitFor();
    const elsewhere = asked.filter((address) => address.startsWith('http'));
    expect(elsewhere).toEqual(['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0']);
    await page.context().close();
  });

  test('sends its own film in pieces, as players ask for it, and its captions as such', async () => {
    const html = await (await fetch(`${site.url}/everything`)).text();
    const [, film = ''] = /<source src="([^"]+)"/.exec(html) ?? [];
    const [, captions = ''] = /<track [^>]*src="([^"]+)"/.exec(html) ?? [];
    const piece = await fetch(site.url + film, { headers: { range: 'bytes=4-7' } });
    expect([piece.status, piece.headers.get('content-type'), await piece.text()]).toEqual([
      206,
      'video/mp4',
      'ftyp',
    ]);
    const words = await fetch(site.url + captions);
    expect(words.headers.get('content-type')).toContain('text/vtt');
    expect(await words.text()).toBe(VTT);
  });

  test('reads fully on paper: every answer and transcript is open', async () => {
    const { page } = await visit('/everything');
    await page.emulateMedia({ media: 'print' });
    for (const answer of ['Everyone, says', 'At four.'])
      expect((await page.getByText(answer).boundingBox())?.height).toBeGreaterThan(10);
    await page.context().close();
  });
});

describe.skipIf(!browser)('Marketing, beside the form of a page', () => {
  const banner = (text: string): Fields => ({ __component: 'sections.banner', text });
  let ask: Ask;
  const made = async (title: string, sections: Fields[]): Promise<string> => {
    const slug = title.toLowerCase().replaceAll(' ', '-');
    const { data } = (await ask(PAGES, { title, slug, sections })) as { data: { documentId: string } };
    return data.documentId;
  };
  const stored = async (documentId: string): Promise<Fields[]> => {
    const { data } = (await ask(`${PAGES}/${documentId}`)) as { data: { sections: Fields[] } };
    return data.sections;
  };
  const textsOf = async (documentId: string) => (await stored(documentId)).map(({ text }) => text);
  const save = async (page: Page): Promise<void> => {
    const answer = page.waitForResponse(
      (response) => response.request().method() === 'PUT' && response.url().includes(PAGES),
    );
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    expect((await answer).status()).toBe(200);
  };
  const openForm = async (documentId: string): Promise<Page> => {
    if (!browser) throw new Error('These tests need a browser.');
    const page = await logIn(browser, 'marketing');
    await page.goto(`${site.cmsUrl}/admin${PAGES}/${documentId}`);
    await page
      .getByRole('button', { name: /^Move “.*” up$/ })
      .first()
      .waitFor();
    return page;
  };
  const more = async (page: Page, title: string, item: string): Promise<void> => {
    await page.getByRole('button', { name: `More for “${title}”` }).click();
    await page.getByRole('menuitem', { name: item }).click();
  };

  beforeAll(async () => {
    ask = await asMarketing();
  });

  test('moves a section with the keyboard alone, and hides another', async () => {
    const id = await made('Moving', [banner('One'), banner('Two'), banner('Three')]);
    const page = await openForm(id);
    const down = page.getByRole('button', { name: 'Move “Banner · One” down' });
    await down.focus();
    await page.keyboard.press('Enter');
    await page.getByText('Moved: now 2 of 3.').waitFor();
    await expect.poll(() => down.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Moved: now 3 of 3.').waitFor();
    await page.keyboard.press('Enter');
    expect(await down.evaluate((button) => button === document.activeElement)).toBe(true);
    await more(page, 'Banner · Two', 'Hide from visitors');
    await page.getByText('Hidden from visitors').waitFor();
    await save(page);
    expect(await textsOf(id)).toEqual(['Two', 'Three', 'One']);
    expect((await stored(id)).map(({ visible }) => visible)).toEqual([false, true, true]);
    await page.context().close();
  });

  test('goes to a section by its name, and it opens', async () => {
    const id = await made('Going', [banner('One'), banner('Two')]);
    const page = await openForm(id);
    await page.getByRole('button', { name: 'Go to “Banner · Two”' }).click();
    await expect.poll(() => page.getByRole('textbox', { name: /^Text/ }).inputValue(), PATIENCE).toBe('Two');
    await page.context().close();
  });

  test('duplicates a section as it is being written, with where its button leads', async () => {
    const [home] = ((await ask(`${PAGES}?_q=Compare`)) as { results: { documentId: string }[] }).results;
    const action = { label: 'Go', style: 'primary', page: { connect: [{ documentId: home?.documentId }] } };
    const id = await made('Twice', [{ ...banner('One'), action }, banner('Two')]);
    const page = await openForm(id);
    await page.getByRole('button', { name: 'Banner · One', exact: true }).first().click();
    await page.getByRole('textbox', { name: /^Text/ }).fill('One, written anew');
    await more(page, 'Banner · One, written anew', 'Duplicate');
    await page.getByText('Duplicated: the copy is 2 of 3.').waitFor();
    await save(page);
    expect(await textsOf(id)).toEqual(['One, written anew', 'One, written anew', 'Two']);
    await ask(`${PAGES}/${id}/actions/publish`, {});
    const shown = (await (await fetch(`${site.cmsUrl}/api/pages/twice`)).json()) as { sections: Fields[] };
    expect(shown.sections[1]).toMatchObject({ action: { label: 'Go', page: { slug: 'compare-workshops' } } });
    await page.context().close();
  });

  test('copies a section to another page, whose own stay as they are, and what is typed here stays', async () => {
    const target = await made('Copying target', [{ ...banner('There'), note: 'Ask Bo' }]);
    const id = await made('Copying source', [banner('Here')]);
    const page = await openForm(id);
    await page.getByRole('button', { name: 'Banner · Here', exact: true }).first().click();
    await page.getByRole('textbox', { name: /^Text/ }).fill('Here, unsaved');
    await more(page, 'Banner · Here, unsaved', 'Copy to another page…');
    await page.getByRole('searchbox', { name: 'Find a page' }).fill('copying');
    await page.getByRole('button', { name: 'Copy to “Copying target”' }).click();
    await page.getByText(/^Copied to/).waitFor();
    expect(await page.getByRole('link', { name: 'Copying target' }).getAttribute('href')).toBe(
      `/admin${PAGES}/${target}`,
    );
    expect(await page.getByRole('button', { name: 'Copy to “Copying source”' }).count()).toBe(0);
    expect(await stored(target)).toMatchObject([
      { text: 'There', note: 'Ask Bo' },
      { text: 'Here, unsaved', visible: true },
    ]);
    const { entries } = (await ask(`/versions/api::page.page/${target}`)) as {
      entries: { name?: string; changes: unknown[] }[];
    };
    expect(entries).toHaveLength(2);
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    expect(await textsOf(id)).toEqual(['Here']);
    await page.reload();
    await page.getByRole('button', { name: /Put it back/i }).click();
    await expect
      .poll(() => page.getByRole('button', { name: 'Banner · Here, unsaved', exact: true }).count(), PATIENCE)
      .toBeGreaterThan(0);
    await page.context().close();
  });
});
