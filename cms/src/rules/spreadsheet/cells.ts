/** What makes a spreadsheet take a cell for a formula, at its beginning (OWASP, CSV Injection), and apostrophes before it. */
const DANGEROUS = /^'*[=+\-@＝＋－＠\t\r\n]/;
const QUOTED = /^'+[=+\-@＝＋－＠\t\r\n]/;

/** A text as it may stand in a cell: spreadsheets show what begins with an apostrophe, and calculate nothing. */
export const quotedCell = (text: string): string => (DANGEROUS.test(text) ? `'${text}` : text);

/** The text of a cell, without the apostrophe that `quotedCell` put before it. */
export const unquoted = (cell: string): string => (QUOTED.test(cell) ? cell.slice(1) : cell);
