import type { RichTextBlock } from '@deep-dive/shared-types';
import type { Entry, GetModel } from '../../schema/model';
import { SHORT_TEXT } from '../input';
import { blocksOf, type HtmlElement } from '../rich-text/from-html';
import type { Choices, Guess } from './document';
import { element } from './html';
import type { Line } from './lines';

/** What is said of some lines beside their words. */
export interface Noted {
  /** For colleagues. */
  notes: string[];
  isOff: boolean;
}

/** A page while it is made of a document: its sections so far, and what was guessed. */
export class Draft {
  protected readonly guesses: (Guess & { line: number })[] = [];
  protected readonly sections: Entry[] = [];
  /** By line, the section it went into. */
  protected readonly places = new Map<number, number>();

  constructor(
    protected readonly choices: Choices,
    protected readonly getModel: GetModel,
  ) {}

  protected picturesElsewhere(lines: Line[]): string[] {
    return lines.map((line) => {
      this.tell(line.at, line.text, 'Noted for colleagues: this kind of section shows no such picture.');
      return `The document has a picture here: ${line.text}.`;
    });
  }

  protected buttonElsewhere(line: Line): string {
    this.tell(line.at, line.text, 'Noted for colleagues: this kind of section has no button.');
    return `The document has a button here: ${line.text}.`;
  }

  protected add(kind: string, fields: Entry, lines: Line[], { notes, isOff }: Noted): void {
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

  protected blocks(lines: Line[]): RichTextBlock[] | undefined {
    const written = lines.filter(({ mark }) => !mark);
    const { blocks, said } = blocksOf(written.map(nodeOf));
    for (const words of said) this.tell(written[0]?.at ?? -1, words, 'Done in reading it.');
    return blocks.length > 0 ? blocks : undefined;
  }

  protected nameOf(kind: string): string {
    return this.getModel(kind).info.displayName;
  }

  private room(uid: string, field: string): number {
    const { type, maxLength = Infinity } = this.getModel(uid).attributes[field] ?? { type: 'string' };
    return type === 'text' ? maxLength : Math.min(maxLength, SHORT_TEXT);
  }

  protected fits(uid: string, field: string, words = ''): boolean {
    return [...words].length <= this.room(uid, field);
  }

  /** Words as far as there is room for them. */
  protected cut(uid: string, field: string, words: string): string {
    if (this.fits(uid, field, words)) return words;
    const kept = [...words].slice(0, this.room(uid, field) - 1).join('');
    this.tell(
      -1,
      words,
      `Too long for “${this.getModel(uid).attributes[field]?.pluginOptions?.form?.label ?? field}”: it is cut.`,
    );
    return `${kept.replace(/\s+\S*$/, '')}…`;
  }

  protected tell(line: number, found: string, label: string): void {
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
  protected guess(
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

/** A line as rich text takes it: a heading below the section's own. */
const nodeOf = (line: Line): HtmlElement =>
  line.kind === 'heading' ? element('h3', line.node.children) : line.node;
