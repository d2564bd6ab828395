import { array, assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelOf } from '../../schema/fixtures';
import type { Model } from '../../schema/model';
import type { Content } from '../versions/content';
import { csvOf, sheetOf } from './export';
import type { Known } from './identity';
import { planOf, reportOf, type Step, type Surroundings } from './plan';
import type { SheetSession, SheetWorkshop } from './sheet';

const models = new Map<string, Model>();
const getModel = (uid: string): Model => {
  const model = models.get(uid) ?? modelOf(uid);
  models.set(uid, model);
  return model;
};

const around = (known: Known[] = [], more: Partial<Surroundings> = {}): Surroundings => ({
  partner: { documentId: 'p1', name: 'Far West', slug: 'far-west', groupPrices: [] },
  partners: [{ name: 'Far West', territory: [] }],
  known,
  published: { figures: new Set(), pages: new Set(), paths: new Set() },
  value: null,
  publish: true,
  now: new Date('2027-01-15T12:00:00Z'),
  getModel,
  ...more,
});

const one: SheetSession = { date: '3/6/2027', startTime: '9 AM', endTime: '4 PM' };
const row = (values: SheetWorkshop['values'], sessions: SheetSession[] = [one]): SheetWorkshop => ({
  rows: [2],
  values: { title: 'In Seattle', zip: '98101', ...values },
  sessions,
});
const plan = (workshops: SheetWorkshop[], surroundings = around()): Step[] =>
  [...planOf(workshops, surroundings)].toSorted(([a], [b]) => a - b).map(([, step]) => step);
const first = (workshop: SheetWorkshop, surroundings = around()) => {
  const [step] = plan([workshop], surroundings);
  if (!step) throw new Error('Nothing is planned.');
  return step;
};

const known = (content: Content = {}, more: Partial<Known> = {}): Known => ({
  documentId: 'a'.repeat(24),
  content: {
    title: 'In Seattle',
    kind: 'deep-dive',
    format: 'in-person',
    availability: 'scheduled',
    visibility: 'public',
    joinable: false,
    feeKind: 'ask',
    sessions: [{ date: '2027-03-06', startTime: '09:00:00.000', endTime: '16:00:00.000' }],
    venue: { zip: '98101', city: 'Seattle', state: 'WA' },
    partner: { documentId: 'p1', name: 'Far West' },
    ...content,
  },
  wasPublished: true,
  slug: 'in-seattle',
  ownId: null,
  ...more,
});

