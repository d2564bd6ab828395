import type { RichTextBlock } from '@deep-dive/shared-types';
import type { Entry, GetModel } from '../../schema/model';
import { PAGE } from '../../schema/uids';
import { SHORT_TEXT } from '../input';
import { blocksOf, type HtmlElement } from '../rich-text/from-html';
import { isSafeUrl } from '../urls';
import {
  type Choices,
  DocumentError,
  type Facts,
  type Guess,
  type KnownFigure,
  type ReadDocument,
} from './document';
import { Blanks } from './figures';
import { type Group, groupsOf } from './groups';
import { element, rawText, text, textOf } from './html';
import { areOutcomes, cellsOf, costIn, type Led, leadOf, listsIn, workshopsMeant } from './kinds';
import { type Line, linesOf } from './lines';
import type { Mark } from './marks';
import { leadsNowhere, type Pointer, pageMeant, pointerIn } from './pointers';

/** A page as it can be saved, and what was guessed in making it. */
export interface Understood {
  page: { title: string; seo?: Entry; sections: Entry[] };
  /** What the kind of each section is called. */
  kinds: string[];
  /** Figures to be made with it. */
  figures: KnownFigure[];
  guesses: Guess[];
}

const ACTION = 'elements.action';
const TEXT = 'sections.text-and-image';
const HERO = 'sections.hero';
const OUTCOMES = 'sections.outcomes';
const FINDER = 'sections.workshop-finder';
const COST = 'sections.cost';
const COMPARISON = 'sections.comparison';
const ROW = 'elements.comparison-row';
const CALLOUT = 'sections.callout';
const BANNER = 'sections.banner';

/** Kinds of sections that stand where a mark does. */
const MARKED: Partial<Record<Mark['kind'], string>> = {
  map: FINDER,
  scholarships: 'sections.scholarships',
  partners: 'sections.partner-directory',
};

const MOST_ACTIONS = 3;
/** Pages that can be chosen for a button. */
const MOST_PAGES = 50;
const FINDER_URL = '#workshops';
/** Where a picture can stand. */
const SIDES: [string, string][] = [
  ['right', 'A place for a picture, right of the text'],
  ['left', 'A place for a picture, left of the text'],
  ['below', 'A place for a picture, below the text'],
];

/**
 * The page that a document is meant to be, in the words that it has: sections in its order, what is missing as blanks, and
 * whatever is no text for visitors told in `guesses`.
 * @param choices what was chosen instead of first guesses; what isn't among them is passed over
 * @throws DocumentError when it holds nothing, or more than a page can
 */
export function understand(
  document: ReadDocument,
  facts: Facts,
  choices: Choices,
  getModel: GetModel,
): Understood {
  return new Writer(facts, choices, getModel).write(document);
}

/** A part of a group that becomes a section. */
interface Part {
  heading: Line | null;
  subheading: Line | null;
  lines: Line[];
}

interface Noted {
  /** For colleagues. */
  notes: string[];
  isOff: boolean;
}

class Writer {
  private readonly blanks: Blanks;
  private readonly guesses: (Guess & { line: number })[] = [];
  private readonly sections: Entry[] = [];
  /** By line, the section it went into. */
  private readonly places = new Map<number, number>();
  private title = '';
  private hasFinder = false;
  private pictures = 0;

  constructor(
    private readonly facts: Facts,
    private readonly choices: Choices,
    private readonly getModel: GetModel,
  ) {
    this.blanks = new Blanks(facts.figures, choices);
  }

