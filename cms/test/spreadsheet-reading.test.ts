import { readdirSync } from 'node:fs';
import os from 'node:os';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ReadSheet } from '../src/rules/spreadsheet/understand';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { makePartner, type Person, signIn, stranger } from './stories';

const READ = '/imports/spreadsheet/read';
const ROWS = 'Title,Room,When,ZIP\nDeep Dive,12,3/6/2027 9:00 AM - 3:00 PM,2134\n';

onEachDatabase('A spreadsheet that is read', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let zoe: Person;
  let maya: Person;
  let ada: Person;
  let lone: Person;
  let cascadia: string;
  let zealous: string;

  beforeAll(async () => {
    cms = await startCms({ database });
    pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
    zoe = await signIn(cms, 'zoe@partner.test', 'regional-partner');
    lone = await signIn(cms, 'lone@partner.test', 'regional-partner');
    maya = await signIn(cms, 'maya@marketing.test', 'marketing');
    ada = await signIn(cms, 'ada@admin.test', 'strapi-super-admin');
    cascadia = await makePartner(cms, 'Cascadia', { admins: [pat.id] });
    zealous = await makePartner(cms, 'Zealous', { admins: [zoe.id] });
  });
  afterAll(() => cms?.stop());

  async function read(
    person: Person,
    content: string | Uint8Array,
    fields: Record<string, string> = {},
    name = 'spring.csv',
  ) {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.set(field, value);
    form.set('file', new File([Buffer.from(content)], name));
    const response = await person.send(READ, form);
    const body = (await response.json()) as ReadSheet & { error?: { message: string } };
    return { status: response.status, body, said: body.error?.message ?? '' };
  }
  const fieldsOf = ({ columns }: ReadSheet) => columns.map(({ field }) => field);

  it('becomes workshops, and nothing of it is kept', async () => {
    const files = (): string[] =>
      readdirSync(os.tmpdir()).filter((name) => /^[0-9a-f]{8}-[0-9a-f]{4}-/.test(name));
    const before = files();
    const { status, body } = await read(pat, ROWS);
    expect(status).toBe(200);
    expect(body.workshops).toEqual([
      {
        rows: [2],
        values: { title: 'Deep Dive', zip: '02134' },
        sessions: [{ date: '3/6/2027', startTime: '9:00 AM', endTime: '3:00 PM' }],
      },
    ]);
    expect(files().filter((name) => !before.includes(name))).toEqual([]);
  });

  it('has its columns remembered for the partner, and for no other', async () => {
    const mapping = JSON.stringify([
      { key: 'room', field: 'notes' },
      { key: 'zip', field: null },
    ]);
    expect(fieldsOf((await read(pat, ROWS, { mapping })).body)).toEqual([
      'title',
      'notes',
      'dateAndTime',
      null,
    ]);
    expect(fieldsOf((await read(pat, ROWS)).body)).toEqual(['title', 'notes', 'dateAndTime', null]);
    expect(fieldsOf((await read(zoe, ROWS)).body)).toEqual(['title', null, 'dateAndTime', 'zip']);
    const again = JSON.stringify([{ key: 'zip', field: 'zip' }]);
    expect(fieldsOf((await read(ada, ROWS, { partner: cascadia, mapping: again })).body)).toEqual([
      'title',
      'notes',
      'dateAndTime',
      'zip',
    ]);
    expect(fieldsOf((await read(pat, ROWS)).body)).toEqual(['title', 'notes', 'dateAndTime', 'zip']);
  });

  it('has what is chosen for a column without a name for this once: it is another in the next sheet', async () => {
    const nameless = 'Title,,,ZIP,When\nDeep Dive,12,x,98901,3/6/2027 9 AM\n';
    const asRead = fieldsOf((await read(zoe, nameless)).body);
    const mapping = JSON.stringify([
      { key: '', field: 'notes' },
      { key: ' #2', field: 'venueName' },
      { key: 'zip', field: null },
    ]);
    expect(fieldsOf((await read(zoe, nameless, { mapping })).body)).toEqual([
      'title',
      'notes',
      'venueName',
      null,
      'dateAndTime',
    ]);
    expect(fieldsOf((await read(zoe, nameless)).body)).toEqual(asRead.with(3, null));
  });

  it('has each of several choices remembered that are sent at once', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `Room ${String.fromCharCode(97 + index)}`);
    const rooms = `Title,${names.join(',')},City\nDeep Dive,${names.map(() => 'x').join(',')},Yakima\n`;
    const partner = await makePartner(cms, 'Hasty');
    await Promise.all(
      names.map((name, index) =>
        read(ada, rooms, {
          partner,
          mapping: JSON.stringify([{ key: name.toLowerCase(), field: 'date', session: index + 1 }]),
        }),
      ),
    );
    const { columns } = (await read(ada, rooms, { partner })).body;
    expect(columns.slice(1, -1).map(({ session }) => session)).toEqual(names.map((_, index) => index + 1));
  });

  it('is for who acts for the partner, and for staff that says for which', async () => {
    expect((await read(stranger(cms), ROWS)).status).toBe(401);
    expect((await read(lone, ROWS)).status).toBe(403);
    expect((await read(pat, ROWS, { partner: zealous })).status).toBe(403);
    expect((await read(pat, ROWS, { partner: cascadia })).status).toBe(200);
    expect((await read(maya, ROWS, { partner: zealous })).status).toBe(200);
    expect(await read(maya, ROWS)).toMatchObject({
      status: 400,
      said: expect.stringContaining('Choose the Regional Partner'),
    });
    expect((await read(maya, ROWS, { partner: 'nobody' })).status).toBe(400);
  });

  it('is refused in a sentence', async () => {
    expect(await read(pat, '%PDF-1.7')).toMatchObject({ status: 400, said: expect.stringContaining('PDF') });
    expect(await read(pat, 'Title,City', {}, 'a.xlsx')).toMatchObject({
      status: 400,
      said: expect.stringContaining('no Excel workbook'),
    });
    const large = await read(pat, Buffer.alloc(10 * 1024 * 1024 + 1, 'a'), {}, 'large.csv');
    expect(large).toMatchObject({ status: 413, said: expect.stringContaining('“large.csv” has 11 MB') });
    const none = await pat.send(READ, new FormData());
    expect(none.status).toBe(400);
  });

  it.each([
    '{',
    '[{"key":1}]',
    '[{"key":"a","field":"password"}]',
    '{"key":"a"}',
    JSON.stringify([{ key: 'a', field: null, session: 99 }]),
  ])('is not read with choices like %s', async (mapping) => {
    expect((await read(pat, ROWS, { mapping })).status).toBe(400);
  });

  it('with rows no other way than as it is: a row of names that is not there, another sheet', async () => {
    expect((await read(pat, ROWS, { headerRow: '-1' })).status).toBe(400);
    expect((await read(pat, ROWS, { headerRow: 'x' })).status).toBe(400);
    expect((await read(pat, ROWS, { headerRow: '9000' })).body.workshops).toEqual([]);
    expect((await read(pat, ROWS, { sheet: 'No such sheet' })).body.workshops).toHaveLength(1);
  });

  it('reads ten thousand columns and nine thousand sessions in time, one after the other, while others are answered', async () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => `Column ${index}`).join(',');
    const rows = Array.from({ length: 9_999 }, (_, index) => `Deep Dive ${index},3/6/2027,9:00 AM,3:00 PM\n`);
    const [refused, many, health] = await Promise.all([
      read(pat, wide),
      read(zoe, `Title,Date,Start,End\n${rows.join('')}`),
      cms.get('/healthz'),
    ]);
    expect([refused.status, many.status, health.status]).toEqual([400, 200, 200]);
    expect(many.body.workshops).toHaveLength(9_999);
  });

  it('can be begun from an empty one', async () => {
    const { status, body } = await pat.ask('/imports/spreadsheet/template');
    expect(status).toBe(200);
    const understood = (await read(pat, String(body.text))).body;
    expect(understood.workshops).toEqual([]);
    expect(fieldsOf(understood)).not.toContain(null);
    expect((await stranger(cms).ask('/imports/spreadsheet/template')).status).toBe(401);
  });
});
