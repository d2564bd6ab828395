import { createHash } from 'node:crypto';
import type { Count, CountKind } from '@deep-dive/shared-types';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { CountsReport } from '../src/rules/counts';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  asSite,
  documents,
  type Fields,
  makePartner,
  ownRole,
  PAGE,
  PARTNER,
  type Person,
  publishWorkshop,
  SITE,
  seattle,
  signIn,
  WORKSHOP,
} from './stories';

const DAY = 24 * 60 * 60_000;
const dayAgo = (days: number): string => new Date(Date.now() - days * DAY).toISOString().slice(0, 10);

onEachDatabase('what visitors did', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  let cascadia: string;
  let workshop: Fields;
  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    cascadia = await makePartner(cms, 'Cascadia', { territory: [{ state: 'WA' }], admins: [pat.id] });
    const idaho = await makePartner(cms, 'Zealous', { territory: [{ state: 'ID' }] });
    const documentId = await publishWorkshop(cms, seattle(cascadia));
    await publishWorkshop(cms, seattle(idaho, { title: 'Deep Dive of another' }));
    workshop = (await documents(cms, WORKSHOP).findOne({ documentId, status: 'published' })) as Fields;
  });
  afterAll(() => cms?.stop());
  beforeEach(async () => {
    for (const name of ['visit_counts', 'visit_count_hand_overs']) await cms.strapi.db.connection(name).del();
  });

  let sent = 0;
  const newKey = (): string => {
    sent += 1;
    return createHash('sha256').update(`counts ${sent}`).digest('base64url');
  };
  const post = (body: unknown, headers: Record<string, string> = asSite): Promise<Response> =>
    fetch(`${cms.url}/api/counts`, {
      method: 'POST',
      headers,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  const handOver = (...counts: [kind: CountKind, subject: string, count?: number, daysAgo?: number][]) =>
    post({
      key: newKey(),
      counts: counts.map(
        ([kind, subject, count = 1, daysAgo = 0]): Count => ({ day: dayAgo(daysAgo), kind, subject, count }),
      ),
    });
  const report = async (who: Person, days = 7): Promise<CountsReport> =>
    (await who.ask(`/counts?days=${days}`)).body as unknown as CountsReport;
  const pathOf = ({ slug }: Fields): string => `/workshops/${slug}`;
  const switchTo = async (countVisits: boolean): Promise<void> => {
    const site = await documents(cms, SITE).findFirst({});
    await documents(cms, SITE).update({
      documentId: String(site?.documentId),
      data: { countVisits },
      status: 'published',
    });
  };

  it('is added up, whoever hands it over, and once however often', async () => {
    const body = {
      key: newKey(),
      counts: [{ day: dayAgo(0), kind: 'view', subject: '/deep-dive', count: 3 }],
    };
    const statuses = await Promise.all([1, 2, 3].map(async () => (await post(body)).status));
    expect(statuses).toEqual([200, 200, 200]);
    await Promise.all([handOver(['view', '/deep-dive', 2]), handOver(['view', '/deep-dive', 4])]);
    await handOver(['view', '/', 1], ['view', '/deep-dive', 1]);
    expect((await report(maya)).counted.view).toMatchObject({
      ...{ now: 11, before: 0 },
      top: [{ name: 'CS Fundamentals: Deep Dive', now: 11, before: 0 }],
    });
  });

  it('is told to marketing: what was looked at and for, against what was before, day by day', async () => {
    await handOver(
      ['view', '/workshops', 5],
      ['view', '/workshops', 2, 6],
      ['view', '/workshops', 4, 7],
      ['view', pathOf(workshop), 3],
      ['nothing', '989-WA', 2],
      ['nothing', '837-ID', 1],
      ['register', pathOf(workshop), 2],
      ['contact', '/partners/cascadia'],
      ['contact', '/contact'],
      ['download', '/deep-dive/one-pager.pdf', 6],
    );
    const { isOn, partner, counted, views } = await report(maya);
    expect({ isOn, partner, views }).toEqual({ isOn: true, partner: null, views: [2, 0, 0, 0, 0, 0, 8] });
    expect(counted).toMatchObject({
      view: {
        ...{ now: 10, before: 4 },
        top: [
          { name: 'Find a workshop', now: 7, before: 4 },
          { name: expect.stringContaining(`${workshop.title}, `), now: 3, before: 0 },
        ],
      },
      nothing: {
        ...{ now: 3, before: 0 },
        top: [
          { name: 'near Yakima, WA', now: 2, before: 0 },
          { name: expect.stringMatching(/^near .*, ID$/), now: 1, before: 0 },
        ],
      },
      register: {
        now: 2,
        before: 0,
        top: [{ name: expect.stringContaining(`${workshop.title}, `), now: 2, before: 0 }],
      },
      contact: {
        ...{ now: 2, before: 0 },
        top: expect.arrayContaining([
          expect.objectContaining({ name: 'Cascadia', now: 1, before: 0 }),
          expect.objectContaining({ name: 'Contact', now: 1, before: 0 }),
        ]),
      },
      download: {
        ...{ now: 6, before: 0 },
        top: [{ name: 'CS Fundamentals: Deep Dive, one-pager', now: 6, before: 0 }],
      },
    });
    expect((await report(maya, 30)).views).toHaveLength(30);
    expect((await report(maya, 9_999)).days).toBe(7);
  });

  it('is told to a partner as far as it is theirs', async () => {
    await handOver(
      ['view', '/deep-dive', 5],
      ['view', '/partners/cascadia', 2],
      ['view', '/partners/zealous', 9],
      ['view', pathOf(workshop), 3],
      ['nothing', '989-WA', 2],
      ['nothing', '837-ID', 7],
      ['register', pathOf(workshop), 4],
      ['contact', '/partners/zealous'],
      ['download', '/deep-dive/one-pager.pdf', 6],
    );
    const { partner, counted, views } = await report(pat);
    expect([partner, views.at(-1)]).toEqual(['Cascadia', 5]);
    expect(Object.entries(counted).map(([kind, { now }]) => `${now} ${kind}`)).toEqual([
      ...['5 view', '2 nothing', '4 register', '0 contact', '0 download'],
    ]);
    expect(JSON.stringify(counted)).not.toMatch(/Zealous|Boise|one-pager/);
  });

  it('is told to staff and to partners, and to nobody else', async () => {
    const reader = await ownRole(cms, 'counts-readers', [
      ['plugin::content-manager.explorer.read', PARTNER, ['name']],
    ]);
    const nat = await signIn(cms, 'nat@national.test', 'national-desk');
    const ada = await signIn(cms, 'ada@admin.test', 'strapi-super-admin');
    const alone = await signIn(cms, 'alone@partner.test', 'regional-partner');
    const statuses = [];
    for (const who of [maya, nat, ada, pat, alone, reader]) statuses.push((await who.ask('/counts')).status);
    expect(statuses).toEqual([200, 200, 200, 200, 403, 403]);
    expect((await fetch(`${cms.url}/counts`)).status).toBe(401);
  });

  it('goes with what it is about when that moves, and is forgotten with it', async () => {
    const page = await documents(cms, PAGE).create({
      data: { title: 'Summer', slug: 'summer', sections: [] },
      status: 'published',
    });
    await handOver(['view', '/summer', 2]);
    await documents(cms, PAGE).update({
      documentId: page.documentId,
      data: { slug: 'summer-2028' },
      status: 'published',
    });
    await handOver(['view', '/summer-2028', 3]);
    expect((await report(maya)).counted.view.top).toMatchObject([{ name: 'Summer', now: 5, before: 0 }]);
    await documents(cms, PAGE).delete({ documentId: page.documentId });
    expect((await report(maya)).counted.view.top).toEqual([]);
  });

  it('can’t be made of names that aren’t there, days that are far, or anything but counts', async () => {
    await handOver(
      ['view', '/made-up'],
      ['view', '/workshops/made-up'],
      ['register', '/partners/__proto__'],
      ['nothing', '000-ZZ'],
      ['nothing', '/deep-dive'],
      ['download', '/uploads/made-up_1a.pdf'],
      ['view', '/deep-dive', 1, 30],
      ['view', '/deep-dive', 1, -3],
    );
    expect(await cms.strapi.db.connection('visit_counts').count('* as rows')).toMatchObject([
      { rows: expect.anything() },
    ]);
    expect((await report(maya, 30)).counted.view.now).toBe(0);
    const good = { day: dayAgo(0), kind: 'view', subject: '/deep-dive', count: 1 };
    for (const counts of [
      'x',
      null,
      [null],
      [{ ...good, day: 'today' }],
      [{ ...good, kind: 'cookie' }],
      [{ ...good, subject: 7 }],
      [{ ...good, subject: 'x'.repeat(201) }],
      [{ ...good, subject: '/a\u0000b' }],
      [{ ...good, count: 0 }],
      [{ ...good, count: -5 }],
      [{ ...good, count: 1.5 }],
      [{ ...good, count: '1' }],
      Array.from({ length: 201 }, () => good),
    ])
      expect([JSON.stringify(counts)?.slice(0, 80), (await post({ key: newKey(), counts })).status]).toEqual([
        JSON.stringify(counts)?.slice(0, 80),
        422,
      ]);
    for (const key of [undefined, 7, 'short', 'x'.repeat(100)])
      expect((await post({ key, counts: [good] })).status).toBe(422);
    expect((await post('{"key":')).status).toBe(400);
    expect((await post({ key: newKey(), counts: [good] }, {})).status).toBe(401);
    expect((await report(maya)).counted.view.now).toBe(0);
  });

  it('is neither kept nor taken while it is switched off, and what was counted before stays to be seen', async () => {
    await handOver(['view', '/deep-dive', 2]);
    await switchTo(false);
    expect((await handOver(['view', '/deep-dive', 5])).status).toBe(200);
    expect((await (await cms.get('/api/site')).json()) as Fields).toMatchObject({ countVisits: false });
    const { isOn, counted } = await report(maya);
    expect([isOn, counted.view.now]).toEqual([false, 2]);
    await switchTo(true);
    expect((await report(maya)).isOn).toBe(true);
  });

  it('is deleted after two years and a month', async () => {
    const table = cms.strapi.db.connection('visit_counts');
    await table.insert([
      { day: dayAgo(800), kind: 'view', subject: '/workshops', count: 1 },
      { day: dayAgo(700), kind: 'view', subject: '/workshops', count: 1 },
    ]);
    await cms.strapi.db.connection('visit_count_hand_overs').insert({ key: newKey(), day: dayAgo(40) });
    const due = () => cms.strapi.db.connection('outbox').where({ task: 'count-erase', state: 'waiting' });
    await due().update({ due_at: 0 });
    const rows = async (name: string) =>
      (await cms.strapi.db.connection(name).select('day')).map(({ day }) => day);
    await vi.waitFor(async () => expect(await rows('visit_counts')).toEqual([dayAgo(700)]), 20_000);
    await vi.waitFor(async () => expect(await rows('visit_count_hand_overs')).toEqual([]), 20_000);
  });
});