describe('a row of a sheet', () => {
  it('is read as the form reads what people type', () => {
    const { report, data } = first(
      row({
        kind: 'DEEP DIVE',
        format: 'hybrid',
        status: 'open',
        fee: '$1,250.50',
        capacity: ' 24 ',
        state: 'washington',
      }),
    );
    expect(report).toMatchObject({ fate: 'create', problems: [] });
    expect(data).toMatchObject({
      kind: 'deep-dive',
      format: 'hybrid',
      availability: 'scheduled',
      feeKind: 'amount',
      feeAmount: 1250.5,
      capacity: 24,
      partner: 'p1',
      venue: { zip: '98101', city: 'Seattle', state: 'WA' },
      sessions: [{ date: '2027-03-06', startTime: '09:00:00.000', endTime: '16:00:00.000' }],
    });
  });

  it.each([
    ['', 'ask', undefined],
    ['Ask the partner', 'ask', undefined],
    ['free', 'free', undefined],
    ['$0', 'free', undefined],
    ['49', 'amount', 49],
  ])('costs “%s”', (fee, feeKind, feeAmount) => {
    const { data } = first(row({ fee }));
    expect([data.feeKind, data.feeAmount]).toEqual([feeKind, feeAmount]);
  });

  it('leaves what no column has, and empties what is empty', () => {
    const { report, data } = first(
      row({ notes: '', title: 'In Seattle' }),
      around([known({ notes: 'Lunch.', capacity: 9 })]),
    );
    expect(report.fate).toBe('change');
    expect(data).toEqual({ notes: null });
  });

  it('with another ZIP code has the city of that one', () => {
    const { data } = first(row({ id: 'A', zip: '98901' }), around([known({}, { ownId: 'A' })]));
    expect(data.venue).toEqual({ zip: '98901', city: 'Yakima', state: 'WA' });
  });

  it('names what is wrong in the sheet’s order, though sessions are kept in that of time', () => {
    const { report } = first(
      row({}, [
        { date: '3/8/2027', startTime: '9 AM', endTime: '9 AM' },
        one,
        { date: 'Feb 30', startTime: '9 AM', endTime: '4 PM' },
      ]),
    );
    expect(report.problems.map(({ field }) => field)).toEqual(['sessions.2.date', 'sessions.0.endTime']);
  });

  it('that becomes a draft may lack what would keep it from being published', () => {
    const workshop = row({ title: '' });
    expect(first(workshop).report.problems).toEqual([{ field: 'title', message: 'Fill in “Title”.' }]);
    const { report } = first(workshop, around([], { publish: false }));
    expect(report).toMatchObject({
      fate: 'create',
      remarks: expect.arrayContaining([expect.stringContaining('Fill in “Title”.')]),
    });
  });

  it('is the workshop of its kind, ZIP code and day, whatever it is called; its title decides between two', () => {
    const two = [known(), known({ title: 'Afternoon' }, { documentId: 'b'.repeat(24) })];
    expect(first(row({ title: 'Another' }), around([known()])).report.documentId).toBe('a'.repeat(24));
    expect(first(row({ title: 'afternoon' }), around(two)).report).toMatchObject({
      fate: 'change',
      documentId: 'b'.repeat(24),
    });
    expect(first(row({ title: 'Another' }), around(two)).report.problems).toMatchObject([{ field: 'id' }]);
  });

  it('can’t mean what a row before it means', () => {
    const fates = (workshops: SheetWorkshop[], known: Known[] = []) =>
      plan(workshops, around(known)).map(({ report }) => report.fate);
    expect(fates([row({}), row({ title: 'Again' })])).toEqual(['create', 'refused']);
    expect(fates([row({ id: 'A' }), row({ id: 'B' })])).toEqual(['create', 'create']);
    expect(fates([row({ id: 'A' }), row({ id: 'A', zip: '98901' })])).toEqual(['create', 'refused']);
    expect(fates([row({ title: 'New' }), row({ title: 'Newer' })], [known()])).toEqual(['change', 'refused']);
  });

  it('is found by what it says where it says nothing of kind or format', () => {
    const intro = known({ kind: 'intro' });
    const hybrid = known({ kind: 'intro', format: 'hybrid' }, { documentId: 'b'.repeat(24) });
    const fate = (values: SheetWorkshop['values'], ...there: Known[]) => {
      const { report } = first(row(values), around(there));
      return [report.fate, report.documentId ?? report.problems[0]?.message];
    };
    expect(fate({}, intro)).toEqual(['same', intro.documentId]);
    expect(fate({ kind: ' ' }, intro)).toEqual(['same', intro.documentId]);
    expect(fate({ kind: 'Intro' }, hybrid)).toEqual(['same', hybrid.documentId]);
    expect(fate({ kind: 'Deep Dive' }, intro)).toEqual(['create', undefined]);
    expect(fate({ kind: 'Intro', format: 'Virtual', timeZone: 'Pacific' }, intro)[0]).toBe('create');
    expect(fate({ kind: 'Intro' }, known({ kind: 'intro', format: 'virtual' }))[0]).toBe('same');
    const deep = known({}, { documentId: 'c'.repeat(24) });
    expect(fate({}, intro, deep)).toEqual(['refused', expect.stringContaining('by its kind, or its id')]);
  });

  it('means no workshop that another names by its id and moves away, whichever comes first', () => {
    const moved = row({ id: 'A' }, [{ ...one, date: '3/13/2027' }]);
    const there = () => around([known({}, { ownId: 'A' })]);
    const meant = (...rows: SheetWorkshop[]) =>
      plan(rows, there()).map(({ report: { fate, documentId } }) => [fate, documentId]);
    const id = 'a'.repeat(24);
    expect(meant(moved, row({}))).toEqual([
      ['change', id],
      ['create', undefined],
    ]);
    expect(meant(row({}), moved)).toEqual([
      ['create', undefined],
      ['change', id],
    ]);
    // Stays, or can't be imported: then it would be overwritten, or made twice.
    expect(meant(row({}), row({ id: 'A' }))[0]?.[0]).toBe('refused');
    expect(meant(row({}), { ...moved, values: { ...moved.values, fee: 'lots' } })[0]?.[0]).toBe('refused');
    expect(meant(moved, row({}, moved.sessions))[1]?.[0]).toBe('refused');
  });

  it('with too much in it is refused for itself, with what there is too much of', () => {
    const days = Array.from({ length: 20_000 }, (_, index) => ({
      ...one,
      date: `${1 + (index % 12)}/1/2027`,
    }));
    const reports = plan([
      row({ notes: 'x'.repeat(32_767) }),
      row({ zip: '98901' }, days),
      row({ zip: '97201' }, [{ ...one, date: '1-'.repeat(16_000) }]),
      row({ zip: '99201' }),
    ]).map(({ report: { fate, problems } }) => [fate, problems.map(({ field }) => field)]);
    expect(reports).toEqual([
      ['refused', ['notes']],
      ['refused', expect.arrayContaining(['sessions'])],
      ['refused', ['sessions.0.date']],
      ['create', []],
    ]);
  });

  it('calls off what it says is cancelled', () => {
    expect(first(row({ status: 'Canceled' }), around([known()])).report.fate).toBe('cancel');
    expect(
      first(row({ status: 'Cancelled' }), around([known({ availability: 'cancelled' })])).report.fate,
    ).toBe('same');
  });

  it('is told to the one who reads: what is worth a second look', () => {
    const { report } = first(row({}, [{ ...one, date: '7/4/2027' }]));
    expect(report.remarks.join()).toContain('federal holiday');
  });
});

