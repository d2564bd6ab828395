import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { type Answer, type Program, problemsIn, programWith, sentWorkshop, tokenOf } from './partner-api';
import { day, documents, type Fields, makePartner, type Person, seattle, signIn, WORKSHOP } from './stories';

onEachDatabase('a partner’s program', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let program: Program;
  let partner: string;
  let other: string;
  let otherProgram: Program;
  let count = 0;

  /** Somebody with a partner of their own, and a program of theirs. */
  const newPartner = async (name: string) => {
    const person = await signIn(
      cms,
      `${name.replaceAll(' ', '.').toLowerCase()}@partner.test`,
      'regional-partner',
    );
    const documentId = await makePartner(cms, name, { admins: [person.id], territory: [] });
    const { token } = await tokenOf(person);
    return { person, documentId, program: programWith(cms, token, `192.0.2.${count + 1}`) };
  };

  beforeAll(async () => {
    cms = await startCms({ database, env: { PUBLIC_URL: 'https://site.test', TRUST_PROXY: '1' } });
    ({ documentId: other, program: otherProgram } = await newPartner('Other Partner'));
  }, 120_000);
  afterAll(() => cms?.stop());

  // Each story has a partner of its own.
  beforeEach(async () => {
    count += 1;
    ({ person: pat, documentId: partner, program } = await newPartner(`Partner ${count}`));
  });

  const storedOf = async (whose: string): Promise<Fields[]> =>
    cms.strapi.db.query(WORKSHOP).findMany({
      where: { partner: { documentId: whose } },
      populate: ['venue', 'sessions'],
      orderBy: 'id',
    });
  const drafts = async (): Promise<Fields[]> =>
    (await storedOf(partner)).filter(({ publishedAt }) => publishedAt === null);
  const live = async (): Promise<Fields[]> =>
    (await storedOf(partner)).filter(({ publishedAt }) => publishedAt !== null);
  const historyOf = async (documentId: unknown): Promise<Fields[]> =>
    (await pat.ask(`/versions/${WORKSHOP}/${documentId}`)).body.entries as Fields[];

  it('makes a workshop, which visitors see, and the same again changes nothing', async () => {
    const sent = sentWorkshop({ fee: 150, capacity: 30, registrationUrl: 'https://example.org/r' });
    const first = await program('PUT /workshops/A-1', sent);
    expect(first.status, JSON.stringify(first.body)).toBe(201);
    expect(first.body).toMatchObject({
      id: 'A-1',
      outcome: 'created',
      published: true,
      address: expect.stringMatching(/^https:\/\/site\.test\/workshops\/deep-dive-in-seattle/),
      workshop: {
        title: 'Deep Dive in Seattle',
        kind: 'deep-dive',
        status: 'scheduled',
        city: 'Seattle',
        state: 'WA',
        fee: 150,
        capacity: 30,
        sessions: [{ date: day(20), startTime: '09:00', endTime: '16:00' }],
      },
    });
    const [{ documentId } = {}] = await live();
    const kept = await historyOf(documentId);
    const again = await program('PUT /workshops/A-1', sent);
    expect([again.status, again.body.outcome]).toEqual([200, 'unchanged']);
    expect(await historyOf(documentId)).toEqual(kept);
    expect(await drafts()).toHaveLength(1);
    expect(await (await cms.get('/api/workshops')).text()).toContain(String(documentId));
  });

  it('changes what it sends and leaves the rest, and its history says whose token it was', async () => {
    await program('PUT /workshops/A-1', sentWorkshop({ notes: 'Bring a laptop.' }));
    const [year, month, date] = day(40).split('-').map(Number);
    const { status, body } = await program('PUT /workshops/A-1', {
      title: 'Moved',
      sessions: [{ date: `${month}/${date}/${year}`, startTime: '9 AM', endTime: '2:30 pm' }],
    });
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      outcome: 'changed',
      workshop: {
        title: 'Moved',
        notes: 'Bring a laptop.',
        zip: '98101',
        sessions: [{ date: day(40), startTime: '09:00', endTime: '14:30' }],
      },
    });
    expect((body.changes as string[]).join()).toContain('“Deep Dive in Seattle” → “Moved”');
    const [shown] = await live();
    expect(shown?.title).toBe('Moved');
    expect((await historyOf(shown?.documentId))[0]).toMatchObject({
      action: 'published',
      name: 'Some One’s token “Our calendar”',
      source: 'api',
    });
    expect((await program('PUT /workshops/A-1', { notes: null })).body.workshop).toMatchObject({
      notes: null,
    });
  });

  it('sends back what it was told, and nothing changes', async () => {
    await program(
      'PUT /workshops/A-1',
      sentWorkshop({ fee: 'free', venueName: 'Library', notes: '=1+1\n- none' }),
    );
    await program('PUT /workshops/A-2', {
      title: 'Online',
      format: 'virtual',
      timeZone: 'ET',
      fee: '$99.50',
      sessions: [{ date: day(30), startTime: '13:00', endTime: '01:00' }],
    });
    await documents(cms, WORKSHOP).create({ data: seattle(partner, { feeKind: 'ask', notes: 'By hand.' }) });
    const { workshops } = (await program('GET /workshops')).body as { workshops: Fields[] };
    expect(workshops).toHaveLength(3);
    for (const { id, workshop } of workshops) {
      const { status, body } = await program(`PUT /workshops/${id}`, workshop);
      expect([status, body.outcome, body.changes], JSON.stringify(workshop)).toEqual([200, 'unchanged', []]);
    }
    expect(workshops[0]?.workshop).toMatchObject({ notes: '=1+1\n- none', fee: 'free' });
    expect(workshops[1]?.workshop).toMatchObject({ timeZone: 'Eastern', fee: 99.5, zip: null });
  });

  it('makes drafts where it says so, and only says what would be where it asks that', async () => {
    const draft = await program('PUT /workshops/A-1?publish=false', sentWorkshop());
    expect(draft.body).toMatchObject({ outcome: 'created', published: false, address: null });
    const rehearsed = await program('PUT /workshops/A-1?dryRun=true', { title: 'Other' });
    expect(rehearsed.body).toMatchObject({ outcome: 'changed', dryRun: true, workshop: null });
    expect(await live()).toEqual([]);
    expect(await drafts()).toMatchObject([{ title: 'Deep Dive in Seattle' }]);
  });

  it('calls a workshop off, once: its page stays and says so', async () => {
    await program('PUT /workshops/A-1', sentWorkshop());
    const first = await program('DELETE /workshops/A-1');
    expect(first.body).toMatchObject({
      outcome: 'cancelled',
      published: true,
      workshop: { status: 'cancelled' },
    });
    expect(await live()).toMatchObject([{ availability: 'cancelled' }]);
    expect((await program('DELETE /workshops/A-1')).body.outcome).toBe('unchanged');
    expect((await program('DELETE /workshops/A-9')).status).toBe(404);
    await program('PUT /workshops/A-2?publish=false', sentWorkshop({ zip: '98901' }));
    expect((await program('DELETE /workshops/A-2')).body).toMatchObject({
      outcome: 'cancelled',
      published: false,
    });
  });

  it('reads its workshops page by page', async () => {
    for (let index = 0; index < 5; index += 1)
      await documents(cms, WORKSHOP).create({ data: seattle(partner, { title: `No. ${index}` }) });
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => program(`GET /workshops?page=${page}&pageSize=2`)),
    );
    const titles = pages.map(({ body }) =>
      (body.workshops as { workshop: Fields }[]).map(({ workshop }) => workshop.title),
    );
    expect(titles.flat().sort()).toEqual(['No. 0', 'No. 1', 'No. 2', 'No. 3', 'No. 4']);
    expect(pages[0]?.body.pagination).toEqual({ page: 1, pageSize: 2, pageCount: 3, total: 5 });
    const [{ documentId } = {}] = await drafts();
    expect((await program(`GET /workshops/${documentId}`)).body).toMatchObject({
      id: documentId,
      published: false,
      workshop: { zip: '98101' },
    });
    for (const query of ['page=0', 'page=x', 'pageSize=101', 'sort=title', 'page=9999999'])
      expect((await program(`GET /workshops?${query}`)).status, query).toBe(422);
  });

  it('is told of each field what is wrong with it, and nothing is changed', async () => {
    const wrong = await program('PUT /workshops/A-1', {
      title: 'x'.repeat(200),
      kind: 'Deepest',
      zip: '00000',
      fee: 'lots',
      capacity: 1.5,
      registrationUrl: 'javascript:alert(1)',
      sessions: [{ date: 'soon', startTime: '3:00' }],
    });
    expect(wrong.status).toBe(422);
    expect(problemsIn(wrong)).toEqual({
      title: expect.stringContaining('room for 120 letters'),
      kind: expect.stringContaining('Write one of: Intro, Deep Dive'),
      zip: expect.stringContaining('no ZIP code “00000”'),
      fee: expect.stringContaining('We can’t read “lots”'),
      capacity: expect.any(String),
      registrationUrl: expect.any(String),
      'sessions.0.date': expect.stringContaining('We can’t read “soon” as a date'),
      'sessions.0.startTime': 'Is that 3:00 AM or 3:00 PM? Add AM or PM.',
      'sessions.0.endTime': 'Fill in “Ends”.',
    });
    const shapes: [body: unknown, field: string][] = [
      [{ ...sentWorkshop(), title: 7 }, 'title'],
      [{ ...sentWorkshop(), title: ['a'] }, 'title'],
      [{ ...sentWorkshop(), title: 'a\0b' }, 'title'],
      [{ ...sentWorkshop(), fee: true }, 'fee'],
      [{ ...sentWorkshop(), sessions: 'soon' }, 'sessions'],
      [{ ...sentWorkshop(), sessions: [{ date: 20270306 }] }, 'sessions.0.date'],
      [{ ...sentWorkshop(), sessions: Array.from({ length: 101 }, () => ({})) }, 'sessions'],
      [{ ...sentWorkshop(), sessions: [{ day: 'x' }] }, 'sessions.0.day'],
      [[], ''],
      ['null', ''],
    ];
    for (const [body, field] of shapes) {
      const answer = await program('PUT /workshops/A-1', body);
      expect([answer.status, Object.keys(problemsIn(answer))], JSON.stringify(body)).toEqual([422, [field]]);
    }
    expect((await program('PUT /workshops/A-1', '{"title":')).status).toBe(400);
    expect((await program('PUT /workshops/A-1', JSON.stringify({ notes: 'x'.repeat(300_000) }))).status).toBe(
      413,
    );
    expect((await program(`PUT /workshops/${'a'.repeat(101)}`, sentWorkshop())).status).toBe(422);
    expect((await program('PUT /workshops/%20', sentWorkshop())).status).toBe(422);
    expect((await program('PUT /workshops/A%00', sentWorkshop())).status).toBeLessThan(500);
    expect((await program('PUT /workshops/%E0%A4%A', sentWorkshop())).status).toBe(422);
    expect((await program('PUT /workshops/A-1?publish=maybe', sentWorkshop())).status).toBe(422);
    expect(await storedOf(partner)).toEqual([]);
  });

  it('takes over nothing by a key that is none of a workshop’s', async () => {
    const { documentId: theirs } = await documents(cms, WORKSHOP).create({ data: seattle(other) });
    const before = await storedOf(other);
    for (const [key, value] of Object.entries({
      partner: other,
      id: 1,
      documentId: theirs,
      slug: 'x',
      publishedAt: null,
      createdBy: 1,
      updatedBy: 1,
      locale: 'fr',
      wasPublished: true,
      startsAt: '2027-01-01',
      when: 'x',
      timeZoneId: 'UTC',
      latitude: 1,
      revision: 1,
      availability: 'full',
      venue: { zip: '98101' },
      constructor: 1,
    })) {
      const answer = await program('PUT /workshops/A-1', { ...sentWorkshop(), [key]: value });
      expect(answer.status, key).toBe(422);
      expect(problemsIn(answer), key).toEqual({ [key]: `“${key}” is not part of this.` });
    }
    const answer = await program('PUT /workshops/A-1', `{"__proto__":{"partner":"${other}"},"title":"T"}`);
    expect(answer.status).toBe(422);
    expect(await storedOf(partner)).toEqual([]);
    expect(await storedOf(other)).toEqual(before);
  });

  it('never finds, changes or names another partner’s workshop, whatever it sends', async () => {
    const mine = await documents(cms, WORKSHOP).create({ data: seattle(partner) });
    const theirs = await documents(cms, WORKSHOP).create({
      data: seattle(other, { title: 'A secret' }),
      status: 'published',
    });
    await otherProgram('PUT /workshops/Shared', sentWorkshop({ title: 'Another secret', zip: '98902' }));
    const before = await storedOf(other);
    const id = fc.constantFrom(
      mine.documentId,
      theirs.documentId,
      'Shared',
      'A-1',
      'toString',
      '../x',
      "' or 1=1 --",
    );
    const call = fc.record({
      method: fc.constantFrom('GET', 'PUT', 'DELETE', 'POST'),
      id,
      title: fc.string({ maxLength: 20 }),
      zip: fc.constantFrom('98101', '98901', '00000', null),
      days: fc.integer({ min: 5, max: 40 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(call, { minLength: 1, maxLength: 4 }), async (calls) => {
        for (const { method, id: named, title, zip, days } of calls) {
          const sessions = [{ date: day(days), startTime: '09:00', endTime: '16:00' }];
          const workshop = { title, zip, sessions };
          const path = method === 'POST' ? '?dryRun=true' : `/${encodeURIComponent(named)}`;
          const bodies: Record<string, unknown> = {
            POST: { workshops: [{ id: named, ...workshop }] },
            PUT: workshop,
          };
          const body = bodies[method];
          const answer = await program(`${method} /workshops${path}`, body);
          expect([200, 201, 404, 422, 429], JSON.stringify(answer.body)).toContain(answer.status);
          expect(JSON.stringify(answer.body)).not.toContain('secret');
          if (named === theirs.documentId && method !== 'POST')
            expect([404, 422, 429]).toContain(answer.status);
        }
      }),
      { numRuns: 25 },
    );
    expect(await storedOf(other)).toEqual(before);
    // What there isn't and what is another's is answered alike.
    const words = async (named: string) => JSON.stringify((await program(`GET /workshops/${named}`)).body);
    expect(await words(theirs.documentId)).toBe(await words('a'.repeat(24)));
  });

  it('of several calls at a time makes one workshop', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => program('PUT /workshops/A-1', sentWorkshop())),
    );
    expect(answers.map(({ body }) => body.outcome).sort()).toEqual([
      'created',
      ...Array.from({ length: 5 }, () => 'unchanged'),
    ]);
    expect(await drafts()).toHaveLength(1);
  });

  it('brings many at once, all or none, and only says what would be where it asks that', async () => {
    const workshops = ['98101', '98901', '97201'].map((zip, index) => ({
      id: `A-${index}`,
      ...sentWorkshop({ zip, title: `No. ${index}` }),
    }));
    const refused = await program('POST /workshops', {
      workshops: [...workshops, { id: 'A-3', ...sentWorkshop({ zip: '00000' }) }],
    });
    expect(refused.status).toBe(422);
    expect(problemsIn(refused)).toEqual({
      'workshops.3.zip': expect.stringContaining('no ZIP code “00000”'),
    });
    const rehearsed = await program('POST /workshops?dryRun=true', { workshops });
    expect(rehearsed.body).toMatchObject({ dryRun: true, counts: { created: 3 }, import: null });
    expect(await storedOf(partner)).toEqual([]);
    const done = await program('POST /workshops', { workshops });
    expect(done.status, JSON.stringify(done.body)).toBe(200);
    expect(done.body).toMatchObject({ counts: { created: 3 }, import: { state: 'done' } });
    expect(await live()).toHaveLength(3);
    expect((await historyOf((await live())[0]?.documentId))[0]).toMatchObject({
      name: 'Some One’s token “Our calendar”',
      source: 'api',
    });
    const { id } = done.body.import as Fields;
    expect((await program(`GET /imports/${id}`)).body).toMatchObject({ id, state: 'done' });
    expect((await otherProgram(`GET /imports/${id}`)).status).toBe(404);
    const again = await program('POST /workshops', { workshops });
    expect(again.body).toMatchObject({ counts: { unchanged: 3 }, import: null });
    const bodies = [{}, { workshops: [] }, { workshops: [{ title: 'No id' }] }, { workshops: [1] }];
    for (const body of bodies)
      expect((await program('POST /workshops', body)).status, JSON.stringify(body)).toBe(422);
  });

  it('sends a spreadsheet, and is told of each problem the cell', async () => {
    const sheet = (zip: string) =>
      `ID,Title,Date,Start,End,ZIP\nA-1,One,${day(20)},9 AM,4 PM,98101\nA-2,Two,${day(20)},3:00,4 PM,${zip}\n`;
    const named = '/imports?name=spring.csv&dryRun=true';
    const said = await program(`POST ${named}`, sheet('00000'));
    expect(said.status, JSON.stringify(said.body)).toBe(200);
    expect(said.body).toMatchObject({
      counts: { created: 1, refused: 1 },
      partner: { slug: `partner-${count}` },
    });
    const [, second] = said.body.workshops as { problems: Fields[] }[];
    expect(second?.problems).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ cell: 'F3', column: 'ZIP', field: 'zip' }),
        expect.objectContaining({ cell: 'D3', column: 'Start', field: 'sessions.0.startTime' }),
      ]),
    );
    expect((await program('POST /imports?name=spring.csv', sheet('00000'))).status).toBe(422);
    expect(await storedOf(partner)).toEqual([]);
    const good = sheet('98901').replace('3:00', '3 PM');
    expect((await program(`POST /imports?partner=partner-${count}`, good)).body).toMatchObject({
      import: { state: 'done' },
    });
    expect(await live()).toHaveLength(2);
    const wrong = await program('POST /imports?partner=other-partner', good);
    expect(problemsIn(wrong).partner).toContain(`This token is of Partner ${count} (partner-${count})`);
    const nobody = await program('POST /imports?partner=nobody', good);
    expect(problemsIn(nobody).partner).toBe(problemsIn(wrong).partner?.replace('other-partner', 'nobody'));
    for (const [file, words] of [
      ['', /empty/],
      ['%PDF-1.7', /PDF/],
      ['Title,City\n', /No row|nothing/],
    ] as const)
      expect(problemsIn(await program('POST /imports', file)).file, file).toMatch(words);
    const large = await program('POST /imports', 'x'.repeat(10 * 1024 * 1024 + 1)).catch(() => ({
      status: 413,
    }));
    expect(large.status).toBe(413);
  });

  it('is answered as its document says', async () => {
    const response = await cms.get('/api/partner/openapi.json');
    const api = (await response.json()) as {
      openapi: string;
      paths: Record<string, Record<string, { responses: Record<string, { content: Fields }> }>>;
    };
    expect(api.openapi).toBe('3.1.0');
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema(api, 'api');
    const check = (route: string, { status, body }: Answer): void => {
      const [method = '', path = ''] = route.split(' ');
      const said = api.paths[`/api/partner${path}`]?.[method]?.responses[status];
      expect(said, `${route} answered ${status}`).toBeDefined();
      const pointer = `#/paths/${`/api/partner${path}`.replaceAll('/', '~1')}/${method}/responses/${status}/content/application~1json/schema`;
      const validate = ajv.getSchema(`api${pointer.replaceAll('{', '%7B').replaceAll('}', '%7D')}`);
      expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
    };
    const one = { id: 'A-2', ...sentWorkshop({ zip: '98901' }) };
    check('put /workshops/{id}', await program('PUT /workshops/A-1', sentWorkshop()));
    check('put /workshops/{id}', await program('PUT /workshops/A-1', sentWorkshop()));
    check('put /workshops/{id}', await program('PUT /workshops/A-1?dryRun=true', { fee: 'free' }));
    check('put /workshops/{id}', await program('PUT /workshops/A-1', { zip: '1' }));
    check('put /workshops/{id}', await program('PUT /workshops/A-1', '{'));
    check('put /workshops/{id}', await programWith(cms, '')('PUT /workshops/A-1', {}));
    check('get /workshops', await program('GET /workshops'));
    check('get /workshops/{id}', await program('GET /workshops/A-1'));
    check('get /workshops/{id}', await program('GET /workshops/A-9'));
    check('delete /workshops/{id}', await program('DELETE /workshops/A-1'));
    check('post /workshops', await program('POST /workshops?dryRun=true', { workshops: [one] }));
    const many = await program('POST /workshops', { workshops: [one] });
    check('post /workshops', many);
    check('get /imports/{id}', await program(`GET /imports/${(many.body.import as Fields).id}`));
    check('post /imports', await program('POST /imports?dryRun=true', 'Title,Date\nOne,soon\nTwo,later\n'));
    check('post /imports', await program('POST /imports', ''));
  });
});
