import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import writeWorkbook, { type SheetData } from 'write-excel-file/universal';
import { type ReadSheet, SheetError } from '../../../rules/spreadsheet/understand';
import { readSheet, type SheetSource } from './read';

const TODAY = '2026-11-28';

const file = (name: string, content: string | Uint8Array): SheetSource => ({
  name,
  bytes: Buffer.from(content),
  today: TODAY,
});
const read = (name: string, content: string | Uint8Array, sheet?: string): Promise<ReadSheet> =>
  readSheet({ ...file(name, content), ...(sheet ? { sheet } : {}) });

const workbook = async (...sheets: { data: SheetData; sheet: string }[]): Promise<Uint8Array> =>
  new Uint8Array(await (await writeWorkbook(sheets).toBlob()).arrayBuffer());

const ROWS = 'Title,Date,Start,End,City\nDeep Dive,3/6/2027,9:00 AM,3:00 PM,Cañon City\n';
const FOUND = [
  {
    rows: [2],
    values: { title: 'Deep Dive', city: 'Cañon City' },
    sessions: [{ date: '3/6/2027', startTime: '9:00 AM', endTime: '3:00 PM' }],
  },
];

describe('a file of text', () => {
  const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');
  it.each([
    ['in UTF-8', ROWS],
    ['with a mark at its beginning', `\ufeff${ROWS}`],
    ['as Excel for Windows writes it', Buffer.from(ROWS, 'latin1')],
    ['in UTF-16', utf16(`\ufeff${ROWS}`)],
    ['in UTF-16, the other way round', utf16(`\ufeff${ROWS}`).swap16()],
    ['in UTF-16 without a mark', utf16(ROWS.replace('ñ', 'n'))],
    ['with semicolons', ROWS.replaceAll(',', ';')],
    ['with semicolons, which it says', `sep=;\r\n${ROWS.replaceAll(',', ';')}`],
    ['with tabs', ROWS.replaceAll(',', '\t')],
    ['with lines as old Macs have them', ROWS.replaceAll('\n', '\r')],
    ['with lines as Windows has them', ROWS.replaceAll('\n', '\r\n')],
    ['with everything quoted', ROWS.replace(/[^,\n]+/g, '"$&"')],
  ])('%s is read', async (_how, content) => {
    const { workshops } = await read('spring.csv', content);
    const plain = JSON.parse(JSON.stringify(workshops).replace('Canon', 'Cañon'));
    expect(plain).toEqual(FOUND);
  });

  it('has commas and lines in its cells, and semicolons with commas for the decimals beside them', async () => {
    const { workshops } = await read(
      'a.csv',
      'Title;Fee;Notes\n"Deep Dive; for all";12,50;"Bring a laptop,\nand lunch"\nIntro;10,00;None, really',
    );
    expect(workshops.map(({ values }) => values)).toEqual([
      { title: 'Deep Dive; for all', fee: '12,50', notes: 'Bring a laptop,\nand lunch' },
      { title: 'Intro', fee: '10,00', notes: 'None, really' },
    ]);
  });

  it('has a quotation mark in the middle of a cell', async () => {
    const { workshops } = await read('a.csv', 'Title,City\n12" screens for all,Spokane\n');
    expect(workshops[0]?.values.title).toBe('12" screens for all');
  });
});

