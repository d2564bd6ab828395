import { hostedVideo } from '@deep-dive/shared-types';
import type { Entry, GetModel } from '../../schema/model';
import { PAGE } from '../../schema/uids';
import { isElement } from '../rich-text/html';
import { isSafeUrl } from '../urls';
import {
  type Choices,
  DocumentError,
  type Facts,
  type Guess,
  type KnownFigure,
  type ReadDocument,
} from './document';
import { Draft, type Noted } from './draft';
import { Blanks } from './figures';
import { type Group, groupsOf } from './groups';
import { element, rawText, text, textOf } from './html';
import { areOutcomes, cellsOf, costIn, type Led, leadOf, listsIn, workshopsMeant } from './kinds';
import { EMPHASISED, isButton, isPicture, type Line, linesOf } from './lines';
import type { Mark } from './marks';
import { type Counted, numbersIn } from './numbers';
import {
  type Download,
  downloadIn,
  leadsNowhere,
  linkAlone,
  type Pointer,
  pageMeant,
  pointerIn,
} from './pointers';
import { type Questions, questionsFrom } from './questions';
import { quotationAt } from './quotations';

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
const FAQ = 'sections.faq';
const QUESTION = 'elements.question';
const STATISTICS = 'sections.statistics';
const STATISTIC = 'elements.statistic';
const QUOTE = 'sections.quote';
const TESTIMONIALS = 'sections.testimonials';
const TESTIMONIAL = 'elements.testimonial';
const DOWNLOADS = 'sections.downloads';
const DOWNLOAD = 'elements.download';
const VIDEO = 'sections.video';

/** Kinds of sections that stand where a mark does. */
const MARKED: Partial<Record<Mark['kind'], string>> = {
  map: FINDER,
  scholarships: 'sections.scholarships',
  partners: 'sections.partner-directory',
};
const APART = new Set<Mark['kind']>(['quotation', 'video', 'downloads']);

const MOST_ACTIONS = 3;
/** Pages that can be chosen for a button. */
const MOST_PAGES = 50;
const FINDER_URL = '#workshops';
/** Paragraphs above a video or files that lead to them; more are a text of their own. */
const MOST_ABOVE = 2;
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

/** Lines that stand in a section of their own; null for `mark` where somebody has chosen otherwise. */
interface Apart {
  mark: Mark | null;
  /** How many. */
  lines: number;
}

class Writer extends Draft {
  private readonly blanks: Blanks;
  private title = '';
  private hasFinder = false;
  private pictures = 0;