describe('a day without a year', () => {
  const on = (now: string, there: Known[] = []) => around(there, { now: new Date(now) });
  const days = (...texts: string[]): SheetSession[] => texts.map((date) => ({ ...one, date }));
  const datesOf = ({ data }: Step): unknown => (data.sessions as SheetSession[]).map(({ date }) => date);

  it('is the next one, also on the evening of that day', () => {
    expect(datesOf(first(row({}, days('3/6')), on('2026-11-28T12:00:00Z')))).toEqual(['2027-03-06']);
    const evening = first(row({}, days('3/6')), on('2027-03-07T03:00:00Z', [known()]));
    expect(evening.report).toMatchObject({ fate: 'same', remarks: [] });
    expect(datesOf(first(row({}, days('3/5')), on('2027-03-07T03:00:00Z')))).toEqual(['2028-03-05']);
  });

  it('is that of the workshop it made, once that is over: with an id or without', () => {
    const over = on('2027-03-08T12:00:00Z', [known({}, { ownId: 'A' })]);
    for (const values of [{}, { id: 'A' }])
      expect(first(row(values, days('3/6')), over).report).toMatchObject({
        fate: 'same',
        documentId: 'a'.repeat(24),
        remarks: [expect.stringContaining('Saturday, March 6, 2027')],
      });
    expect(first(row({}, days('Sat 3/6')), over).report.fate).toBe('same');
  });

  it('takes the place of one that is over only when it says its year', () => {
    const over = on('2027-03-08T12:00:00Z', [known({}, { ownId: 'A' })]);
    expect(first(row({ id: 'A' }, days('3/5')), over).report.problems).toEqual([
      {
        field: 'sessions.0.date',
        message: 'Write its year: this workshop began on Saturday, March 6, 2027.',
      },
    ]);
    expect(first(row({ id: 'A' }, days('3/5/2027')), over).report.fate).toBe('change');
  });

  it('is of one year with the others of its workshop, some of which are over', () => {
    const sessions = days('2027-03-06', '2027-03-13').map((day) => ({
      ...day,
      startTime: '09:00:00.000',
      endTime: '16:00:00.000',
    }));
    const between = '2027-03-10T12:00:00Z';
    const both = days('3/6', '3/13');
    expect(first(row({}, both), on(between, [known({ sessions })])).report.fate).toBe('same');
    expect(datesOf(first(row({}, both), on(between)))).toEqual(['2028-03-06', '2028-03-13']);
    expect(datesOf(first(row({}, days('3/6/2027', '3/13')), on('2027-02-10T12:00:00Z')))).toEqual([
      '2027-03-06',
      '2027-03-13',
    ]);
    expect(datesOf(first(row({}, days('1/9', '12/19')), on('2026-11-28T12:00:00Z')))).toEqual([
      '2026-12-19',
      '2027-01-09',
    ]);
  });
});

