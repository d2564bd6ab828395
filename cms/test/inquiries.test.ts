import { createHash } from 'node:crypto';
import type { Inquiry, InquiryReceipt, InquiryStatus } from '@deep-dive/shared-types';
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SmtpSink } from '../../scripts/lib/smtp-sink';
import type { RunningCms } from './cms';
import { onEachDatabase } from './databases';
import { SECRETS } from './environment';
import { mailTo as mailIn, recipientOf, startCmsWithMail } from './mails';
import { asSite, documents, type Fields, makePartner, publishWorkshop, SITE, seattle } from './stories';

const FROM = 'hello@learning.example';

/** What Ana of Yakima wants to know. */
const question = (fields: Partial<Inquiry> = {}): Inquiry => ({
  purpose: 'workshop',
  name: 'Ana Ruiz',
  email: 'ana@school.example',
  school: 'Yakima Elementary',
  zip: '98901',
  role: 'teacher',
  grades: ['K', '3'],
  teachers: 12,
  message: 'Is there one in March?\nThank you.',
  workshop: null,
  partner: null,
  ...fields,
});

onEachDatabase('an inquiry', (database) => {
  let cms: RunningCms;
  let smtp: SmtpSink;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ cms, smtp, stop } = await startCmsWithMail(database, {
      CMS_PUBLIC_URL: 'https://cms.learning.example',
      MAIL_FROM: `Deep Dive <${FROM}>`,
    }));
    const site = await documents(cms, SITE).findFirst({});
    await documents(cms, SITE).update({
      documentId: site?.documentId as string,
      data: {
        nationalContact: { name: 'The national team', email: 'team@national.example' },
        postalAddress: '1 Main St\nSeattle, WA 98101',
      },
      status: 'published',
    });
    await makePartner(cms, 'Cascadia', {
      email: 'pat@cascadia.example',
      territory: [{ state: 'WA' }],
    });
  });
  afterAll(() => stop?.());
  beforeEach(() => {
    smtp.mails.length = 0;
  });

  const ask = async (path: string, body?: unknown, headers: Record<string, string> = asSite) => {
    const response = await fetch(`${cms.url}/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Fields, headers: response.headers };
  };
  let sent = 0;
  const newKey = (): string => {
    sent += 1;
    return createHash('sha256').update(String(sent)).digest('base64url');
  };
  const send = (inquiry: unknown, key: unknown = newKey()) => ask('/inquiries', { inquiry, key });
  const sendOne = async (fields: Partial<Inquiry> = {}): Promise<InquiryReceipt> => {
    const { status, body } = await send(question(fields));
    expect({ status, body }).toMatchObject({ status: 201 });
    return body as unknown as InquiryReceipt;
  };
  const statusOf = async (token: string) =>
    (await ask(`/inquiries/${token}`)).body as unknown as InquiryStatus;
  const mailTo = (address: string): Promise<ParsedMail> => mailIn(smtp, address);

  it('goes to the Regional Partner of the school’s ZIP code, with all that is needed to answer', async () => {
    expect((await sendOne()).to).toEqual({ kind: 'partner', name: 'Cascadia' });
    const mail = await mailTo('pat@cascadia.example');
    expect(mail.from?.value).toEqual([{ address: FROM, name: 'Deep Dive' }]);
    expect(mail.replyTo?.value).toEqual([{ address: 'ana@school.example', name: 'Ana Ruiz' }]);
    expect(mail.subject).toBe('A question about a workshop: Ana Ruiz');
    for (const words of [
      'Is there one in March?',
      'Thank you.',
      'Yakima Elementary',
      '98901',
      'K, 3',
      '12',
      '1 Main St',
    ])
      for (const text of [mail.text, mail.html]) expect(text).toContain(words);
    expect(mail.html).toMatch(/https:\/\/cms\.learning\.example\/admin\/inbox\/\d+/);
  });

  it('is confirmed to its sender, without repeating what was typed, and with the link to its status', async () => {
    const { token } = await sendOne({ email: 'ben@school.example', message: 'Buy at https://spam.example' });
    const mail = await mailTo('ben@school.example');
    expect(mail.subject).toBe('Your message to Cascadia');
    expect(mail.text).toContain(`https://learning.example/inquiries/${token}`);
    for (const text of [mail.text, mail.html]) expect(text).not.toMatch(/spam|Ana/);
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
  });

  it('about a workshop goes to whose it is, wherever one is', async () => {
    const partner = await makePartner(cms, 'Far Away', { email: 'far@away.example' });
    await publishWorkshop(cms, seattle(partner, { title: 'Far but ours' }));
    const slug = ((await (await cms.get('/api/workshops')).json()) as { workshops: { slug: string }[] })
      .workshops[0]?.slug as string;
    const { to, token } = await sendOne({ purpose: 'place', workshop: slug, message: null });
    expect(to).toEqual({ kind: 'partner', name: 'Far Away' });
    expect((await mailTo('far@away.example')).text).toContain('Far but ours');
    expect(await statusOf(token)).toMatchObject({
      workshop: { title: 'Far but ours', path: `/workshops/${slug}` },
      lines: [],
    });
  });

  it('goes to the partner that was named, and to the national contact where nobody serves', async () => {
    await makePartner(cms, 'Named', { email: 'named@partner.example' });
    expect((await sendOne({ partner: 'named', zip: null })).to.name).toBe('Named');
    const national = { kind: 'national', name: 'The national team' };
    for (const fields of [
      { zip: '59715' },
      { zip: null, purpose: 'other' as const },
      { zip: null, partner: 'gone' },
    ])
      expect((await sendOne(fields)).to).toEqual(national);
    await mailTo('team@national.example');
    const addressee = async (query: string) => (await ask(`/inquiry-addressee?${query}`)).body;
    expect(await addressee('near=98901')).toEqual({ kind: 'partner', name: 'Cascadia' });
    expect(await addressee('near=59715')).toEqual(national);
    expect(await addressee('near=nowhere&partner=named')).toEqual({ kind: 'partner', name: 'Named' });
  });

  it('is taken once, however often it is sent, also at the same moment', async () => {
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send(question({ email: 'twice@school.example' }), key)),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.token)).size).toBe(1);
    await mailTo('twice@school.example');
    await sendOne({ email: 'after@school.example' });
    await mailTo('after@school.example');
    expect(smtp.mails.filter((mail) => recipientOf(mail) === 'twice@school.example')).toHaveLength(1);
  });

  describe('that can’t be taken', () => {
    it.each<[string, Fields, string]>([
      ['email', { email: 'ana' }, 'Please give your e-mail address'],
      ['name', { name: 'Ana\r\nBcc: everybody@example.org' }, 'characters that can’t be seen'],
      ['zip', { zip: '99999' }, 'We don’t know the ZIP code 99999'],
      ['workshop', { workshop: 'gone' }, 'no longer on the site'],
    ])('is refused, naming the field: %s', async (field, fields, words) => {
      const { status, body } = await send({ ...question(), ...fields });
      expect(status).toBe(422);
      expect((body.error as { details: { errors: unknown[] } }).details.errors).toEqual([
        { path: [field], message: expect.stringContaining(words) },
      ]);
    });

    it.each([['{'], ['[]'], ['null'], ['"x"'], [JSON.stringify({ inquiry: question(), key: 'short' })]])(
      'is refused when it is none: %s',
      async (body) => expect([400, 422]).toContain((await ask('/inquiries', body)).status),
    );

    it('is refused when it is too large, before it is read', async () => {
      expect((await ask('/inquiries', 'x'.repeat(1_000_000))).status).toBe(413);
    });

    it('leaves nothing behind', async () => {
      await send({ ...question(), email: 'ana' });
      expect(smtp.mails).toEqual([]);
    });
  });

  it('is nobody’s business but the site’s', async () => {
    const { token } = await sendOne();
    for (const authorization of ['', 'Bearer ', 'Bearer wrong', SECRETS.INVALIDATION_SECRET])
      for (const [path, body] of [
        ['/inquiries', { inquiry: question(), key: newKey() }],
        [`/inquiries/${token}`],
        [`/inquiries/${token}/lines`, { text: 'Hello' }],
        [`/inquiries/${token}/withdrawal`, {}],
        ['/inquiry-addressee?near=98901'],
      ] as [string, unknown?][])
        expect([path, (await ask(path, body, { authorization })).status]).toEqual([path, 401]);
  });

  describe('and its status', () => {
    it('tells what was sent and to whom, and is kept by nobody', async () => {
      const { token } = await sendOne();
      const { body, headers } = await ask(`/inquiries/${token}`);
      expect(body).toMatchObject({
        state: 'sent',
        purpose: 'workshop',
        to: { kind: 'partner', name: 'Cascadia' },
        workshop: null,
        lines: [{ from: 'sender', text: 'Is there one in March?\nThank you.' }],
      });
      expect(Number(body.until)).toBeGreaterThan(Date.now() + 100 * 86_400_000);
      expect(JSON.stringify(body)).not.toMatch(/school\.example|Ana/);
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it.each(['x', 'A'.repeat(43), `${'A'.repeat(42)}'`, '%F0%9F%98%80'])(
      'leads nowhere when guessed: %s',
      async (token) => {
        expect((await ask(`/inquiries/${token}`)).status).toBe(404);
        expect((await ask(`/inquiries/${token}/lines`, { text: 'Hello' })).status).toBe(404);
      },
    );

    it('ends', async () => {
      const { token } = await sendOne();
      await cms.strapi.db
        .connection('visitor_inquiries')
        .where({ token })
        .update({ until: Date.now() - 1 });
      expect((await ask(`/inquiries/${token}`)).status).toBe(404);
    });

    it('takes what the sender adds, and passes it on', async () => {
      const { token } = await sendOne({ name: 'Cara Lee' });
      const { status, body } = await ask(`/inquiries/${token}/lines`, { text: 'We are 14 now.' });
      expect(status).toBe(201);
      expect((body.lines as unknown[]).at(-1)).toMatchObject({ from: 'sender', text: 'We are 14 now.' });
      await vi.waitFor(
        () =>
          expect(smtp.mails.map(({ subject }) => subject)).toContain(
            'A question about a workshop: Cara Lee added something',
          ),
        10_000,
      );
      const again = await ask(`/inquiries/${token}/lines`, { text: 'We are 14 now.' });
      expect([again.status, (again.body.lines as unknown[]).length]).toEqual([201, 2]);
      expect((await ask(`/inquiries/${token}/lines`, { text: ' ' })).status).toBe(400);
    });

    it('takes no more than is read by anyone', async () => {
      const { token } = await sendOne();
      for (let each = 1; each <= 20; each += 1)
        expect((await ask(`/inquiries/${token}/lines`, { text: `Line ${each}` })).status).toBe(201);
      expect((await ask(`/inquiries/${token}/lines`, { text: 'One more' })).status).toBe(400);
    });

    it('lets the sender take it back, tells whoever was told, and takes nothing more', async () => {
      const { token } = await sendOne({ name: 'Dan Ito' });
      const subjects = () => smtp.mails.map(({ subject }) => subject);
      await vi.waitFor(() => expect(subjects()).toContain('A question about a workshop: Dan Ito'), 10_000);
      expect((await ask(`/inquiries/${token}/withdrawal`, {})).body.state).toBe('withdrawn');
      expect((await ask(`/inquiries/${token}/withdrawal`, {})).body.state).toBe('withdrawn');
      expect((await ask(`/inquiries/${token}/lines`, { text: 'Wait' })).status).toBe(400);
      await cms.strapi.db.connection('outbox').where({ task: 'inquiry-withdrawn' }).update({ due_at: 0 });
      await vi.waitFor(
        () => expect(subjects()).toContain('Taken back: A question about a workshop: Dan Ito'),
        10_000,
      );
    });
  });
});