  write({ frontMatter, tree, said }: ReadDocument): Understood {
    const lines = linesOf(structuredClone(tree)).map((line) => this.filled(line));
    if (lines.length === 0)
      throw new DocumentError(
        'There is no text in it. Pictures can’t be read: paste the text, or choose another file.',
      );
    this.hasFinder = lines.some(({ mark }) => mark?.kind === 'map');
    for (const words of said) this.tell(-1, words, 'Done in reading it.');
    const named = frontMatter.find(([name, value]) => name === 'title' && value)?.[1];
    const { title, groups } = groupsOf(lines, named !== undefined, (line) => this.isHeading(line));
    this.title = this.cut(
      PAGE,
      'title',
      title?.text ?? named ?? groups[0]?.heading?.text ?? lines[0]?.text ?? '',
    );
    for (const group of groups) this.group(group);
    this.checkSize();
    const seo = this.settings(frontMatter, title?.text);
    const order = [...this.guesses, ...this.blanks.guesses.map((guess) => ({ ...guess, section: null }))];
    return {
      page: { title: this.title, ...(seo && { seo }), sections: this.sections },
      kinds: this.sections.map(({ __component }) => this.nameOf(String(__component))),
      figures: this.blanks.made,
      guesses: order
        .sort((one, other) => one.line - other.line)
        .map(({ line, ...guess }) => ({ ...guess, section: this.places.get(line) ?? null })),
    };
  }

  private checkSize(): void {
    const most = Number(this.getModel(PAGE).attributes.sections?.max);
    if (this.sections.length > most)
      throw new DocumentError(
        `This would be ${this.sections.length.toLocaleString('en-US')} sections, and a page holds ${most}. Make some headings smaller, or divide it into pages.`,
      );
  }

  /** A line with its blanks filled, and without the asterisk that was left at its heading. */
  private filled(line: Line): Line {
    if (line.mark) return line;
    if (line.kind === 'heading' && /^\*|\*$/.test(line.text)) {
      const words = line.text.replace(/^\*+\s*|\s*\*+$/g, '');
      this.tell(line.at, line.text, 'The asterisk is left out: nothing in the document goes with it.');
      line.node.children = [text(words)];
    }
    this.blanks.fill(line.node, line.at);
    return { ...line, text: textOf(line.node) };
  }

  private isHeading(line: Line): boolean {
    const as = this.guess(`heading-${line.at}`, line.at, line.text, [
      ['heading', 'A smaller heading, which begins a section'],
      ['text', 'Emphasised words of the text above'],
    ]);
    return as === 'heading';
  }

  /** Sections of a group, in the order of its lines. */
  private group({ isOpening, heading, subheading, lines }: Group): void {
    const banners = lines.filter(({ mark }) => mark?.kind === 'banner');
    const { shown, ...noted } = this.noted(
      lines.filter((line) => !banners.includes(line)),
      isOpening,
    );
    const pointers: [Line, Pointer][] = [];
    for (;;) {
      const last = shown.findLastIndex(({ mark }) => mark?.kind !== 'button' && mark?.kind !== 'picture');
      const line = shown[last];
      const pointer = line && last > 0 && line.kind === 'text' ? pointerIn(line.node) : null;
      if (!line || !pointer || !this.isApart(line, pointer, listsIn(shown) !== null)) break;
      if (pointer.lead) {
        pointers.unshift([line, pointer]);
        shown.splice(last, 1);
      } else {
        const action = this.pointing(line, pointer);
        shown.splice(last, 1, {
          ...line,
          kind: 'mark',
          mark: { kind: 'button', label: pointer.label, action },
        });
      }
    }
    const begin = this.sections.length;
    this.part({ heading, subheading, lines: shown }, noted, isOpening);
    for (const [line, pointer] of pointers)
      this.add(CALLOUT, { text: pointer.lead, action: this.pointing(line, pointer) }, [line], {
        ...noted,
        notes: [],
      });
    for (const line of banners) this.banner(line);
    for (const line of lines)
      if (!this.places.has(line.at)) this.places.set(line.at, Math.min(begin, this.sections.length - 1));
  }

  /** Takes the notes to colleagues out of some lines. */
  private noted(lines: Line[], isOpening: boolean): Noted & { shown: Line[] } {
    const notes: string[] = [];
    let isOff = false;
    const shown = lines.flatMap((line): Line[] => {
      if (line.mark?.kind !== 'note') return [line];
      const words = rawText(line.node).trim();
      const isDoubt = line.mark.isDoubtful && !isOpening;
      const as = this.guess(
        `note-${line.at}`,
        line.at,
        line.text,
        [
          ['off', 'Switched off, with this as a note'],
          ['note', 'A note to colleagues; the section is shown'],
          ['text', 'Text for visitors'],
          ['out', 'Left out'],
        ],
        isDoubt ? 'off' : 'note',
      );
      if (as === 'out') return [];
      if (as === 'text') return [{ ...line, mark: null, kind: 'text' }];
      notes.push(words);
      if (as === 'off') isOff = true;
      // The text is asked for whether a section is shown or not, and there is none but this.
      const isAlone = lines.every((other) => other === line || other.mark?.kind === 'note');
      return as === 'off' && isAlone ? [{ ...line, mark: null, kind: 'text' }] : [];
    });
    return { shown: shown.map(asParagraph), notes, isOff };
  }