describe('a sheet', () => {
  it('brought again makes and moves nothing, before its workshops or when they are over', () => {
    const rows = array(
      record({
        id: constantFrom('', '', 'A', 'B'),
        title: constantFrom('One', 'Two'),
        kind: constantFrom('', 'Intro', 'Deep Dive'),
        format: constantFrom('', 'Hybrid', 'Virtual'),
        zip: constantFrom('98101', '98901', ''),
        days: uniqueArray(integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 3 }),
        year: constantFrom('', '', '/2027'),
      }),
      { minLength: 1, maxLength: 5 },
    );
    const begin = Date.UTC(2027, 2, 1, 12);
    const dayAt = (days: number): Date => new Date(begin + days * 86_400_000);
    const at = (days: number, there: Known[]): Surroundings =>
      around(there, { now: dayAt(days), publish: false });
    assert(
      property(rows, integer({ min: 0, max: 300 }), (given, later) => {
        const sheet = given.map(({ days, year, ...values }) =>
          row(
            { ...values, timeZone: 'Pacific' },
            days.map((day) => {
              const date = dayAt(day);
              return { ...one, date: `${date.getUTCMonth() + 1}/${date.getUTCDate()}${year}` };
            }),
          ),
        );
        const fit = plan(sheet, at(0, [])).flatMap(({ report }, index) =>
          report.fate === 'create' ? [index] : [],
        );
        const good = sheet.filter((_, index) => fit.includes(index));
        const made = plan(good, at(0, [])).map(({ data: { partner: _, ...content }, ownId }, index) => ({
          ...known({}, { documentId: 'abcde'.charAt(index).repeat(24), ownId }),
          content: { ...content, partner: { documentId: 'p1', name: 'Far West' } },
        }));
        for (const { report } of plan(good, at(later, made)))
          expect(['same', 'refused'], JSON.stringify(report)).toContain(report.fate);
      }),
    );
  });

  it('of thousands of rows is planned whole', () => {
    const many = Array.from({ length: 2_000 }, (_, index) =>
      row({ id: `W-${index}` }, [{ ...one, date: `${3 + (index % 9)}/${1 + (index % 27)}/2027` }]),
    );
    expect(reportOf(plan(many)).counts).toEqual({ create: 2_000, change: 0, same: 0, cancel: 0, refused: 0 });
  }, 120_000);

  it('that is exported names its columns, and quotes what CSV must', () => {
    const csv = csvOf(sheetOf([known({ notes: 'Say "hi",\nthen lunch', title: '=1+1' })], getModel));
    expect(csv).toMatch(/^\uFEFFID,Title,Kind,/);
    expect(csv).toContain(`,"Say ""hi"",\nthen lunch",`);
    expect(csv).toContain(",'=1+1,");
    expect(csv).toContain(',3/6/2027,9:00 AM,4:00 PM\r\n');
  });
});
