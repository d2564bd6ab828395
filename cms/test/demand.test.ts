import type { WorkshopList } from '@deep-dive/shared-types';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DemandArea, DemandPage } from '../src/rules/demand';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  confirmedAlert,
  documents,
  makePartner,
  PARTNER,
  type Person,
  sendInquiry,
  signIn,
  WORKSHOP,
} from './stories';

onEachDatabase('teachers who want a workshop', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let nat: Person;
  let ada: Person;
  let maya: Person;
  let cascadia: string;
  beforeAll(async () => {
    cms = await startCms({ database });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    nat = await signIn(cms, 'nat@national.test', 'national-desk');
    ada = await signIn(cms, 'ada@admin.test', 'strapi-super-admin');
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    cascadia = await makePartner(cms, 'Cascadia', {
      territory: [{ state: 'WA' }],
      admins: [pat.id],
      teachersNeeded: 8,
    });
    await makePartner(cms, 'Zealous', { territory: [{ state: 'ID' }] });
    await confirmedAlert(cms, { email: 'ana@school.test', teachers: 5 });
    // Once more, in the same area: she counts once, with more.
    await confirmedAlert(cms, { email: 'ana@school.test', near: 'Ellensburg, WA', teachers: 6 });
    await confirmedAlert(cms, { email: 'bob@school.test', near: '98934', teachers: 4 });
    await confirmedAlert(cms, { email: 'few@school.test', near: 'Spokane, WA', teachers: 2 });
    await confirmedAlert(cms, { email: 'nobody@school.test', near: 'Portland, OR', teachers: 30 });
    await sendInquiry(cms, {
      purpose: 'school',
      name: 'Lea',
      email: 'lea@school.test',
      school: 'Selah Elementary',
      zip: '98942',
      teachers: 9,
      message: 'Could you come to us?',
    });
  });
  afterAll(() => cms?.stop());

  const areas = async (who: Person): Promise<DemandArea[]> =>
    ((await who.ask('/demand')).body as unknown as DemandPage).areas;
  const demandAt = async (near: string) =>
    ((await (await cms.get(`/api/workshops?near=${near}`)).json()) as WorkshopList).demand;

  it('are told of to those who look there, unless they are too few or nobody serves them', async () => {
    expect(await demandAt('98901')).toEqual({ area: 'Yakima, WA', teachers: 10, needed: 8 });
    expect(await demandAt('Ellensburg, WA')).toMatchObject({ area: 'Yakima, WA', teachers: 10 });
    for (const near of ['Spokane, WA', 'Portland, OR', 'Washington state', '99999', 'Toronto'])
      expect([near, await demandAt(near)]).toEqual([near, null]);
    expect(((await (await cms.get('/api/workshops')).json()) as WorkshopList).demand).toBeNull();
  });

  it('are shown to the partner who serves them, with the schools that asked, and no address', async () => {
    const shown = await areas(pat);
    expect(shown).toMatchObject([
      {
        key: '989-WA',
        area: 'Yakima, WA',
        teachers: 10,
        people: 2,
        needed: 8,
        partner: { documentId: cascadia, name: 'Cascadia' },
        requests: [{ name: 'Lea', school: 'Selah Elementary', teachers: 9 }],
      },
      { area: 'Spokane, WA', teachers: 2, people: 1, requests: [] },
    ]);
    for (const who of [pat, nat, ada, maya])
      expect(JSON.stringify(await areas(who))).not.toContain('@school.test');
  });

  it('are shown to the national desk wherever they are, and to marketing as numbers', async () => {
    for (const who of [nat, ada])
      expect(
        (await areas(who)).map(({ area, partner, requests }) => [area, partner?.name, requests.length]),
      ).toEqual([
        ['Portland, OR', undefined, 0],
        ['Yakima, WA', 'Cascadia', 1],
        ['Spokane, WA', 'Cascadia', 0],
      ]);
    expect((await areas(maya)).map(({ teachers, requests }) => [teachers, requests])).toEqual([
      [30, []],
      [10, []],
      [2, []],
    ]);
  });

  it('get a workshop from the partner who serves them, as a draft with room for all', async () => {
    const { status, body } = await pat.ask('/demand/989-WA/workshop', {});
    expect(status).toBe(200);
    const { documentId } = body as { documentId: string };
    expect(
      await documents(cms, WORKSHOP).findOne({ documentId, populate: ['venue', 'partner'] }),
    ).toMatchObject({
      title: 'CS Fundamentals: Deep Dive in Yakima',
      capacity: 10,
      publishedAt: null,
      venue: { city: 'Yakima', state: 'WA', zip: '98902' },
      partner: { documentId: cascadia },
    });
    expect((await ada.ask('/demand/989-WA/workshop', {})).status).toBe(200);
    for (const who of [nat, maya]) expect((await who.ask('/demand/989-WA/workshop', {})).status).toBe(403);
    for (const key of ['972-OR', '100-NY', '989', '__proto__', 'x'.repeat(2_000)])
      expect([key, (await pat.ask(`/demand/${key}/workshop`, {})).status]).toEqual([key, 404]);
    expect((await ada.ask('/demand/972-OR/workshop', {})).status).toBe(400);
  });

  it('number as many as the partner says, which the public reads nowhere else', async () => {
    const profile = `/content-manager/collection-types/${PARTNER}/${cascadia}`;
    expect((await pat.ask(profile, { teachersNeeded: 9 }, 'PUT')).status).toBe(200);
    expect((await areas(pat))[0]?.needed).toBe(9);
    expect((await pat.ask(profile, { teachersNeeded: 1 }, 'PUT')).status).toBe(400);
    expect((await pat.ask(profile, { teachersNeeded: 8 }, 'PUT')).status).toBe(200);
    for (const path of ['/api/partners', '/api/partners/cascadia'])
      expect(await (await cms.get(path)).text()).not.toContain('teachersNeeded');
  });
});