  private part(part: Part, noted: Noted, isOpening: boolean): void {
    const special = part.lines.findIndex((line) => this.isSpecial(line));
    if (isOpening) {
      const own = special === -1 ? part.lines : part.lines.slice(0, special);
      this.hero({ ...part, lines: own }, noted);
      if (special !== -1)
        this.part(
          { heading: null, subheading: null, lines: part.lines.slice(special) },
          { ...noted, notes: [] },
          false,
        );
      return;
    }
    const line = part.lines[special];
    if (line) this.special(part, line, noted);
    else this.byContent(part, noted);
  }

  private isSpecial(line: Line): boolean {
    if (line.mark) return MARKED[line.mark.kind] !== undefined;
    return line.kind === 'table' && this.isComparison(line);
  }

  /** Whether a table sets two things side by side. */
  private isComparison(line: Line): boolean {
    const [[corner, ...columns] = [], ...rows] = cellsOf(line);
    const fit = (uid: string, fields: string[], cells: string[]): boolean =>
      cells.length === fields.length &&
      cells.every((cell, index) => cell !== '' && this.fits(uid, fields[index] ?? '', cell));
    return (
      corner === '' &&
      fit(COMPARISON, ['firstColumn', 'secondColumn'], columns) &&
      rows.length > 0 &&
      rows.length <= Number(this.getModel(COMPARISON).attributes.rows?.max) &&
      rows.every((row) => fit(ROW, ['label', 'first', 'second'], row))
    );
  }

  /** A section around something that stands in its middle: a map, a list, a table. */
  private special(part: Part, line: Line, noted: Noted): void {
    const at = part.lines.indexOf(line);
    const kind = (line.mark && MARKED[line.mark.kind]) ?? COMPARISON;
    const { heading, body } = this.headed(kind, part, part.lines.slice(0, at));
    const next = part.lines.findIndex((other, index) => index > at && this.isSpecial(other));
    const end = kind === FINDER ? (next === -1 ? part.lines.length : next) : at + 1;
    const after = part.lines.slice(at + 1, end);
    const rest = part.lines.slice(end);
    const own = part.lines.slice(0, end);
    const notes = [...noted.notes, ...this.picturesElsewhere(own.filter(isPicture))];
    let fields: Entry;
    if (kind === FINDER)
      fields = {
        kind: this.workshops(line, heading, body),
        afterword: this.blocks(after),
        actions: this.actions(own),
      };
    else if (line.mark) {
      this.tell(line.at, line.text, `The section “${this.nameOf(kind)}”, which fills itself.`);
      notes.push(...own.filter(isButton).map((button) => this.buttonElsewhere(button)));
      fields = {};
    } else fields = { ...this.table(line), actions: this.actions(own) };
    this.add(kind, { heading, body: this.blocks(body), ...fields }, own, { ...noted, notes });
    if (rest.length > 0)
      this.part({ heading: null, subheading: null, lines: rest }, { ...noted, notes: [] }, false);
  }

  /** Which workshops a map shows; null for all. */
  private workshops(line: Line, heading: string | undefined, body: Line[]): string | null {
    const meant = workshopsMeant([heading ?? '', this.title, ...body.map((each) => each.text)]);
    const only = this.guess(
      `map-${line.at}`,
      line.at,
      line.text,
      [
        ['deep-dive', 'The map, with Deep Dive workshops'],
        ['intro', 'The map, with Intro workshops'],
        ['all', 'The map, with every workshop'],
      ],
      meant ?? 'all',
    );
    return only === 'all' ? null : only;
  }

