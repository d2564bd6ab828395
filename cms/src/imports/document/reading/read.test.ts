import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { DocumentError, type ReadDocument } from '../../../rules/document/document';
import { textOf } from '../../../rules/document/html';
import { docx, paragraph, run } from '../fixtures';
import { readDocument, type Source } from './read';

const file = (name: string, content: string | Uint8Array): Source => ({ name, bytes: Buffer.from(content) });
const textIn = ({ tree }: ReadDocument): string => textOf(...tree);
const problemOf = async (source: Source): Promise<string> => {
  const answer = await readDocument(source).catch((error: unknown) => error);
  if (!(answer instanceof DocumentError))
    throw new Error(`It was read: ${JSON.stringify(answer).slice(0, 200)}`);
  return answer.message;
};
const word = docx([paragraph(run('Hello'))]);
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');

describe('A document that can’t be read', () => {
  it.each([
    ['an empty file', file('a.docx', ''), /empty/],
    [
      'an encrypted document',
      file('a.docx', Buffer.concat([OLE, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')])),
      /password.*take the password off/,
    ],
    ['a document of an old Word', file('a.doc', Buffer.concat([OLE, Buffer.alloc(600)])), /old Word.*\.docx/],
    ['a PDF', file('a.pdf', '%PDF-1.7 …'), /PDF.*paste/],
    ['a PDF by another name', file('a.docx', '%PDF-1.7 …'), /PDF/],
    ['rich text', file('a.rtf', '{\\rtf1 hello}'), /RTF/],
    ['a picture', file('a.png', Buffer.from('89504e470d0a1a0a', 'hex')), /picture/],
    ['a program', file('a.exe', Buffer.from('4d5a9000030000000400', 'hex')), /no text/],
    ['text that says it is Word', file('a.docx', 'Hello'), /no Word document/],
    [
      'a macro document',
      file(
        'a.docm',
        docx([paragraph(run('Hello'))], {
          contentType: 'application/vnd.ms-word.document.macroEnabled.main+xml',
        }),
      ),
      /macros/,
    ],
    [
      'macros in a plain name',
      file('a.docx', docx([paragraph(run('Hello'))], { parts: { 'word/vbaProject.bin': Buffer.from('x') } })),
      /macros/,
    ],
    ['a workbook', file('a.xlsx', zipSync({ 'xl/workbook.xml': Buffer.from('<x/>') })), /Excel/],
    ['an OpenDocument text', file('a.odt', zipSync({ 'content.xml': Buffer.from('<x/>') })), /OpenDocument/],
    [
      'a zip of other things',
      file('a.docx', zipSync({ 'readme.txt': Buffer.from('x') })),
      /no Word document/,
    ],
    ['half a document', file('a.docx', word.slice(0, word.length / 2)), /damaged/],
    [
      'a document whose XML is cut',
      file('a.docx', zipSync({ 'word/document.xml': Buffer.from('<w:document><w:body>') })),
      /damaged/,
    ],
    [
      'entities without end',
      file(
        'a.docx',
        docx([], {
          parts: {
            'word/document.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "bb">]><w:document>&b;</w:document>'),
          },
        }),
      ),
      /damaged/,
    ],
    [
      'more text than a page holds',
      file('a.md', 'word '.repeat(200_000)),
      /far more text in it than a page holds/,
    ],
    ['something very deep', file('a.html', '<div>'.repeat(100_000)), /nested/],
  ])('%s is refused in a sentence that says what to do', async (_what, source, sentence) => {
    expect(await problemOf(source)).toMatch(sentence);
  });

  it('of no size grows without bound: a zip bomb is refused before it is unpacked', async () => {
    const bomb = docx([], { parts: { 'word/document.xml': Buffer.alloc(24 * 1024 * 1024) } });
    expect(bomb.length).toBeLessThan(1024 * 1024);
    const before = process.memoryUsage().arrayBuffers;
    const started = Date.now();
    expect(await problemOf(file('a.docx', bomb))).toMatch(/Unpacked/);
    expect(Date.now() - started).toBeLessThan(2000);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(50 * 1024 * 1024);
  });

  it('that lies about its size is unpacked no further than it says', async () => {
    const bomb = Buffer.from(
      docx([], { parts: { 'word/document.xml': Buffer.alloc(5 * 1024 * 1024, ' ') } }),
    );
    const honest = Buffer.alloc(4);
    honest.writeUInt32LE(5 * 1024 * 1024);
    const said = Buffer.alloc(4);
    said.writeUInt32LE(1000);
    for (let at = bomb.indexOf(honest); at !== -1; at = bomb.indexOf(honest)) said.copy(bomb, at);
    expect(await problemOf(file('a.docx', bomb))).toMatch(/damaged/);
  });
});

describe('A document', () => {
  it.each([
    ['UTF-8', Buffer.from('Café “Straße”')],
    ['UTF-8 with a mark', Buffer.from('\ufeffCafé “Straße”')],
    ['UTF-16', Buffer.from('\ufeffCafé “Straße”', 'utf16le')],
    ['Windows', Buffer.from('Caf\xe9 \x93Stra\xdfe\x94', 'latin1')],
  ])('is read in %s', async (_what, bytes) => {
    expect(textIn(await readDocument(file('a.txt', bytes)))).toBe('Café “Straße”');
  });

  it('loses what runs or is hidden, and no word besides', async () => {
    const html = `<html><head><title>T</title><style>p{}</style></head><body onload="alert(1)"><script>alert(2)</script>
      <p onclick="alert(3)">One <span style="display:none">hidden</span>two</p><iframe src="https://evil.test"></iframe>
      <svg onload="alert(4)"><text>drawn</text></svg><img src=x onerror="alert(5)" alt="three">
      <a href="javascript:alert(6)">four</a><form><input value="x"><textarea>five</textarea></form></body></html>`;
    const { tree } = await readDocument(file('a.html', html));
    expect(textOf(...tree)).toBe('One two four five');
    expect(JSON.stringify(tree)).not.toMatch(/alert\([1-5]\)|onerror|evil|drawn|hidden/);
  });

  it('has damaged HTML mended', async () => {
    const source =
      'See <a href="https://code.org/a", target=_"blank">the course </a> and <b>all <i>of</b> it</i>.\n\n<a href="https://b.test">never closed\n\nThe next.';
    const { tree } = await readDocument(file('a.md', source));
    expect(textOf(...tree)).toBe('See the course and all of it. never closed The next.');
    const links = JSON.stringify(tree).match(/"href":"[^"]*"/g);
    expect(links).toEqual(['"href":"https://code.org/a"', '"href":"https://b.test"']);
  });

  it('is read as the Markdown it is when a program that colours Markdown put HTML on the clipboard', async () => {
    const html =
      '<div style="font-family:Menlo"><div><span style="color:#00f"># Title</span></div><div><span>Text</span></div></div>';
    const { tree } = await readDocument({ html, text: '# Title\nText' });
    expect(tree.map((node) => node.type === 'element' && node.tagName).filter(Boolean)).toEqual(['h1', 'p']);
  });

  it('has its settings apart', async () => {
    const { frontMatter, tree } = await readDocument(
      file('a.md', '---\ntitle: "A page"\ntheme: responsive\n---\nText'),
    );
    expect([frontMatter, textOf(...tree)]).toEqual([
      [
        ['title', 'A page'],
        ['theme', 'responsive'],
      ],
      'Text',
    ]);
  });

  it('of ten thousand headings is refused soon', async () => {
    const started = Date.now();
    expect(await problemOf(file('a.md', '# A\n\n'.repeat(10_000)))).toMatch(/10,000 headings/);
    expect(Date.now() - started).toBeLessThan(10_000);
  });
});
