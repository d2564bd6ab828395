import { type Attribute, asList, type Entry, type GetModel, type Section } from '../../schema/model';
import { sectionName } from '../blanks';
import { dateInWords, timeInWords } from '../typed';
import { type Content, contentAttributes, isSame, labelOf } from './content';

/** One thing that is otherwise in a later version. */
export interface Change {
  /** The field of the entry itself in which it lies. */
  field: string;
  /** In words: “Section 2 (Opening, “Deep Dive”), “Heading”: “Old” → “New””. */
  words: string;
}

/** What was changed from one version of an entry to another, in the order and the words of the form. */
export function changesBetween(uid: string, before: Content, after: Content, getModel: GetModel): Change[] {
  return contentAttributes(uid, getModel).flatMap(([name, attribute]) =>
    fieldChanges(attribute, name, before[name], after[name], [], getModel).map((words) => ({
      field: name,
      words,
    })),
  );
}

function insideChanges(
  uid: string,
  before: Entry,
  after: Entry,
  where: string[],
  getModel: GetModel,
): string[] {
  return contentAttributes(uid, getModel).flatMap(([name, attribute]) =>
    fieldChanges(attribute, name, before[name], after[name], where, getModel),
  );
}

function fieldChanges(
  attribute: Attribute,
  name: string,
  before: unknown,
  after: unknown,
  where: string[],
  getModel: GetModel,
): string[] {
  if (isSame(before, after)) return [];
  const here = [...where, labelOf(attribute, name)];
  const said = (words: string): string[] => [`${here.join(', ')}: ${words}`];
  switch (attribute.type) {
    case 'dynamiczone':
      return listChanges(sectionsOf(before, getModel), sectionsOf(after, getModel), where, getModel);
    case 'component': {
      const uid = attribute.component ?? '';
      if (attribute.repeatable)
        return listChanges(
          itemsOf(before, attribute, name),
          itemsOf(after, attribute, name),
          where,
          getModel,
        );
      if (!before) return said('added');
      if (!after) return said('removed');
      return insideChanges(uid, before as Entry, after as Entry, here, getModel);
    }
    case 'blocks': {
      const [was, is] = [plainText(before), plainText(after)];
      return was === is
        ? said('the look of the text, a link or a picture in it changed')
        : said(textChange(was, is));
    }
    case 'boolean':
      if (where.length > 0 && name === 'visible')
        return [`${where.join(', ')}: switched ${after === false ? 'off' : 'on'}`];
      return said(after ? 'off → on' : 'on → off');
    default:
      return said(textChange(inWords(attribute, before), inWords(attribute, after)));
  }
}

/** A section or an item of a list. */
interface Part {
  uid: string;
  value: Entry;
  /** Section 2 (Opening, “Deep Dive”) */
  name: string;
  /** What it is known by when it was changed otherwise. */
  title: string;
}

const TITLES = ['heading', 'subheading', 'label', 'name', 'text', 'lead', 'date', 'state', 'minimumPeople'];

const titleOf = (value: Entry): string =>
  String(TITLES.map((name) => value[name]).find((title) => title !== undefined && title !== '') ?? '');

const sectionsOf = (value: unknown, getModel: GetModel): Part[] =>
  (asList(value) as Section[]).map((section, position) => ({
    uid: section.__component,
    value: section,
    name: sectionName(section, position, getModel),
    title: titleOf(section),
  }));

const itemsOf = (value: unknown, attribute: Attribute, name: string): Part[] =>
  asList(value).map((item, position) => {
    const title = titleOf(item);
    const known = title ? ` (“${shortened(title)}”)` : '';
    return {
      uid: attribute.component ?? '',
      value: item,
      name: `${labelOf(attribute, name)} ${position + 1}${known}`,
      title,
    };
  });

