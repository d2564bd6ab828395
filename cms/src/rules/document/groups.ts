import { EMPHASISED, type Line } from './lines';
import { quotationAt } from './quotations';

/** Lines that belong together below a heading. */
export interface Group {
  /** Whether it begins the page. */
  isOpening: boolean;
  heading: Line | null;
  subheading: Line | null;
  lines: Line[];
}

export interface Grouped {
  /** The heading of the page; null where the document has none. */
  title: Line | null;
  groups: Group[];
}

const LONGEST_TITLE = 100;

/**
 * A document's lines by its headings: its title with what opens the page, then a group for each heading.
 * @param isNamed whether its title is known otherwise
 * @param isHeading whether a line that is all emphasis stands for a smaller heading
 */
export function groupsOf(given: Line[], isNamed: boolean, isHeading: (line: Line) => boolean): Grouped {
  const lines = withHeadings(given, isNamed);
  const title = titleIn(lines, isNamed);
  const levels = [
    ...new Set(lines.flatMap((line) => (line.kind === 'heading' && line !== title ? line.level : []))),
  ];
  const [top = 0, second = 0] = levels.sort((one, other) => one - other);
  const groups: Group[] = [{ isOpening: true, heading: title, subheading: null, lines: [] }];
  const open = (group: Partial<Group>): void => {
    groups.push({ isOpening: false, heading: null, subheading: null, lines: [], ...group });
  };
  lines.forEach((line, index) => {
    if (line === title) return;
    const current = groups.at(-1) as Group;
    const isLast = lines[index + 1] === undefined || lines[index + 1]?.kind === 'heading';
    const isEmphasis =
      line.kind === 'text' &&
      line.level === EMPHASISED &&
      !current.isOpening &&
      !isLast &&
      !quotationAt(lines, index);
    if (line.kind === 'heading' && line.level === top) open({ heading: line });
    else if ((line.kind === 'heading' && line.level === second) || (isEmphasis && isHeading(line))) {
      if (current.lines.length === 0 && !current.isOpening && !current.subheading) current.subheading = line;
      else open({ subheading: line });
    } else current.lines.push(line);
  });
  const [opening, ...rest] = groups as [Group, ...Group[]];
  return { title, groups: title || opening.lines.length > 0 || isNamed ? groups : rest };
}

/** Where a document has no headings, lines that are all emphasis are meant as such, and a short first line as its title. */
function withHeadings(lines: Line[], isNamed: boolean): Line[] {
  if (lines.some(({ kind }) => kind === 'heading')) return lines;
  return lines.map((line, index) => {
    if (line.kind !== 'text') return line;
    const isTitle =
      index === 0 && !isNamed && line.text.length <= LONGEST_TITLE && !/[.!:;,]$/.test(line.text);
    const isEmphasis = line.level === EMPHASISED && lines[index + 1]?.kind !== undefined;
    if (quotationAt(lines, index)) return line;
    return isTitle || isEmphasis ? { ...line, kind: 'heading', level: isTitle ? 1 : 2 } : line;
  });
}

function titleIn(lines: Line[], isNamed: boolean): Line | null {
  const [first, ...others] = lines.filter(({ kind }) => kind === 'heading');
  if (!first || (isNamed && first.level > 1)) return null;
  const isAbove = others.every(({ level }) => level > first.level);
  const isFirstLine = lines.find(({ kind }) => kind !== 'mark') === first;
  return (isFirstLine && (isAbove || !isNamed)) || (isAbove && first.level === 1) ? first : null;
}
