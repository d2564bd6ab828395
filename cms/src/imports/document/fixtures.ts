import { zipSync } from 'fflate';

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const BY = 'w:author="Maya" w:date="2027-01-05T09:00:00Z"';

/** Words of a document, with their look. */
export const run = (text: string, look: 'i' | 'b' | '' = ''): string =>
  `<w:r>${look && `<w:rPr><w:${look}/></w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** Words that were put in while changes were tracked. */
export const inserted = (text: string): string => `<w:ins w:id="1" ${BY}>${run(text)}</w:ins>`;

/** Words that were taken out while changes were tracked. */
export const deleted = (text: string): string =>
  `<w:del w:id="2" ${BY}><w:r><w:delText xml:space="preserve">${escaped(text)}</w:delText></w:r></w:del>`;

/** Where a comment stands, by its place among the comments. */
export const commented = (index: number): string => `<w:r><w:commentReference w:id="${index}"/></w:r>`;

/** Words that lead somewhere, by the place of the address among the links. */
export const linked = (text: string, index: number): string =>
  `<w:hyperlink r:id="link${index}">${run(text)}</w:hyperlink>`;

/** A paragraph of runs; "Heading1", "Title" …, or an item of a list. */
export function paragraph(runs: string, style: string = ''): string {
  const look =
    style === 'List'
      ? '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
      : style && `<w:pStyle w:val="${style}"/>`;
  return `<w:p>${look && `<w:pPr>${look}</w:pPr>`}${runs}</w:p>`;
}

/** A table of texts. */
export const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

const STYLES = ['Title', 'Quote', 'Heading1', 'Heading2', 'Heading3']
  .map(
    (id) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id.replace(/(\d)/, ' $1')}"/></w:style>`,
  )
  .join('');

/** What a document holds besides its text. */
interface More {
  comments?: string[];
  links?: string[];
  /** Further parts of the file, by name. */
  parts?: Record<string, Uint8Array>;
  contentType?: string;
}

/** A Word document, as Word writes one. */
export function docx(
  paragraphs: string[],
  { comments = [], links = [], parts = {}, contentType }: More = {},
): Uint8Array {
  const main =
    contentType ?? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const relationship = (id: string, type: string, target: string, mode = ''): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${escaped(target)}"${mode}/>`;
  const relationships = (all: string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;
  const texts: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': relationships([relationship('rId1', 'officeDocument', 'word/document.xml')]),
    'word/_rels/document.xml.rels': relationships([
      relationship('rId1', 'styles', 'styles.xml'),
      relationship('rId2', 'numbering', 'numbering.xml'),
      relationship('rId3', 'comments', 'comments.xml'),
      ...links.map((url, index) => relationship(`link${index}`, 'hyperlink', url, ' TargetMode="External"')),
    ]),
    'word/styles.xml': `<w:styles ${NAMESPACES}>${STYLES}</w:styles>`,
    'word/numbering.xml': `<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    'word/comments.xml': `<w:comments ${NAMESPACES}>${comments
      .map(
        (text, index) =>
          `<w:comment w:id="${index}" w:initials="MW" ${BY}>${paragraph(run(text))}</w:comment>`,
      )
      .join('')}</w:comments>`,
    'word/document.xml': `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMESPACES}><w:body>${paragraphs.join('')}</w:body></w:document>`,
  };
  const encoded = Object.entries(texts).map(([name, text]) => [name, Buffer.from(text)] as const);
  return zipSync({ ...Object.fromEntries(encoded), ...parts });
}
