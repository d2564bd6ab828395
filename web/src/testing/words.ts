import type { Action, RichText, RichTextInline } from '@deep-dive/shared-types';
import { aFile, anAction } from './samples';

const text = (words: string): RichTextInline => ({ type: 'text', text: words });

export const paragraph = (...parts: (string | RichTextInline)[]): RichText[number] => ({
  type: 'paragraph',
  children: parts.map((part) => (typeof part === 'string' ? text(part) : part)),
});

export const bullets = (...items: string[]): RichText => [
  {
    type: 'list',
    format: 'unordered',
    children: items.map((item) => ({ type: 'list-item', children: [text(item)] })),
  },
];

const PROSE =
  'Teachers who come to a workshop take home a plan for the whole year, strategies for what gets in the way, ideas for a classroom in which everyone belongs, and colleagues who go on helping long after the day is over. ';

/** Words that are exactly so long, and end in a full stop. */
export function wordsOf(length: number): string {
  const words = PROSE.repeat(Math.ceil(length / PROSE.length)).slice(0, length - 1);
  // A space before the end would be trimmed away by whoever reads it.
  return `${words.replace(/ $/, '…')}.`;
}

/** So many of something, each with an id. */
export function listOf<Item>(count: number, item: (id: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => item(index + 1));
}

/** An address that is exactly so long. */
export function addressOf(length: number): string {
  return 'https://example.org/apply?for='.padEnd(length, 'a');
}

/** The most buttons a section can hold, each as long as can be. */
export const longestActions = (): Action[] =>
  listOf(3, (id) =>
    anAction({
      id,
      label: wordsOf(80),
      style: (['primary', 'secondary', 'link'] as const)[id - 1],
      url: addressOf(2000),
    }),
  );

/** Text has no greatest length: this one has everything in it that the editor offers. */
export const longestText = (): RichText => [
  paragraph(wordsOf(900)),
  { type: 'heading', level: 2, children: [text(wordsOf(160))] },
  paragraph(
    { type: 'text', text: 'Bold, ', bold: true },
    { type: 'text', text: 'italic, ', italic: true },
    { type: 'text', text: 'underlined, ', underline: true },
    { type: 'text', text: 'struck out, ', strikethrough: true },
    { type: 'text', text: 'code, ', code: true },
    {
      type: 'link',
      url: 'https://code.org/educate',
      children: [{ type: 'text', text: 'and a link in the middle of it all' }],
    },
    '. ',
    wordsOf(300),
  ),
  { type: 'heading', level: 3, children: [text('Some of it in order')] },
  {
    type: 'list',
    format: 'ordered',
    children: [
      { type: 'list-item', children: [text(wordsOf(120))] },
      {
        type: 'list',
        format: 'unordered',
        children: [
          { type: 'list-item', children: [text(wordsOf(90))] },
          { type: 'list-item', children: [text('Nested.')] },
        ],
      },
      { type: 'list-item', children: [text(wordsOf(60))] },
    ],
  },
  { type: 'quote', children: [text(wordsOf(240))] },
  { type: 'code', children: [text('repeat(4) {\n  moveForward();\n  turnRight();\n}')] },
];

export const MARKUP = '<script>alert("&")</script>';
export const GIANT_WORD = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau';
export const RIGHT_TO_LEFT = 'ورشة عمل';
const TEACHER = '👩🏽‍🏫';

/** 118 characters, which every heading can hold. */
export const AWKWARD_HEADING = `“Año” d’Ñuñoa ${RIGHT_TO_LEFT} ${TEACHER} ${MARKUP} ${GIANT_WORD}`;
export const AWKWARD_LABEL = `${GIANT_WORD} & <b>más</b>`;
export const AWKWARD_NAME = 'María-José Núñez O’Higgins & Söhne “K–5”';

export const awkwardText = (): RichText => [
  paragraph(`${AWKWARD_NAME} — ${MARKUP} & ${TEACHER}`),
  { type: 'heading', level: 4, children: [text(GIANT_WORD.repeat(2))] },
  paragraph(
    {
      type: 'link',
      url: 'javascript:alert(1)',
      children: [{ type: 'text', text: 'A link that runs a script' }],
    },
    ', ',
    { type: 'link', url: 'https://example.org/ñ', children: [{ type: 'text', text: GIANT_WORD.repeat(3) }] },
    ` — ${RIGHT_TO_LEFT} עברית English 日本語\nand a line of its own.`,
  ),
  {
    type: 'list',
    format: 'unordered',
    children: [{ type: 'list-item', children: [text(GIANT_WORD.repeat(2))] }],
  },
  { type: 'quote', children: [text(GIANT_WORD.repeat(2))] },
  { type: 'code', children: [text(GIANT_WORD.repeat(4))] },
  paragraph(''),
];

/** One leads nowhere, one can't be followed, one is a file with a giant word, one is fine. */
export const awkwardActions = (): Action[] => [
  anAction({ id: 1, label: 'Leads nowhere', url: null }),
  anAction({ id: 2, label: AWKWARD_LABEL, style: 'secondary', url: '/workshops?near=Cañon City&x=<y>' }),
  anAction({ id: 3, label: GIANT_WORD, url: null, file: { ...aFile(), name: `${GIANT_WORD}.pdf` } }),
];