  constructor(
    private readonly facts: Facts,
    choices: Choices,
    getModel: GetModel,
  ) {
    super(choices, getModel);
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
    for (let at = 0; at < groups.length; ) at += this.questionsOrGroup(groups, at);
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

  /** Makes sections of what begins at a group. @returns of how many groups */
  private questionsOrGroup(groups: Group[], at: number): number {
    const questions = questionsFrom(
      groups,
      at,
      (question, lines) =>
        this.fits(QUESTION, 'question', question.text) && lines.every((line) => !this.isSpecial(line)),
    );
    if (questions) {
      const { heading, asked } = questions;
      const kinds: [string, string][] = [
        [FAQ, `${this.nameOf(FAQ)}: ${asked.length} of them`],
        [TEXT, this.nameOf(TEXT)],
      ];
      const most = Number(this.getModel(FAQ).attributes.questions?.max);
      if (asked.length <= most && this.guess(`kind-${heading.at}`, heading.at, heading.text, kinds) === FAQ) {
        this.questions(questions);
        return questions.groups;
      }
    }
    this.group(groups[at] as Group);
    return 1;
  }

  private questions({ heading: line, intro, asked }: Questions): void {
    const banners: Line[] = [];
    const notes: string[] = [];
    let isOff = false;
    /** What visitors read of some lines; all else is noted. */
    const read = (lines: Line[]): Line[] => {
      banners.push(...lines.filter(({ mark }) => mark?.kind === 'banner'));
      // Who doubts one answer doesn't doubt them all.
      const noted = this.noted(
        lines.filter((each) => each.mark?.kind !== 'banner'),
        true,
      );
      isOff ||= noted.isOff;
      notes.push(...noted.notes, ...this.picturesElsewhere(noted.shown.filter(isPicture)));
      notes.push(...noted.shown.filter(isButton).map((button) => this.buttonElsewhere(button)));
      this.tellDeadEnds(noted.shown);
      return noted.shown.filter(({ mark }) => !mark);
    };
    const { heading, body } = this.headed(FAQ, { heading: line, subheading: null, lines: [] }, read(intro));
    const questions = asked.map(({ question, answer }) => {
      const emphasis =
        question.level === EMPHASISED && this.guesses.find(({ id }) => id === `heading-${question.at}`);
      const [choice] = emphasis ? emphasis.choices : [];
      if (choice) choice.label = 'A question';
      const blocks = this.blocks(read(answer));
      return { question: question.text, ...(blocks && { answer: blocks }) };
    });
    const own = [...intro, ...asked.flatMap(({ question, answer }) => [question, ...answer])];
    this.add(
      FAQ,
      { heading, body: this.blocks(body), questions },
      own.filter((each) => !banners.includes(each)),
      {
        notes,
        isOff,
      },
    );
    for (const banner of banners) this.banner(banner);
  }

  /** Sections of a group, in the order of its lines. */
  private group({ isOpening, heading, subheading, lines }: Group): void {
    const banners = lines.filter(({ mark }) => mark?.kind === 'banner');
    const { shown: said, ...noted } = this.noted(
      lines.filter((line) => !banners.includes(line)),
      isOpening,
    );
    const shown = this.gathered(said);
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

  /** Lines with what stands in a section of its own marked as such: what somebody said, a video, files in a row. */
  private gathered(lines: Line[]): Line[] {
    const made: Line[] = [];
    for (let at = 0; at < lines.length; ) {
      const line = lines[at] as Line;
      const found = this.quotation(lines, at) ?? this.downloadsFrom(lines, at) ?? this.videoIn(line);
      if (found?.mark) made.push({ ...line, kind: 'mark', mark: found.mark });
      else made.push(...lines.slice(at, at + (found?.lines ?? 1)));
      at += found?.lines ?? 1;
    }
    return made;
  }

  private quotation(lines: Line[], at: number): Apart | null {
    const found = quotationAt(lines, at);
    const line = lines[at];
    if (!found || !line) return null;
    const { words, name } = found.quotation;
    if (!this.fits(TESTIMONIAL, 'words', words) || !this.fits(TESTIMONIAL, 'name', name)) return null;
    const as = this.guess(`quote-${line.at}`, line.at, found.lines.map(({ text }) => text).join(' '), [
      ['quote', 'What somebody said, set apart'],
      ['text', 'Part of the text'],
    ]);
    return {
      mark: as === 'quote' ? { kind: 'quotation', ...found.quotation } : null,
      lines: found.lines.length,
    };
  }

  private videoIn(line: Line): Apart | null {
    const link = line.kind === 'text' ? linkAlone(line.node) : null;
    const video = link && hostedVideo(link.url);
    if (!link || !video || !this.fits(VIDEO, 'url', link.url)) return null;
    const as = this.guess(`video-${line.at}`, line.at, line.text, [
      ['video', `The section “${this.nameOf(VIDEO)}”, which plays it from ${video.host}`],
      ['text', 'A link'],
    ]);
    return { mark: as === 'video' ? { kind: 'video', ...link } : null, lines: 1 };
  }

  /** Files in a row: each on a line of its own, or a list of them. */
  private downloadsFrom(lines: Line[], at: number): Apart | null {
    const files: { line: Line; words: string; file: Download }[] = [];
    let end = at;
    for (; end < lines.length; end++) {
      const found = this.filesIn(lines[end] as Line);
      if (!found) break;
      files.push(...found);
    }
    const most = Number(this.getModel(DOWNLOADS).attributes.items?.max);
    const [first] = files;
    if (!first || files.length < 2 || files.length > most) return null;
    const as = this.guess(`downloads-${first.line.at}`, first.line.at, first.words, [
      ['downloads', `The section “${this.nameOf(DOWNLOADS)}”: ${files.length} files`],
      ['text', 'Part of the text'],
    ]);
    if (as !== 'downloads') return { mark: null, lines: end - at };
    const items = files.map(({ line, words, file: { title, description, url } }) => {
      const isLed = url !== null && isSafeUrl(url) && this.fits(DOWNLOAD, 'url', url);
      const label = isLed
        ? `A download, which leads to ${url.slice(0, 80)}`
        : 'A download: choose its file later';
      this.tell(line.at, words, label);
      return { title, ...(description && { description }), ...(isLed && { url }) };
    });
    return { mark: { kind: 'downloads', items }, lines: end - at };
  }

  /** The files that a line leads to, or a list's items; null where it says anything else. */
  private filesIn(line: Line): { line: Line; words: string; file: Download }[] | null {
    if (line.kind !== 'text' && line.kind !== 'list') return null;
    const nodes = line.kind === 'list' ? line.node.children.filter(isElement) : [line.node];
    const found = nodes.map((node) => ({ line, words: textOf(node), file: downloadIn(node) }));
    const files = found.flatMap(({ file, ...rest }) => (file ? { file, ...rest } : []));
    const isRoomy = files.every(
      ({ file }) =>
        this.fits(DOWNLOAD, 'title', file.title) && this.fits(DOWNLOAD, 'description', file.description),
    );
    return files.length === nodes.length && isRoomy ? files : null;
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
    if (line?.mark && APART.has(line.mark.kind)) this.apart(part, special, noted);
    else if (line) this.special(part, line, noted);
    else this.byContent(part, noted);
  }

  private isSpecial(line: Line): boolean {
    if (line.mark) return APART.has(line.mark.kind) || MARKED[line.mark.kind] !== undefined;
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

  /** What stands in a section of its own; what is above it has the heading, unless that is all there is or leads up to it. */
  private apart(part: Part, at: number, noted: Noted): void {
    const above = part.lines.slice(0, at);
    const isLead =
      part.lines[at]?.mark?.kind !== 'quotation' &&
      above.length <= MOST_ABOVE &&
      above.every(({ kind }) => kind === 'text') &&
      (part.heading ?? part.subheading) !== null;
    const isWhole = above.length === 0 || isLead;
    if (!isWhole) this.byContent({ ...part, lines: above }, noted);
    const own: Part = isWhole ? { ...part, lines: above } : { heading: null, subheading: null, lines: [] };
    const rest = this.isolated(own, part.lines.slice(at), isWhole ? noted : { ...noted, notes: [] });
    if (rest.length > 0)
      this.part({ heading: null, subheading: null, lines: rest }, { ...noted, notes: [] }, false);
  }

  /** Adds the section of what some lines begin with. @returns the lines that are left */
  private isolated(part: Part, lines: Line[], noted: Noted): Line[] {
    const kind = lines[0]?.mark?.kind;
    const most = kind === 'quotation' ? Number(this.getModel(TESTIMONIALS).attributes.items?.max) : 1;
    const others = lines.findIndex(({ mark }) => mark?.kind !== kind);
    const taken = lines.slice(0, Math.min(most, others === -1 ? lines.length : others));
    const after = lines.slice(taken.length);
    const end = after.findIndex((line) => !isButton(line) && !isPicture(line));
    const loose = after.slice(0, end === -1 ? after.length : end);
    const notes = [
      ...noted.notes,
      ...this.picturesElsewhere(loose.filter(isPicture)),
      ...loose.filter(isButton).map((line) => this.buttonElsewhere(line)),
    ];
    const marks = taken.flatMap(({ mark }) => mark ?? []);
    const [section, fields] = this.isolatedFields(part, marks);
    const headings = [part.heading, part.subheading].filter((line) => line !== null);
    this.add(section, fields, [...headings, ...part.lines, ...taken, ...loose], { ...noted, notes });
    return after.slice(loose.length);
  }

  private isolatedFields(part: Part, marks: Mark[]): [kind: string, fields: Entry] {
    const [first] = marks;
    if (first?.kind === 'video') {
      const { heading, body } = this.headed(VIDEO, part, part.lines);
      const label = this.fits(VIDEO, 'heading', first.label) ? first.label : '';
      return [VIDEO, { heading: heading ?? (label || null), body: this.blocks(body), url: first.url }];
    }
    if (first?.kind === 'downloads') {
      const { heading, body } = this.headed(DOWNLOADS, part, part.lines);
      return [DOWNLOADS, { heading, body: this.blocks(body), items: first.items }];
    }
    const voices = marks.flatMap((mark) => (mark.kind === 'quotation' ? mark : []));
    const [one] = voices;
    const heading = this.oneHeading(TESTIMONIALS, part);
    if (one && voices.length === 1 && !heading && this.fits(QUOTE, 'text', one.words)) {
      const role = one.about ? this.cut(QUOTE, 'role', one.about) : null;
      return [QUOTE, { text: one.words, name: one.name || null, role }];
    }
    const items = voices.map(({ words, name, about }) => {
      const [role = '', ...school] = about.split(', ');
      return {
        words,
        ...(name && { name }),
        ...(role && { role: this.cut(TESTIMONIAL, 'role', role) }),
        ...(school.length > 0 && { school: this.cut(TESTIMONIAL, 'school', school.join(', ')) }),
      };
    });
    return [TESTIMONIALS, { heading, items }];
  }

  /** The heading of a section that has but one and no text. */
  private oneHeading(kind: string, { heading, subheading }: Part): string | null {
    const words = [heading?.text, subheading?.text].filter(Boolean).join(' — ');
    return words ? this.cut(kind, 'heading', words) : null;
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
    const numbers = heading ? this.numbers(part.lines) : null;
    const kinds: [string, string][] = [[TEXT, this.nameOf(TEXT)]];
    if (numbers) kinds.push([STATISTICS, `${this.nameOf(STATISTICS)}, side by side`]);
    if (lists && isRoomy) kinds.push([OUTCOMES, this.nameOf(OUTCOMES)]);
    if (heading && this.facts.pricing && (cost.isAbout || cost.price))
      kinds.push([COST, `${this.nameOf(COST)}, by “Pricing” ($${this.facts.pricing.pricePerPerson})`]);
    let likely = TEXT;
    if (lists && isRoomy && areOutcomes(heading?.text ?? '', lists.lists)) likely = OUTCOMES;
    else if (cost.isAbout && cost.price) likely = COST;
    else if (numbers?.isSure) likely = STATISTICS;
    const line = heading ?? first;
    const kind =
      kinds.length > 1 && line ? this.guess(`kind-${line.at}`, line.at, line.text, kinds, likely) : TEXT;
    if (kind === OUTCOMES && lists) this.outcomes(part, lists, noted);
    else if (kind === COST) this.cost(part, cost.price, cost.isKnown, noted);
    else if (kind === STATISTICS && numbers) this.statistics(part, numbers.items, noted);
    else this.texts(part, noted);
  }

  /** What some lines count, where they do nothing else and there is room for it. */
  private numbers(lines: Line[]): ReturnType<typeof numbersIn> {
    const numbers = numbersIn(lines.filter((line) => !isButton(line) && !isPicture(line)));
    const isRoomy = numbers?.items.every(
      ({ value, label }) => this.fits(STATISTIC, 'value', value) && this.fits(STATISTIC, 'label', label),
    );
    const most = Number(this.getModel(STATISTICS).attributes.items?.max);
    return numbers && isRoomy && numbers.items.length <= most ? numbers : null;
  }

  private statistics(part: Part, counted: Counted[], noted: Noted): void {
    const notes = [
      ...noted.notes,
      ...this.picturesElsewhere(part.lines.filter(isPicture)),
      ...part.lines.filter(isButton).map((line) => this.buttonElsewhere(line)),
    ];
    const items = counted.map(({ value, label }) => ({ value, ...(label && { label }) }));
    const headings = [part.heading, part.subheading].filter((line) => line !== null);
    this.add(
      STATISTICS,
      { heading: this.oneHeading(STATISTICS, part), items },
      [...headings, ...part.lines],
      {
        ...noted,
        notes,
      },
    );
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
    this.tellDeadEnds(lines);
    const actions = made
      .slice(0, MOST_ACTIONS)
      .map((action, index) => ({ style: index === 0 ? 'primary' : 'secondary', ...action }));
    for (const line of buttons.slice(MOST_ACTIONS))
      this.tell(line.at, line.text, 'Left out: a section has three buttons at most.');
    return actions.length > 0 ? actions : undefined;
  }

  private tellDeadEnds(lines: Line[]): void {
    for (const line of lines)
      for (const sentence of line.mark ? [] : leadsNowhere(line.node))
        this.tell(
          line.at,
          sentence,
          'Text. It leads nowhere yet: make a link of it in the form, or add a button.',
        );
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
}

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