  private table(line: Line): Entry {
    const [head = [], ...rows] = cellsOf(line);
    const [, firstColumn, secondColumn] = head;
    this.tell(line.at, head.filter(Boolean).join(' · '), `The section “${this.nameOf(COMPARISON)}”.`);
    return {
      firstColumn,
      secondColumn,
      rows: rows.map(([label, first, second]) => ({ label, first, second })),
    };
  }

  private byContent(part: Part, noted: Noted): void {
    const [first] = part.lines;
    const heading = part.heading ?? part.subheading;
    const lists = heading && !(part.heading && part.subheading) ? listsIn(part.lines) : null;
    const isRoomy = lists?.lists.every(({ lead }) => this.fits('elements.outcome-group', 'lead', lead.text));
    const cost = costIn(heading?.text ?? '', part.lines, this.facts.pricing);
    const kinds: [string, string][] = [[TEXT, this.nameOf(TEXT)]];
    if (lists && isRoomy) kinds.push([OUTCOMES, this.nameOf(OUTCOMES)]);
    if (heading && this.facts.pricing && (cost.isAbout || cost.price))
      kinds.push([COST, `${this.nameOf(COST)}, by “Pricing” ($${this.facts.pricing.pricePerPerson})`]);
    let likely = TEXT;
    if (lists && isRoomy && areOutcomes(heading?.text ?? '', lists.lists)) likely = OUTCOMES;
    else if (cost.isAbout && cost.price) likely = COST;
    const line = heading ?? first;
    const kind =
      kinds.length > 1 && line ? this.guess(`kind-${line.at}`, line.at, line.text, kinds, likely) : TEXT;
    if (kind === OUTCOMES && lists) this.outcomes(part, lists, noted);
    else if (kind === COST) this.cost(part, cost.price, cost.isKnown, noted);
    else this.texts(part, noted);
  }

  private hero(part: Part, noted: Noted): void {
    const { heading, body } = this.headed(HERO, part, part.lines);
    const [picture, ...more] = body.filter(isPicture);
    const { place, notes } = this.pictureHere(picture, [['top', 'A place for the main picture']]);
    this.add(
      HERO,
      {
        heading: heading ?? this.cut(HERO, 'heading', this.title),
        body: this.blocks(body),
        ...(place && { pictureToCome: true }),
        actions: this.actions(body),
      },
      body,
      { ...noted, notes: [...noted.notes, ...notes, ...this.picturesElsewhere(more)] },
    );
  }

  private outcomes(part: Part, { lists, rest }: { lists: Led[]; rest: Line[] }, noted: Noted): void {
    const heading = (part.heading ?? part.subheading)?.text;
    const groups = lists.map(({ lead, list }) => ({ ...leadOf(lead), items: this.blocks([list]) }));
    const lines = lists.flatMap(({ lead, list }) => [lead, list]);
    const marks = rest.filter(({ mark }) => mark);
    const notes = [...noted.notes, ...this.picturesElsewhere(marks.filter(isPicture))];
    const texts = rest.filter(({ mark }) => !mark);
    const buttons = marks.filter(isButton);
    if (texts.length === 0) notes.push(...buttons.map((line) => this.buttonElsewhere(line)));
    const headings = [part.heading, part.subheading].filter((line) => line !== null);
    this.add(OUTCOMES, { heading, groups }, [...headings, ...lines, ...marks], { ...noted, notes });
    if (texts.length > 0) {
      const lines = [...texts, ...buttons];
      this.texts({ heading: null, subheading: null, lines }, { ...noted, notes: [] });
    }
  }

  private cost(part: Part, price: Line | null, isKnown: boolean, noted: Noted): void {
    const { heading, body } = this.headed(COST, part, part.lines);
    const at = price ? body.indexOf(price) : -1;
    const isLeft =
      price !== null &&
      this.guess(
        `price-${price.at}`,
        price.at,
        price.text,
        [
          ['pricing', 'Left out: “Pricing” says it'],
          ['text', 'Text, above what “Pricing” says'],
        ],
        isKnown ? 'pricing' : 'text',
      ) === 'pricing';
    const above = at === -1 ? body : body.slice(0, isLeft ? at : at + 1);
    const below = at === -1 ? [] : body.slice(at + 1);
    const notes = [...noted.notes, ...this.picturesElsewhere(body.filter(isPicture))];
    const actions = this.actions(body);
    this.add(COST, { heading, body: this.blocks(above), closing: this.blocks(below), actions }, body, {
      ...noted,
      notes,
    });
  }

