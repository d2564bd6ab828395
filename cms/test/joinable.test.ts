import type { InquiryStatus, WorkshopList } from '@deep-dive/shared-types';
import type { ParsedMail } from 'mailparser';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type SmtpSink, startSmtp } from '../../scripts/lib/smtp-sink';
import type { InboxInquiry } from '../src/rules/inbox';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  asSite,
  day,
  documents,
  type Fields,
  makePartner,
  type Person,
  publishWorkshop,
  seattle,
  sendInquiry,
  session,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

const SECRET_TITLE = 'Only for Omak Schools';
const SECRET_VENUE = { name: 'Omak Middle School', street: '14 South Cedar St', zip: '98841' };
const MONTH = day(40).slice(0, 7);

onEachDatabase('a private workshop that others may ask to join', (database) => {
  let cms: RunningCms;
  let smtp: SmtpSink;
  let pat: Person;
  let zoe: Person;
  let nat: Person;
  let ada: Person;
  let maya: Person;
  let cascadia: string;
  let zealous: string;
  beforeAll(async () => {
    smtp = await startSmtp();
    cms = await startCms({
      database,
      env: {
        PUBLIC_URL: 'https://learning.example',
        SMTP_URL: smtp.url,
        MAIL_FROM: 'hello@learning.example',
      },
    });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    zoe = await signIn(cms, 'zoe@partner.test', 'regional-partner');
    nat = await signIn(cms, 'nat@national.test', 'national-desk');
    ada = await signIn(cms, 'ada@admin.test', 'strapi-super-admin');
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    cascadia = await makePartner(cms, 'Cascadia', {
      email: 'hello@cascadia.test',
      territory: [{ state: 'WA' }],
      admins: [pat.id],
    });
    zealous = await makePartner(cms, 'Zealous', { territory: [{ state: 'OR' }], admins: [zoe.id] });
  });
  afterAll(async () => {
    await cms?.stop();
    await smtp?.stop();
  });
  beforeEach(() => {
    smtp.mails.length = 0;
  });

  /** One in Omak in forty days, for Cascadia. */
  const secret = (fields: Fields = {}): Fields =>
    seattle(cascadia, {
      title: SECRET_TITLE,
      venue: SECRET_VENUE,
      sessions: [session(40)],
      visibility: 'private',
      joinable: true,
      notes: 'Use the back door',
      directions: 'By the river',
      ...fields,
    });
  const publish = (fields: Fields = {}) => publishWorkshop(cms, secret(fields));
  const change = (documentId: string, data: Fields) =>
    documents(cms, WORKSHOP).update({ documentId, data, status: 'published' });
  const slugOf = async (documentId: string) =>
    String((await documents(cms, WORKSHOP).findOne({ documentId }))?.slug);
  const search = async (query: string) =>
    (await (await cms.get(`/api/workshops?${query}`)).json()) as WorkshopList;
  const told = async (query = 'near=98841') => (await search(query)).joinable;
  const NEARBY = { month: MONTH, kind: 'deep-dive', withinMiles: 50 };

  describe('is told of near its place', () => {
    it('by month, kind and a round distance, and at once when any of it changes', async () => {
      const documentId = await publish();
      expect(await told()).toEqual([NEARBY]);
      for (const [away, back] of [
        [{ joinable: false }, { joinable: true }],
        [{ visibility: 'hidden' }, { visibility: 'private' }],
        [{ availability: 'full' }, { availability: 'scheduled' }],
        [{ availability: 'cancelled' }, { availability: 'scheduled' }],
        [
          { capacity: 10, placesTaken: 10 },
          { capacity: 10, placesTaken: 9 },
        ],
        [
          { format: 'virtual', virtualTimeZone: 'Pacific' },
          { format: 'in-person', virtualTimeZone: null },
        ],
        [{ venue: { zip: '97201' } }, { venue: SECRET_VENUE }],
      ]) {
        await change(documentId, away as Fields);
        expect([away, await told()]).toEqual([away, []]);
        await change(documentId, { ...back, joinable: true });
        expect([back, await told()]).toEqual([back, [NEARBY]]);
      }
      await documents(cms, WORKSHOP).unpublish({ documentId });
      expect(await told()).toEqual([]);
      await documents(cms, WORKSHOP).publish({ documentId });
      expect(await told()).toEqual([NEARBY]);
      await documents(cms, WORKSHOP).delete({ documentId });
      expect(await told()).toEqual([]);
    });

    it('where the partner who serves the place is its own, and a place was found', async () => {
      const documentId = await publish();
      const other = await publish({ partner: zealous });
      expect(await told('near=98841&partner=cascadia')).toEqual([NEARBY]);
      for (const query of [
        '',
        'near=Washington',
        'near=97201',
        'near=nowhere at all',
        'near=98101',
        'near=98841&partner=zealous',
        'near=98841&kind=intro',
        'near=98841&format=virtual',
        `near=98841&to=${day(1)}`,
      ])
        expect([query, await told(query)]).toEqual([query, []]);
      for (const each of [documentId, other]) await documents(cms, WORKSHOP).delete({ documentId: each });
    });

    it('as no draft is, and no change of one', async () => {
      const { documentId } = await documents(cms, WORKSHOP).create({ data: secret() });
      expect(await told()).toEqual([]);
      await documents(cms, WORKSHOP).delete({ documentId });
    });
  });

  it('is told of nowhere else, and nothing else of it', async () => {
    const documentId = await publish();
    const slug = await slugOf(documentId);
    const virtual = await publish({ title: 'Secret online', format: 'virtual', virtualTimeZone: 'Pacific' });
    const paths = [
      '/api/workshops',
      '/api/workshops?near=98841',
      '/api/workshops?near=98841&radius=any&sort=distance',
      '/api/workshops?near=Omak,%20WA',
      '/api/workshops?near=48.41,-119.53',
      '/api/workshops?bbox=-120,48,-119,49',
      '/api/workshops?partner=cascadia',
      '/api/workshops?format=virtual',
      '/api/workshop-feed',
      '/api/workshop-feed?near=98841',
      '/api/workshop-feed?partner=cascadia',
      '/api/workshop-places',
      '/api/workshop-tiles/0/0/0',
      '/api/workshop-tiles/6/10/22',
      '/api/sitemap',
      '/api/regional-partners',
      '/api/regional-partners/cascadia',
    ];
    let answered = 0;
    for (const path of paths) {
      const response = await cms.get(path);
      const text = Buffer.from(await response.arrayBuffer()).toString('latin1');
      if (response.status === 200) answered += 1;
      for (const word of [
        SECRET_TITLE,
        'Secret online',
        documentId,
        slug,
        virtual,
        'Middle School',
        'Cedar',
        'back door',
      ])
        expect([path, word, text.includes(word)]).toEqual([path, word, false]);
      if (path !== '/api/workshops?near=Omak,%20WA')
        expect([path, text.includes(day(40))]).toEqual([path, false]);
    }
    expect(answered).toBeGreaterThan(12);
    const near = await search('near=98841');
    expect([near.total, near.workshops, near.virtual?.total, near.beyond]).toEqual([0, [], 0, []]);
    for (const found of near.joinable)
      expect(Object.keys(found).sort()).toEqual(['kind', 'month', 'withinMiles']);
    const tile = await cms.get('/api/workshop-tiles/0/0/0');
    expect((await tile.arrayBuffer()).byteLength).toBe(0);
    const page = (await (await cms.get(`/api/workshops/${slug}`)).json()) as Fields;
    expect(page).toMatchObject({ visibility: 'private', street: null, directions: null, notes: null });
    expect(JSON.stringify(page)).not.toMatch(/joinable|Cedar|back door/);
    for (const each of [documentId, virtual]) await documents(cms, WORKSHOP).delete({ documentId: each });
  });

  describe('and is asked for', () => {
    let count = 0;
    const ask = async (fields: Fields = {}): Promise<{ id: number; token: string; email: string }> => {
      count += 1;
      const email = `teacher${count}@school.test`;
      const inquiry = {
        purpose: 'private',
        name: `Teacher ${count}`,
        email,
        zip: '98841',
        partner: 'cascadia',
        teachers: 2,
        message: 'May we join?',
        ...fields,
      };
      const { status, body } = await sendInquiry(cms, inquiry as Parameters<typeof sendInquiry>[1]);
      expect({ status, body }).toMatchObject({ status: 201 });
      const [{ id }] = await cms.strapi.db.connection('visitor_inquiries').where({ token: body.token });
      return { id, token: String(body.token), email };
    };
    const seenBySender = async (token: string) =>
      (await (await fetch(`${cms.url}/api/inquiries/${token}`, { headers: asSite })).json()) as InquiryStatus;
    const withdraw = (token: string) =>
      fetch(`${cms.url}/api/inquiries/${token}/withdrawal`, { method: 'POST', headers: asSite });
    const open = async (who: Person, id: number) =>
      (await who.ask(`/inbox/${id}`)).body as unknown as InboxInquiry;
    const accept = (who: Person, id: number, workshop: unknown, more: Fields = {}) =>
      who.ask(`/inbox/${id}/acceptance`, { workshop, places: 2, text: '', ...more });
    const decline = (who: Person, id: number, text = '') => who.ask(`/inbox/${id}/refusal`, { text });
    const said = ({ status, body }: { status: number; body: Fields }) => [
      status,
      (body.error as { message?: string } | undefined)?.message,
    ];
    const mailTo = (address: string, subject: RegExp): Promise<ParsedMail> =>
      vi.waitFor(() => {
        const found = smtp.mails.find(
          (mail) => [mail.to].flat()[0]?.text === address && subject.test(mail.subject ?? ''),
        );
        expect(found).toBeDefined();
        return found as ParsedMail;
      }, 10_000);
    const left = async (documentId: string) => {
      const path = `/api/workshops/${await slugOf(documentId)}`;
      return ((await (await cms.get(path)).json()) as { placesLeft: number | null }).placesLeft;
    };

    it('is joined once its partner says yes: by mail and on their own page its address is told, and the places are taken', async () => {
      const documentId = await publish({ capacity: 10, placesTaken: 3 });
      const { id, token, email } = await ask();
      expect(await seenBySender(token)).toMatchObject({ workshop: null, accepted: false });
      expect((await open(pat, id)).joining).toMatchObject({
        decided: null,
        workshop: null,
        asked: null,
        choices: expect.arrayContaining([
          expect.objectContaining({
            documentId,
            title: SECRET_TITLE,
            where: 'Omak, WA',
            placesLeft: 7,
            isFull: false,
          }),
        ]),
      });
      const { status, body } = await accept(pat, id, documentId, { text: 'Bring a laptop.' });
      expect([status, body.state, body.given, body.joining]).toEqual([
        200,
        'answered',
        2,
        { decided: 'accepted', workshop: SECRET_TITLE, choices: [], asked: null },
      ]);
      expect(await left(documentId)).toBe(5);
      const path = `/workshops/${await slugOf(documentId)}`;
      const mail = await mailTo(email, /^You can join: Only for Omak Schools$/);
      for (const words of [
        `https://learning.example${path}`,
        'You are welcome',
        'Bring a laptop.',
        'Cascadia says yes',
      ])
        expect(mail.text).toContain(words);
      expect(mail.replyTo?.value).toEqual([{ name: 'Some One', address: 'pat@partner.test' }]);
      const seen = await seenBySender(token);
      expect(seen).toMatchObject({
        state: 'answered',
        accepted: true,
        workshop: { title: SECRET_TITLE, path },
      });
      expect(seen.lines.map(({ from, text }) => [from, text])).toEqual([
        ['sender', 'May we join?'],
        ['addressee', 'You are welcome to join us.\n\nBring a laptop.'],
      ]);
    });

    it('is declined kindly, once, and can be accepted after all by who knows so', async () => {
      const documentId = await publish();
      const { id, token, email } = await ask();
      const { body } = await decline(pat, id, 'We are full of bears.');
      expect(body).toMatchObject({ state: 'answered', given: null, joining: { decided: 'declined' } });
      const mail = await mailTo(email, /^An answer from Cascadia$/);
      for (const words of ['Thank you for asking.', 'We are full of bears.'])
        expect(mail.text).toContain(words);
      expect(await seenBySender(token)).toMatchObject({ accepted: false, workshop: null });
      expect(said(await decline(pat, id))).toEqual([400, expect.stringContaining('declined already')]);
      expect(said(await accept(pat, id, documentId))).toEqual([
        400,
        expect.stringContaining('declined already'),
      ]);
      expect((await accept(pat, id, documentId, { afterDecline: true })).status).toBe(200);
      expect(await seenBySender(token)).toMatchObject({ accepted: true });
      expect(said(await decline(pat, id))).toEqual([400, expect.stringContaining('accepted already')]);
    });

    it('is joined once however often one clicks, and the places are taken once', async () => {
      const documentId = await publish({ capacity: 10 });
      const { id, email } = await ask();
      const answers = await Promise.all([1, 2, 3].map(() => accept(pat, id, documentId)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400]);
      expect(said(await accept(pat, id, documentId))).toEqual([
        400,
        expect.stringContaining('accepted already'),
      ]);
      expect(await left(documentId)).toBe(8);
      await mailTo(email, /^You can join/);
      const ofThem = smtp.mails.filter(({ to }) => [to].flat()[0]?.text === email);
      expect(ofThem.filter(({ subject }) => subject?.startsWith('You can join'))).toHaveLength(1);
    });

    it('is joined or declined, and never both, by two at the same moment', async () => {
      const documentId = await publish({ capacity: 10 });
      const { id } = await ask();
      const [yes, no] = await Promise.all([accept(pat, id, documentId), decline(ada, id)]);
      expect([yes.status, no.status].sort()).toEqual([200, 400]);
      expect((await open(pat, id)).lines.filter(({ kind }) => kind === 'answer')).toHaveLength(1);
      expect(await left(documentId)).toBe(yes.status === 200 ? 8 : null);
    });

    it('may be joined when it is not offered to strangers, or nobody counts its places', async () => {
      const documentId = await publish({ joinable: false });
      const { id } = await ask({ workshop: await slugOf(documentId) });
      expect((await open(pat, id)).joining?.asked).toBe(documentId);
      const { body } = await accept(pat, id, documentId);
      expect((body.lines as Fields[]).map(({ text }) => text)).toContainEqual(
        expect.stringContaining('doesn’t say how many places it has'),
      );
      expect(await left(documentId)).toBeNull();
    });

    it('gives its places back when its sender takes the message back, who is then told nothing more', async () => {
      const documentId = await publish({ capacity: 10, placesTaken: 1 });
      const { id, token } = await ask();
      await accept(pat, id, documentId);
      expect(await left(documentId)).toBe(7);
      expect((await Promise.all([withdraw(token), withdraw(token)])).map(({ status }) => status)).toEqual([
        200, 200,
      ]);
      expect(await left(documentId)).toBe(9);
      expect(await seenBySender(token)).toMatchObject({
        state: 'withdrawn',
        accepted: false,
        workshop: null,
      });
      const after = await open(pat, id);
      expect(after).toMatchObject({ given: null, joining: { choices: [], workshop: null } });
      expect(after.lines.at(-1)).toMatchObject({
        kind: 'note',
        text: 'Took it back: 2 places less are taken.',
      });
      for (const answer of [accept(pat, id, documentId), decline(pat, id)])
        expect(said(await answer)).toEqual([400, expect.stringContaining('taken back')]);
    });

    it('lets its sender take the message back also when the workshop can’t be changed', async () => {
      const documentId = await publish({ capacity: 10 });
      const { id, token } = await ask();
      await accept(pat, id, documentId);
      // As if it had been stored before that was refused.
      await cms.strapi.db
        .connection('workshops')
        .where({ document_id: documentId })
        .update({ capacity: 1, places_taken: 9 });
      expect((await withdraw(token)).status).toBe(200);
      const { state, given, lines } = await open(pat, id);
      expect([state, given]).toEqual(['withdrawn', null]);
      expect(lines.at(-1)?.text).toContain('please correct how many of its places are taken');
    });

    it('is not led to the workshop’s page while there is none', async () => {
      const documentId = await publish();
      const { id, token, email } = await ask();
      await cms.strapi.db
        .connection('outbox')
        .where({ about: `inquiry:${id}` })
        .delete();
      await documents(cms, WORKSHOP).findOne({ documentId });
      await accept(pat, id, documentId);
      await mailTo(email, /^You can join/);
      await change(documentId, { visibility: 'hidden' });
      expect((await seenBySender(token)).workshop).toEqual({ title: SECRET_TITLE, path: null });
      await documents(cms, WORKSHOP).unpublish({ documentId });
      expect((await seenBySender(token)).workshop).toEqual({ title: SECRET_TITLE, path: null });
    });

    describe('refuses', () => {
      it.each<[string, Fields]>([
        ['public', { visibility: 'public' }],
        ['hidden', { visibility: 'hidden' }],
        ['cancelled', { availability: 'cancelled' }],
      ])('a workshop that is %s by now', async (_, fields) => {
        const documentId = await publish();
        const { id, token } = await ask();
        expect((await open(pat, id)).joining?.choices.map((choice) => choice.documentId)).toContain(
          documentId,
        );
        await change(documentId, fields);
        expect(said(await accept(pat, id, documentId))).toEqual([
          400,
          expect.stringContaining('choose another one'),
        ]);
        expect(await seenBySender(token)).toMatchObject({ accepted: false, workshop: null });
        expect(await open(pat, id)).toMatchObject({ given: null, joining: { decided: null } });
      });

      it('one that was unpublished, moved to another partner or deleted by now', async () => {
        for (const undo of [
          (documentId: string) => documents(cms, WORKSHOP).unpublish({ documentId }),
          (documentId: string) => change(documentId, { partner: zealous }),
          (documentId: string) => documents(cms, WORKSHOP).delete({ documentId }),
        ]) {
          const documentId = await publish();
          const { id } = await ask();
          await undo(documentId);
          expect(said(await accept(pat, id, documentId))).toEqual([
            400,
            expect.stringContaining('choose another one'),
          ]);
        }
      });

      it('one that is full, or has fewer places left, with the remedy', async () => {
        const { id } = await ask();
        for (const [fields, words] of [
          [{ availability: 'full' }, 'is full'],
          [{ capacity: 5, placesTaken: 5 }, 'is full'],
          [{ capacity: 5, placesTaken: 4 }, 'has only one place left'],
        ] as [Fields, string][])
          expect(said(await accept(pat, id, await publish(fields)))).toEqual([
            400,
            expect.stringContaining(words),
          ]);
        expect(said(await accept(pat, id, await publish({ capacity: 1 })))[0]).toBe(400);
        expect((await open(pat, id)).joining?.decided).toBeNull();
      });

      it('another partner’s, by whatever key of the body it is named', async () => {
        const own = await publish();
        const theirs = await publish({ partner: zealous, title: 'Zealous and secret' });
        const row = await documents(cms, WORKSHOP).findOne({ documentId: theirs });
        const { id, token } = await ask({ workshop: await slugOf(theirs), partner: null });
        const { id: ours, token: oursToken } = await ask();
        expect((await accept(pat, id, own)).status).toBe(404);
        for (const workshop of [
          theirs,
          row?.id,
          String(row?.id),
          row?.slug,
          { documentId: theirs },
          [theirs],
          { $ne: null },
          { $in: [theirs] },
          '',
          null,
          true,
          "' or 1=1 --",
          'x'.repeat(10_000),
        ])
          expect([workshop, (await accept(pat, ours, workshop)).status]).toEqual([workshop, 400]);
        const others = [
          'documentId',
          'joins',
          'id',
          'partner',
          'inquiry',
          'given',
          'decided',
          'state',
          'publishedAt',
        ];
        for (const key of others) {
          const { status } = await accept(pat, ours, theirs, { [key]: key === 'partner' ? zealous : theirs });
          expect([key, status]).toEqual([key, 400]);
        }
        const { body } = await accept(pat, ours, own, Object.fromEntries(others.map((key) => [key, theirs])));
        expect(body.joining).toMatchObject({ workshop: SECRET_TITLE });
        expect(JSON.stringify(await seenBySender(oursToken))).not.toContain('Zealous and secret');
        expect(await seenBySender(token)).toMatchObject({ accepted: false });
        expect((await open(pat, ours)).joining?.choices).toEqual([]);
      });

      it('numbers and words that can’t be meant, and leaves all as it was', async () => {
        const documentId = await publish({ capacity: 10 });
        const { id } = await ask();
        for (const places of [0, -1, 1.5, '2', null, 1_001, undefined])
          expect([places, (await accept(pat, id, documentId, { places })).status]).toEqual([places, 400]);
        expect((await accept(pat, id, documentId, { text: 'x'.repeat(8_001) })).status).toBe(400);
        expect((await decline(pat, id, 'x'.repeat(8_001))).status).toBe(400);
        expect(said(await accept(pat, id, documentId, { afterDecline: true }))).toEqual([
          400,
          expect.stringContaining('was not declined'),
        ]);
        expect(await left(documentId)).toBeNull();
        const other = await ask({ purpose: 'school' });
        for (const answer of [accept(pat, other.id, documentId), decline(pat, other.id)])
          expect(said(await answer)).toEqual([400, expect.stringContaining('doesn’t ask to join')]);
        expect((await open(pat, other.id)).joining).toBeNull();
      });

      it('another partner, marketing and strangers; the national desk may', async () => {
        const documentId = await publish({ capacity: 10 });
        const { id, token } = await ask();
        for (const [who, status] of [
          [zoe, 404],
          [maya, 403],
          [stranger(cms), 401],
        ] as [Person, number][]) {
          expect((await accept(who, id, documentId)).status).toBe(status);
          expect((await decline(who, id)).status).toBe(status);
        }
        expect(await seenBySender(token)).toMatchObject({ state: 'sent', accepted: false });
        expect((await accept(nat, id, documentId)).status).toBe(200);
        expect(await left(documentId)).toBe(8);
      });
    });
  });

  it('is put right when it can’t be meant: a workshop that is no longer private is not offered any more', async () => {
    const documentId = await publish();
    await documents(cms, WORKSHOP).update({ documentId, data: { visibility: 'public' } });
    expect((await documents(cms, WORKSHOP).findOne({ documentId }))?.joinable).toBe(false);
  });
});
