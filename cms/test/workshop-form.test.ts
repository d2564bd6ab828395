import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WorkshopLook } from '../src/rules/workshop-form';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  day,
  documents,
  type Fields,
  makePartner,
  type Person,
  publishWorkshop,
  seattle,
  session,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

onEachDatabase('the form of a workshop, while it is typed', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let maya: Person;
  let other: string;

  beforeAll(async () => {
    cms = await startCms({ database, env: { PUBLIC_URL: 'https://learning.example' } });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    await makePartner(cms, 'Evergreen', { admins: [pat.id], territory: [{ state: 'WA' }] });
    other = await makePartner(cms, 'Gem State', { territory: [{ state: 'ID' }] });
  });
  afterAll(() => cms?.stop());

  const form = (fields: Fields = {}): Fields => ({
    kind: 'deep-dive',
    format: 'in-person',
    venue: { zip: '98901', name: null, city: null, state: null },
    sessions: [],
    ...fields,
  });
  const look = async (fields: Fields = {}, who = pat): Promise<WorkshopLook> => {
    const { status, body } = await who.ask('/workshop-form', form(fields));
    expect({ status, body }).toMatchObject({ status: 200 });
    return body as unknown as WorkshopLook;
  };

  it('says from the ZIP code alone where it is, by which clock, and that it is in the partner’s territory', async () => {
    expect(await look()).toEqual({
      place: {
        zip: '98901',
        city: 'Yakima',
        state: 'WA',
        latitude: expect.closeTo(46.6, 0),
        longitude: expect.closeTo(-120.5, 0),
        clock: 'Pacific Time',
      },
      problems: [],
      territory: { words: 'It is in your territory.', isOwn: true },
      card: null,
    });
  });

  it('says whose territory it is else, and what doesn’t fit together', async () => {
    expect((await look({ venue: { zip: '83702' } })).territory).toEqual({
      words: 'Boise, ID belongs to Gem State. Visitors there are sent to them, not to you.',
      isOwn: false,
    });
    expect((await look({ venue: { zip: '80202' } })).territory?.words).toContain('no partner’s territory');
    const { problems } = await look({ venue: { zip: '99201', city: 'Yakima', state: 'ID' } });
    expect(problems).toEqual([
      expect.stringContaining('ZIP code 99201 is in WA, not in ID'),
      expect.stringMatching(/^Yakima, WA is \d+ miles from ZIP code 99201 \(Spokane\)/),
    ]);
    expect((await look({ venue: { zip: '00000' } })).problems).toEqual([
      expect.stringContaining('We know no ZIP code “00000”'),
    ]);
  });

  it('is the card that visitors find in the list once it is published', async () => {
    const fields = {
      title: 'Deep Dive in Yakima',
      sessions: [session(12), session(11)],
      venue: { zip: '98901', name: 'Public Library', city: null, state: null },
      capacity: 30,
      placesTaken: 4,
      registrationUrl: 'https://example.org/register',
      feeKind: 'amount',
      feeAmount: 120,
    };
    const { card } = await look(fields);
    const { documentId: partner } = ((await pat.ask('/ownership/me')).body.partner ?? {}) as {
      documentId: string;
    };
    const id = await publishWorkshop(cms, form({ ...fields, partner }));
    const { workshops } = (await (await fetch(`${cms.url}/api/workshops?partner=evergreen`)).json()) as {
      workshops: Fields[];
    };
    const listed = workshops.find((workshop) => workshop.id === id);
    expect({ ...card, id, slug: listed?.slug }).toEqual(listed);
  });

  it.each<[string, Fields]>([
    ['no session', {}],
    ['a session without its end', { sessions: [{ date: day(9), startTime: '09:00:00.000', endTime: '3' }] }],
    ['a session that ends as it starts', { sessions: [{ date: day(9), startTime: '9', endTime: '9' }] }],
    ['no place', { venue: null, sessions: [session(9)] }],
    ['no clock', { format: 'virtual', sessions: [session(9)] }],
  ])('has no card yet with %s', async (_, fields) => {
    expect((await look(fields)).card).toBeNull();
  });

  it('takes what is half typed as not typed', async () => {
    const { card, place } = await look({
      title: 7,
      capacity: 'thirty',
      feeKind: 'amount',
      feeAmount: -1,
      sessions: [session(9), null, 'soon', { date: 'some day' }],
    });
    expect(place?.city).toBe('Yakima');
    expect(card).toMatchObject({
      title: 'Untitled',
      capacity: null,
      fee: { type: 'ask' },
      sessions: { length: 1 },
    });
  });

  it('of a virtual one has its clock and no place', async () => {
    const { place, territory, card } = await look({
      format: 'virtual',
      virtualTimeZone: 'Mountain',
      sessions: [session(9)],
    });
    expect([place, territory]).toEqual([null, null]);
    expect(card).toMatchObject({ place: null, timeZone: 'America/Denver' });
  });

  it('shows staff the partner that they choose, or that was stored', async () => {
    const sessions = [session(9)];
    expect(await look({ sessions }, maya)).toMatchObject({
      card: null,
      territory: { words: 'It is in the territory of Evergreen.' },
    });
    const chosen = { connect: [{ documentId: other }], disconnect: [] };
    expect(await look({ sessions, partner: chosen }, maya)).toMatchObject({
      card: { partner: { name: 'Gem State' } },
      territory: { words: expect.stringContaining('belongs to Evergreen'), isOwn: false },
    });
    const { documentId } = await documents(cms, WORKSHOP).create({ data: seattle(other) });
    const stored = await look({ documentId, sessions }, maya);
    expect(stored.card?.partner.name).toBe('Gem State');
    const taken = { connect: [], disconnect: [{ documentId: other }] };
    expect((await look({ documentId, sessions, partner: taken }, maya)).card).toBeNull();
  });

  it('is a partner’s own, whatever another’s is asked about', async () => {
    const { documentId } = await documents(cms, WORKSHOP).create({ data: seattle(other) });
    const partner = { connect: [{ documentId: other }], disconnect: [] };
    const { card } = await look({ documentId, partner, sessions: [session(9)] });
    expect(card?.partner.name).toBe('Evergreen');
  });

  it('stores nothing', async () => {
    const count = () => cms.strapi.db.query(WORKSHOP).count({});
    const before = await count();
    await look({ title: 'Never stored', sessions: [session(9)] });
    expect(await count()).toBe(before);
  });

  it('is for those who write workshops', async () => {
    expect((await stranger(cms).ask('/workshop-form', form())).status).toBe(401);
    const desk = await signIn(cms, 'nina@national.test', 'national-desk');
    const { status, body } = await desk.ask('/workshop-form', form());
    expect(status).toBe(403);
    expect(JSON.stringify(body)).toContain('may not enter workshops');
    expect((await pat.ask('/workshop-form', [])).status).toBe(400);
  });

  describe('the frame of its card', () => {
    const askAs = (name: string) => fetch(`${cms.url}/api/preview/card`, { headers: { 'x-preview': name } });

    it('is lent by a credential that opens nothing else', async () => {
      const { body } = await pat.ask('/preview/card');
      const [, name = ''] = /^https:\/\/learning\.example\/preview\/(.+)\/card$/.exec(String(body.url)) ?? [];
      const answer = await askAs(name);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      const { origin } = new URL(cms.strapi.config.get<string>('admin.absoluteUrl'));
      expect(await answer.json()).toEqual({ admin: origin });
      for (const path of ['/about', '/revision', '/workshops'])
        expect(
          (await fetch(`${cms.url}/api/preview${path}`, { headers: { 'x-preview': name } })).status,
        ).toBe(401);
    });

    it('is lent to nobody with another credential, or none', async () => {
      const { documentId } = await documents(cms, WORKSHOP).create({ data: seattle(other) });
      const { body } = await maya.ask(`/preview/${WORKSHOP}/${documentId}`);
      const ofDraft = String(body.url).split('/preview/')[1] ?? '';
      for (const name of [ofDraft, 'a.b.c', '']) expect((await askAs(name)).status).toBe(401);
      expect((await stranger(cms).ask('/preview/card')).status).toBe(401);
    });
  });

  it('keeps no venue of which nothing was typed', async () => {
    const empty = { zip: null, city: '', name: null };
    const { documentId } = await documents(cms, WORKSHOP).create({
      data: { ...form(), title: 'Online', format: 'virtual', venue: empty },
    });
    const stored = () => documents(cms, WORKSHOP).findOne({ documentId, populate: { venue: true } });
    expect((await stored())?.venue).toBeNull();
    await documents(cms, WORKSHOP).update({ documentId, data: { venue: { zip: '98901' } } });
    const { id } = ((await stored()) as { venue: { id: number } }).venue;
    await documents(cms, WORKSHOP).update({ documentId, data: { venue: { id } } });
    expect((await stored())?.venue).toMatchObject({ zip: '98901' });
    await documents(cms, WORKSHOP).update({ documentId, data: { venue: { id, ...empty } } });
    expect((await stored())?.venue).toBeNull();
  });
});