  /** Text with a picture; a section for each picture. */
  private texts(part: Part, noted: Noted): void {
    chunksOf(part.lines).forEach(({ picture, lines }, index) => {
      const headed = this.headings(index === 0 ? part : { heading: null, subheading: null });
      const likely = picture && this.pictures++ % 2 === 1 ? 'left' : 'right';
      const { place, notes } = this.pictureHere(picture, SIDES, likely);
      const own = [...headed.over, ...lines];
      const fields = {
        heading: headed.heading,
        subheading: headed.subheading,
        body: this.blocks(own),
        ...(place && { pictureToCome: true }),
        imageSide: place ?? 'right',
        actions: this.actions(lines),
      };
      this.add(TEXT, fields, [...own, ...(picture ? [picture] : [])], {
        ...noted,
        notes: [...(index === 0 ? noted.notes : []), ...notes],
      });
    });
  }

  /** The headings of a text; one that is too long is its first line. */
  private headings({ heading, subheading }: Omit<Part, 'lines'>): {
    heading?: string;
    subheading?: string;
    over: Line[];
  } {
    const over: Line[] = [];
    const fitting = (line: Line | null, field: string): string | undefined => {
      if (!line) return undefined;
      this.places.set(line.at, this.sections.length);
      if (this.fits(TEXT, field, line.text)) return line.text;
      this.tell(line.at, line.text, 'Too long for a heading: it is the first line of the text.');
      over.push(line);
      return undefined;
    };
    return { heading: fitting(heading, 'heading'), subheading: fitting(subheading, 'subheading'), over };
  }

  /** The heading of a section of a kind that has but one, and the text that goes with it. */
  private headed(
    kind: string,
    { heading, subheading }: Part,
    lines: Line[],
  ): { heading?: string; body: Line[] } {
    const line = heading ?? subheading;
    const second = heading && subheading ? [subheading] : [];
    for (const each of [heading, subheading]) if (each) this.places.set(each.at, this.sections.length);
    if (!line) return { body: lines };
    if (this.fits(kind, 'heading', line.text)) return { heading: line.text, body: [...second, ...lines] };
    this.tell(
      line.at,
      line.text,
      'Too long for a heading: it is the first line of the text. Write a shorter one in the form.',
    );
    return { body: [line, ...second, ...lines] };
  }

  /** Whether a line that leads elsewhere is to stand apart from the text above it. */
  private isApart(line: Line, { lead, label, url, isDownload }: Pointer, hasNoButtons: boolean): boolean {
    if (!this.fits(ACTION, 'label', label) || !this.fits(CALLOUT, 'text', lead) || (!lead && hasNoButtons))
      return false;
    const what = lead ? 'A pointer' : 'A link below the text';
    const page = url === null && !isDownload ? pageMeant(line.text, this.facts.pages) : null;
    const targets: [string, string][] =
      url !== null && isSafeUrl(url)
        ? [['link', `${what}, which leads to ${url.slice(0, 80)}`]]
        : [
            ['later', `${what}: ${isDownload ? 'choose its file' : 'say where it leads'} later`],
            ...this.pageChoices(what),
          ];
    const choices: [string, string][] = [...targets, ['text', 'Part of the text above']];
    return (
      this.guess(
        `pointer-${line.at}`,
        line.at,
        line.text,
        choices,
        page ? `page:${page.documentId}` : undefined,
      ) !== 'text'
    );
  }

  private pointing(line: Line, { label, url }: Pointer): Entry {
    const chosen = this.guesses.find(({ id }) => id === `pointer-${line.at}`)?.chosen ?? 'later';
    return { label, style: 'link', ...this.target(chosen, url) };
  }

