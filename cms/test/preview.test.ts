import {
  formatPreviewName,
  type PreviewAbout,
  type PreviewMarks,
  type PreviewName,
  type PreviewRevision,
  parsePreviewName,
} from '@deep-dive/shared-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sign } from '../src/preview/credential';
import { putDown } from '../src/scheduled/store';
import { standing, versionsOf } from '../src/versions/store';
import { PASSWORD, type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  day,
  documents,
  FIGURE,
  type Fields,
  figure,
  makePartner,
  PAGE,
  PARTNER,
  type Person,
  publishWorkshop,
  SITE,
  seattle,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

const callout = (text: string, fields: Fields = {}): Fields => ({
  __component: 'sections.callout',
  visible: true,
  text,
  action: { label: 'Go there', url: 'https://example.org' },
  ...fields,
});
const keyOf = ({ __component, id }: { __component: string; id: number }): string => `${__component} ${id}`;
const page = (slug: string, ...sections: Fields[]): Fields => ({
  title: `About ${slug}`,
  slug,
  metaDescription: 'All about it.',
  sections,
});

/** What a preview is asked, and what everybody may ask. */
type Ask = (path: string) => Promise<{ status: number; body: Fields; headers: Headers }>;

onEachDatabase('a preview', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  beforeAll(async () => {
    cms = await startCms({ database, env: { PUBLIC_URL: 'https://learning.example' } });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
  });
  afterAll(() => cms?.stop());

  const asking =
    (prefix: string, headers: Record<string, string>): Ask =>
    async (path) => {
      const response = await fetch(`${cms.url}${prefix}${path}`, { headers });
      return { status: response.status, body: (await response.json()) as Fields, headers: response.headers };
    };
  const visitor: Ask = (path) => asking('/api', {})(path);
  const previewing = (name: string): Ask => asking('/api/preview', { 'x-preview': name });

  const addressFor = (who: Person, uid: string, documentId: string, version?: number) =>
    who.ask(`/preview/${uid}/${documentId}${version === undefined ? '' : `?version=${version}`}`);
  /** A preview that somebody opens in the admin. */
  const open = async (
    who: Person,
    uid: string,
    documentId: string,
    version?: number,
  ): Promise<PreviewName> => {
    const { status, body } = await addressFor(who, uid, documentId, version);
    expect({ status, body }).toMatchObject({ status: 200 });
    const [, text = ''] = /^https:\/\/learning\.example\/preview\/(.+)$/.exec(String(body.url)) ?? [];
    return parsePreviewName(text) as PreviewName;
  };
  const look = (name: PreviewName, view: Partial<PreviewName> = {}): Ask =>
    previewing(formatPreviewName({ ...name, ...view }));
  const about = async (ask: Ask) => (await ask('/about')).body as unknown as PreviewAbout;
  const make = async (uid: string, data: Fields, status?: 'published'): Promise<string> =>
    (await documents(cms, uid).create({ data, ...(status && { status }) })).documentId;
  const save = (uid: string, documentId: string, data: Fields) =>
    documents(cms, uid).update({ documentId, data });

  it('shows everything that is not published yet, together', async () => {
    const quoted = await make(FIGURE, figure('learners', { value: '12' }), 'published');
    const shown = await make(PAGE, page('together', callout('For {{learners}} of you')), 'published');
    await save(FIGURE, quoted, { value: '1300' });
    await save(PAGE, shown, page('together', callout('Now for {{learners}} of you')));
    const partner = await makePartner(cms, 'Together Codes');
    const workshop = await make(WORKSHOP, seattle(partner, { title: 'Not yet announced' }));
    const ask = look(await open(maya, PAGE, shown));

    expect((await ask('/pages/together')).body).toMatchObject({
      sections: [{ text: 'Now for over 1,300 educators of you' }],
    });
    const list = (await ask('/workshops?partner=together-codes')).body;
    expect(list).toMatchObject({ total: 1, workshops: [{ title: 'Not yet announced' }] });
    const { slug } = (await documents(cms, WORKSHOP).findOne({ documentId: workshop })) as { slug: string };
    expect((await ask(`/workshops/${slug}`)).body).toMatchObject({ title: 'Not yet announced' });

    expect((await visitor('/pages/together')).body).toMatchObject({
      sections: [{ text: 'For over 12 educators of you' }],
    });
    expect((await visitor('/workshops?partner=together-codes')).body).toMatchObject({ total: 0 });
    expect((await visitor(`/workshops/${slug}`)).status).toBe(404);
  });

  it('is kept by nobody', async () => {
    const shown = await make(PAGE, page('kept', callout('Text')));
    const ask = look(await open(maya, PAGE, shown));
    for (const path of ['/pages/kept', '/workshops', '/about', '/revision', '/marks/kept', '/pages/none']) {
      const { headers } = await ask(path);
      expect([path, headers.get('cache-control'), headers.get('etag'), headers.get('cache-tag')]).toEqual([
        path,
        'no-store',
        null,
        null,
      ]);
    }
  });

  it('tells where on the site it is, and what keeps it from being published', async () => {
    const shown = await make(PAGE, page('told', callout('Over ____ of you'), callout('Fine')));
    const ask = look(await open(maya, PAGE, shown));
    const told = await about(ask);
    expect(told).toMatchObject({ title: '“About told” (Page)', path: '/told', version: null });
    expect(told.form).toMatch(new RegExp(`/admin/content-manager/collection-types/${PAGE}/${shown}$`));
    expect(told.problems).toEqual([expect.stringContaining('still holds a blank')]);
    expect(told.until).toBeGreaterThan(Date.now() + 50 * 60_000);
    expect(told.until).toBeLessThan(Date.now() + 61 * 60_000);

    const marks = (await ask('/marks/told')).body as unknown as PreviewMarks;
    const sections = (await ask('/pages/told')).body.sections as { id: number; __component: string }[];
    expect(marks.sections.map(keyOf)).toEqual(sections.map(keyOf));
    expect(marks.sections).toMatchObject([
      { name: 'Section 1 (Pointer, “Over ____ of you”)', problems: [expect.stringContaining('blank')] },
      { name: 'Section 2 (Pointer, “Fine”)', problems: [] },
    ]);
    expect(marks.sections[1]?.form).toBe(`${told.form}#section-2`);
  });

  it.each<
    [string, (names: { figure: string; site: string; partner: string; workshop: string }) => string, string]
  >([
    [FIGURE, ({ figure: id }) => id, '/quoting'],
    [SITE, ({ site }) => site, '/'],
    [PARTNER, ({ partner }) => partner, '/partners/where-codes'],
    [WORKSHOP, ({ workshop }) => workshop, '/workshops/where-deep-dive'],
  ])('of %s stands where visitors will see it', async (uid, idIn, path) => {
    const site =
      (await documents(cms, SITE).findFirst({}))?.documentId ?? (await make(SITE, { name: 'Learning' }));
    const found = async (type: string, where: Fields, data: () => Promise<Fields> | Fields) =>
      (await documents(cms, type).findFirst({ filters: where }))?.documentId ?? make(type, await data());
    const quoted = await found(FIGURE, { key: 'quoted' }, () => figure('quoted'));
    await found(PAGE, { slug: 'quoting' }, () => page('quoting', callout('With {{quoted}}')));
    const partner = await found(PARTNER, { slug: 'where-codes' }, () => ({
      name: 'Where Codes',
      slug: 'where-codes',
    }));
    const workshop = await found(WORKSHOP, { slug: 'where-deep-dive' }, () =>
      seattle(partner, { slug: 'where-deep-dive' }),
    );
    const shown = idIn({ figure: quoted, site, partner, workshop });
    expect((await about(look(await open(maya, uid, shown)))).path).toBe(path);
  });

  it('of a workshop that is not complete is nowhere, and says what is missing', async () => {
    const partner = await makePartner(cms, 'Half Codes');
    const half = await make(WORKSHOP, seattle(partner, { sessions: [] }));
    expect(await about(look(await open(maya, WORKSHOP, half)))).toMatchObject({
      path: null,
      problems: [expect.stringContaining('Add at least one date')],
    });
  });

  it('shows a version from the history, and leaves the draft as it is', async () => {
    const shown = await make(PAGE, page('history', callout('First')));
    await save(PAGE, shown, page('history', callout('Second')));
    const before = await standing(cms.strapi, { uid: PAGE, documentId: shown });
    const ask = look(await open(maya, PAGE, shown, 1));
    expect((await ask('/pages/history')).body).toMatchObject({ sections: [{ text: 'First' }] });
    expect(await about(ask)).toMatchObject({ version: 1, path: '/history', problems: [] });
    expect((await ask('/marks/history')).body).toEqual({ sections: [] });
    expect(await standing(cms.strapi, { uid: PAGE, documentId: shown })).toEqual(before);
    expect(await versionsOf(cms.strapi, { uid: PAGE, documentId: shown }, { most: 9 })).toHaveLength(2);
    expect((await addressFor(maya, PAGE, shown, 9)).status).toBe(404);
  });

  it('as of a moment shows the sections of that moment', async () => {
    const showFrom = new Date(Date.now() + 86_400_000).toISOString();
    const shown = await make(PAGE, page('moment', callout('Always'), callout('From tomorrow', { showFrom })));
    const name = await open(maya, PAGE, shown);
    const texts = async (ask: Ask) =>
      ((await ask('/pages/moment')).body.sections as { text: string }[]).map(({ text }) => text);
    expect(await texts(look(name))).toEqual(['Always']);
    expect(await texts(look(name, { at: Date.parse(showFrom) }))).toEqual(['Always', 'From tomorrow']);
  });

  it('of what is live shows what is scheduled until a moment, and does none of it', async () => {
    const shown = await make(PAGE, page('scheduled', callout('Live')), 'published');
    await save(PAGE, shown, page('scheduled', callout('On Monday')));
    const [{ number = 0 } = {}] = await versionsOf(cms.strapi, { uid: PAGE, documentId: shown }, { most: 1 });
    await save(PAGE, shown, page('scheduled', callout('Draft')));
    const at = Date.now() + 7 * 86_400_000;
    const change = { uid: PAGE, documentId: shown, action: 'publish', version: number } as const;
    await putDown(cms.strapi, { ...change, at, timeZone: 'America/New_York', admin: maya.id, name: 'Maya' });
    const refused = await make(PAGE, page('refused', callout('Over ____')));
    await putDown(cms.strapi, {
      ...change,
      documentId: refused,
      version: 1,
      at: at - 1,
      timeZone: 'America/New_York',
      admin: maya.id,
      name: 'Maya',
    });
    const name = await open(maya, PAGE, shown);
    const text = async (view: Partial<PreviewName>) =>
      ((await look(name, view)('/pages/scheduled')).body.sections as { text: string }[])[0]?.text;
    expect(await text({ shows: 'live' })).toBe('Live');
    expect(await text({ shows: 'live', at: at - 1 })).toBe('Live');
    expect(await text({ shows: 'live', at })).toBe('On Monday');
    expect(await text({ shows: 'drafts', at })).toBe('Draft');
    expect((await look(name, { shows: 'live', at })('/pages/refused')).status).toBe(404);
    expect((await visitor('/pages/scheduled')).body).toMatchObject({ sections: [{ text: 'Live' }] });
  });

  it('of a partner shows their own workshops, and no other draft', async () => {
    const mine = await makePartner(cms, 'Own Codes', { admins: [pat.id] });
    const other = await makePartner(cms, 'Foreign Codes');
    const own = await make(WORKSHOP, seattle(mine, { title: 'Own draft' }));
    const foreign = await publishWorkshop(cms, seattle(other, { title: 'Foreign live' }));
    await save(WORKSHOP, foreign, { title: 'Foreign draft' });
    const secret = await make(PAGE, page('secret', callout('Draft of marketing')));
    const ask = look(await open(pat, WORKSHOP, own));
    const titles = async (partner: string) =>
      ((await ask(`/workshops?partner=${partner}`)).body.workshops as { title: string }[]).map(
        ({ title }) => title,
      );
    expect(await titles('own-codes')).toEqual(['Own draft']);
    expect(await titles('foreign-codes')).toEqual(['Foreign live']);
    expect((await ask('/pages/secret')).status).toBe(404);
    expect((await ask('/marks/secret')).body).toEqual({ sections: [] });
    expect((await addressFor(pat, WORKSHOP, foreign)).status).toBe(404);
    expect((await addressFor(pat, PAGE, secret)).status).toBe(403);
    expect((await addressFor(stranger(cms), PAGE, secret)).status).toBe(401);
  });

  it('ends: with its hour, with the account, and with the right to read what it shows', async () => {
    const shown = await make(PAGE, page('ends', callout('Secret')));
    const gone = await signIn(cms, 'gone@marketing.test', 'marketing');
    const name = await open(gone, PAGE, shown);
    const statusOf = async (text: string) => (await previewing(text)('/pages/ends')).status;
    expect(await statusOf(name.credential)).toBe(200);

    const [header = '', payload = '', signature = ''] = name.credential.split('.');
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Fields;
    const forged = Buffer.from(JSON.stringify({ ...claims, exp: Number(claims.exp) + 9 })).toString(
      'base64url',
    );
    const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
    const login = await fetch(`${cms.url}/admin/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: 'maya@marketing.test', password: PASSWORD }),
    });
    const { data } = (await login.json()) as { data: { token: string } };
    for (const text of [
      '',
      'x',
      'a.b.c',
      `${header}.${forged}.${signature}`,
      `${unsigned}.${payload}.${signature}`,
      `${header}.${payload}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      data.token,
    ])
      expect([text, await statusOf(text)]).toEqual([text, 401]);
    expect((await visitor('/preview/pages/ends')).status).toBe(401);

    const asSession = { authorization: `Bearer ${name.credential}` };
    expect((await fetch(`${cms.url}/admin/users/me`, { headers: asSession })).status).toBe(401);

    const byPat = sign(cms.strapi, { admin: pat.id, uid: PAGE, documentId: shown, version: null });
    expect(await statusOf(byPat)).toBe(403);
    await cms.strapi.db.query('admin::user').update({ where: { id: gone.id }, data: { isActive: false } });
    expect(await statusOf(name.credential)).toBe(401);
    const kept = await open(maya, PAGE, shown);
    await documents(cms, PAGE).delete({ documentId: shown });
    expect(await statusOf(kept.credential)).toBe(404);
  });

  it('is told of every save', async () => {
    const shown = await make(FIGURE, figure('told-of'));
    const ask = look(await open(maya, FIGURE, shown));
    const revision = async () => ((await ask('/revision')).body as unknown as PreviewRevision).revision;
    const before = await revision();
    expect(await revision()).toBe(before);
    await save(FIGURE, shown, { value: '5' });
    expect(await revision()).toBeGreaterThan(before);
  });

  it('is where Strapi’s own button leads, for those who may see it', async () => {
    const shown = await make(PAGE, page('button', callout('Text')));
    const path = `/content-manager/preview/url/${PAGE}?documentId=${shown}&status=draft`;
    const { status, body } = await maya.ask(path);
    expect([status, body]).toEqual([200, { data: { url: expect.stringMatching(/^https:.*\/preview\/ey/) } }]);
    expect((await pat.ask(path)).status).toBe(403);
    const other = await makePartner(cms, 'Button Codes');
    const foreign = await make(WORKSHOP, seattle(other));
    const own = await pat.ask(`/content-manager/preview/url/${WORKSHOP}?documentId=${foreign}`);
    expect(own.status).toBe(404);
  });

  describe('reaches no visitor', () => {
    const secret = `Secret-${day(0)}`;
    /** All that everybody may ask, about what has a draft. */
    const paths = async (): Promise<string[]> => {
      const { slug } = (await documents(cms, WORKSHOP).findFirst({
        filters: { title: 'Leak' },
        sort: 'id:desc',
      })) as unknown as { slug: string };
      return [
        '/site',
        '/pages/leak',
        '/pricing',
        '/scholarships',
        '/partners',
        '/partners/leak-codes',
        '/workshops?partner=leak-codes',
        `/workshops/${slug}`,
        '/workshop-feed?partner=leak-codes',
        '/workshop-places?partner=leak-codes',
        `/quote?people=12&workshop=${slug}`,
        '/sitemap',
      ];
    };

    it('however often it is looked at meanwhile', async () => {
      const leak = await make(FIGURE, figure('leak', { value: '1' }), 'published');
      const shown = await make(PAGE, page('leak', callout('With {{leak}}')), 'published');
      const partner = await makePartner(cms, 'Leak Codes');
      const workshop = await publishWorkshop(cms, seattle(partner, { title: 'Leak' }));
      const asked = await paths();
      const answers = () =>
        Promise.all(asked.map(async (path) => JSON.stringify((await visitor(path)).body)));
      const before = await answers();
      await save(FIGURE, leak, { phrase: `{value} ${secret}`, value: '2' });
      await save(PAGE, shown, { ...page('leak', callout(`{{leak}} ${secret}`)), title: secret });
      await save(WORKSHOP, workshop, { title: secret, notes: secret, feeKind: 'amount', feeAmount: 77 });
      const ask = look(await open(maya, PAGE, shown));
      const [seen, after] = await Promise.all([
        Promise.all(asked.map(async (path) => JSON.stringify((await ask(path)).body))),
        answers(),
      ]);
      expect(seen.filter((text) => text.includes(secret)).length).toBeGreaterThan(3);
      expect(after).toEqual(before);
      expect(await answers()).toEqual(before);
    });
  });
});
