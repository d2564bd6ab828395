import { INQUIRY_LIMITS, readInquiryForm } from '@deep-dive/shared-types';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, type Reply } from '../testing/ask';
import { site as siteFacts, startFakeCms, workshop } from '../testing/fake-cms';
import { type Misbehave, refusal, startFakeIntake, TOKEN } from '../testing/fake-intake';
import { SECRET, startSite, type TestSite } from '../testing/start-site';
import { code, FORM, HERE, stampOf, type Typed, Visitors, valueIn } from '../testing/visitors';
import { Stamps } from './stamp';

const good = {
  purpose: 'school',
  name: 'Ana Gómez',
  email: 'ana@school.example',
  school: 'Cedar Elementary',
  zip: '83702',
  role: 'teacher',
  teachers: '12',
  message: 'We would like\r\na day in March.',
};

/** A form as a browser sends it. */
function bodyOf(typed: Typed, grades: string[] = ['3', '4']): string {
  const form = new URLSearchParams({ stamp: stampOf(10_000), subject: '', ...typed });
  for (const grade of grades) form.append('grades', grade);
  return form.toString();
}

describe('the door for what visitors send', () => {
  let fakeCms: Awaited<ReturnType<typeof startFakeCms>>;
  let cms: Awaited<ReturnType<typeof startFakeIntake>>;
  let site: TestSite;

  beforeAll(async () => {
    fakeCms = await startFakeCms();
    fakeCms.set('/api/site', {
      ...siteFacts,
      nationalContact: { id: 1, name: 'Jo Kim', email: 'jo@national.example', phone: null },
    });
    fakeCms.set(
      '/api/partners/idaho-partner',
      { ...workshop.contact, logo: null, about: null, discounts: [], groupPrices: [], territory: [] },
      'regional-partner',
    );
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

  const send = (typed: Typed = {}, headers?: Typed): Promise<Reply> =>
    post('/contact', bodyOf({ ...mine(), ...typed }), headers);
  /** Nobody's e-mail address is another's. */
  const mine = (): typeof good => ({ ...good, email: `ana${visitors.number}@school.example` });

  describe('a form', () => {
    it('is one page without script, kept by nobody, and says whom it reaches', async () => {
      const { status, headers, text } = await get('/contact?near=83702&purpose=school&people=12');
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(headers['set-cookie']).toBeUndefined();
      expect(headers['content-security-policy']).toContain("form-action 'self'");
      expect(text).not.toMatch(/<script/);
      expect(text).toContain('Your message goes to Idaho Partner, your Regional Partner.');
      expect(text).toContain('mailto:jo@national.example');
      expect([valueIn(text, 'zip'), valueIn(text, 'purpose'), valueIn(text, 'teachers')]).toEqual([
        '83702',
        'school',
        '12',
      ]);
      expect(headers['x-robots-tag']).toBe('noindex');
      expect((await get('/contact')).headers['x-robots-tag']).toBeUndefined();
    });

    it('knows the workshop one comes from, and whom to write to instead', async () => {
      const { text } = await get(`/contact?purpose=place&workshop=${workshop.slug}`);
      expect(text).toContain(`href="/workshops/${workshop.slug}"`);
      expect(text).toContain('Sat, Mar 6, 2027');
      expect(valueIn(text, 'workshop')).toBe(workshop.slug);
      expect(text).toContain('mailto:hello@idaho.example.org');
      expect(text).toContain('<h1>Ask for a place</h1>');
    });

    it('follows a workshop and a partner to where they have moved', async () => {
      fakeCms.move('/api/workshops/old-name', workshop.slug);
      const { text } = await get('/contact?purpose=place&workshop=old-name');
      expect(valueIn(text, 'workshop')).toBe(workshop.slug);
    });

    it.each(['no-such-workshop', '../../etc', '%00', 'a'.repeat(500)])(
      'leaves out a workshop that is none: %s',
      async (slug) => {
        const { status, text } = await get(`/contact?purpose=place&workshop=${slug}`);
        expect(status).toBe(200);
        expect(valueIn(text, 'workshop')).toBeUndefined();
        expect(text).not.toContain('A place in this workshop');
      },
    );

    it('takes a city for no ZIP code, and is there whatever the CMS does', async () => {
      expect(valueIn((await get('/contact?near=Boise,+ID')).text, 'zip')).toBe('');
      cms.misbehave((_, response) => response.destroy());
      const { status, text } = await get('/contact?near=83703');
      expect(status).toBe(200);
      expect(text).toContain('we find out who that is from your ZIP code');
      const ofWorkshop = await get(`/contact?purpose=place&workshop=${workshop.slug}`);
      expect(ofWorkshop.text).toContain('Your message goes to Idaho Partner');
    });
  });

  describe('an inquiry', () => {
    it('is handed on with the site’s credential, and leads to the page that says what happens next', async () => {
      const { status, headers } = await send();
      expect([status, headers.location]).toEqual([303, `/inquiries/${TOKEN}?sent`]);
      expect([headers['cache-control'], headers['set-cookie']]).toEqual(['no-store', undefined]);
      const [submission] = [...cms.taken.values()];
      expect(submission?.key).toMatch(/^[\w-]{43}$/);
      expect(submission?.inquiry).toEqual({
        ...mine(),
        teachers: 12,
        grades: ['3', '4'],
        message: 'We would like\na day in March.',
        workshop: null,
        partner: null,
      });
      const { headers: told } = cms.asked.find(({ method }) => method === 'POST') ?? {};
      expect(told?.authorization).toBe(`Bearer ${SECRET}`);
      expect(told?.['x-forwarded-for']).toBeUndefined();
    });

    it('is taken once, however often one form is sent', async () => {
      const body = bodyOf(mine());
      const replies = await Promise.all([post('/contact', body), post('/contact', body)]);
      expect(replies.map(({ status }) => status)).toEqual([303, 303]);
      expect(cms.taken.size).toBe(1);
    });

    it('can’t be named by who knows every word of it, but not its form', async () => {
      await send();
      await send();
      expect(cms.taken.size).toBe(2);
    });

    it('comes back whole with every fault at its field, and a way there from the top', async () => {
      const typed = { ...mine(), email: 'ana at school', zip: '837', message: '', teachers: 'a dozen' };
      const stamp = stampOf(10_000);
      const { status, text } = await post('/contact', bodyOf({ ...typed, stamp }, ['5']));
      expect(status).toBe(422);
      for (const [name, value] of Object.entries(typed))
        expect([name, valueIn(text, name)]).toEqual([name, value]);
      expect(valueIn(text, 'stamp')).toBe(stamp);
      expect(text).toMatch(/value="5"[^>]*checked|checked[^>]*value="5"/);
      for (const name of ['email', 'zip', 'message', 'teachers']) {
        expect(text).toContain(`href="#intake-${name}"`);
        const control = new RegExp(`<(?:input|textarea)[^>]*id="intake-${name}"[^>]*>`).exec(text)?.[0];
        expect(control).toContain('aria-invalid="true"');
        expect(control).toContain(`intake-${name}-problem`);
        expect(text).toContain(`id="intake-${name}-problem"`);
      }
      expect(text.indexOf('Please check what is marked below')).toBeLessThan(text.indexOf('<form'));
      expect(text).toContain('<title>Please check:');
      expect(cms.taken.size).toBe(0);
    });

    it('that the CMS refuses comes back with its words, too', async () => {
      cms.misbehave((_, response) => {
        response
          .writeHead(422, { 'content-type': 'application/json' })
          .end(JSON.stringify(refusal('zip', 'There is no such ZIP code.')));
      });
      const { status, text } = await send();
      expect(status).toBe(422);
      expect(text).toContain('There is no such ZIP code.');
      expect(valueIn(text, 'message')).toBe(good.message);
    });

    it('about a workshop that has gone meanwhile says so, and can be sent without it', async () => {
      cms.misbehave((_, response) => {
        response
          .writeHead(422, { 'content-type': 'application/json' })
          .end(JSON.stringify(refusal('workshop', 'It is gone.')));
      });
      const { status, text } = await send({ workshop: workshop.slug, purpose: 'place' });
      expect(status).toBe(422);
      expect(text).toContain('Nothing was sent yet');
      expect(valueIn(text, 'workshop')).toBeUndefined();
      expect(valueIn(text, 'message')).toBe(good.message);
    });
  });

  describe('what programs send', () => {
    it.each([
      ['sooner than a person could', () => ({ stamp: stampOf(500) })],
      ['with a stamp of another’s', () => ({ stamp: stampOf(10_000, 'another-secret-0123456789abcdefgh') })],
      ['with a stamp that was changed', () => ({ stamp: stampOf(500).replace(/^\d+/, '1700000000000') })],
      ['without a stamp', () => ({ stamp: '' })],
      ['with what no person sees filled in', () => ({ subject: 'Buy now' })],
    ])('%s is asked for once more, and nothing is lost', async (_, typed: () => Typed) => {
      const { status, text } = await send(typed());
      expect(status).toBe(422);
      expect(text).toContain('Please send it once more');
      expect(valueIn(text, 'message')).toBe(good.message);
      expect(valueIn(text, 'subject')).toBe('');
      expect(cms.taken.size).toBe(0);
      const stamp = valueIn(text, 'stamp') ?? '';
      expect(new Stamps(SECRET).age(stamp)).not.toBeNull();
    });

    it('whoever typed for a day is still taken', async () => {
      expect((await send({ stamp: stampOf(86_400_000) })).status).toBe(303);
    });

    it.each([
      ['another site’s page', { 'sec-fetch-site': 'cross-site' }],
      ['a neighbour’s page', { 'sec-fetch-site': 'same-site' }],
      ['another site’s page in an older browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
      ['a page that hides', { 'sec-fetch-site': '', origin: 'null' }],
      ['nowhere', { 'sec-fetch-site': '', origin: '' }],
    ])('from %s is refused', async (_, given) => {
      const reply = await send({}, given);
      expect(reply.status).toBe(403);
      expect(reply.text).toContain(`${HERE}/contact`);
      expect(cms.asked).toEqual([]);
    });

    it('an older browser that tells its origin is heard, by whichever name it knows the site', async () => {
      for (const origin of [HERE, site.url]) {
        const reply = await send({}, { 'sec-fetch-site': '', origin, host: new URL(site.url).host });
        expect([origin, reply.status]).toEqual([origin, 303]);
      }
    });

    it.each(['application/json', 'multipart/form-data; boundary=x', 'text/plain', ''])(
      'in another form is refused: %s',
      async (type) => {
        expect((await post('/contact', bodyOf(mine()), { 'content-type': type })).status).toBe(415);
        expect(cms.asked).toEqual([]);
      },
    );

    it('that is too much is not read to its end, whatever it claims', async () => {
      const body = bodyOf({ ...mine(), message: 'x'.repeat(70_000) });
      expect((await post('/contact', body)).status).toBe(413);
      const unsaid = { 'content-length': '', 'transfer-encoding': 'chunked' };
      const reply = await post('/contact', body, unsaid);
      expect(reply.status).toBe(413);
      expect(cms.asked).toEqual([]);
    });

    it('the longest message in the longest letters is not too much', async () => {
      const message = '教'.repeat(INQUIRY_LIMITS.message);
      expect((await send({ message })).status).toBe(303);
      const [submission] = [...cms.taken.values()];
      expect(submission?.inquiry.message).toBe(message);
    });

    it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'])('%s is no way to send it', async (method) => {
      for (const path of ['/contact', `/inquiries/${TOKEN}`]) {
        const { status, headers } = await ask(site.url, path, { method });
        expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
      }
    });

    it('nothing is taken at any other address', async () => {
      for (const path of ['/', '/workshops', '/api/inquiries', '/inquiries', '/contact.html'])
        expect((await post(path, bodyOf(mine()))).status).toBe(405);
    });

    const attacks = [
      '"><script>alert(1)</script>',
      '</textarea><img src=x onerror=alert(1)>',
      "'; DROP TABLE inquiries; --",
      '{{constructor.constructor("x")()}}',
      '</title><svg onload=alert(1)>',
    ];
    it.each(attacks)('markup in every field comes back as text: %s', async (attack) => {
      const names = ['purpose', 'name', 'email', 'school', 'zip', 'role', 'teachers', 'message'];
      const typed = Object.fromEntries(names.map((name) => [name, attack]));
      const body = bodyOf({ ...typed, workshop: attack, partner: attack, stamp: attack, subject: attack }, [
        attack,
      ]);
      const { status, text } = await post('/contact', body);
      expect(status).toBe(422);
      expect(text).not.toMatch(/<script|<img|<svg|alert\(1\)>/);
      for (const name of ['name', 'email', 'school', 'message']) expect(valueIn(text, name)).toBe(attack);
    });

    it.each([
      ['name', 'Ana\r\nBcc: all@school.example'],
      ['name', 'Ana\u2028Bcc: all@school.example'],
      ['school', 'Cedar\nSubject: hello'],
      ['email', 'ana@school.example\nBcc: all@school.example'],
      ['email', 'ana@school.example, all@school.example'],
      ['email', '"Ana" <ana@school.example>'],
      ['message', 'a\0b'],
    ])('what could begin another line of a mail’s head is refused in %s: %j', async (field, value) => {
      const { status, text } = await send({ [field]: value });
      expect(status).toBe(422);
      expect(text).toContain(`id="intake-${field}-problem"`);
      expect(cms.taken.size).toBe(0);
    });

    it('a message of many lines is text, and no head of a mail', async () => {
      const message = 'Hello\r\nBcc: all@school.example\r\n\r\n.\r\nQUIT';
      expect((await send({ message })).status).toBe(303);
      expect([...cms.taken.values()][0]?.inquiry.message).toBe(message.replaceAll('\r\n', '\n'));
    });
  });

  describe('a flood', () => {
    it('from one network ends at five inquiries, and what was typed stays', async () => {
      for (let sent = 0; sent < 5; sent++)
        expect((await send({ email: `a${sent}@x.example` })).status).toBe(303);
      const { status, headers, text } = await send({ workshop: workshop.slug });
      expect(status).toBe(429);
      expect(Number(headers['retry-after'])).toBeGreaterThan(500);
      expect(text).toContain('Please send it again in 10 minutes');
      expect(text).toContain('mailto:hello@idaho.example.org');
      expect(valueIn(text, 'message')).toBe(good.message);
      expect(cms.taken.size).toBe(5);
    });

    it('is no less one for addresses it makes up before the proxy’s own', async () => {
      const statuses = [];
      for (let sent = 0; sent < 7; sent++) {
        const forged = { 'x-forwarded-for': `6.6.6.${sent}, ${visitors.address}` };
        statuses.push((await send({ email: `b${sent}@x.example` }, forged)).status);
      }
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
    });

    it('with one e-mail address ends at five, from wherever it comes', async () => {
      const statuses = [];
      for (let sent = 0; sent < 6; sent++) {
        visitors.next();
        statuses.push((await send({ email: sent % 2 ? 'One@X.example' : 'one@x.example' })).status);
      }
      expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
    });

    it('takes nothing from anyone else', async () => {
      for (let sent = 0; sent < 7; sent++) await send({ email: `c${sent}@x.example` });
      visitors.next();
      expect((await send()).status).toBe(303);
    });

    it('of faulty forms is no flood of inquiries: whoever mistypes may mend it', async () => {
      for (let sent = 0; sent < 20; sent++) expect((await send({ email: '' })).status).toBe(422);
      expect((await send({ email: 'mended@x.example' })).status).toBe(303);
    });

    it('of 10,000 from one address is answered quickly, and the CMS hears of five', async () => {
      const body = bodyOf(mine());
      const startedAt = performance.now();
      const statuses = new Map<number, number>();
      for (let round = 0; round < 100; round++) {
        const replies = await Promise.all(Array.from({ length: 100 }, () => post('/contact', body)));
        for (const { status } of replies) statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
      const seconds = (performance.now() - startedAt) / 1000;
      expect(statuses).toEqual(
        new Map([
          [303, 5],
          [429, 9_995],
        ]),
      );
      expect(cms.asked.filter(({ method }) => method === 'POST')).toHaveLength(5);
      // 13 s on two cores that have nothing else to do, the asking included.
      expect(seconds).toBeLessThan(60);
      visitors.next();
      expect((await send({ email: 'other@x.example' })).status).toBe(303);
    }, 120_000);
  });

  describe('while the CMS', () => {
    const json = { 'content-type': 'application/json' };
    const lies: [string, Misbehave][] = [
      ['is away', (_, response) => response.destroy()],
      ['fails', (_, response) => response.writeHead(500, json).end('{}')],
      ['answers no JSON', (_, response) => response.writeHead(201, json).end('{"token":')],
      [
        'answers a page',
        (_, response) => response.writeHead(201, { 'content-type': 'text/html' }).end('<h1>OK</h1>'),
      ],
      [
        'names no token',
        (_, response) => response.writeHead(201, json).end('{"to":{"kind":"partner","name":"X"}}'),
      ],
      [
        'names a path as token',
        (_, response) =>
          response.writeHead(201, json).end('{"token":"../../evil","to":{"kind":"partner","name":"X"}}'),
      ],
      ['does not know the site', (_, response) => response.writeHead(401, json).end('{}')],
      ['refuses without a reason', (_, response) => response.writeHead(422, json).end('{}')],
      [
        'leads elsewhere',
        (_, response) => response.writeHead(302, { location: 'https://evil.example' }).end(),
      ],
      [
        'breaks off',
        (_, response) => {
          response.writeHead(201, { ...json, 'content-length': 500 }).write('{"to');
          setImmediate(() => response.destroy());
        },
      ],
    ];
    it.each(lies)('%s, what was typed stays, and there is someone to write to', async (_, how) => {
      cms.misbehave(how);
      const { status, headers, text } = await send();
      expect(status).toBe(503);
      expect(headers['retry-after']).toBe('60');
      expect(text).toContain('We couldn’t take your message just now');
      expect(text).toContain('mailto:jo@national.example');
      for (const [name, value] of Object.entries(mine()))
        expect([name, valueIn(text, name)]).toEqual([name, value]);
      expect(logged()).not.toMatch(/Gómez|ana@|Cedar|March/);
    });

    it('says nothing any more, nobody waits for long', async () => {
      fakeCms.behave('hang');
      cms.misbehave(() => {});
      const startedAt = performance.now();
      const { status, text } = await send();
      fakeCms.recover();
      expect(status).toBe(503);
      expect(valueIn(text, 'message')).toBe(good.message);
      expect(performance.now() - startedAt).toBeLessThan(10_000);
    });

    it('is away, nobody’s allowance is spent, and the same form arrives once when it is back', async () => {
      const body = bodyOf(mine());
      cms.misbehave((_, response) => response.writeHead(500, json).end('{}'));
      for (let sent = 0; sent < 8; sent++) expect((await post('/contact', body)).status).toBe(503);
      cms.misbehave(undefined);
      await vi.waitFor(async () => expect((await post('/contact', body)).status).toBe(303), 10_000);
      expect(cms.taken.size).toBe(1);
    });

    it('shares no secret with the site, nothing can be sent, and the form says to whom to write', async () => {
      const closed = await startSite(code, cms.url, { invalidationSecret: undefined });
      try {
        const { status, text } = await ask(closed.url, '/contact');
        expect(status).toBe(200);
        expect(text).not.toContain('<form');
        expect(text).toContain('jo@national.example');
        const reply = await ask(closed.url, '/contact', {
          method: 'POST',
          body: bodyOf(mine()),
          headers: { 'content-type': FORM, origin: HERE },
        });
        expect(reply.status).toBe(503);
        expect((await ask(closed.url, `/inquiries/${TOKEN}`)).status).toBe(404);
      } finally {
        await closed.close();
      }
    });
  });

  it('never shows one visitor what another has typed', async () => {
    const [one, other] = await Promise.all([
      send({ email: '', message: 'Only for me' }),
      send({ email: '', message: 'Mine alone' }),
    ]);
    expect([one.text.includes('Only for me'), one.text.includes('Mine alone')]).toEqual([true, false]);
    expect([other.text.includes('Only for me'), other.text.includes('Mine alone')]).toEqual([false, true]);
    for (const path of ['/contact', '/', '/workshops'])
      expect((await get(path)).text).not.toMatch(/Only for me|Mine alone/);
    const stamps = await Promise.all([get('/contact'), get('/contact')]);
    expect(new Set(stamps.map(({ text }) => valueIn(text, 'stamp'))).size).toBe(2);
  });

  describe('the page of an inquiry', () => {
    const path = `/inquiries/${TOKEN}`;
    const act = (typed: Typed, headers?: Typed): Promise<Reply> =>
      post(path, new URLSearchParams(typed).toString(), headers);

    it('says how it stands, is kept and found by nobody, and told to no other site', async () => {
      const { status, headers, text } = await get(path);
      expect(status).toBe(200);
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-robots-tag']).toBe('noindex, nofollow');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers.etag).toBeUndefined();
      expect(text).toContain('Nobody at Idaho Partner has opened it yet');
      expect(text).toContain('Is it for third grade?');
      expect(text).toContain('works until Thu, Apr 15, 2027');
      expect(text).not.toContain('What happens next');
      expect((await get(`${path}?sent`)).text).toContain('What happens next');
    });

    it.each([
      ['read', 'has read it'],
      ['answered', 'has answered, by e-mail'],
      ['closed', 'has closed it'],
      ['withdrawn', 'You took it back'],
    ] as const)('says that it is %s', async (state, words) => {
      cms.set({ state });
      const { text } = await get(path);
      expect(text).toContain(words);
      expect(text.includes('<form')).toBe(state === 'read' || state === 'answered');
    });

    it('leads who was let into a private workshop to its page, and lets them give their place back', async () => {
      const workshop = { title: 'Only for Omak', path: '/workshops/only-for-omak' };
      cms.set({ purpose: 'private', state: 'closed', accepted: true, workshop });
      const { text } = await get(path);
      expect(text).toMatch(
        /You can join<\/strong> <a href="\/workshops\/only-for-omak"[^>]*>Only for Omak<\/a>/,
      );
      expect(text).toContain('your place is free for somebody else');
      cms.set({ workshop: { ...workshop, path: null } });
      expect((await get(path)).text).toContain(
        'Its page is not on the site just now: please ask Idaho Partner.',
      );
      cms.set({ accepted: false, workshop: null });
      expect((await get(path)).text).not.toContain('You can join');
    });

    it('takes another line', async () => {
      const { status, headers } = await act({ action: 'line', text: 'And for\r\nfourth?' });
      expect([status, headers.location]).toEqual([303, `${path}?added`]);
      const { text } = await get(`${path}?added`);
      expect(text).toContain('And for\nfourth?');
      expect(text).toContain('Your line was added');
    });

    it('is taken back', async () => {
      const { status, headers } = await act({ action: 'withdraw' });
      expect([status, headers.location]).toEqual([303, path]);
      expect((await get(path)).text).toContain('You took it back');
    });

    it.each(['', '   ', 'x'.repeat(INQUIRY_LIMITS.message + 1), 'a\0b'])(
      'takes no line that is none, and keeps it',
      async (typed) => {
        const { status, text } = await act({ action: 'line', text: typed });
        expect(status).toBe(422);
        expect(text).toContain('id="intake-text-problem"');
        expect(valueIn(text, 'text')).toBe(typed.replaceAll('\0', ''));
        expect(cms.asked.every(({ method }) => method === 'GET')).toBe(true);
      },
    );

    it('keeps a line that the CMS could not take, and no log has the link', async () => {
      cms.misbehave(({ method }, response) => {
        if (method === 'POST') response.destroy();
        else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(lastStatus));
      });
      const { status, text } = await act({ action: 'line', text: 'Still here?' });
      expect(status).toBe(503);
      expect(valueIn(text, 'text')).toBe('Still here?');
      expect(logged()).toContain('/api/inquiries/:token/lines');
      expect(logged()).not.toContain(TOKEN);
      expect(logged()).not.toContain('Still here');
    });
    const lastStatus = {
      state: 'sent',
      purpose: 'other',
      to: { kind: 'national', name: 'Code.org' },
      workshop: null,
      accepted: false,
      sentAt: 0,
      until: 0,
      lines: [],
    };

    it('is taking a break while the CMS is away, and no log has its link', async () => {
      cms.misbehave((_, response) => response.writeHead(500).end());
      const { status, headers } = await get(path);
      expect([status, headers['referrer-policy'], headers['x-robots-tag']]).toEqual([
        503,
        'no-referrer',
        'noindex, nofollow',
      ]);
      expect(logged()).not.toContain(TOKEN);
    });

    it('says that a message was taken, even when it can’t say how it stands', async () => {
      cms.misbehave((_, response) => response.writeHead(500).end());
      const { status, text, headers } = await get(`${path}?sent`);
      expect([status, headers['retry-after'], headers['referrer-policy']]).toEqual([
        503,
        '10',
        'no-referrer',
      ]);
      expect(text).toContain('Thank you! Your message is on its way');
    });

    it('is no page of a proxy that stands before the CMS', async () => {
      cms.misbehave((_, response) =>
        response.writeHead(404, { 'content-type': 'text/html' }).end('Not here'),
      );
      expect((await get(path)).status).toBe(503);
    });

    it.each([`/inquiries/${'x'.repeat(43)}`, '/inquiries/x', `/inquiries/${TOKEN}x`])(
      'that is none, or has ended, says what to do: %s',
      async (address) => {
        const { status, text, headers } = await get(address);
        expect([status, headers['cache-control']]).toEqual([404, 'no-store']);
        expect(text).toContain('Look for it once more in the e-mail you got');
        expect(text).toContain('href="/contact"');
        expect((await post(address, 'action=withdraw')).status).toBe(404);
      },
    );

    it('is not found by trying: after sixty links to nothing, a network has to wait', async () => {
      const statuses = [];
      for (let tried = 0; tried < 62; tried++) {
        const token = String(tried).padStart(43, 'a');
        statuses.push((await get(`/inquiries/${token}`)).status);
      }
      expect(statuses.slice(0, 60).every((status) => status === 404)).toBe(true);
      expect(statuses.slice(60)).toEqual([429, 429]);
      expect(cms.asked).toHaveLength(60);
    });

    it('is changed by its own page alone, which may keep its address to itself', async () => {
      expect((await act({ action: 'withdraw' }, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
      const reply = (origin: string) =>
        act({ action: 'line', text: 'Hello' }, { 'sec-fetch-site': '', origin });
      expect((await reply('https://evil.example')).status).toBe(403);
      expect((await reply('null')).status).toBe(303);
    });

    it('shows what was written as text', async () => {
      cms.set({
        lines: [{ from: 'addressee', at: 0, text: '<script>alert(1)</script>' }],
        workshop: { title: '<b>Bold</b>', path: null },
      });
      const { text } = await get(path);
      expect(text).not.toMatch(/<script|<b>Bold/);
    });

    it('takes no workshop that leads elsewhere', async () => {
      cms.set({ workshop: { title: 'Deep Dive', path: 'https://evil.example' } });
      expect((await get(path)).status).toBe(503);
    });
  });

  it('reads what it sends as its own schema does', () => {
    expect(readInquiryForm(new URLSearchParams(bodyOf(mine()))).problems).toEqual([]);
  });
});