  private banner(line: Line): void {
    const { words, isDoubtful } = line.mark as Extract<Mark, { kind: 'banner' }>;
    const as = this.guess(
      `banner-${line.at}`,
      line.at,
      line.text,
      [
        ['off', 'A banner, switched off'],
        ['on', 'A banner'],
        ['out', 'Left out'],
      ],
      isDoubtful ? 'off' : 'on',
    );
    if (as !== 'out')
      this.add(BANNER, { text: this.cut(BANNER, 'text', words) }, [line], { notes: [], isOff: as === 'off' });
  }

  /** The buttons that some lines ask for. */
  private actions(lines: Line[]): Entry[] | undefined {
    const buttons = lines.filter(isButton);
    const made = buttons.flatMap((line): Entry[] => {
      const { label, action } = line.mark as Extract<Mark, { kind: 'button' }>;
      if (action) return [action];
      const words = this.fits(ACTION, 'label', label) ? label : '';
      const as = this.guess(`button-${line.at}`, line.at, line.text, [
        ['later', 'A button, to be filled in later'],
        ...(this.hasFinder ? [['finder', 'A button that leads to the map'] as [string, string]] : []),
        ...this.pageChoices('A button'),
        ['out', 'Left out'],
      ]);
      return as === 'out' ? [] : [{ ...(words && { label: words }), ...this.target(as, null) }];
    });
    for (const line of lines)
      for (const sentence of line.mark ? [] : leadsNowhere(line.node))
        this.tell(
          line.at,
          sentence,
          'Text. It leads nowhere yet: make a link of it in the form, or add a button.',
        );
    const actions = made
      .slice(0, MOST_ACTIONS)
      .map((action, index) => ({ style: index === 0 ? 'primary' : 'secondary', ...action }));
    for (const line of buttons.slice(MOST_ACTIONS))
      this.tell(line.at, line.text, 'Left out: a section has three buttons at most.');
    return actions.length > 0 ? actions : undefined;
  }

  private pageChoices(what: string): [string, string][] {
    return this.facts.pages
      .slice(0, MOST_PAGES)
      .map(({ documentId, title }) => [`page:${documentId}`, `${what} that leads to “${title}”`]);
  }

  private target(chosen: string, url: string | null): Entry {
    if (chosen.startsWith('page:')) return { page: chosen.slice('page:'.length) };
    if (chosen === 'finder') return { url: FINDER_URL };
    return chosen === 'link' && url ? { url } : {};
  }

  /** Keeps a place for a picture; what it is to show is noted. @returns the place among those there are; null for none */
  private pictureHere(
    line: Line | undefined,
    places: [string, string][],
    likely?: string,
  ): { place: string | null; notes: string[] } {
    if (!line) return { place: null, notes: [] };
    const { of } = line.mark as Extract<Mark, { kind: 'picture' }>;
    const none: [string, string] = ['none', 'No picture'];
    const as = this.guess(`picture-${line.at}`, line.at, line.text, [...places, none], likely);
    if (as === 'none') return { place: null, notes: [] };
    return { place: as, notes: of ? [`The picture is to show: ${of}`] : [] };
  }

  private picturesElsewhere(lines: Line[]): string[] {
    return lines.map((line) => {
      this.tell(line.at, line.text, 'Noted for colleagues: this kind of section shows no such picture.');
      return `The document has a picture here: ${line.text}.`;
    });
  }

  private buttonElsewhere(line: Line): string {
    this.tell(line.at, line.text, 'Noted for colleagues: this kind of section has no button.');
    return `The document has a button here: ${line.text}.`;
  }

  private settings(frontMatter: ReadDocument['frontMatter'], heading: string | undefined): Entry | undefined {
    const seo: Entry = {};
    for (const [name, value] of frontMatter) {
      const found = `${name}: ${value}`;
      if (name === 'title' && value === this.title) continue;
      if (name === 'title' && value && heading) {
        const as = this.guess('title', -1, found, [
          ['search', 'The title in search results'],
          ['page', 'The page’s title, in menus too'],
          ['out', 'Left out'],
        ]);
        if (as === 'page') this.title = this.cut(PAGE, 'title', value);
        if (as === 'search') seo.title = this.cut('elements.seo', 'title', value);
      } else if (name === 'description' && this.fits('elements.seo', 'description', value)) {
        seo.description = value;
        this.tell(-1, found, 'The description in search results.');
      } else this.tell(-1, found, 'Left out: a setting of the place it comes from.');
    }
    return Object.keys(seo).length > 0 ? seo : undefined;
  }

