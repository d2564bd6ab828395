import { ALERT_MOST_TEACHERS, type Alert, type AlertRequest, readAlertForm } from '@deep-dive/shared-types';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, type Reply } from '../testing/ask';
import { startFakeCms } from '../testing/fake-cms';
import { ALERT, type Misbehave, refusal, startFakeIntake, TOKEN } from '../testing/fake-intake';
import { SECRET, startSite, type TestSite } from '../testing/start-site';
import { code, FORM, HERE, stampOf, type Typed, Visitors, valueIn } from '../testing/visitors';
import { Stamps } from './stamp';

const json = { 'content-type': 'application/json' };
const other: Alert = {
  ...ALERT,
  id: 'b2',
  place: 'Boise, ID',
  state: 'active',
  kinds: ['intro'],
  teachers: 1,
};

/** A form as a browser sends it. */
function bodyOf(typed: Typed, kinds: string[] = ['intro', 'deep-dive']): string {
  const form = new URLSearchParams({ stamp: stampOf(10_000), subject: '', ...typed });
  for (const kind of kinds) form.append('kinds', kind);
  return form.toString();
}

describe('who wants to be told of workshops', () => {
  let fakeCms: Awaited<ReturnType<typeof startFakeCms>>;
  let cms: Awaited<ReturnType<typeof startFakeIntake>>;
  let site: TestSite;

  beforeAll(async () => {
    fakeCms = await startFakeCms();
    cms = await startFakeIntake(fakeCms.url);
    site = await startSite(code, cms.url, { trustedProxies: { count: 1 } });
  });
  afterAll(async () => {
    await site.close();
    await cms.close();
    await fakeCms.close();
  });
  beforeEach(() => {
    cms.reset();
    visitors.next();
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  const visitors = new Visitors(() => site.url);
  const get = (path: string): Promise<Reply> => visitors.get(path);
  const post = (path: string, body: string, changes?: Typed): Promise<Reply> =>
    visitors.post(path, body, changes);
  const logged = (): string =>
    JSON.stringify(vi.mocked(console.error).mock.calls.map((call) => call.map(String)));
  /** Nobody's e-mail address is another's. */
  const mine = (): Typed => ({
    email: `ana${visitors.number}@school.example`,
    near: 'Yakima',
    radius: '50',
    teachers: '7',
  });
  const send = (typed: Typed = {}, kinds?: string[], headers?: Typed): Promise<Reply> =>
    post('/alerts', bodyOf({ ...mine(), ...typed }, kinds), headers);
  const posted = () => cms.asked.filter(({ method }) => method === 'POST');
  const taken = (): AlertRequest | undefined => [...cms.takenAlerts.values()][0]?.alert;

  describe('finds a form', () => {
    it('that is one page without script, kept by nobody, with all that is known in it', async () => {
      const { status, headers, text } = await get('/alerts?near=98901&radius=100&kind=deep-dive');
      expect([status, headers['cache-control'], headers['set-cookie']]).toEqual([200, 'no-store', undefined]);
      expect(headers['content-security-policy']).toContain("form-action 'self'");
      expect(text).not.toMatch(/<script/);
      expect([valueIn(text, 'near'), valueIn(text, 'radius'), valueIn(text, 'teachers')]).toEqual([
        '98901',
        '100',
        '1',
      ]);
      expect(text.match(/name="kinds"[^>]*checked/g)).toHaveLength(1);
      expect(text).toMatch(/<input(?=[^>]*value="deep-dive")[^>]*checked/);
    });

    it('with both kinds ticked where none came, and fifty miles', async () => {
      const { text } = await get('/alerts');
      expect(text.match(/name="kinds"[^>]*checked/g)).toHaveLength(2);
      expect(text).not.toMatch(/name="virtual"[^>]*checked/);
      expect([valueIn(text, 'near'), valueIn(text, 'radius')]).toEqual(['', '50']);
    });

    it('that search engines know under one address', async () => {
      expect((await get('/alerts')).headers['x-robots-tag']).toBeUndefined();
      for (const query of ['?near=98901', '?sent', '?ended'])
        expect((await get(`/alerts${query}`)).headers['x-robots-tag']).toBe('noindex');
    });

    it.each([
      'near=46.6,-120.5',
      `near=${'a'.repeat(101)}`,
      'near=%00',
      'radius=any',
      'radius=51',
      'kind=advanced',
    ])('without what can’t be meant: %s', async (query) => {
      const { status, text } = await get(`/alerts?${query}`);
      expect(status).toBe(200);
      expect([valueIn(text, 'near'), valueIn(text, 'radius')]).toEqual(['', '50']);
      expect(text.match(/name="kinds"[^>]*checked/g)).toHaveLength(2);
    });
  });

  describe('asks', () => {
    it('and it is handed on with the site’s credential; where one is led says nothing of anybody', async () => {
      const { status, headers } = await send({ virtual: 'true' });
      expect([status, headers.location]).toEqual([303, '/alerts?sent']);
      expect([headers['cache-control'], headers['set-cookie']]).toEqual(['no-store', undefined]);
      const [submission] = [...cms.takenAlerts.values()];
      expect(submission).toEqual({
        key: expect.stringMatching(/^[\w-]{43}$/),
        alert: { ...mine(), radius: 50, teachers: 7, kinds: ['intro', 'deep-dive'], virtual: true },
      });
      expect(posted()[0]?.headers.authorization).toBe(`Bearer ${SECRET}`);
      expect(posted()[0]?.headers['x-forwarded-for']).toBeUndefined();
      const { text } = await get('/alerts?sent');
      expect(text).toContain('<h1>Check your e-mail</h1>');
      expect(text).toContain('It works for 3 days');
      expect(text).not.toContain('<form');
    });

    it('once, however often one form is sent', async () => {
      const body = bodyOf(mine());
      const replies = await Promise.all([post('/alerts', body), post('/alerts', body)]);
      expect(replies.map(({ status }) => status)).toEqual([303, 303]);
      expect(cms.takenAlerts.size).toBe(1);
      await send();
      expect(cms.takenAlerts.size).toBe(2);
    });

    it('and gets it back whole with every fault at its field', async () => {
      const typed = { email: 'ana at school', near: '', radius: '51', teachers: 'a few' };
      const stamp = stampOf(10_000);
      const { status, text } = await post('/alerts', bodyOf({ ...typed, stamp, virtual: 'true' }, []));
      expect(status).toBe(422);
      expect([valueIn(text, 'email'), valueIn(text, 'teachers'), valueIn(text, 'stamp')]).toEqual([
        'ana at school',
        'a few',
        stamp,
      ]);
      expect(text).toMatch(/name="virtual"[^>]*checked/);
      for (const name of ['email', 'near', 'radius', 'kinds', 'teachers']) {
        expect(text).toContain(`href="#intake-${name}"`);
        expect(text).toContain(`id="intake-${name}-problem"`);
        expect(text).toContain(`id="intake-${name}"`);
      }
      expect(text.indexOf('Please check what is marked below')).toBeLessThan(text.indexOf('<form'));
      expect(text).toContain('<title>Please check:');
      expect(cms.asked).toEqual([]);
    });

    it('near a place that the CMS doesn’t know, and is told which may be meant', async () => {
      const words = 'We can’t find “Yakma”. Did you mean Yakima, WA?';
      cms.misbehave((_, response) => {
        response.writeHead(422, json).end(JSON.stringify(refusal('near', words)));
      });
      const { status, text } = await send({ near: 'Yakma' });
      expect(status).toBe(422);
      expect(text).toMatch(/id="intake-near-problem"[^>]*>.*Did you mean Yakima, WA\?/);
      expect([valueIn(text, 'near'), valueIn(text, 'teachers')]).toEqual(['Yakma', '7']);
    });

    it.each([
      ['email', ''],
      ['email', 'ana@school.example\r\nBcc: all@school.example'],
      ['email', 'ana@school.example, all@school.example'],
      ['email', '"Ana" <ana@school.example>'],
      ['near', ''],
      ['near', 'Yakima\r\nSubject: hello'],
      ['near', 'Yakima\u2028Subject: hello'],
      ['near', 'a\0b'],
      ['near', 'x'.repeat(101)],
      ['radius', ''],
      ['radius', '1e2'],
      ['radius', '-50'],
      ['radius', '0x32'],
      ['teachers', ''],
      ['teachers', '0'],
      ['teachers', '-1'],
      ['teachers', '1.5'],
      ['teachers', String(ALERT_MOST_TEACHERS + 1)],
      ['teachers', '9'.repeat(400)],
    ])('and is told what is wrong with %s: %j', async (field, value) => {
      const { status, text } = await send({ [field]: value });
      expect(status).toBe(422);
      expect(text).toContain(`id="intake-${field}-problem"`);
      expect(cms.takenAlerts.size).toBe(0);
    });

    it('of kinds that are none in vain, and of one kind twice for one', async () => {
      expect((await send({}, ['everything'])).status).toBe(422);
      expect((await send({}, [])).status).toBe(422);
      expect((await send({}, ['intro', 'intro'])).status).toBe(303);
      expect(taken()?.kinds).toEqual(['intro']);
    });

    it('for what no form asks, which nobody hears of', async () => {
      expect((await send({ state: 'active', id: 'x', confirmed: 'true' })).status).toBe(303);
      expect(Object.keys(taken() ?? {}).sort()).toEqual([
        'email',
        'kinds',
        'near',
        'radius',
        'teachers',
        'virtual',
      ]);
    });
  });

  describe('is told from programs', () => {
    it.each([
      ['sooner than a person could', () => ({ stamp: stampOf(500) })],
      ['with a stamp of another’s', () => ({ stamp: stampOf(10_000, 'another-secret-0123456789abcdefgh') })],
      ['without a stamp', () => ({ stamp: '' })],
      ['with what no person sees filled in', () => ({ subject: 'Buy now' })],
    ])('that send %s, and nothing is lost', async (_, typed: () => Typed) => {
      const { status, text } = await send(typed());
      expect(status).toBe(422);
      expect(text).toContain('Please send it once more');
      expect([valueIn(text, 'near'), valueIn(text, 'subject')]).toEqual(['Yakima', '']);
      expect(new Stamps(SECRET).age(valueIn(text, 'stamp') ?? '')).not.toBeNull();
      expect(cms.asked).toEqual([]);
    });

    it.each([
      ['another site’s page', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbour’s page', { 'sec-fetch-site': 'same-site' }],
      ['another site’s page in an older browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
      ['a page that hides', { 'sec-fetch-site': '', origin: 'null' }],
      ['nowhere', { 'sec-fetch-site': '', origin: '' }],
    ])('that send from %s', async (_, given) => {
      const reply = await send({}, undefined, given);
      expect(reply.status).toBe(403);
      expect(reply.text).toContain(`${HERE}/alerts`);
      expect(cms.asked).toEqual([]);
    });

    it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', ''])(
      'that send in another form: %s',
      async (type) => {
        expect((await post('/alerts', bodyOf(mine()), { 'content-type': type })).status).toBe(415);
        expect(cms.asked).toEqual([]);
      },
    );

    it('that send a megabyte, said or unsaid', async () => {
      const body = bodyOf({ ...mine(), near: 'x'.repeat(1_000_000) });
      const unsaid = { 'content-length': '', 'transfer-encoding': 'chunked' };
      for (const headers of [{}, unsaid]) expect((await post('/alerts', body, headers)).status).toBe(413);
      expect(cms.asked).toEqual([]);
    });

    it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('that say %s', async (method) => {
      for (const path of ['/alerts', `/alerts/${TOKEN}`, `/alerts/${TOKEN}/a1/unsubscribe`])
        expect((await ask(site.url, path, { method })).status).toBe(405);
    });

    it.each(['"><script>alert(1)</script>', '</title><svg onload=alert(1)>', '{{constructor("x")()}}'])(
      'and markup in every field comes back as text: %s',
      async (attack) => {
        const names = ['email', 'near', 'radius', 'teachers', 'stamp', 'subject', 'virtual'];
        const typed = Object.fromEntries(names.map((name) => [name, attack]));
        const { status, text } = await post('/alerts', bodyOf(typed, [attack]));
        expect(status).toBe(422);
        expect(text).not.toMatch(/<script|<svg|alert\(1\)>/);
        expect(valueIn(text, 'near')).toBe(attack);
      },
    );
  });

  describe('in a flood', () => {
    it('of 10,000 from one address is answered quickly, and the CMS hears of five', async () => {
      const body = bodyOf(mine());
      const statuses = new Map<number, number>();
      for (let round = 0; round < 100; round++) {
        const replies = await Promise.all(Array.from({ length: 100 }, () => post('/alerts', body)));
        for (const { status } of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      expect(Object.fromEntries(statuses)).toEqual({ 303: 5, 429: 9_995 });
      expect(posted()).toHaveLength(5);
      visitors.next();
      expect((await send()).status).toBe(303);
    }, 120_000);

    it('from one network may be a whole school, and no more', async () => {
      for (let teacher = 0; teacher < 20; teacher++)
        expect((await send({ email: `t${teacher}@school.example` })).status).toBe(303);
      const { status, headers, text } = await send({ email: 'late@school.example' });
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(500);
      expect(text).toContain('Please send it again in 10 minutes');
      expect(valueIn(text, 'email')).toBe('late@school.example');
    });

    it('for somebody else’s address ends at five, from wherever it comes, and whatever its letters’ case', async () => {
      const statuses = [];
      for (let sent = 0; sent < 6; sent++) {
        visitors.next();
        statuses.push((await send({ email: sent % 2 ? 'Victim@X.example' : 'victim@x.example' })).status);
      }
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    });

    it('takes nothing of what may be written to a partner', async () => {
      for (let teacher = 0; teacher < 20; teacher++) await send({ email: `u${teacher}@school.example` });
      const inquiry = { purpose: 'other', name: 'Ana', email: 'ana@q.example', message: 'Hello' };
      expect((await post('/contact', bodyOf(inquiry, []))).status).toBe(303);
    });
  });

  describe('while the CMS', () => {
    const lies: [string, Misbehave][] = [
      ['is away', (_, response) => response.destroy()],
      ['fails', (_, response) => response.writeHead(500, json).end('{}')],
      ['answers no JSON', (_, response) => response.writeHead(201, json).end('{"place":')],
      ['names no place', (_, response) => response.writeHead(201, json).end('{"place":""}')],
      ['has no such door yet', (_, response) => response.writeHead(405, json).end('{}')],
      ['does not know the site', (_, response) => response.writeHead(401, json).end('{}')],
      ['refuses without a reason', (_, response) => response.writeHead(422, json).end('{}')],
    ];
    it.each(lies)('%s, what was typed stays, and no log has it', async (_, how) => {
      cms.misbehave(how);
      const { status, headers, text } = await send();
      expect([status, headers['retry-after']]).toEqual([503, '60']);
      expect(text).toContain('We couldn’t note that just now');
      for (const [name, value] of Object.entries(mine()))
        expect([name, valueIn(text, name)]).toEqual([name, value]);
      expect(logged()).not.toMatch(/ana\d|Yakima/);
    });

    it('is away, nobody’s allowance is spent, and the same form arrives once when it is back', async () => {
      const body = bodyOf(mine());
      cms.misbehave((_, response) => response.writeHead(500, json).end('{}'));
      for (let sent = 0; sent < 8; sent++) expect((await post('/alerts', body)).status).toBe(503);
      cms.misbehave(undefined);
      await vi.waitFor(async () => expect((await post('/alerts', body)).status).toBe(303), 10_000);
      expect(cms.takenAlerts.size).toBe(1);
    });

    it('shares no secret with the site, nothing can be asked, and no link leads anywhere', async () => {
      const closed = await startSite(code, cms.url, { invalidationSecret: undefined });
      try {
        expect((await ask(closed.url, '/alerts')).text).not.toContain('<form');
        const headers = { 'content-type': FORM, origin: HERE };
        const reply = await ask(closed.url, '/alerts', { method: 'POST', body: bodyOf(mine()), headers });
        expect(reply.status).toBe(503);
        expect((await ask(closed.url, `/alerts/${TOKEN}`)).status).toBe(404);
        const oneClick = await ask(closed.url, `/alerts/${TOKEN}/a1/unsubscribe`, { method: 'POST' });
        expect(oneClick.status).toBe(503);
      } finally {
        await closed.close();
      }
    });
  });

  describe('has a private page', () => {
    const path = `/alerts/${TOKEN}`;
    const act = (typed: Typed, kinds: string[] = [], headers?: Typed): Promise<Reply> => {
      const form = new URLSearchParams(typed);
      for (const kind of kinds) form.append('kinds', kind);
      return post(path, form.toString(), headers);
    };

    it('that says all that is kept, and is kept, found and told of by nobody', async () => {
      cms.setAlerts([ALERT, other]);
      const { status, headers, text } = await get(path);
      expect([status, headers['cache-control'], headers['x-robots-tag'], headers['referrer-policy']]).toEqual(
        [200, 'no-store', 'noindex, nofollow', 'no-referrer'],
      );
      expect([headers.etag, headers['set-cookie']]).toEqual([undefined, undefined]);
      expect(text).not.toMatch(/<script/);
      expect(text).toContain('ana@school.example');
      expect(text).toContain('<h2>Yakima, WA 98901</h2>');
      expect(text).toContain('<h2>Boise, ID</h2>');
      expect(text).toContain('Not confirmed yet');
      expect(text).toContain('We tell you, until Mon, Jan 18, 2027');
      expect(text).toContain('Intro and Deep Dive workshops');
      expect(text).toContain('7 teachers');
      expect(text).toContain('End all of them');
      const ids = [...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('that asks first, for mail programs open links: only the button says yes', async () => {
      for (let opened = 0; opened < 3; opened++) {
        const { text } = await get(`${path}?confirm=a1`);
        expect(text).toContain('<h1>Shall we tell you?</h1>');
        expect(text).toContain('Yes, tell me');
      }
      expect(posted()).toEqual([]);
      const { status, headers } = await act({ action: 'confirm', id: 'a1' });
      expect([status, headers.location]).toEqual([303, `${path}?confirmed=a1`]);
      expect(cms.alerts()[0]?.state).toBe('active');
      const { text } = await get(`${path}?confirmed=a1`);
      expect(text).toContain('<h1>Thank you! We will tell you</h1>');
      expect(text).toContain('href="/workshops?near=Yakima,+WA+98901"');
      expect((await get(`${path}?confirm=a1`)).text).toContain('Thank you! We will tell you');
    });

    it('that says so when the link in the mail came too late', async () => {
      cms.setAlerts([other]);
      const { status, text } = await get(`${path}?confirm=a1`);
      expect(status).toBe(200);
      expect(text).toContain('That one has ended already');
    });

    it('on which wishes are changed', async () => {
      cms.setAlerts([ALERT, other]);
      const change = { action: 'change', id: 'b2', radius: '25', teachers: '3', virtual: 'true' };
      const { status, headers } = await act(change, ['deep-dive']);
      expect([status, headers.location]).toEqual([303, `${path}?changed=b2`]);
      const changed = { radius: 25, teachers: 3, virtual: true, kinds: ['deep-dive'] };
      expect(cms.alerts()).toEqual([ALERT, { ...other, ...changed }]);
      expect((await get(`${path}?changed=b2`)).text).toContain('Your change is kept');
    });

    it('on which a change that won’t do comes back with its faults, at its own place', async () => {
      cms.setAlerts([ALERT, other]);
      const { status, text } = await act({ action: 'change', id: 'b2', radius: '3', teachers: 'many' }, []);
      expect(status).toBe(422);
      expect(text.match(/<details[^>]* open=""/g)).toHaveLength(1);
      for (const name of ['radius', 'kinds', 'teachers']) {
        expect(text).toContain(`href="#intake-b2-${name}"`);
        expect(text).toContain(`id="intake-b2-${name}-problem"`);
      }
      expect(text).toMatch(/id="intake-b2-teachers"[^>]*value="many"/);
      expect(text).not.toContain('id="intake-a1-teachers-problem"');
      expect(posted()).toEqual([]);
    });

    it('on which the CMS may say what is wrong', async () => {
      cms.misbehave(({ method }, response) => {
        if (method === 'GET') response.writeHead(200, json).end(JSON.stringify(all));
        else response.writeHead(422, json).end(JSON.stringify(refusal('radius', 'Not so far.')));
      });
      const { status, text } = await act({ action: 'change', id: 'a1', radius: '250', teachers: '1' }, [
        'intro',
      ]);
      expect(status).toBe(422);
      expect(text).toMatch(/id="intake-a1-radius-problem"[^>]*>.*Not so far\./);
    });
    const all = { email: 'ana@school.example', alerts: [ALERT] };

    it('on which one is ended, then the last, and one can begin anew', async () => {
      cms.setAlerts([ALERT, other]);
      const first = await act({ action: 'end', id: 'a1' });
      expect([first.status, first.headers.location]).toEqual([303, `${path}?ended=a1`]);
      expect((await get(`${path}?ended=a1`)).text).toContain('That one has ended');
      const last = await act({ action: 'end', id: 'b2' });
      expect([last.status, last.headers.location]).toEqual([303, '/alerts?ended']);
      const { text } = await get('/alerts?ended');
      expect(text).toContain('<h1>You will get no more mails about workshops</h1>');
      expect(text).toContain('<form');
    });

    it('on which all are ended at once', async () => {
      cms.setAlerts([ALERT, other]);
      const { status, headers } = await act({ action: 'end-all' });
      expect([status, headers.location]).toEqual([303, '/alerts?ended']);
      expect(posted().map(({ body }) => body)).toEqual([{ id: null }]);
    });

    it('in two tabs: what the other has ended meanwhile is said, and all the rest stays', async () => {
      cms.setAlerts([other]);
      for (const action of ['confirm', 'change']) {
        const { status, text } = await act({ action, id: 'a1', radius: '25', teachers: '1' }, ['intro']);
        expect([action, status]).toEqual([action, 404]);
        expect(text).toContain('That one has ended already');
        expect(text).toContain('Boise, ID');
      }
      expect((await act({ action: 'end', id: 'a1' })).headers.location).toBe(`${path}?ended=a1`);
    });

    it.each<Typed>([{}, { action: 'erase' }, { action: 'confirm' }, { action: 'end', id: '../b2' }])(
      'on which nothing comes of what no button says: %j',
      async (typed) => {
        cms.setAlerts([ALERT, other]);
        expect([303, 404]).toContain((await act(typed)).status);
        expect(cms.alerts()).toEqual([ALERT, other]);
      },
    );

    it('that is changed by itself alone, though it may keep its address to itself', async () => {
      const end = { action: 'end', id: 'a1' };
      expect((await act(end, [], { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      const older = (origin: string) => act(end, [], { 'sec-fetch-site': '', origin });
      expect((await older('https://evil.example')).status).toBe(403);
      expect(cms.alerts()).toEqual([ALERT]);
      expect((await older('null')).status).toBe(303);
    });

    it('that is not worn out: after forty changes one has to wait, and nothing typed is lost', async () => {
      cms.setAlerts([ALERT, other]);
      for (let sent = 0; sent < 41; sent++) await act({ action: 'confirm', id: 'a1' });
      const { status, text } = await act({ action: 'change', id: 'a1', radius: '10', teachers: '9' }, [
        'intro',
      ]);
      expect(status).toBe(429);
      expect(text).toMatch(/id="intake-a1-teachers"[^>]*value="9"/);
    });

    it.each([`/alerts/${'x'.repeat(43)}`, '/alerts/x', `/alerts/${TOKEN}x`])(
      'that is none, or has ended, says so and offers the form: %s',
      async (address) => {
        const { status, text, headers } = await get(address);
        expect([status, headers['cache-control'], headers['referrer-policy']]).toEqual([
          404,
          'no-store',
          'no-referrer',
        ]);
        expect(text).toContain('Such links end');
        expect(text).toContain('href="/alerts"');
        expect((await post(address, 'action=end-all')).status).toBe(404);
      },
    );

    it('that is not found by trying: after sixty links to nothing, a network has to wait', async () => {
      const statuses = [];
      for (let tried = 0; tried < 62; tried++)
        statuses.push((await get(`/alerts/${String(tried).padStart(43, 'a')}`)).status);
      expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true);
      expect(statuses.slice(60)).toEqual([429, 429]);
      expect(cms.asked).toHaveLength(60);
    });

    it('that takes a break while the CMS is away, and no log has its link', async () => {
      cms.misbehave((_, response) => response.writeHead(500).end());
      const { status, headers } = await get(path);
      expect([status, headers['referrer-policy']]).toEqual([503, 'no-referrer']);
      expect((await get(`${path}?confirmed=a1`)).text).toContain('That is done');
      cms.misbehave((_, response) => response.destroy());
      await get(path);
      expect(logged()).toContain('The intake failed');
      expect(logged()).not.toContain(TOKEN);
    });

    it('that takes nothing that can’t be right', async () => {
      for (const wrong of [
        { id: '"><b>' },
        { radius: 51 },
        { kinds: [] },
        { state: 'ended' },
        { until: 1e99 },
      ]) {
        cms.misbehave((_, response) => {
          response.writeHead(200, json).end(JSON.stringify({ ...all, alerts: [{ ...ALERT, ...wrong }] }));
        });
        expect((await get(path)).status).toBe(503);
      }
    });

    it('that shows what it is told as text', async () => {
      cms.setAlerts([{ ...ALERT, place: '<script>alert(1)</script>' }]);
      expect((await get(`${path}?confirm=a1`)).text).not.toContain('<script');
    });
  });

  describe('unsubscribes with one click', () => {
    const path = `/alerts/${TOKEN}/a1/unsubscribe`;
    /** As RFC 8058 has mail providers do it: nothing that a browser sends. */
    const fromProvider = (
      address = path,
      body = 'List-Unsubscribe=One-Click',
      type = FORM,
      more: Typed = {},
    ): Promise<Reply> =>
      post(address, body, { 'content-type': type, origin: '', 'sec-fetch-site': '', ...more });

    it('by a link that asks first: nothing comes of opening it', async () => {
      const { status, headers, text } = await get(path);
      expect([status, headers['referrer-policy'], headers['cache-control']]).toEqual([
        200,
        'no-referrer',
        'no-store',
      ]);
      expect(text).toContain('Stop these mails');
      expect(text).toContain('Yakima, WA 98901');
      await ask(site.url, path, { method: 'HEAD' });
      expect(cms.alerts()).toEqual([ALERT]);
    });

    it('from a mail program, as often as it likes, and only that one ends', async () => {
      cms.setAlerts([ALERT, other]);
      for (let clicked = 0; clicked < 3; clicked++) {
        const { status, text } = await fromProvider();
        expect(status).toBe(200);
        expect(text).toContain('You will get no more of these mails');
        expect(text).not.toMatch(/ana@|Boise/);
      }
      expect(cms.alerts()).toEqual([other]);
      expect((await get(path)).status).toBe(404);
    });

    it('of the last one, after which nothing is kept, and still may be said again', async () => {
      expect((await fromProvider()).status).toBe(200);
      expect(cms.alerts()).toEqual([]);
      expect((await fromProvider()).status).toBe(200);
    });

    const multipart =
      '--x\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n--x--\r\n';
    it.each([
      ['in parts', multipart, 'multipart/form-data; boundary=x', {}],
      ['without a word', '', '', {}],
      [
        'from another site’s page',
        'List-Unsubscribe=One-Click',
        FORM,
        { origin: 'https://mail.example', 'sec-fetch-site': 'cross-site' },
      ],
      [
        'from a browser',
        'List-Unsubscribe=One-Click',
        FORM,
        { origin: 'null', 'sec-fetch-site': 'same-origin' },
      ],
    ])('%s', async (_, body, type, more) => {
      expect((await fromProvider(path, body, type, more)).status).toBe(200);
      expect(cms.alerts()).toEqual([]);
    });

    it('whatever else is asked there, nothing comes of it', async () => {
      cms.setAlerts([ALERT, other]);
      await fromProvider(path, 'action=end-all&id=b2&List-Unsubscribe=One-Click');
      expect(posted().map(({ path, body }) => [path, body])).toEqual([
        [`/api/alerts/${TOKEN}/end`, { id: 'a1' }],
      ]);
    });

    it('and no megabyte', async () => {
      expect((await fromProvider(path, 'x'.repeat(1_000_000))).status).toBe(413);
      expect(cms.asked).toEqual([]);
    });

    it('hundreds of people at one provider, and no more links to nothing than six hundred', async () => {
      for (let person = 0; person < 200; person++) expect((await fromProvider()).status).toBe(200);
      const statuses = new Map<number, number>();
      for (let tried = 0; tried < 600; tried++) {
        const { status } = await fromProvider(`/alerts/${String(tried).padStart(43, 'a')}/a1/unsubscribe`);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      // 199 of those before were of what had ended.
      expect(Object.fromEntries(statuses)).toEqual({ 200: 401, 429: 199 });
    });

    it.each(['/alerts/x/a1/unsubscribe', `/alerts/${TOKEN}x/a1/unsubscribe`])(
      'not of what is no link: %s',
      async (address) => {
        expect((await fromProvider(address)).status).toBe(404);
        expect(cms.asked).toEqual([]);
      },
    );

    it('later, while the CMS is away, and no log has the link', async () => {
      cms.misbehave((_, response) => response.writeHead(500).end());
      const { status, headers } = await fromProvider();
      expect([status, headers['retry-after']]).toEqual([503, '10']);
      expect(logged()).not.toContain(TOKEN);
    });
  });

  it('never meets another’s words, in the cache or elsewhere', async () => {
    const replies = await Promise.all([
      send({ email: '', near: 'Only mine' }),
      send({ email: '', near: 'Just me' }),
    ]);
    expect(replies.map(({ text }) => text.includes('Only mine'))).toEqual([true, false]);
    for (const path of ['/alerts', '/', '/workshops'])
      expect((await get(path)).text).not.toMatch(/Only mine|Just me/);
  });

  it('reads what it sends as its own schema does', () => {
    expect(readAlertForm(new URLSearchParams(bodyOf(mine()))).problems).toEqual([]);
  });
});
