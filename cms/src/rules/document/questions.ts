import type { Group } from './groups';
import type { Line } from './lines';

/** A question, and the lines that answer it. */
export interface Asked {
  question: Line;
  answer: Line[];
}

export interface Questions {
  heading: Line;
  /** What stands above the first question. */
  intro: Line[];
  asked: Asked[];
  /** How many of the groups these are. */
  groups: number;
}

const OF_QUESTIONS = /\b(?:faqs?|frequently asked|questions?|q ?(?:&|and) ?a)\b/i;
const FEWEST = 2;

/**
 * The questions that begin at one of some groups: headings that ask, below one that says that questions follow, or after it
 * where nothing stands below it.
 * @param at which group
 * @param isAnswer whether lines can answer a question
 */
export function questionsFrom(
  groups: Group[],
  at: number,
  isAnswer: (question: Line, lines: Line[]) => boolean,
): Questions | null {
  const first = groups[at];
  const heading = first?.heading ?? first?.subheading;
  if (!first || !heading || first.isOpening || !OF_QUESTIONS.test(heading.text)) return null;
  const isBelow = first.heading !== null;
  const own = first.heading && first.subheading ? { question: first.subheading, answer: first.lines } : null;
  const within = own ? null : askedWithin(first.lines);
  const asking = (each: Asked): boolean => isQuestion(each.question) && isAnswer(each.question, each.answer);
  if (within && within.asked.length > 0) {
    const isWhole = within.asked.length >= FEWEST && within.asked.every(asking);
    return isWhole ? { heading, ...within, groups: 1 } : null;
  }
  const next = groups[at + 1];
  const isSibling = !own && next !== undefined && (isBelow ? next.heading !== null : true);
  if (isSibling && first.lines.length > 0) return null;
  const taken: Asked[] = [];
  for (let group = next; group; group = groups[at + 1 + taken.length]) {
    const each = askedBy(group, isBelow && isSibling);
    if (!each || !asking(each)) break;
    taken.push(each);
  }
  const asked = own ? (asking(own) ? [own, ...taken] : []) : taken;
  if (asked.length < FEWEST) return null;
  return { heading, intro: own ? [] : first.lines, asked, groups: 1 + taken.length };
}

const isQuestion = ({ text }: Line): boolean => /\?[”"’')]*$/.test(text);

/** A group as a question: of which there must be one heading, of the rank that is asked for. */
function askedBy({ heading, subheading, lines }: Group, isOfHeadings: boolean): Asked | null {
  const [question, other] = isOfHeadings ? [heading, subheading] : [subheading, heading];
  return question && !other ? { question, answer: lines } : null;
}

/** Lines by the largest headings among them. */
function askedWithin(lines: Line[]): { intro: Line[]; asked: Asked[] } {
  const levels = lines.flatMap(({ kind, level }) => (kind === 'heading' ? level : []));
  const top = levels.reduce((one, other) => Math.min(one, other), Infinity);
  const intro: Line[] = [];
  const asked: Asked[] = [];
  for (const line of lines) {
    if (line.kind === 'heading' && line.level === top) asked.push({ question: line, answer: [] });
    else (asked.at(-1)?.answer ?? intro).push(line);
  }
  return { intro, asked };
}
