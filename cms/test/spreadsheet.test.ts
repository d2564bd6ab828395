import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { COLUMN_NAMES } from '../src/rules/spreadsheet/export';
import { SHEET_FIELDS, type SheetWorkshop } from '../src/rules/spreadsheet/sheet';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { cellsOf, ended, imported, rehearsed, row, sheetDay } from './sheets';
import {
  day,
  documents,
  type Fields,
  makePartner,
  type Person,
  seattle,
  signIn,
  stranger,
  WORKSHOP,
} from './stories';

onEachDatabase('a sheet of workshops', (database) => {
  let cms: RunningCms;
  let maya: Person;
  let pat: Person;
  let partner: string;
  let other: string;
  let count = 0;

  beforeAll(async () => {
    cms = await startCms({ database });
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    other = await makePartner(cms, 'Other Partner');
  }, 120_000);
  afterAll(() => cms?.stop());

  // Each story has a partner of its own.
  beforeEach(async () => {
    count += 1;
    pat = await signIn(cms, `pat${count}@partner.test`, 'regional-partner');
    partner = await makePartner(cms, `Partner ${count}`, { admins: [pat.id], territory: [] });
  });

  const liveOf = (documentId: string) =>
    documents(cms, WORKSHOP).findOne({ documentId, populate: ['venue', 'sessions'], status: 'published' });
  const own = async (): Promise<Fields[]> =>
    cms.strapi.db.query(WORKSHOP).findMany({
      where: { partner: { documentId: partner }, publishedAt: null },
      populate: ['venue', 'sessions'],
      orderBy: 'id',
    });
  const idOf = async (title: string): Promise<string> =>
    String((await own()).find((each) => each.title === title)?.documentId);
  const found = async (title: string): Promise<boolean> => {
    const { body } = { body: await (await cms.get('/api/workshops')).text() };
    return body.includes(title);
  };

  it('is rehearsed row by row, in the form’s words, and nothing is stored', async () => {
    const known = await documents(cms, WORKSHOP).create({ data: seattle(partner) });
    const answer = await rehearsed(pat, [
      row(2, { title: 'In Yakima', zip: '98901' }),
      row(3, { title: 'Corrected' }, [sheetDay(10)]),
      row(4, { title: 'Wrong', zip: '00000', fee: 'lots', kind: 'Deepest' }, [
        { date: 'soon', startTime: '3:00', endTime: '' },
      ]),
    ]);
    expect(answer.map(({ fate }) => fate)).toEqual(['create', 'change', 'refused']);
    expect(answer[1]).toMatchObject({
      documentId: known.documentId,
      changes: [expect.stringContaining('“Deep Dive in Seattle” → “Corrected”')],
    });
    expect(
      Object.fromEntries((answer[2]?.problems ?? []).map(({ field, message }) => [field, message])),
    ).toEqual({
      kind: expect.stringContaining('Write one of: Intro, Deep Dive'),
      fee: expect.stringContaining('We can’t read “lots” as a number'),
      zip: expect.stringContaining('no ZIP code “00000”'),
      'sessions.0.date': expect.stringContaining('We can’t read “soon” as a date'),
      'sessions.0.startTime': 'Is that 3:00 AM or 3:00 PM? Add AM or PM.',
      'sessions.0.endTime': 'Fill in “Ends”.',
    });
    expect(await own()).toHaveLength(1);
  });

  it('makes, changes, cancels and leaves alone, and visitors see it', async () => {
    await imported(pat, [
      row(2, { title: `Kept ${count}` }),
      row(3, { title: `Called off ${count}`, zip: '98901' }),
    ]);
    const again = [
      row(2, { title: `Kept ${count}` }),
      row(3, { title: `Called off ${count}`, zip: '98901', status: 'Cancelled' }),
      row(4, { title: `New ${count}`, zip: '97201', fee: '$150', capacity: '30', format: 'In person' }),
    ];
    expect((await rehearsed(pat, again)).map(({ fate }) => fate)).toEqual(['same', 'cancel', 'create']);
    expect(await imported(pat, again)).toMatchObject({
      state: 'done',
      who: 'Some One',
      name: 'Workshops.xlsx',
    });
    expect(await own()).toHaveLength(3);
    expect(await found(`New ${count}`)).toBe(true);
    expect(await found(`Called off ${count}`)).toBe(false);
    expect(await liveOf(await idOf(`New ${count}`))).toMatchObject({
      feeKind: 'amount',
      feeAmount: 150,
      capacity: 30,
      timeZone: 'America/Los_Angeles',
      venue: { city: 'Portland', state: 'OR' },
    });
    expect((await rehearsed(pat, again)).map(({ fate }) => fate)).toEqual(['same', 'same', 'same']);
  });

  it('as drafts shows visitors nothing, and says in the history who did it', async () => {
    await imported(pat, [row(2, { title: `Quiet ${count}` })], { publish: false });
    const documentId = await idOf(`Quiet ${count}`);
    expect(await liveOf(documentId)).toBeNull();
    const { body } = await pat.ask(`/versions/${WORKSHOP}/${documentId}`);
    expect(body.entries).toMatchObject([{ action: 'created', name: 'Some One', source: 'import' }]);
  });

  it('is imported whole or not at all', async () => {
    const { status, body } = await pat.ask('/imports/spreadsheet', {
      workshops: [row(2), row(3, { zip: '00000' })],
      publish: true,
      name: 'a.csv',
    });
    expect(status).toBe(400);
    expect((body.error as Fields).message).toContain('Row 3: We know no ZIP code “00000”');
    expect(await own()).toEqual([]);
  });

  it('knows a workshop by the partner’s own id, else by kind, ZIP code and first day: a corrected title never doubles', async () => {
    await imported(pat, [row(2, { id: 'A-1' }), row(3, { zip: '98901' })]);
    await imported(pat, [
      row(2, { id: 'A-1', title: 'Moved' }, [sheetDay(40)]),
      row(3, { zip: '98901', title: 'Another title' }),
    ]);
    const [first, second, ...more] = await own();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ title: 'Moved', sessions: [{ date: day(40) }] });
    expect(second).toMatchObject({ title: 'Another title' });
    // Two on one day, told apart by their ids.
    await imported(pat, [row(2, { id: 'A-1' }, [sheetDay(40)]), row(3, { id: 'A-2' }, [sheetDay(40)])]);
    expect(await own()).toHaveLength(3);
    const twice = await rehearsed(pat, [row(2, { zip: '97201' }), row(3, { zip: '97201' })]);
    expect(twice.map(({ fate }) => fate)).toEqual(['create', 'refused']);
  });

  it('takes nothing of another partner: neither its rows nor its workshops’ ids', async () => {
    const { documentId } = await documents(cms, WORKSHOP).create({ data: seattle(other) });
    const answer = await rehearsed(pat, [
      row(2, { partner: 'Other Partner' }),
      row(3, { id: documentId, zip: '98901' }),
      row(4, { partner: `Partner ${count}`, zip: '97201' }),
    ]);
    expect(answer.map(({ fate }) => fate)).toEqual(['refused', 'refused', 'create']);
    expect(answer[0]?.problems).toMatchObject([{ field: 'partner' }]);
    expect(answer[1]?.problems).toMatchObject([{ field: 'id' }]);
  });

  it('is refused to others, and with any key that is none of its own', async () => {
    const body = { workshops: [row(2)], publish: false, name: 'a.csv' };
    const statusOf = async (person: Person, sent: Fields) =>
      (await person.ask('/imports/spreadsheet', sent)).status;
    expect(await statusOf(stranger(cms), body)).toBe(401);
    expect(await statusOf(await signIn(cms, `nat${count}@desk.test`, 'national-desk'), body)).toBe(403);
    expect(await statusOf(pat, { ...body, partner: other })).toBe(403);
    expect(await statusOf(maya, body)).toBe(400);
    expect(await statusOf(maya, { ...body, partner: 'nobody' })).toBe(400);
    for (const wrong of [
      { admin: 1 },
      { name: '' },
      { publish: 'yes' },
      { workshops: [] },
      { workshops: [{ ...row(2), documentId: 'x' }] },
      { workshops: [{ ...row(2), values: { title: 'T', wasPublished: 'true' } }] },
      { workshops: [{ ...row(2), rows: [] }] },
    ])
      expect(await statusOf(pat, { ...body, ...wrong }), JSON.stringify(wrong)).toBe(400);
    expect(await own()).toEqual([]);
    const { id } = await imported(maya, [row(2)], { partner });
    expect(await own()).toHaveLength(1);
    const stranged = await signIn(cms, `sam${count}@partner.test`, 'regional-partner');
    await makePartner(cms, `Third Partner ${count}`, { admins: [stranged.id], territory: [] });
    expect((await stranged.ask(`/imports/spreadsheet/${id}`)).status).toBe(404);
    expect((await stranged.ask(`/imports/spreadsheet/${id}/undo`, {})).status).toBe(404);
    expect((await stranged.ask(`/imports/spreadsheet/export?partner=${partner}`)).status).toBe(403);
  });

  it('is refused by the name of the cell when a form holds what no database keeps', async () => {
    const form = new FormData();
    const workshops = [row(2, { notes: 'Lunch\0' })];
    form.set('body', new File([JSON.stringify({ workshops, publish: false, name: 'a.xlsx' })], 'body.json'));
    const response = await pat.send('/imports/spreadsheet', form);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('workshops.0.values.notes holds a NUL character');
  });

  it('with a row that says too much is rehearsed, and that row refused', async () => {
    const days = Array.from({ length: 150 }, (_, index) => sheetDay(20 + index));
    const answer = await rehearsed(pat, [
      { ...row(2, { notes: 'x'.repeat(32_767) }), rows: Array.from({ length: 2_000 }, (_, at) => at + 2) },
      row(3, { zip: '98901' }, days),
      row(4, { zip: '97201' }),
    ]);
    expect(answer.map(({ fate }) => fate)).toEqual(['refused', 'refused', 'create']);
    expect(answer[0]?.problems).toMatchObject([{ field: 'notes' }]);
  });

  it('is undone for 30 days: what was edited since is named and kept', async () => {
    await imported(pat, [row(2, { title: 'Before', notes: 'Bring lunch.' })]);
    const changed = await idOf('Before');
    const { id } = await imported(pat, [
      row(2, { title: 'After', notes: '' }),
      row(3, { title: 'New', zip: '98901' }),
      row(4, { title: 'Edited', zip: '97201' }),
    ]);
    const edited = await idOf('Edited');
    await documents(cms, WORKSHOP).update({ documentId: edited, data: { notes: 'By hand.' } });
    const { status, body } = await pat.ask(`/imports/spreadsheet/${id}/undo`, {});
    expect(status, JSON.stringify(body)).toBe(200);
    expect(body).toMatchObject({
      undone: [{ title: 'After', documentId: changed }, { title: 'New' }],
      kept: [
        { title: 'Edited', documentId: edited, why: expect.stringContaining('changed after the import') },
      ],
    });
    await expect
      .poll(async () => (await pat.ask(`/imports/spreadsheet/${id}`)).body, { timeout: 20_000 })
      .toMatchObject({ state: 'undone', kept: [{ title: 'Edited' }], mayUndoUntil: null });
    expect(await liveOf(changed)).toMatchObject({ title: 'Before', notes: 'Bring lunch.' });
    expect((await own()).map(({ title }) => title)).toEqual(['Before', 'Edited']);
    expect((await pat.ask(`/imports/spreadsheet/${id}/undo`, {})).status).toBe(400);
    expect(await found('“New”')).toBe(false);
  });

  const undo = async (id: unknown, person = pat): Promise<void> => {
    const { status, body } = await person.ask(`/imports/spreadsheet/${id}/undo`, {});
    expect(status, JSON.stringify(body)).toBe(200);
    await ended(person, Number(id));
  };

  it('is undone to what visitors saw, while what they never saw stays a draft', async () => {
    const documentId = String(
      (await imported(pat, [row(2, { notes: 'Bring lunch.' })])) && (await own())[0]?.documentId,
    );
    await documents(cms, WORKSHOP).update({ documentId, data: { notes: 'Half a sent' } });
    const { status } = await pat.ask('/workshop-actions/full', { documentIds: [documentId] });
    expect(status).toBe(200);
    expect(await liveOf(documentId)).toMatchObject({ notes: 'Bring lunch.', availability: 'full' });
    const { id } = await imported(pat, [row(2, { notes: 'Bring a laptop.' })]);
    expect(await liveOf(documentId)).toMatchObject({ notes: 'Bring a laptop.' });
    await undo(id);
    expect(await liveOf(documentId)).toMatchObject({ notes: 'Bring lunch.', availability: 'full' });
    expect((await own())[0]).toMatchObject({ notes: 'Half a sent', availability: 'full' });
  });

  it('is undone with what it called the workshops, by whoever undoes it', async () => {
    const zips = ['98101', '98901', '97201'];
    const sheet = (ids: string[]) =>
      zips.map((zip, index) =>
        row(index + 2, { zip, title: `In ${zip}`, ...(ids[index] && { id: ids[index] }) }),
      );
    await imported(pat, sheet([]));
    const idsOf = async (): Promise<Fields[]> =>
      cms.strapi.db.connection('spreadsheet_ids').where({ partner }).select('own').orderBy('own');
    const right = await imported(pat, sheet(['A', 'B', 'C']));
    await undo(right.id, maya);
    expect(await idsOf()).toEqual([]);
    // The column has slipped by a row.
    const wrong = await imported(pat, sheet(['X', 'A', 'B']));
    await undo(wrong.id, maya);
    expect(await idsOf()).toEqual([]);
    await imported(pat, sheet(['A', 'B', 'C']));
    expect((await own()).map(({ title }) => title)).toEqual(zips.map((zip) => `In ${zip}`));
    const { id } = await imported(pat, [row(2, { id: 'A', title: 'Renamed', zip: '98101' })]);
    await undo(id, maya);
    const [{ documentId }] = (await own()) as [{ documentId: string }];
    const last = await cms.strapi.db
      .connection('versions')
      .where({ document: documentId })
      .orderBy('number', 'desc')
      .first('admin', 'source');
    expect(last).toEqual({ admin: maya.id, source: 'import' });
    expect(await idsOf()).toEqual([{ own: 'A' }, { own: 'B' }, { own: 'C' }]);
  });

  it('that can’t be stored is turned back, and keeps no other from being brought in', async () => {
    await imported(pat, [row(2, { title: 'Stays' })]);
    cms.strapi.documents.use((context, next) => {
      const { data } = context.params as { data?: Fields };
      if (data?.title === 'Not to be stored') throw new TypeError('No database takes this.');
      return next();
    });
    const { body } = await pat.ask('/imports/spreadsheet', {
      workshops: [row(2, { title: 'Not to be stored' })],
      publish: true,
      name: 'a.csv',
    });
    expect(await ended(pat, Number(body.id))).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('could not be stored'),
    });
    expect(await imported(pat, [row(2, { title: 'Other' })])).toMatchObject({ state: 'done' });
  });

  it('is not undone after 30 days', async () => {
    const { id } = await imported(pat, [row(2)]);
    await cms.strapi.db
      .connection('spreadsheet_imports')
      .where({ id })
      .update({ ended_at: Date.now() - 31 * 86_400_000 });
    const { status, body } = await pat.ask(`/imports/spreadsheet/${id}/undo`, {});
    expect(status).toBe(400);
    expect((body.error as Fields).message).toContain('30 days');
  });

  it('leaves no journal once it can’t be undone, and stays on the list', async () => {
    const { id } = await imported(pat, [row(2), row(3, { zip: '98901' })]);
    const { id: recent } = await imported(pat, [row(4, { zip: '97201' })]);
    const { connection: knex } = cms.strapi.db;
    const journal = async (of: unknown) =>
      (await knex('spreadsheet_import_rows').where({ import: Number(of) })).length;
    await knex('spreadsheet_imports')
      .where({ id: Number(id) })
      .update({ ended_at: Date.now() - 31 * 86_400_000 });
    // Tomorrow’s turn is today.
    await knex('outbox').where({ task: 'spreadsheet-erase', state: 'waiting' }).update({ due_at: 0 });
    await expect.poll(() => journal(id), { timeout: 20_000 }).toBe(0);
    expect(await journal(recent)).toBe(1);
    const { body } = await pat.ask(`/imports/spreadsheet/${id}`);
    expect(body).toMatchObject({ state: 'done', who: 'Some One', mayUndoUntil: null, kept: [] });
    expect(await own()).toHaveLength(3);
  });

  it('may be long, and gives those of one name an address each', async () => {
    const sheet = Array.from({ length: 501 }, (_, index) =>
      row(index + 2, { id: `W-${index}`, title: 'One of many' }),
    );
    expect(await imported(pat, sheet, { publish: false })).toMatchObject({ state: 'done', done: 501 });
    const stored = await own();
    expect(stored).toHaveLength(501);
    expect(new Set(stored.map(({ slug }) => slug)).size).toBe(501);
    expect(stored.at(-1)).toMatchObject({ slug: `one-of-many-seattle-${day(20)}-501` });
  });

  it('asked for several times at the same moment is done once, and the others are told why', async () => {
    const body = { workshops: [row(2)], publish: true, name: 'a.csv' };
    const answers = await Promise.all([1, 2, 3].map(() => pat.ask('/imports/spreadsheet', body)));
    const refused = answers.filter(({ status }) => status !== 200);
    for (const answer of refused)
      expect(answer).toMatchObject({
        status: 400,
        body: {
          error: {
            message: expect.stringMatching(/^(An import is under way|Workshops were made meanwhile)\. /),
          },
        },
      });
    // One that comes late finds it done, and changes nothing.
    const taken = answers.filter(({ status }) => status === 200);
    expect(taken).not.toEqual([]);
    for (const answer of taken) await ended(pat, Number(answer.body.id));
    expect(await own()).toHaveLength(1);
  });

  it('that a rule refuses in the middle is turned back: nothing of it is left', async () => {
    await imported(pat, [row(2, { title: 'Stays' }), row(3, { zip: '97201', title: 'Right' })]);
    const before = await idOf('Stays');
    // What no rehearsal can know: only as it is saved is the last row none that the rules let pass.
    cms.strapi.documents.use((context, next) => {
      const { data } = context.params as { data?: Fields };
      if (data?.title === 'Gone wrong') data.venue = { zip: '00000' };
      return next();
    });
    const { body } = await pat.ask('/imports/spreadsheet', {
      workshops: [
        row(2, { title: 'Changed' }),
        row(3, { zip: '98901' }),
        row(4, { zip: '97201', title: 'Gone wrong' }),
      ],
      publish: true,
      name: 'a.csv',
    });
    await expect
      .poll(async () => (await pat.ask(`/imports/spreadsheet/${body.id}`)).body, { timeout: 20_000 })
      .toMatchObject({ state: 'refused', reason: expect.stringContaining('no ZIP code “00000”') });
    expect((await own()).map(({ title }) => title)).toEqual(['Stays', 'Right']);
    expect(await liveOf(before)).toMatchObject({ title: 'Stays' });
  });

  const sheetFrom = (csv: string): SheetWorkshop[] => {
    const [names = [], ...rows] = cellsOf(csv);
    return rows.map((cells, index) => ({
      rows: [index + 2],
      values: Object.fromEntries(
        SHEET_FIELDS.map((field) => [field, cells[names.indexOf(COLUMN_NAMES[field])] ?? '']),
      ),
      sessions: names.flatMap((name, column) =>
        /^Date \d+$/.test(name)
          ? [
              {
                date: cells[column] ?? '',
                startTime: cells[column + 1] ?? '',
                endTime: cells[column + 2] ?? '',
              },
            ]
          : [],
      ),
    }));
  };

  it('is what an export writes: importing it changes nothing, and no cell is a formula', async () => {
    await imported(pat, [
      row(2, {
        id: '=HYPERLINK("https://evil.test")',
        title: '@SUM(1+1)',
        notes: '+1 "quoted", and\na second line',
        venueName: '-2',
        fee: '$49.50',
        registrationUrl: 'https://example.org/sign-up',
      }),
      row(
        3,
        { zip: '98901-1234', format: 'hybrid', timeZone: 'Eastern', visibility: 'private', fee: 'free' },
        [sheetDay(21), sheetDay(22)],
      ),
      row(4, { format: 'Virtual', zip: '', timeZone: 'ET' }),
    ]);
    await documents(cms, WORKSHOP).create({ data: { title: 'Half done', sessions: [], partner } });
    const before = await own();
    const { body } = await pat.ask('/imports/spreadsheet/export');
    const csv = String(body.text);
    for (const cells of cellsOf(csv)) for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    const answer = await rehearsed(pat, sheetFrom(csv));
    expect(answer.map(({ fate, changes, problems }) => ({ fate, changes, problems }))).toEqual(
      Array.from({ length: 4 }, () => ({ fate: 'same', changes: [], problems: [] })),
    );
    await imported(pat, sheetFrom(csv));
    expect(await own()).toEqual(before);
  });

  it('any sheet imported twice is imported once', async () => {
    const rows = fc.array(
      fc.record({
        id: fc.constantFrom('', '', 'A', 'B', '=1'),
        title: fc.constantFrom('One', 'Two', '=1+1', '’'),
        kind: fc.constantFrom('', 'Intro', 'deep dive', 'nothing'),
        zip: fc.constantFrom('98101', '98901', ' 97201 ', '2139', ''),
        format: fc.constantFrom('', 'Virtual', 'Hybrid'),
        timeZone: fc.constantFrom('', 'Pacific', 'MST'),
        fee: fc.constantFrom('', 'Free', '0', '$1,200', 'ask'),
        first: fc.integer({ min: 5, max: 7 }),
        second: fc.option(fc.integer({ min: 3, max: 12 })),
      }),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const sheet = given.map(({ first, second, ...values }, index) =>
          row(index + 2, values, [sheetDay(first), ...(second === null ? [] : [sheetDay(second)])]),
        );
        const fates = await rehearsed(pat, sheet, { publish: false });
        const good = sheet.filter((_, index) => fates[index]?.fate !== 'refused');
        if (good.length === 0) return;
        expect(await imported(pat, good, { publish: false })).toMatchObject({ state: 'done' });
        const once = await own();
        for (const { fate } of await rehearsed(pat, good, { publish: false }))
          expect(['same', 'refused']).toContain(fate);
        expect(await own()).toEqual(once);
      }),
      { numRuns: 15 },
    );
  });
});
