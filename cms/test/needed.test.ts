import { afterAll, beforeAll, expect, it } from 'vitest';
import { keepEarlierLinks } from '../src/publishing/links';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  documents,
  FIGURE,
  type Fields,
  makePartner,
  PAGE,
  type Person,
  publishWorkshop,
  SITE,
  seattle,
  signIn,
} from './stories';

const PRICING = 'api::pricing.pricing';
const SCHOLARSHIP = 'api::scholarship.scholarship';
const PARTNER = 'api::regional-partner.regional-partner';
const WORKSHOP = 'api::workshop.workshop';
const LISTS = '/content-manager/collection-types';
const SINGLES = '/content-manager/single-types';

interface Refused {
  message: string;
  details: { uses: { name: string; places: string[]; link: string }[] };
}

onEachDatabase('what live pages need', (database) => {
  let cms: RunningCms;
  let people: Person[];
  const maya = (): Person => people[0] as Person;

  beforeAll(async () => {
    cms = await startCms({ database });
    people = [
      await signIn(cms, 'maya@marketing.test', 'marketing'),
      await signIn(cms, 'ada@admin.test', 'strapi-super-admin'),
    ];
  });
  afterAll(() => cms?.stop());

  const idOf = async (uid: string, filters: Fields = {}): Promise<string> =>
    String((await documents(cms, uid).findFirst({ filters }))?.documentId);
  const isLive = async (uid: string, documentId: string): Promise<boolean> =>
    (await documents(cms, uid).findOne({ documentId, status: 'published' })) !== null;
  async function makeFigure(key: string): Promise<string> {
    const data = { key, phrase: '{value}', wordingWithout: key };
    return (await documents(cms, FIGURE).create({ data, status: 'published' })).documentId;
  }

  /** Tries all the ways there are to take an entry away, as everybody; each must be refused in the same words. */
  async function refusedEverywhere(uid: string, documentId: string): Promise<Refused> {
    const single = uid === SITE || uid === PRICING;
    const path = single ? `${SINGLES}/${uid}` : `${LISTS}/${uid}/${documentId}`;
    const answers: { status: number; body: Fields }[] = [];
    for (const person of people) {
      answers.push(await person.ask(`${path}/actions/unpublish`, {}));
      answers.push(await person.ask(path, undefined, 'DELETE'));
      if (single) continue;
      for (const action of ['bulkUnpublish', 'bulkDelete'])
        answers.push(await person.ask(`${LISTS}/${uid}/actions/${action}`, { documentIds: [documentId] }));
    }
    for (const action of ['unpublish', 'delete'] as const)
      answers.push(
        await documents(cms, uid)
          [action]({ documentId })
          .then(
            () => ({ status: 200, body: {} }),
            (error: Fields) => ({ status: 400, body: { error } }),
          ),
      );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 400));
    const errors = answers.map(({ body }) => body.error as Refused);
    expect(new Set(errors.map(({ message }) => message)).size).toBe(1);
    expect(await isLive(uid, documentId)).toBe(true);
    return errors[0] as Refused;
  }

  it('Site and Pricing are neither unpublished nor deleted, by anybody, by any door', async () => {
    expect((await refusedEverywhere(SITE, await idOf(SITE))).message).toContain('every page shows its name');
    expect((await refusedEverywhere(PRICING, await idOf(PRICING))).message).toContain('tell the price');
    expect((await cms.get('/api/site')).status).toBe(200);
  });

  it('nor is the home page, until another is chosen and Site is published', async () => {
    const home = await idOf(PAGE, { slug: 'deep-dive' });
    const { message } = await refusedEverywhere(PAGE, home);
    expect(message).toContain('“CS Fundamentals: Deep Dive” is the home page');
    const site = await idOf(SITE);
    const other = await idOf(PAGE, { slug: 'scholarships' });
    await documents(cms, SITE).update({ documentId: site, data: { homePage: other } });
    await refusedEverywhere(PAGE, home);
    await documents(cms, SITE).publish({ documentId: site });
    expect((await maya().ask(`${LISTS}/${PAGE}/${home}/actions/unpublish`, {})).status).toBe(200);
    await documents(cms, PAGE).publish({ documentId: home });
    await documents(cms, SITE).update({ documentId: site, data: { homePage: home } });
    await documents(cms, SITE).publish({ documentId: site });
  });

  it('nor is a quoted figure, and the message names each place with a link to it', async () => {
    const figure = await idOf(FIGURE, { key: 'educators' });
    const { message, details } = await refusedEverywhere(FIGURE, figure);
    expect(message).toContain('The figure {{educators}} is quoted where visitors read it');
    expect(message).toContain('“CS Fundamentals: Deep Dive” (Page): Section ');
    const page = await idOf(PAGE, { slug: 'deep-dive' });
    expect(details.uses.map(({ link }) => link)).toContain(`${LISTS}/${PAGE}/${page}`);
  });

  /** Every type that visitors read, with text in its own fields, in components and in rich text. */
  const paragraph = (text: string) => [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text, bold: true },
        { type: 'text', text: '.' },
      ],
    },
  ];
  const action = { label: 'Go', url: '/workshops' };
  const quoting: Record<string, (text: string) => [string, Fields, string]> = {
    'rich text of a page': (text) => [
      PAGE,
      { sections: [{ __component: 'sections.hero', heading: 'H', body: paragraph(text), actions: [] }] },
      'Section 1 (Opening, “H”), “Text”',
    ],
    'a list in a page’s section': (text) => [
      PAGE,
      {
        sections: [
          {
            __component: 'sections.outcomes',
            heading: 'H',
            groups: [{ lead: 'L', items: paragraph(text) }],
          },
        ],
      },
      'Section 1',
    ],
    'a button’s words': (text) => [
      PAGE,
      { sections: [{ __component: 'sections.banner', text: 'T', action: { ...action, label: text } }] },
      'the button “{{',
    ],
    'what search engines show': (text) => [PAGE, { seo: { title: 'T', description: text } }, '“'],
    'the foot of the site': (text) => [SITE, { footerText: text }, '“Text at the foot”'],
    'the site’s banner': (text) => [
      SITE,
      { notice: { text, from: '2027-01-01T00:00:00Z', to: '2027-01-02T00:00:00Z' } },
      '“Banner”',
    ],
    'what the price includes': (text) => [PRICING, { includes: [{ text }] }, '“'],
    'a scholarship': (text) => [SCHOLARSHIP, { eligibility: text }, '“'],
    'a partner’s discount': (text) => [PARTNER, { discounts: [{ name: 'D', conditions: text }] }, '“'],
    'a workshop’s notes': (text) => [WORKSHOP, { notes: text }, '“'],
    'the way to a workshop': (text) => [WORKSHOP, { venue: { zip: '98101', directions: text } }, '“'],
  };
  let made = 0;
  let hosting: string | undefined;
  async function writeInto(uid: string, data: Fields): Promise<string> {
    const title = `Quoting ${++made}`;
    if (uid === SITE || uid === PRICING) {
      const documentId = await idOf(uid);
      await documents(cms, uid).update({ documentId, data, status: 'published' });
      return documentId;
    }
    if (uid === WORKSHOP) {
      hosting ??= await makePartner(cms, 'Puget Codes');
      return publishWorkshop(cms, seattle(hosting, { title, ...data }));
    }
    const required: Record<string, Fields> = {
      [PAGE]: { title, slug: `quoting-${made}` },
      [PARTNER]: { name: title, slug: `quoting-${made}` },
      [SCHOLARSHIP]: { name: title, sponsor: 'S', eligibility: 'E', howToApply: 'H' },
    };
    const all = { ...required[uid], ...data };
    const drafts = uid !== PARTNER;
    return (await documents(cms, uid).create({ data: all, ...(drafts && { status: 'published' }) }))
      .documentId;
  }

  it.each(Object.keys(quoting))(
    'a figure stays, and keeps its name, while it is quoted in %s',
    async (name) => {
      const key = `quoted-${++made}`;
      const figure = await makeFigure(key);
      const [uid, data, place] = (quoting[name] as (typeof quoting)[string])(`{{ ${key} }}`);
      const documentId = await writeInto(uid, data);

      const path = `${LISTS}/${FIGURE}/${figure}`;
      const { status, body } = await maya().ask(`${path}/actions/unpublish`, {});
      const { message, details } = body.error as Refused;
      expect({ status, uses: details.uses }).toMatchObject({
        status: 400,
        uses: [{ link: expect.stringContaining(uid), places: [expect.stringContaining(place)] }],
      });
      expect(message).toContain(details.uses[0]?.name);

      const renamed = await maya().ask(`${path}/actions/publish`, { key: `renamed-${made}` });
      expect(renamed.status).toBe(400);
      expect((renamed.body.error as { details: Fields }).details.errors).toMatchObject([{ path: ['key'] }]);
      expect((await maya().ask(`${path}/actions/publish`, { value: '12' })).status).toBe(200);

      const without = quoting[name]?.('Nothing.')[1] as Fields;
      const drafts = uid !== PARTNER;
      await documents(cms, uid).update({
        documentId,
        data: without,
        ...(drafts && { status: 'published' }),
      });
      expect((await maya().ask(`${path}/actions/publish`, { key: `renamed-${made}` })).status).toBe(200);
      expect((await maya().ask(path, undefined, 'DELETE')).status).toBe(200);
    },
  );

  it('quoted by a draft only, or in a section that is switched off, a figure may go', async () => {
    const figure = await makeFigure('hardly-quoted');
    const hero = (visible: boolean): Fields => ({
      __component: 'sections.hero',
      visible,
      heading: '{{hardly-quoted}}',
      body: paragraph('T'),
    });
    await writeInto(PAGE, { sections: [hero(false)] });
    await documents(cms, PAGE).create({ data: { title: 'Draft', slug: 'draft', sections: [hero(true)] } });
    expect((await maya().ask(`${LISTS}/${FIGURE}/${figure}/actions/unpublish`, {})).status).toBe(200);
  });

  it('a page that others lead to may go, but the admin is told first from where', async () => {
    const target = await writeInto(PAGE, { sections: [] });
    const slug = String((await documents(cms, PAGE).findOne({ documentId: target }))?.slug);
    const link = {
      type: 'link',
      url: `/${slug}?a=b#c`,
      children: [{ type: 'text', text: 'here' }],
    };
    await writeInto(PAGE, {
      title: 'By a button',
      sections: [{ __component: 'sections.banner', text: 'T', action: { label: 'Go', page: target } }],
    });
    await writeInto(PAGE, {
      title: 'By an address',
      sections: [
        {
          __component: 'sections.hero',
          heading: 'H',
          body: [
            { type: 'paragraph', children: [{ type: 'text', text: '' }, link, { type: 'text', text: '' }] },
          ],
          actions: [
            { label: 'Typed', url: `/${slug}` },
            { label: 'Another', url: `/workshops/${slug}` },
          ],
        },
      ],
    });
    const { status, body } = await maya().ask(`/publishing/uses/${PAGE}?documents=${target}`);
    expect(status).toBe(200);
    expect(JSON.parse(String(body.text))).toEqual([
      {
        documentId: target,
        name: expect.stringContaining('(Page)'),
        refusal: null,
        uses: [
          expect.objectContaining({
            name: '“By a button” (Page)',
            places: ['Section 1 (Banner, “T”), “Button”, the button “Go”'],
          }),
          expect.objectContaining({
            name: '“By an address” (Page)',
            places: [
              'Section 1 (Opening, “H”), “Text”',
              'Section 1 (Opening, “H”), “Buttons”, the button “Typed”',
            ],
          }),
        ],
      },
    ]);
    expect((await maya().ask(`${LISTS}/${PAGE}/${target}/actions/unpublish`, {})).status).toBe(200);
  });

  it('who may not read a type is not told where its entries are used', async () => {
    const pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    const page = await idOf(PAGE, { slug: 'deep-dive' });
    expect((await pat.ask(`/publishing/uses/${PAGE}?documents=${page}`)).status).toBe(403);
    expect((await maya().ask(`/publishing/uses/api::nothing.nothing?documents=${page}`)).status).toBe(404);
    expect((await cms.get(`/publishing/uses/${PAGE}?documents=${page}`)).status).toBe(401);
    const many = Array.from({ length: 101 }, (_, index) => `a${index}`).join();
    expect((await maya().ask(`/publishing/uses/${PAGE}?documents=${many}`)).status).toBe(400);
  });

  it('a picture that visitors see is not deleted, alone, among others or with its folder', async () => {
    const files = cms.strapi.db.query('plugin::upload.file');
    const [shown, unused] = await Promise.all(
      ['shown', 'unused'].map((name) =>
        files.create({
          data: {
            name: `${name}.png`,
            hash: name,
            ext: '.png',
            mime: 'image/png',
            size: 1,
            url: `/uploads/${name}.png`,
            provider: 'elsewhere',
            folderPath: '/1',
          },
        }),
      ),
    );
    const folder = await cms.strapi.db
      .query('plugin::upload.folder')
      .create({ data: { name: 'Pictures', pathId: 1, path: '/1' } });
    await writeInto(PAGE, { seo: { image: shown.id } });
    const refused = [
      await maya().ask(`/upload/files/${shown.id}`, undefined, 'DELETE'),
      await maya().ask('/upload/actions/bulk-delete', { fileIds: [unused.id, shown.id], folderIds: [] }),
      await maya().ask('/upload/actions/bulk-delete', { fileIds: [], folderIds: [folder.id] }),
    ];
    for (const { status, body } of refused)
      expect({ status, message: (body.error as Refused).message }).toEqual({
        status: 400,
        message: expect.stringContaining('“shown.png” is where visitors see it'),
      });
    expect(await files.count({ where: { id: { $in: [shown.id, unused.id] } } })).toBe(2);
    expect((await maya().ask(`/upload/files/${unused.id}`, undefined, 'DELETE')).status).toBe(200);
  });

  it('several workshops published together are all published, or none', async () => {
    const partner = hosting ?? (await makePartner(cms, 'Hosts'));
    const make = async (fields: Fields): Promise<string> =>
      (await documents(cms, WORKSHOP).create({ data: seattle(partner, fields) })).documentId;
    const ready = [await make({ title: 'One' }), await make({ title: 'Two' })];
    const unfit = await make({ title: 'Unfit', venue: null });
    const bulk = (documentIds: string[]) =>
      maya().ask(`${LISTS}/${WORKSHOP}/actions/bulkPublish`, { documentIds });
    expect((await bulk([unfit, ...ready])).status).toBe(400);
    for (const id of ready) expect(await isLive(WORKSHOP, id)).toBe(false);
    expect((await bulk(ready)).status).toBe(200);
    for (const id of ready) expect(await isLive(WORKSHOP, id)).toBe(true);
  });

  it('links lost before they were kept come back at the next start, where the draft still has them', async () => {
    const target = await writeInto(PAGE, { sections: [] });
    const banner = { __component: 'sections.banner', text: 'T', action: { label: 'Go', page: target } };
    const same = await writeInto(PAGE, { sections: [banner] });
    const changed = await writeInto(PAGE, { sections: [banner] });
    await documents(cms, PAGE).unpublish({ documentId: target });
    await cms.strapi.db.query('publishing::kept-links' as typeof PAGE).deleteMany({});
    await documents(cms, PAGE).publish({ documentId: target });
    await documents(cms, PAGE).update({ documentId: changed, data: { title: 'Changed since' } });
    const buttonOf = async (documentId: string): Promise<unknown> => {
      const page = await documents(cms, PAGE).findOne({ documentId });
      const read = (await (await cms.get(`/api/pages/${String(page?.slug)}`)).json()) as Fields;
      return (read.sections as Fields[])[0]?.action;
    };
    expect([await buttonOf(same), await buttonOf(changed)]).toEqual([null, null]);
    await keepEarlierLinks(cms.strapi);
    expect(await buttonOf(same)).toMatchObject({ label: 'Go', page: { slug: expect.any(String) } });
    expect(await buttonOf(changed)).toBeNull();
  });
});
