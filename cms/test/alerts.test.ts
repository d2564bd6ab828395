import { createHash } from 'node:crypto';
import type { AlertRequest, Alerts } from '@deep-dive/shared-types';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { onEachDatabase } from './databases';
import { type CmsWithMail, mailTo, recipientOf, startCmsWithMail } from './mails';
import {
  asSite,
  documents,
  type Fields,
  makePartner,
  publishWorkshop,
  session,
  signIn,
  WORKSHOP,
} from './stories';

const SITE_URL = 'https://learning.example';
const YAKIMA = { name: 'Library', street: '102 N 3rd St', zip: '98901' };
const FAR = 'z'.repeat(10_000);

onEachDatabase('alerts', (database) => {
  let mailing: CmsWithMail;
  let partner: string;
  beforeAll(async () => {
    mailing = await startCmsWithMail(database);
    partner = await makePartner(mailing.cms, 'Cascadia', { territory: [{ state: 'WA' }] });
  });
  afterAll(() => mailing?.stop());
  beforeEach(async () => {
    const workshops: { documentId: string }[] = await mailing.cms.strapi.db.query(WORKSHOP).findMany({});
    for (const documentId of new Set(workshops.map((each) => each.documentId)))
      await documents(mailing.cms, WORKSHOP).delete({ documentId });
    await settle();
    for (const name of ['people', 'alerts', 'tellings'])
      await table(name === 'alerts' ? 'visitor_alerts' : `visitor_alert_${name}`).del();
    await table('outbox').whereNot({ about: 'daily' }).del();
    mailing.smtp.mails.length = 0;
  });

  const table = (name: string) => mailing.cms.strapi.db.connection(name);
  const ask = async (path: string, body?: unknown, headers: Record<string, string> = asSite) => {
    const response = await fetch(`${mailing.cms.url}/api/alerts${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Fields, headers: response.headers };
  };
  let sent = 0;
  const newKey = (): string => {
    sent += 1;
    return createHash('sha256').update(`alert ${sent}`).digest('base64url');
  };
  const wish = (fields: Partial<AlertRequest> = {}): AlertRequest => ({
    email: 'ana@school.example',
    near: '98901',
    radius: 50,
    kinds: ['deep-dive'],
    virtual: false,
    teachers: 3,
    ...fields,
  });
  const send = (alert: unknown, key: unknown = newKey()) => ask('', { alert, key });
  /** Lets all that alerts put down be due, and be done. */
  const settle = () =>
    vi.waitFor(async () => {
      const waiting = () => table('outbox').where({ state: 'waiting' }).where('task', 'like', 'alert-%');
      await waiting().whereNotIn('task', ['alert-erase', 'alert-digest']).update({ due_at: 0 });
      (mailing.cms.strapi.get('jobRunner') as { wake: () => void }).wake();
      expect(await waiting().whereNotIn('task', ['alert-erase', 'alert-digest'])).toEqual([]);
    }, 20_000);
  const linkIn = (text = ''): { token: string; id: string } => {
    const [, token = '', id = ''] =
      new RegExp(`${SITE_URL}/alerts/([\\w-]{43})\\?confirm=(\\d+)`).exec(text) ?? [];
    return { token, id };
  };
  /** Someone asks, and says yes to the mail. */
  const alertOf = async (fields: Partial<AlertRequest> = {}): Promise<{ token: string; id: string }> => {
    mailing.smtp.mails.length = 0;
    expect(await send(wish(fields))).toMatchObject({ status: 201 });
    const link = linkIn((await mailTo(mailing.smtp, wish(fields).email.toLowerCase())).text);
    expect((await ask(`/${link.token}/confirmation`, { id: link.id })).status).toBe(200);
    await settle();
    mailing.smtp.mails.length = 0;
    return link;
  };
  const kept = async (token: string): Promise<Alerts> => (await ask(`/${token}`)).body as unknown as Alerts;
  const workshop = (fields: Fields = {}): Fields => ({
    title: 'Deep Dive in Yakima',
    kind: 'deep-dive',
    format: 'in-person',
    sessions: [session(10)],
    venue: YAKIMA,
    feeKind: 'amount',
    feeAmount: 25,
    partner,
    ...fields,
  });
  const publish = async (fields: Fields = {}): Promise<string> => {
    const documentId = await publishWorkshop(mailing.cms, workshop(fields));
    await settle();
    return documentId;
  };
  const change = async (documentId: string, data: Fields): Promise<void> => {
    await documents(mailing.cms, WORKSHOP).update({ documentId, data, status: 'published' });
    await settle();
  };
  const subjects = () => mailing.smtp.mails.map(({ subject }) => subject);

  it('tells whoever asked and confirmed, once, and nothing more after the end', async () => {
    const asked = await send(wish());
    expect(asked).toMatchObject({ status: 201, body: { place: 'Yakima, WA 98901' } });
    expect(asked.headers.get('cache-control')).toBe('no-store');
    const mail = await mailTo(mailing.smtp, 'ana@school.example');
    expect(mail.subject).toContain('Please confirm');
    const { token, id } = linkIn(mail.text);
    expect((await kept(token)).alerts).toMatchObject([{ id, state: 'unconfirmed', teachers: 3 }]);
    expect((await ask(`/${token}/confirmation`, { id })).body).toMatchObject({
      email: 'ana@school.example',
      alerts: [{ id, state: 'active', place: 'Yakima, WA 98901', radius: 50, kinds: ['deep-dive'] }],
    });
    mailing.smtp.mails.length = 0;

    await publish();
    expect(subjects()).toEqual(['A workshop near you: Deep Dive in Yakima']);
    const [told] = mailing.smtp.mails;
    for (const words of [
      'Yakima, WA',
      '$25 per person',
      `${SITE_URL}/workshops/`,
      `${SITE_URL}/alerts/${token}`,
    ])
      for (const text of [told?.text, told?.html]) expect(text).toContain(words);
    const headers = new Map(told?.headerLines.map(({ key, line }) => [key, line]));
    expect(headers.get('list-unsubscribe')?.replace(/\s+/g, ' ')).toBe(
      `List-Unsubscribe: <${SITE_URL}/alerts/${token}/${id}/unsubscribe>`,
    );
    expect(headers.get('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');

    expect((await ask(`/${token}/end`, { id })).body).toEqual({ email: 'ana@school.example', alerts: [] });
    expect((await ask(`/${token}/end`, { id })).status).toBe(200);
    expect((await ask(`/${token}`)).status).toBe(404);
    await publish({ title: 'Another' });
    expect(mailing.smtp.mails).toHaveLength(1);
    for (const name of ['visitor_alert_people', 'visitor_alerts', 'visitor_alert_tellings'])
      expect(await table(name)).toEqual([]);
    expect(await table('outbox').where({ about: `alert:${id}` })).toEqual([]);
  });

  it('tells of what is near, of a kind that is wanted, and online only to those who want it', async () => {
    await alertOf({ email: 'near@school.example' });
    await alertOf({ email: 'far@school.example', near: 'Spokane, WA' });
    await alertOf({ email: 'intro@school.example', kinds: ['intro'] });
    await alertOf({ email: 'online@school.example', near: '96910', virtual: true });
    mailing.smtp.mails.length = 0;
    await publish();
    expect(mailing.smtp.mails.map(recipientOf)).toEqual(['near@school.example']);
    await publish({ title: 'Online', format: 'virtual', virtualTimeZone: 'Pacific', venue: null });
    expect(mailing.smtp.mails.map(recipientOf)).toEqual(['near@school.example', 'online@school.example']);
  });

  it('mails nobody what was there already when they confirmed, but its end', async () => {
    const documentId = await publish();
    await alertOf();
    await change(documentId, { notes: 'Bring lunch' });
    expect(subjects()).toEqual([]);
    await change(documentId, { availability: 'cancelled' });
    expect(subjects()).toEqual(['It doesn’t take place: Deep Dive in Yakima']);
  });

  it('tells of one that is full once it has a place, and of one that is deleted', async () => {
    await alertOf();
    const documentId = await publish({ capacity: 10, placesTaken: 10 });
    expect(subjects()).toEqual([]);
    await change(documentId, { placesTaken: 9 });
    expect(subjects()).toEqual(['A workshop near you: Deep Dive in Yakima']);
    await documents(mailing.cms, WORKSHOP).delete({ documentId });
    await settle();
    expect(subjects()[1]).toBe('It doesn’t take place: Deep Dive in Yakima');
  });

  it('tells once of many saves, and once of what is published twice', async () => {
    await alertOf();
    const documentId = await publishWorkshop(mailing.cms, workshop());
    for (const fromToday of [11, 12, 13])
      await documents(mailing.cms, WORKSHOP).update({
        documentId,
        data: { sessions: [session(fromToday)] },
        status: 'published',
      });
    await settle();
    expect(subjects()).toEqual(['A workshop near you: Deep Dive in Yakima']);
    const matched = await table('outbox').where({ task: 'alert-match', about: `workshop:${documentId}` });
    expect(matched).toMatchObject([{ state: 'done' }]);
    await documents(mailing.cms, WORKSHOP).publish({ documentId });
    await settle();
    expect(mailing.smtp.mails).toHaveLength(1);
  });

  it('says what is true after any sequence of changes, and nothing else', async () => {
    await alertOf();
    const step = fc.oneof(
      fc.constantFrom('unpublish' as const, 'cancel' as const, 'full' as const, 'open' as const),
      fc.constantFrom(20, 30),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 7 }), async (steps) => {
        await table('visitor_alert_people').update({ mails: 0 });
        mailing.smtp.mails.length = 0;
        const title = `Workshop ${newKey().slice(0, 8)}`;
        const documentId = await publish({ title });
        let date = 10;
        let availability = 'scheduled';
        let known: { date: number; wasFull: boolean } | null = { date, wasFull: false };
        const expected = [`A workshop near you: ${title}`];
        for (const each of steps) {
          await table('visitor_alert_people').update({ mails: 0 });
          if (each === 'unpublish') {
            await documents(mailing.cms, WORKSHOP).unpublish({ documentId });
            await settle();
          } else {
            if (typeof each === 'number') date = each;
            else availability = { cancel: 'cancelled', full: 'full', open: 'scheduled' }[each];
            await change(documentId, { availability, sessions: [session(date)] });
          }
          if (each === 'unpublish' || availability === 'cancelled') {
            if (known) expected.push(`It doesn’t take place: ${title}`);
            known = null;
          } else if (!known) {
            if (availability === 'full') continue;
            expected.push(`A workshop near you: ${title}`);
            known = { date, wasFull: false };
          } else {
            if (known.date !== date) expected.push(`It has moved: ${title}`);
            else if (known.wasFull && availability === 'scheduled')
              expected.push(`A place is there: ${title}`);
            known = { date, wasFull: availability === 'full' };
          }
        }
        expect(subjects()).toEqual(expected);
        await documents(mailing.cms, WORKSHOP).delete({ documentId });
        await settle();
      }),
      { numRuns: 4 },
    );
  }, 120_000);

  it('sends three mails a day, and the rest in one the next morning', async () => {
    const { id } = await alertOf();
    for (const title of ['One', 'Two', 'Three', 'Four', 'Five']) await publish({ title });
    expect(subjects()).toEqual(['One', 'Two', 'Three'].map((title) => `A workshop near you: ${title}`));
    const digests = () => table('outbox').where({ task: 'alert-digest', about: `alert:${id}` });
    expect(await digests()).toHaveLength(1);
    await digests().update({ due_at: 0 });
    await vi.waitFor(() => expect(mailing.smtp.mails).toHaveLength(4), 10_000);
    const digest = mailing.smtp.mails[3];
    expect(digest?.subject).toBe('2 workshops near Yakima, WA 98901');
    for (const words of ['New: Four', 'New: Five']) expect(digest?.text).toContain(words);
  });

  it('tells those in its own area first, then the nearest, then who asked first', async () => {
    const people = { far: '99201', first: '98801', second: '98801', own: '98934' };
    const ids: Record<string, string> = {};
    for (const [name, near] of Object.entries(people)) {
      const { id } = await alertOf({ email: `${name}@school.example`, near, radius: 250 });
      ids[`alert:${id}`] = name;
    }
    await publish();
    const jobs: { about: string }[] = await table('outbox').where({ task: 'alert-tell' }).orderBy('id');
    expect(jobs.map(({ about }) => ids[about])).toEqual(['own', 'first', 'second', 'far']);
  });

  it('follows what someone wants now', async () => {
    const { token, id } = await alertOf();
    const wishes = { radius: 250, kinds: ['intro', 'deep-dive'], virtual: true, teachers: 20 };
    expect((await ask(`/${token}/change`, { id, ...wishes })).body.alerts).toMatchObject([{ id, ...wishes }]);
    await publish({ title: 'Intro in Spokane', kind: 'intro', venue: { ...YAKIMA, zip: '99201' } });
    expect(subjects()).toEqual(['A workshop near you: Intro in Spokane']);
  });

  describe('what nobody can do to another', () => {
    it('learn whether an address is known, or change what it asked for', async () => {
      const { token, id } = await alertOf();
      const again = await send(wish({ teachers: 200, radius: 10, email: 'ANA@school.example' }));
      expect(again).toMatchObject({ status: 201, body: { place: 'Yakima, WA 98901' } });
      expect((await kept(token)).alerts).toMatchObject([
        { id, state: 'active', teachers: 3, radius: 50 },
        { state: 'unconfirmed', teachers: 200 },
      ]);
      const renewed = linkIn((await mailTo(mailing.smtp, 'ana@school.example')).text);
      expect(renewed.token).toBe(token);
      expect((await ask(`/${token}/confirmation`, { id: renewed.id })).body.alerts).toMatchObject([
        { id: renewed.id, state: 'active', teachers: 200, radius: 10 },
      ]);
    });

    it('guess a link, or use the id of another under one’s own', async () => {
      const ana = await alertOf();
      const bob = await alertOf({ email: 'bob@school.example' });
      for (const path of ['confirmation', 'change'])
        expect(
          (await ask(`/${ana.token}/${path}`, { ...wish(), email: undefined, near: undefined, id: bob.id }))
            .status,
        ).toBe(404);
      expect((await ask(`/${ana.token}/end`, { id: bob.id })).body.alerts).toMatchObject([{ id: ana.id }]);
      expect((await kept(bob.token)).alerts).toHaveLength(1);
      for (const guess of ['x', newKey(), `${ana.token.slice(0, -1)}%00`, FAR.slice(0, 5_000)]) {
        expect([404, 400]).toContain((await ask(`/${guess}`)).status);
        expect((await ask(`/${newKey()}/confirmation`, { id: ana.id })).status).toBe(404);
      }
      expect((await ask(`/${newKey()}/end`, { id: null })).body).toEqual({ email: '', alerts: [] });
      for (const id of [0, -1, 1.5, '1 or 1=1', '99999999999999999999', {}, [], null, undefined])
        expect((await ask(`/${ana.token}/confirmation`, { id })).status).toBe(404);
    });

    it('ask without the secret', async () => {
      expect((await ask('', { alert: wish(), key: newKey() }, {})).status).toBe(401);
      expect((await ask(`/${newKey()}`, undefined, { authorization: 'Bearer guess' })).status).toBe(401);
    });

    it('have an address flooded', async () => {
      for (let index = 0; index < 22; index += 1) await send(wish({ teachers: index + 1 }));
      await settle();
      expect(await table('visitor_alerts')).toHaveLength(20);
      expect(
        subjects().filter((subject) => subject === 'You have asked about many places already'),
      ).toHaveLength(1);
    });
  });

  it.each([
    ['email', 'ana@school.example\r\nBcc: all@school.example'],
    ['email', `${FAR}@school.example`],
    ['email', 'Ana <ana@school.example>'],
    ['near', ''],
    ['near', 'Washington state'],
    ['near', 'Toronto, Canada'],
    ['near', '00000'],
    ['near', 'APO AE 09012'],
    ['near', FAR],
    ['near', 'Yakima\nWA'],
    ['radius', 51],
    ['radius', '50'],
    ['kinds', []],
    ['kinds', ['deep-dive', 'other']],
    ['kinds', Array(1_000).fill('intro')],
    ['virtual', 'yes'],
    ['teachers', 0],
    ['teachers', 201],
    ['teachers', 2.5],
  ])('refuses a %s that can’t be meant (%#)', async (field, value) => {
    const { status, body } = await send({ ...wish(), [field]: value });
    expect(status).toBe(422);
    const { details } = body.error as { details: { errors: { path: string[] }[] } };
    expect(details.errors.map(({ path }) => path)).toEqual([[field]]);
    expect(await table('visitor_alerts')).toEqual([]);
  });

  it('refuses what is no such body', async () => {
    for (const body of [
      '',
      '{',
      '[]',
      'null',
      '{"alert":null}',
      JSON.stringify({ alert: { ...wish(), id: 1 }, key: newKey() }),
    ])
      expect([400, 422]).toContain((await ask('', body)).status);
    for (const key of [undefined, null, 7, 'short', 'x'.repeat(44)])
      expect((await send(wish(), key ?? null)).status).toBe(422);
    expect((await ask('', JSON.stringify({ alert: { ...wish(), near: 'x'.repeat(70_000) } }))).status).toBe(
      413,
    );
  });

  it('takes the same form once, however often and at once it is sent', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 6 }, () => send(wish(), key)));
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(201));
    expect(await table('visitor_alerts')).toHaveLength(1);
    await settle();
    expect(mailing.smtp.mails).toHaveLength(1);
  });

  it('has one link for an address, also when it asks twice at once', async () => {
    await Promise.all(['98901', '98101', '97201'].map((near) => send(wish({ near }))));
    expect(await table('visitor_alert_people')).toHaveLength(1);
    const [{ token }] = await table('visitor_alert_people');
    expect((await kept(token)).alerts).toHaveLength(3);
    expect((await ask(`/${token}/end`, { id: null })).body.alerts).toEqual([]);
  });

  it('keeps apart addresses that differ', async () => {
    await send(wish({ email: 'ana+1@school.example' }));
    await send(wish({ email: 'ana@school.example' }));
    expect(await table('visitor_alert_people')).toHaveLength(2);
  });

  it('is erased when it has ended or was never confirmed', async () => {
    await alertOf();
    await send(wish({ email: 'never@school.example' }));
    await settle();
    const due = () => table('outbox').where({ task: 'alert-erase', state: 'waiting' });
    await table('visitor_alerts')
      .whereNull('confirmed_at')
      .update({ until: Date.now() - 1 });
    await due().update({ due_at: 0 });
    await vi.waitFor(async () => expect(await table('visitor_alerts')).toHaveLength(1), 10_000);
    expect(await table('visitor_alert_people')).toMatchObject([{ email: 'ana@school.example' }]);
  });

  it('is handed over and erased on request', async () => {
    const nat = await signIn(mailing.cms, `nat-${newKey()}@national.test`.toLowerCase(), 'national-desk');
    const { token } = await alertOf();
    await publish();
    const request = { email: ' ANA@school.example' };
    const { body } = await nat.ask('/inbox/personal-data', request);
    expect(body.alerts).toMatchObject([{ near: '98901', told: [{ state: 'open', heard: true }] }]);
    expect(JSON.stringify(body)).not.toContain(token);
    expect((await nat.ask('/inbox/personal-data/erasure', request)).body).toEqual({ erased: 0, alerts: 1 });
    expect((await ask(`/${token}`)).status).toBe(404);
    for (const name of ['visitor_alert_people', 'visitor_alerts', 'visitor_alert_tellings'])
      expect(await table(name)).toEqual([]);
    expect(JSON.stringify(await table('outbox'))).not.toContain('ana@school');
    expect(await table('outbox').where('about', 'like', 'alert%')).toEqual([]);
  });
});
