import { countIn, DEEPEST, elementsIn, type HtmlElement, isElement, textIn } from './html';

/** As many columns and rows as one cell can take: what says more is not meant. */
const MOST_SPANNED = 100;

/** A table's cells by row and column. A cell that takes several rows stands in each; of several columns, in its first. */
export function gridOf(table: HtmlElement): (HtmlElement | null)[][] {
  const rows = elementsIn(table.children, ({ tagName }) => tagName === 'tr' || tagName === 'table').filter(
    ({ tagName }) => tagName === 'tr',
  );
  let spanning = new Map<number, { cell: HtmlElement | null; rows: number }>();
  return rows.map((row) => {
    const cells: (HtmlElement | null)[] = [];
    const next: typeof spanning = new Map();
    const place = (cell: HtmlElement | null, more: number): void => {
      if (more > 0) next.set(cells.length, { cell, rows: more });
      cells.push(cell);
    };
    const placeSpanning = (): void => {
      for (let from = spanning.get(cells.length); from; from = spanning.get(cells.length))
        place(from.cell, from.rows - 1);
    };
    for (const cell of row.children) {
      if (!isElement(cell) || (cell.tagName !== 'td' && cell.tagName !== 'th')) continue;
      placeSpanning();
      const down = Math.min(countIn(cell.properties.rowSpan) ?? 1, MOST_SPANNED) - 1;
      place(cell, down);
      const across = Math.min(countIn(cell.properties.colSpan) ?? 1, MOST_SPANNED);
      for (let column = 1; column < across; column += 1) place(null, down);
    }
    placeSpanning();
    spanning = next;
    return cells;
  });
}

/** Whether a table is a box around its text, or a column of them: it sets nothing side by side. */
export const isLayout = (grid: (HtmlElement | null)[][]): boolean => grid.every((cells) => cells.length < 2);

/** Whether a table's first row says what stands in its columns. */
export function hasHeader(table: HtmlElement, [first = [], ...rest]: (HtmlElement | null)[][]): boolean {
  const cells = first.filter((cell) => cell !== null);
  if (rest.length === 0 || cells.length === 0) return false;
  return (
    cells.every(({ tagName }) => tagName === 'th') ||
    elementsIn(table.children, ({ tagName }) => tagName === 'thead').length > 0 ||
    cells.every((cell) => textIn(cell).trim() !== '' && isBold(cell))
  );
}

/** Whether all that a cell says stands in bold. */
const isBold = (element: HtmlElement, depth = 0): boolean =>
  depth < DEEPEST &&
  element.children.every((child) => {
    if (!isElement(child)) return textIn(child).trim() === '';
    const { tagName, properties } = child;
    return (
      tagName === 'b' ||
      tagName === 'strong' ||
      (typeof properties.style === 'string' && /font-weight:\s*(?:bold|[6-9]00)/i.test(properties.style)) ||
      isBold(child, depth + 1)
    );
  });
