import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { SheetWorkshop } from '../src/rules/spreadsheet/sheet';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import { imported, rehearsed, row, sheetDay } from './sheets';
import { newRows, toldOf } from './stored';
import { documents, type Fields, makePartner, type Person, signIn, WORKSHOP } from './stories';

/** The journal of an import, which tells of what it did; and what the outbox keeps of a job once it was done. */
const OF_THE_IMPORT = new Set(['spreadsheet_imports', 'spreadsheet_import_rows', 'spreadsheet_ids']);
const OF_A_JOB = ['id', 'data', 'key', 'state', 'attempts', 'claimed_by', 'failure'];

interface Mention extends Fields {
  table: string;
}

onEachDatabase('what an import stores', (database) => {
  let cms: RunningCms;
  let pat: Person;
  let count = 0;
  beforeAll(async () => {
    cms = await startCms({ database });
  }, 120_000);
  afterAll(() => cms?.stop());
  beforeEach(async () => {
    count += 1;
    pat = await signIn(cms, `pat${count}@partner.test`, 'regional-partner');
    await makePartner(cms, `Partner ${count}`, { admins: [pat.id], territory: [] });
  });

  /** What rows of an import's journal did: the documents, and what the Document Service is given to make the same. */
  const journalOf = async (id: unknown): Promise<{ document: string; data: Fields }[]> =>
    (
      await cms.strapi.db
        .connection('spreadsheet_import_rows')
        .where({ import: Number(id) })
        .orderBy('position')
    ).map(({ document, data }: { document: string; data: string }) => ({ document, data: JSON.parse(data) }));

  async function byImport(sheet: SheetWorkshop[], publish: boolean) {
    let made: Awaited<ReturnType<typeof journalOf>> = [];
    const rows = await newRows(cms, async () => {
      made = await journalOf((await imported(pat, sheet, { publish })).id);
    });
    return { made, rows };
  }

  async function byDocumentService(all: Fields[], publish: boolean) {
    const made: string[] = [];
    const rows = await newRows(cms, async () => {
      for (const data of all) {
        const { documentId } = await documents(cms, WORKSHOP).create({ data });
        made.push(documentId);
      }
      if (publish) for (const documentId of made) await documents(cms, WORKSHOP).publish({ documentId });
    });
    return { made, rows };
  }

  /** But for who did it, and for what only an import keeps. */
  function compared(rows: Awaited<ReturnType<typeof newRows>>, made: string[]) {
    const { documents: all, others } = toldOf(cms, rows, WORKSHOP, made);
    const asTold = (mention: Mention): Fields[] => {
      if (OF_THE_IMPORT.has(mention.table)) return [];
      if (mention.table === 'outbox')
        return [Object.fromEntries(Object.entries(mention).filter(([column]) => !OF_A_JOB.includes(column)))];
      const { admin: _, name: __, source: ___, ...more } = mention;
      return [mention.table === 'versions' ? more : mention];
    };
    return {
      documents: all.map((each) => {
        const { standing, mentions } = each as { standing: Fields[]; mentions: Mention[] };
        return { standing, mentions: mentions.flatMap(asTold) };
      }),
      others: Object.keys(others).filter((table) => !OF_THE_IMPORT.has(table) && table !== 'outbox'),
    };
  }

  const workshop = fc.record({
    title: fc.constantFrom('Deep Dive', 'Été: “CS” \u200bfor all', 'An Intro, 日本', '=1+1'),
    kind: fc.constantFrom('', 'Intro', 'Deep Dive'),
    format: fc.constantFrom('', 'In person', 'Virtual', 'Hybrid'),
    status: fc.constantFrom('', 'Scheduled', 'Full', 'Cancelled'),
    visibility: fc.constantFrom('', 'Public', 'Private', 'Hidden'),
    timeZone: fc.constantFrom('Pacific', 'ET', ''),
    venueName: fc.constantFrom('', 'Library'),
    street: fc.constantFrom('', '1000 4th Ave'),
    city: fc.constant(''),
    zip: fc.constantFrom('98101', '02139', '98901-1234', '97201', ''),
    fee: fc.constantFrom('', 'Free', '$150', '49.5', 'ask'),
    capacity: fc.constantFrom('', '12'),
    placesTaken: fc.constantFrom('', '0', '3'),
    registrationUrl: fc.constantFrom('', 'https://example.org/sign-up?a=1'),
    notes: fc.constantFrom('', 'Bring lunch.\n\n{{educators}}'),
  });
  const sheets = fc.array(
    fc.record({
      values: workshop,
      days: fc.uniqueArray(fc.integer({ min: 5, max: 9 }), { maxLength: 3 }),
      hasId: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );

  it('is what the Document Service stores, to the last row and column', async () => {
    let compares = 0;
    await fc.assert(
      fc.asyncProperty(sheets, fc.boolean(), async (given, publish) => {
        const sheet = given.map(({ values, days, hasId }, index) =>
          row(index + 2, { ...values, id: hasId ? `W-${compares}-${index}` : '' }, days.map(sheetDay)),
        );
        const fates = await rehearsed(pat, sheet, { publish });
        const good = sheet.filter((_, index) => fates[index]?.fate === 'create');
        if (good.length === 0) return;
        const { made, rows } = await byImport(good, publish);
        const together = compared(
          rows,
          made.map(({ document }) => document),
        );
        const versions = rows.get('versions') ?? [];
        expect(versions).toHaveLength(made.length * (publish ? 2 : 1));
        for (const version of versions)
          expect(version).toMatchObject({ admin: pat.id, name: 'Some One', source: 'import' });
        for (const { document } of made) await documents(cms, WORKSHOP).delete({ documentId: document });

        const single = await byDocumentService(
          made.map(({ data }) => data),
          publish,
        );
        const apart = compared(single.rows, single.made);
        expect(together).toEqual(apart);
        expect(together.others).toEqual([]);
        for (const documentId of single.made) await documents(cms, WORKSHOP).delete({ documentId });
        compares += made.length;
      }),
      { numRuns: 30, endOnFailure: true },
    );
    expect(compares).toBeGreaterThan(20);
  }, 300_000);

  it('is read, found, changed, unpublished, deleted and brought back like any other', async () => {
    const life = async (documentId: string, slug: string): Promise<unknown> => {
      const said: unknown[] = [];
      const plain = (value: unknown): unknown =>
        JSON.parse(
          JSON.stringify(value)
            .replaceAll(documentId, '·')
            .replaceAll(/"(createdAt|updatedAt|publishedAt|id|revision)":("[^"]*"|\d+)/g, '"$1":0'),
        );
      const note = async (): Promise<void> => {
        const form = await pat.ask(`/content-manager/collection-types/${WORKSHOP}/${documentId}`);
        const list = (await pat.ask(`/content-manager/collection-types/${WORKSHOP}?pageSize=100`)).body;
        const page = await (await cms.get(`/api/workshops/${slug}`)).json();
        const found = (await (await cms.get('/api/workshops?near=98101&radius=50')).json()) as {
          workshops: Fields[];
        };
        said.push(
          plain([
            form.body,
            (list.results as Fields[]).filter((each) => each.documentId === documentId),
            page,
            found.workshops.filter((each) => each.slug === slug),
          ]),
        );
      };
      const change = documents(cms, WORKSHOP);
      const rows = await newRows(cms, async () => {
        await note();
        await change.update({
          documentId,
          data: { title: 'Changed', venue: { zip: '98102' } },
          status: 'published',
        });
        await note();
        await change.unpublish({ documentId });
        await note();
        await change.delete({ documentId });
        await note();
        const { status } = await pat.ask(`/versions/${WORKSHOP}/${documentId}/bring-back`, {});
        said.push(status);
        await note();
        await change.publish({ documentId });
        await note();
      });
      return { said, rows: compared(rows, [documentId]) };
    };
    const sheet = [
      row(2, { title: 'Told of', fee: '$20', capacity: '9', notes: 'Lunch.', venueName: 'Hall' }, [
        sheetDay(20),
        sheetDay(21),
      ]),
    ];
    const { made } = await byImport(sheet, true);
    const [{ document, data }] = made as [{ document: string; data: Fields }];
    const slugOf = async (documentId: string): Promise<string> =>
      String((await documents(cms, WORKSHOP).findOne({ documentId }))?.slug);
    const slug = await slugOf(document);
    const together = await life(document, slug);
    await documents(cms, WORKSHOP).delete({ documentId: document });
    const { made: again } = await byDocumentService([data], true);
    expect(await slugOf(String(again[0]))).toBe(slug);
    expect(together).toEqual(await life(String(again[0]), slug));
  }, 300_000);
});