  private add(kind: string, fields: Entry, lines: Line[], { notes, isOff }: Noted): void {
    for (const { at } of lines) if (!this.places.has(at)) this.places.set(at, this.sections.length);
    const note = notes.join('\n');
    this.sections.push({
      __component: kind,
      visible: !isOff,
      ...Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined && value !== null),
      ),
      ...(note && { note: this.cut(kind, 'note', note) }),
    });
  }

  private blocks(lines: Line[]): RichTextBlock[] | undefined {
    const written = lines.filter(({ mark }) => !mark);
    const { blocks, said } = blocksOf(written.map(nodeOf));
    for (const words of said) this.tell(written[0]?.at ?? -1, words, 'Done in reading it.');
    return blocks.length > 0 ? blocks : undefined;
  }

  private nameOf(kind: string): string {
    return this.getModel(kind).info.displayName;
  }

  private room(uid: string, field: string): number {
    const { type, maxLength = Infinity } = this.getModel(uid).attributes[field] ?? { type: 'string' };
    return type === 'text' ? maxLength : Math.min(maxLength, SHORT_TEXT);
  }

  private fits(uid: string, field: string, words = ''): boolean {
    return [...words].length <= this.room(uid, field);
  }

  /** Words as far as there is room for them. */
  private cut(uid: string, field: string, words: string): string {
    if (this.fits(uid, field, words)) return words;
    const kept = [...words].slice(0, this.room(uid, field) - 1).join('');
    this.tell(
      -1,
      words,
      `Too long for “${this.getModel(uid).attributes[field]?.pluginOptions?.form?.label ?? field}”: it is cut.`,
    );
    return `${kept.replace(/\s+\S*$/, '')}…`;
  }

  private tell(line: number, found: string, label: string): void {
    this.guesses.push({
      id: `said-${this.guesses.length}`,
      line,
      section: null,
      found,
      choices: [{ value: 'said', label }],
      chosen: 'said',
    });
  }

  /** Makes a guess, unless somebody has chosen. @returns the value chosen */
  private guess(
    id: string,
    line: number,
    found: string,
    choices: [string, string][],
    likely?: string,
  ): string {
    const wished = this.choices[id];
    const values = choices.map(([value]) => value);
    const chosen = values.find((value) => value === wished) ?? likely ?? values[0] ?? '';
    this.guesses.push({
      id,
      line,
      section: null,
      found,
      choices: choices.map(([value, label]) => ({ value, label })),
      chosen,
    });
    return chosen;
  }
}

const isButton = ({ mark }: Line): boolean => mark?.kind === 'button';
const isPicture = ({ mark }: Line): boolean => mark?.kind === 'picture';

const asParagraph = (line: Line): Line =>
  line.node.tagName === 'note' ? { ...line, node: element('p', line.node.children) } : line;

interface Chunk {
  picture?: Line;
  lines: Line[];
}

/** Lines of a text by the pictures in it. A picture belongs to the text above, or to the text below where there is none above. */
function chunksOf(lines: Line[]): Chunk[] {
  const chunks: Chunk[] = [{ lines: [] }];
  lines.forEach((line, index) => {
    const last = chunks.at(-1) as Chunk;
    const isMore = lines.slice(index + 1).some(isPicture);
    if (isPicture(line)) {
      if (last.picture) chunks.push({ picture: line, lines: [] });
      else last.picture = line;
    } else if (last.picture && last.lines.length > 0 && isMore) chunks.push({ lines: [line] });
    else last.lines.push(line);
  });
  return chunks;
}

/** A line as rich text takes it: a heading below the section's own. */
const nodeOf = (line: Line): HtmlElement =>
  line.kind === 'heading' ? element('h3', line.node.children) : line.node;