function listChanges(before: Part[], after: Part[], where: string[], getModel: GetModel): string[] {
  const pairs = pairUp(before, after);
  const at = (part: Part | undefined, words: string): string =>
    `${[...where, part?.name ?? ''].join(', ')}: ${words}`;
  const removed = before.filter((_, index) => !pairs.includes(index)).map((part) => at(part, 'removed'));
  const stayed = longestRising(pairs.filter((index): index is number => index !== null));
  const there = after.flatMap((part, position) => {
    const origin = pairs[position] ?? null;
    if (origin === null) return [at(part, 'added')];
    const next = after[position + 1];
    const moved = stayed.has(origin)
      ? []
      : [at(part, next ? `moved above ${next.name}` : 'moved to the end')];
    return [
      ...moved,
      ...insideChanges(part.uid, before[origin]?.value ?? {}, part.value, [...where, part.name], getModel),
    ];
  });
  return [...removed, ...there];
}

/** Of each part now, which of those before it was: the one that is the same, else of the same name, else of the same kind. */
function pairUp(before: Part[], after: Part[]): (number | null)[] {
  const pairs: (number | null)[] = after.map(() => null);
  const isSamePart: ((a: Part, b: Part) => boolean)[] = [
    (a, b) => isSame(a.value, b.value),
    (a, b) => a.title !== '' && a.title === b.title,
    () => true,
  ];
  for (const isIt of isSamePart)
    for (const [position, part] of after.entries()) {
      if (pairs[position] !== null) continue;
      const origin = before.findIndex(
        (each, index) => each.uid === part.uid && !pairs.includes(index) && isIt(each, part),
      );
      if (origin >= 0) pairs[position] = origin;
    }
  return pairs;
}

/** The most numbers of a list that stand in rising order: what didn't move, when the rest did. */
function longestRising(numbers: number[]): Set<number> {
  const endingAt: number[][] = [];
  for (const number of numbers) {
    const best = endingAt
      .filter((run) => (run.at(-1) ?? 0) < number)
      .reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    endingAt.push([...best, number]);
  }
  return new Set(
    endingAt.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []),
  );
}

function inWords(attribute: Attribute, value: unknown): string {
  if (value === null || value === undefined) return '';
  switch (attribute.type) {
    case 'enumeration':
      return attribute.pluginOptions?.form?.choices?.[String(value)] ?? String(value);
    case 'date':
      return dateInWords(String(value));
    case 'time':
      return timeInWords(String(value));
    case 'datetime':
      return `${dateInWords(String(value).slice(0, 10))}, ${timeInWords(String(value).slice(11, 19))} UTC`;
    case 'media':
    case 'relation':
      return asList(value)
        .map(({ name, id, documentId }) => String(name || (id ?? documentId)))
        .join(', ');
    default:
      return String(value);
  }
}

/** The text of rich text, a line for each block. */
export const plainText = (blocks: unknown): string => asList(blocks).map(textIn).join('\n');

const textIn = (node: Entry): string =>
  typeof node.text === 'string' ? node.text : asList(node.children).map(textIn).join('');

/** Longest text that is told whole. */
const WHOLE = 60;
/** How much is told of the rest: what differs, and some words around it. */
const AROUND = 20;
const LONGEST = 160;

function textChange(before: string, after: string): string {
  if (before.length <= WHOLE && after.length <= WHOLE) return `${quoted(before)} → ${quoted(after)}`;
  if (before === '' || after === '') return `${quoted(shortened(before))} → ${quoted(shortened(after))}`;
  let start = 0;
  while (start < Math.min(before.length, after.length) && before[start] === after[start]) start++;
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  )
    end++;
  const part = (text: string): string => {
    const from = start <= AROUND ? 0 : wordStart(text, start - AROUND);
    const to = end <= AROUND ? text.length : wordEnd(text, text.length - end + AROUND);
    const shown = shortened(text.slice(from, to), LONGEST);
    return quoted(`${from > 0 ? '…' : ''}${shown}${to < text.length && !shown.endsWith('…') ? '…' : ''}`);
  };
  return `${part(before)} → ${part(after)}`;
}

function wordStart(text: string, position: number): number {
  const space = text.lastIndexOf(' ', position);
  return space >= 0 && position - space < AROUND ? space + 1 : position;
}

function wordEnd(text: string, position: number): number {
  const space = text.indexOf(' ', position);
  return space >= 0 && space - position < AROUND ? space : position;
}

const shortened = (text: string, longest = WHOLE): string =>
  text.length > longest ? `${text.slice(0, longest)}…` : text;

const quoted = (text: string): string => (text === '' ? 'empty' : `“${text.replaceAll('\n', ' ')}”`);