describe('a workbook', () => {
  const at = (day: string): Date => new Date(`${day}Z`);
  const dated = (day: string, format: string) => ({ type: Date, value: at(day), format });
  it('has dates, times, numbers and merged titles as texts', async () => {
    const bytes = await workbook({
      sheet: 'Spring',
      data: [
        [{ value: 'Cascadia: Spring 2027', columnSpan: 5 }, null, null, null, null, null],
        [],
        ['Title', 'Date', 'Start', 'End', 'ZIP', 'Fee'].map((value) => ({ value })),
        [
          { value: 'Deep Dive' },
          dated('2027-03-06T00:00', 'm/d/yyyy'),
          dated('1899-12-30T09:00', 'h:mm AM/PM'),
          dated('1899-12-30T15:00', 'h:mm AM/PM'),
          { type: Number, value: 2134, format: '00000' },
          { type: Number, value: 3 * 99.99999999999999 },
        ],
      ],
    });
    expect((await read('spring.xlsx', bytes)).workshops).toEqual([
      {
        rows: [4],
        values: { title: 'Deep Dive', zip: '02134', fee: '300' },
        sessions: [{ date: '3/6/2027', startTime: '9:00 AM', endTime: '3:00 PM' }],
      },
    ]);
  });

  it('has a day and its time in one cell, and a date of 1900 as the number that it is', async () => {
    const bytes = await workbook({
      sheet: 'A',
      data: [
        ['Title', 'Start', 'End'].map((value) => ({ value })),
        [
          { value: 'Deep Dive' },
          dated('2027-03-06T14:30', 'm/d/yyyy h:mm'),
          dated('2027-03-06T16:00', 'm/d/yyyy h:mm'),
        ],
      ],
    });
    expect((await read('a.xlsx', bytes)).workshops[0]?.sessions).toEqual([
      { date: '3/6/2027', startTime: '2:30 PM', endTime: '4:00 PM' },
    ]);
    const early = await workbook({
      sheet: 'A',
      data: [
        [{ value: 'Title' }, { value: 'Date' }],
        [{ value: 'Deep Dive' }, dated('1900-01-04T00:00', 'm/d/yyyy')],
        [{ value: 'Intro' }, dated('2027-03-06T00:00', 'm/d/yyyy')],
      ],
    });
    expect((await read('a.xlsx', early)).workshops.map(({ sessions }) => sessions?.[0]?.date)).toEqual([
      '5',
      '3/6/2027',
    ]);
  });

  it('shows a number that is no day as Excel does, where a column is of dates', async () => {
    const phones = await workbook({
      sheet: 'A',
      data: [
        [{ value: 'Title' }, { value: 'Date' }],
        [{ value: 'Deep Dive' }, { type: Number, value: 2_065_551_234, format: 'm/d/yyyy' }],
      ],
    });
    expect((await read('a.xlsx', phones)).workshops[0]?.sessions?.[0]?.date).toBe('####');
  });

  it('has no characters in its cells that nobody sees and no database keeps', async () => {
    const cell = (place: string, text: string): string =>
      `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const bytes = raw(
      `<row r="1">${cell('A1', 'Title')}${cell('B1', 'City')}</row><row r="2">${cell('A2', 'Deep_x0000_ Dive')}${cell('B2', 'Yakima')}</row>`,
    );
    expect((await read('a.xlsx', bytes)).workshops[0]?.values.title).toBe('Deep Dive');
  });

  it('of two sheets is read where the workshops are, or where it is said', async () => {
    const bytes = await workbook(
      { sheet: 'Read me', data: [[{ value: 'How to fill this in' }]] },
      {
        sheet: 'Spring',
        data: [
          [{ value: 'Title' }, { value: 'City' }],
          [{ value: 'A' }, { value: 'Spokane' }],
        ],
      },
    );
    const { sheet, sheets, said } = await read('a.xlsx', bytes);
    expect([sheet, sheets, said]).toEqual([
      'Spring',
      ['Read me', 'Spring'],
      ['This is the sheet “Spring”. There is also “Read me”.'],
    ]);
    expect((await read('a.xlsx', bytes, 'Read me')).sheet).toBe('Read me');
  });

  it('has a formula as the value it had, and an error as an empty cell', async () => {
    const bytes = raw(
      `<row r="1"><c r="A1" t="inlineStr"><is><t>Title</t></is></c><c r="B1" t="inlineStr"><is><t>City</t></is></c></row>
       <row r="2"><c r="A2" t="str"><f>B9&amp;"x"</f><v>Deep Dive</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>`,
    );
    expect((await read('a.xlsx', bytes)).workshops[0]?.values).toEqual({ title: 'Deep Dive', city: '' });
  });
});

/** A workbook of one sheet of these rows, in Excel’s own words. */
const raw = (rows: string, more: Record<string, Uint8Array> = {}): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'xl/workbook.xml': strToU8(
      '<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${rows}</sheetData></worksheet>`),
    ...more,
  });

it('has as many columns as something stands in', async () => {
  const far = ','.repeat(16_000);
  const { columns, workshops } = await read('a.csv', `Title,City${far}\nDeep Dive,Spokane${far}\n`);
  expect(columns.map(({ name }) => name)).toEqual(['Title', 'City']);
  expect(workshops).toHaveLength(1);
});

it('has its rows in time, whatever is written in a cell', async () => {
  const cells = [
    'x'.repeat(40_000),
    `${'1 '.repeat(20_000)}x`,
    `${', '.repeat(20_000)}x 9 AM`,
    'a1-'.repeat(10_000),
  ];
  const text = cells.map((cell) => `Deep Dive,"${cell}","${cell}","${cell}"\n`).join('');
  const before = performance.now();
  const { workshops } = await read('a.csv', `Title,Date,Start,Else\n${text}`);
  expect(workshops).toHaveLength(4);
  expect(performance.now() - before).toBeLessThan(2_000);
});

describe('a spreadsheet that can’t be read', () => {
  const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const wide = Array.from({ length: 10_000 }, (_, index) => `Column ${index}`).join(',');
  const many = `Title,City\n${'Deep Dive,Spokane\n'.repeat(10_001)}`;
  it.each([
    ['an empty file', file('a.csv', ''), /empty/],
    ['a file of empty lines', file('a.csv', ' , ,\n,,\n'), /nothing in its cells/],
    [
      'a workbook of pictures only',
      file('a.xlsx', raw('', { 'xl/media/image1.png': strToU8('x') })),
      /pictures/,
    ],
    [
      'a workbook of an old Excel',
      file('a.xls', Buffer.concat([OLE, Buffer.alloc(600)])),
      /old Excel.*\.xlsx/,
    ],
    [
      'a workbook with a password',
      file('a.xlsx', Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])),
      /password/,
    ],
    ['macros', file('a.xlsm', raw('', { 'xl/vbaProject.bin': strToU8('x') })), /macros.*\.xlsx/],
    ['a binary workbook', file('a.xlsb', raw('', { 'xl/workbook.bin': strToU8('x') })), /\.xlsb/],
    ['a Word document', file('a.docx', zipSync({ 'word/document.xml': strToU8('<x/>') })), /Word/],
    [
      'an OpenDocument spreadsheet',
      file('a.ods', zipSync({ 'content.xml': strToU8('<x/>') })),
      /OpenDocument/,
    ],
    ['a zip of other things', file('a.zip', zipSync({ 'a.txt': strToU8('x') })), /no Excel workbook/],
    ['half a workbook', file('a.xlsx', raw('<row/>').slice(0, 300)), /damaged/],
    ['a workbook that is cut', file('a.xlsx', raw('<row r="1"><c r="A1"')), /damaged|nothing/],
    ['text that says it is Excel', file('a.xlsx', 'Title,City'), /no Excel workbook/],
    ['a web page that says it is Excel', file('a.xls', '<html><table>'), /web page/],
    ['a PDF', file('a.csv', '%PDF-1.7'), /PDF/],
    ['a picture', file('a.csv', Buffer.from('89504e470d0a1a0a', 'hex')), /picture/],
    ['a program', file('a.csv', Buffer.from('4d5a9000030000000400', 'hex')), /no spreadsheet/],
    ['ten thousand columns', file('a.csv', `${wide}\n1\n`), /10,000 columns.*200/],
    [
      'ten thousand columns of a workbook',
      file('a.xlsx', raw('<row r="1"><c r="A1"><v>1</v></c><c r="NTP1"><v>1</v></c></row>')),
      /10,000 columns/,
    ],
    ['more rows than can be', file('a.csv', many), /10,000 rows.*Divide/],
    [
      'entities without end',
      file(
        'a.xlsx',
        raw('', { 'xl/sharedStrings.xml': strToU8('<!DOCTYPE a [<!ENTITY b "bb">]><sst>&b;</sst>') }),
      ),
      /damaged/,
    ],
    [
      'a quotation mark that stays open',
      file('a.csv', 'Title,City\n"A,Spokane\nB,Yakima\n'),
      /quotation mark/,
    ],
  ])('%s is refused in a sentence that says what to do', async (_what, source, sentence) => {
    const answer: unknown = await readSheet(source).catch((error: unknown) => error);
    expect(answer).toBeInstanceOf(SheetError);
    expect((answer as SheetError).message).toMatch(sentence);
  });

  it('of no size grows without bound: a zip bomb is refused before it is unpacked', async () => {
    const bomb = raw('', { 'xl/worksheets/sheet2.xml': new Uint8Array(64 * 1024 * 1024) });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    await expect(readSheet(file('a.xlsx', bomb))).rejects.toThrow(/far larger/);
  });
});

it('reads 9,999 sessions', async () => {
  const row = (index: number): string =>
    `Deep Dive ${index % 3_333},${1 + Math.floor(index / 3_333)}/6/2027,9:00 AM,3:00 PM,98902\n`;
  const rows = Array.from({ length: 9_999 }, (_, index) => row(index)).join('');
  const { workshops } = await read('a.csv', `Title,Date,Start,End,ZIP\n${rows}`);
  expect(workshops).toHaveLength(9_999);
});
