import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SmtpSink } from '../../scripts/lib/smtp-sink';
import type { InboxInquiry, InboxPage } from '../src/rules/inbox';
import type { RunningCms } from './cms';
import { onEachDatabase } from './databases';
import { startCmsWithMail } from './mails';
import {
  asSite,
  documents,
  type Fields,
  makePartner,
  PARTNER,
  type Person,
  publishWorkshop,
  SITE,
  seattle,
  sendInquiry,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

onEachDatabase('the inbox', (database) => {
  let cms: RunningCms;
  let smtp: SmtpSink;
  let stop: () => Promise<void>;
  let pat: Person;
  let zoe: Person;
  let nat: Person;
  let ada: Person;
  let maya: Person;
  beforeAll(async () => {
    ({ cms, smtp, stop } = await startCmsWithMail(database));
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    zoe = await signIn(cms, 'zoe@partner.test', 'regional-partner');
    nat = await signIn(cms, 'nat@national.test', 'national-desk');
    ada = await signIn(cms, 'ada@admin.test', 'strapi-super-admin');
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    await makePartner(cms, 'Cascadia', {
      email: 'hello@cascadia.test',
      territory: [{ state: 'WA' }],
      admins: [pat.id],
    });
    await makePartner(cms, 'Zealous', { territory: [{ state: 'OR' }], admins: [zoe.id] });
    const site = await documents(cms, SITE).findFirst({});
    await documents(cms, SITE).update({
      documentId: site?.documentId as string,
      data: { nationalContact: { name: 'The national team', email: 'team@national.test' } },
      status: 'published',
    });
  });
  afterAll(() => stop?.());
  beforeEach(() => {
    smtp.mails.length = 0;
  });

  /** A teacher writes; resolves with the inquiry's id and the token of its status. */
  const write = async (name: string, fields: Fields = {}): Promise<{ id: number; token: string }> => {
    const email = `${name.toLowerCase()}@school.test`;
    const inquiry = {
      purpose: 'school',
      name,
      email,
      zip: '98901',
      message: `Hello from ${name}`,
      ...fields,
    };
    const { status, body } = await sendInquiry(cms, inquiry as Parameters<typeof sendInquiry>[1]);
    expect({ status, body }).toMatchObject({ status: 201 });
    const [{ id }] = await cms.strapi.db.connection('visitor_inquiries').where({ token: body.token });
    return { id, token: String(body.token) };
  };
  const inbox = async (who: Person, query = ''): Promise<InboxPage> =>
    (await who.ask(`/inbox${query}`)).body as unknown as InboxPage;
  const names = async (who: Person, query = ''): Promise<string[]> =>
    (await inbox(who, query)).items.map(({ name }) => name);
  const open = async (who: Person, id: number): Promise<InboxInquiry> =>
    (await who.ask(`/inbox/${id}`)).body as unknown as InboxInquiry;
  const seenBySender = async (token: string): Promise<Fields> =>
    (await (await fetch(`${cms.url}/api/inquiries/${token}`, { headers: asSite })).json()) as Fields;
  const subjects = () => smtp.mails.map(({ subject }) => subject);
  /** Lets what is put down for later be due now. */
  const passTime = (task: string) =>
    cms.strapi.db.connection('outbox').where({ task, state: 'waiting' }).update({ due_at: 0 });
  const refusal = ({ status, body }: { status: number; body: Fields }) => [
    status,
    (body.error as { message?: string } | undefined)?.message,
  ];

  it('has a partner’s own messages, the longest waiting first, and no other’s', async () => {
    for (const name of ['Ann', 'Bea']) await write(name);
    await write('Ore', { zip: '97201' });
    await write('Mon', { zip: '59715' });
    const those = ['Ann', 'Bea', 'Ore', 'Mon'];
    const ofThose = async (who: Person, query = '') =>
      (await names(who, query)).filter((name) => those.includes(name));
    expect(await ofThose(pat)).toEqual(['Ann', 'Bea']);
    expect(await ofThose(zoe)).toEqual(['Ore']);
    expect(await ofThose(nat)).toEqual(['Mon']);
    expect(await ofThose(nat, '?all=true')).toEqual(those);
    expect(await ofThose(ada, '?all=true')).toEqual(those);
    expect(await names(pat, '?all=true&q=HELLO FROM b')).toEqual(['Bea']);
    expect(await names(pat, '?q=ore')).toEqual([]);
  });

  it('tells marketing how many there are, and nothing else', async () => {
    const waiting = async (who: Person) => Number((await who.ask('/inbox/counts')).body.waiting);
    const before = [await waiting(maya), await waiting(pat), await waiting(zoe), await waiting(nat)];
    const { id } = await write('Sec');
    const after = [await waiting(maya), await waiting(pat), await waiting(zoe), await waiting(nat)];
    expect(after.map((count, index) => count - Number(before[index]))).toEqual([1, 1, 0, 0]);
    expect((await maya.ask('/inbox/counts')).body.mayRead).toBe(false);
    for (const path of ['/inbox', `/inbox/${id}`]) expect((await maya.ask(path)).status).toBe(403);
  });

  it('shows its sender that it was read, once whom it is for has opened it', async () => {
    const { id, token } = await write('Cal');
    await open(nat, id);
    expect((await seenBySender(token)).state).toBe('sent');
    const opened = await open(pat, id);
    expect(opened).toMatchObject({
      state: 'open',
      name: 'Cal',
      email: 'cal@school.test',
      message: 'Hello from Cal',
      colleagues: [{ id: pat.id, name: 'Some One' }],
    });
    expect((await seenBySender(token)).state).toBe('read');
  });

  it('sends an answer, which its sender sees on the page as well, and a note to nobody', async () => {
    const { id, token } = await write('Dee');
    await pat.ask(`/inbox/${id}/notes`, { text: 'Call her principal' });
    const { status, body } = await pat.ask(`/inbox/${id}/answers`, { text: 'Yes!\r\nIn <b>March</b>.' });
    expect([status, body.state, body.waitingSince]).toEqual([200, 'answered', null]);
    const mail = await vi.waitFor(() => {
      const found = smtp.mails.find(({ subject }) => subject === 'An answer from Cascadia');
      expect(found).toBeDefined();
      return found;
    }, 10_000);
    expect([mail?.to].flat()[0]?.text).toBe('dee@school.test');
    expect(mail?.replyTo?.value).toEqual([{ name: 'Some One', address: 'pat@partner.test' }]);
    expect(mail?.text).toContain('In <b>March</b>.');
    expect(mail?.html).toContain('In &lt;b&gt;March&lt;/b&gt;.');
    const seen = await seenBySender(token);
    expect(seen.state).toBe('answered');
    expect((seen.lines as Fields[]).map(({ from, text }) => [from, text])).toEqual([
      ['sender', 'Hello from Dee'],
      ['addressee', 'Yes!\nIn <b>March</b>.'],
    ]);
    expect(await names(pat, '?part=answered')).toContain('Dee');
  });

  it('says who answered: the national desk is not the partner', async () => {
    const { id } = await write('Dot');
    await nat.ask(`/inbox/${id}/answers`, { text: 'We looked into it.' });
    await vi.waitFor(
      () => expect(smtp.mails.find(({ text }) => text?.includes('We looked into it.'))).toBeDefined(),
      10_000,
    );
    expect(subjects().filter((subject) => subject?.startsWith('An answer from'))).not.toContain(
      'An answer from Cascadia',
    );
  });

  it('has it wait again when its sender adds something', async () => {
    const { id, token } = await write('Eve');
    await pat.ask(`/inbox/${id}/answers`, { text: 'Yes' });
    await fetch(`${cms.url}/api/inquiries/${token}/lines`, {
      method: 'POST',
      headers: asSite,
      body: JSON.stringify({ text: 'When?' }),
    });
    expect((await open(pat, id)).state).toBe('open');
    expect(await names(pat)).toContain('Eve');
  });

  it('is closed and taken up again, and given to a colleague who can take care of it', async () => {
    const { id, token } = await write('Fay');
    expect((await pat.ask(`/inbox/${id}/state`, { state: 'closed' }, 'PUT')).body.state).toBe('closed');
    expect((await seenBySender(token)).state).toBe('closed');
    expect((await pat.ask(`/inbox/${id}/state`, { state: 'open' }, 'PUT')).body.state).toBe('open');
    expect((await pat.ask(`/inbox/${id}/assignee`, { admin: pat.id }, 'PUT')).body.assigned).toBe('Some One');
    expect((await pat.ask(`/inbox/${id}/assignee`, { admin: null }, 'PUT')).body.assigned).toBeNull();
    expect((await pat.ask(`/inbox/${id}/assignee`, { admin: zoe.id }, 'PUT')).status).toBe(400);
  });

  describe('refuses', () => {
    let id: number;
    beforeAll(async () => {
      id = (await write('Gus')).id;
    });
    const every = (message: number): [string, unknown?, string?][] => [
      [`/inbox/${message}`],
      [`/inbox/${message}/answers`, { text: 'Mine now' }],
      [`/inbox/${message}/notes`, { text: 'Mine now' }],
      [`/inbox/${message}/state`, { state: 'closed' }, 'PUT'],
      [`/inbox/${message}/assignee`, { admin: null }, 'PUT'],
      [`/inbox/${message}/places`, { places: 1 }],
      [`/inbox/${message}/acceptance`, { workshop: 'x', places: 1, text: '' }],
      [`/inbox/${message}/refusal`, { text: '' }],
      [`/inbox/${message}/mails/1`, {}],
    ];

    it('another partner, marketing and strangers, by every route', async () => {
      for (const [path, body, method] of every(id)) {
        expect([path, (await zoe.ask(path, body, method)).status]).toEqual([path, 404]);
        expect([path, (await maya.ask(path, body, method)).status]).toEqual([path, 403]);
        expect([path, (await stranger(cms).ask(path, body, method)).status]).toEqual([path, 401]);
      }
      expect(await open(ada, id)).toMatchObject({ state: 'new', lines: [] });
    });

    it('what can’t be meant, with the remedy', async () => {
      const ask = async (path: string, body?: unknown, method?: string) =>
        refusal(await pat.ask(path, body, method));
      expect(await ask(`/inbox/${id}/answers`, { text: ' ' })).toEqual([
        400,
        'Please write something first.',
      ]);
      expect(await ask(`/inbox/${id}/answers`, { text: { a: 1 } })).toEqual([
        400,
        'Please write something first.',
      ]);
      expect((await ask(`/inbox/${id}/notes`, { text: 'x'.repeat(8_001) }))[0]).toBe(400);
      for (const state of ['gone', null, 1])
        expect((await ask(`/inbox/${id}/state`, { state }, 'PUT'))[0]).toBe(400);
      expect((await ask('/inbox?part=all'))[0]).toBe(400);
      expect((await ask('/inbox?page=-1'))[0]).toBe(400);
      for (const missing of [2 ** 31 - 1, 'x', -1])
        expect([400, 404]).toContain((await ask(`/inbox/${missing}`))[0]);
    });

    it('to answer what was taken back', async () => {
      const { id: taken, token } = await write('Hal');
      await fetch(`${cms.url}/api/inquiries/${token}/withdrawal`, { method: 'POST', headers: asSite });
      expect((await pat.ask(`/inbox/${taken}/answers`, { text: 'Yes' })).status).toBe(400);
      expect(await names(pat, '?part=closed')).toContain('Hal');
    });
  });

  describe('a place that is asked for', () => {
    /** A workshop of Cascadia's with ten places. */
    const offer = async (title: string) => {
      const partner = await documents(cms, PARTNER).findFirst({ filters: { name: 'Cascadia' } });
      const data = seattle(String(partner?.documentId), { title, capacity: 10 });
      const documentId = await publishWorkshop(cms, data);
      const slug = String((await documents(cms, WORKSHOP).findOne({ documentId }))?.slug);
      return {
        documentId,
        ask: async (name: string) =>
          (await write(name, { purpose: 'place', workshop: slug, teachers: 3 })).id,
        left: async () =>
          ((await (await cms.get(`/api/workshops/${slug}`)).json()) as { placesLeft: number | null })
            .placesLeft,
      };
    };
    const give = (id: number, places: unknown, who = pat) => who.ask(`/inbox/${id}/places`, { places });

    it('and given counts as taken, once, and visitors see so', async () => {
      const { ask, left } = await offer('For Ned');
      const id = await ask('Ned');
      expect(await open(pat, id)).toMatchObject({ mayGive: true, teachers: 3, given: null });
      const { status, body } = await give(id, 3);
      expect([status, body.given]).toEqual([200, 3]);
      expect((body.lines as Fields[]).at(-1)).toMatchObject({ kind: 'note', text: 'Gave 3 places.' });
      expect(await left()).toBe(7);
      expect((await give(id, 3)).status).toBe(400);
      expect(await left()).toBe(7);
    });

    it('and given is free again once its sender takes the message back', async () => {
      const { ask, left } = await offer('For Nora');
      const id = await ask('Nora');
      await give(id, 3);
      const [{ token }] = await cms.strapi.db.connection('visitor_inquiries').where({ id });
      await fetch(`${cms.url}/api/inquiries/${token}/withdrawal`, { method: 'POST', headers: asSite });
      expect(await left()).toBe(10);
      expect((await open(pat, id)).given).toBeNull();
      expect((await give(id, 3)).status).toBe(400);
    });

    it('and given at the same moment as another is counted as well', async () => {
      const { ask, left } = await offer('For two');
      const ids = [await ask('Olga'), await ask('Paul')];
      const answers = await Promise.all(ids.map((id) => give(id, 1)));
      expect(answers.map(({ status }) => status)).toEqual([200, 200]);
      expect(await left()).toBe(8);
    });

    it('is not given beyond what there is, nor by those whose workshop it isn’t', async () => {
      const { ask } = await offer('For Quinn');
      const id = await ask('Quinn');
      for (const places of [0, -1, 1.5, '3', null, 1_001, 500])
        expect([places, (await give(id, places)).status]).toEqual([places, 400]);
      expect((await give(id, 1, nat)).status).toBe(403);
      expect((await open(pat, id)).given).toBeNull();
      expect((await give((await write('Rob')).id, 1)).status).toBe(400);
    });

    it('is counted in the draft alone where that holds more that is not published', async () => {
      const { ask, left, documentId } = await offer('For Sam');
      await documents(cms, WORKSHOP).update({ documentId, data: { notes: 'Not yet said' } });
      const { body } = await give(await ask('Sam'), 1);
      expect(String((body.lines as Fields[]).at(-1)?.text)).toContain('other changes that are not published');
      expect(await left()).toBeNull();
      expect((await documents(cms, WORKSHOP).findOne({ documentId }))?.placesTaken).toBe(1);
    });
  });

  it('reminds after two working days, and tells the national desk after five', async () => {
    const { id } = await write('Ida');
    await passTime('inquiry-reminder');
    await vi.waitFor(() => expect(subjects()).toContain('Ida waits for your answer'), 10_000);
    expect(await names(nat)).not.toContain('Ida');
    await passTime('inquiry-unanswered');
    await vi.waitFor(() => expect(subjects()).toContain('Unanswered for five working days: Ida'), 10_000);
    expect(await names(nat)).toContain('Ida');
    await pat.ask(`/inbox/${id}/answers`, { text: 'Sorry!' });
    expect(await names(nat)).not.toContain('Ida');
  });

  it('reminds nobody of what was answered', async () => {
    const { id } = await write('Jan');
    await pat.ask(`/inbox/${id}/answers`, { text: 'Yes' });
    const left = await cms.strapi.db.connection('outbox').where({ about: `inquiry:${id}`, state: 'waiting' });
    expect(left.filter(({ task }) => /reminder|unanswered/.test(task))).toEqual([]);
  });

  it('says which mail failed and why, and sends it again', async () => {
    smtp.refused.set('kim@school.test', { code: 550, message: '5.1.1 No such user kim@school.test' });
    const { id } = await write('Kim');
    const failed = await vi.waitFor(async () => {
      const { mails } = await open(pat, id);
      const found = mails.find(({ state }) => state === 'failed');
      expect(found).toBeDefined();
      return found;
    }, 10_000);
    expect(failed?.what).toBe('The receipt, to its sender');
    expect(failed?.failure).toContain('5.1.1 No such user (the address)');
    smtp.refused.clear();
    await pat.ask(`/inbox/${id}/mails/${failed?.id}`, {});
    await vi.waitFor(async () => {
      const { mails } = await open(pat, id);
      expect(mails.find((mail) => mail.id === failed?.id)?.state).toBe('done');
    }, 10_000);
    expect((await pat.ask(`/inbox/${id}/mails/${failed?.id}`, {})).status).toBe(404);
  });

  describe('personal data', () => {
    it('is handed over and erased on request, by the national desk alone', async () => {
      const { id, token } = await write('Lea');
      await pat.ask(`/inbox/${id}/answers`, { text: 'Yes' });
      const request = { email: ' LEA@school.test ' };
      for (const who of [pat, maya])
        for (const path of ['/inbox/personal-data', '/inbox/personal-data/erasure'])
          expect((await who.ask(path, request)).status).toBe(403);
      expect((await nat.ask('/inbox/personal-data/erasure', { email: 'everybody' })).status).toBe(400);
      const { body } = await nat.ask('/inbox/personal-data', request);
      expect(body.email).toBe('lea@school.test');
      expect(body.inquiries).toMatchObject([
        { name: 'Lea', message: 'Hello from Lea', lines: [{ text: 'Yes' }] },
      ]);
      expect(JSON.stringify(body)).not.toContain(token);
      expect((await nat.ask('/inbox/personal-data/erasure', request)).body).toEqual({ erased: 1, alerts: 0 });
      expect((await nat.ask(`/inbox/${id}`)).status).toBe(404);
      for (const table of ['visitor_inquiries', 'visitor_inquiry_lines', 'outbox', 'versions'])
        expect([
          table,
          JSON.stringify(await cms.strapi.db.connection(table)).match(/lea@school|Hello from Lea/i),
        ]).toEqual([table, null]);
      expect(await cms.strapi.db.connection('outbox').where({ about: `inquiry:${id}` })).toEqual([]);
    });

    it('is erased when its time has come', async () => {
      const { id } = await write('Moe');
      await cms.strapi.db
        .connection('visitor_inquiries')
        .where({ id })
        .update({ erase_at: Date.now() - 1 });
      await cms.strapi.db
        .connection('outbox')
        .where({ task: 'erase-inquiries' })
        .update({ state: 'waiting', due_at: 0 });
      await vi.waitFor(async () => expect((await nat.ask(`/inbox/${id}`)).status).toBe(404), 10_000);
    });
  });
});
