import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../imports/document/reading/read';
import { modelOf } from '../../schema/fixtures';
import { PAGE } from '../../schema/uids';
import { blankProblems } from '../blanks';
import { inputProblems } from '../input';
import { cleanTree } from './clean';
import { DocumentError, type Facts } from './document';
import { textOf } from './html';
import { type Understood, understand } from './page';

const facts: Facts = {
  figures: [{ key: 'educators', phrase: 'over {value} educators', wordingWithout: 'educators' }],
  pages: [{ documentId: 'compare', title: 'Compare workshops' }],
  pricing: { pricePerPerson: 300, statement: 'It is worth {price}.' },
};

const made = async (text: string): Promise<Understood> =>
  understand(await readDocument({ name: 'a.md', bytes: Buffer.from(text) }), facts, {}, modelOf);

const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** All that is written in something, in one line. */
function saidBy(value: unknown): string {
  if (typeof value === 'string') return ` ${value} `;
  if (typeof value !== 'object' || value === null) return '';
  const { type, text, children } = value as { type?: string; text?: string; children?: unknown[] };
  if (type === 'text') return String(text);
  if (type === 'link') return (children ?? []).map(saidBy).join('');
  return ` ${Object.values(value).map(saidBy).join('')} `;
}

/** Lines as people write them, and as they don’t. */
const line = fc.oneof(
  fc.constantFrom(
    '# A page',
    '## What teachers will learn',
    '### Smaller',
    '*All emphasis*',
    'Image',
    'Photo: children',
    'button',
    'Button: Apply',
    'map',
    'BOTTOM BANNER?',
    'Not sure we’ll include this section',
    'NOTE: ask Sara',
    'list of scholarships',
    'Teachers will *know:*',
    '- one\n- two',
    '1. first\n2. second',
    'Not sure where to start? Compare the workshops here.',
    'Download the flyer here.',
    'It costs $300.',
    'over ____ educators',
    'nearly ____ schools in ____',
    '____',
    '{{educators}} and {{nobody}}',
    '| | A | B |\n| - | - | - |\n| x | y | z |',
    '| A | B |\n| - | - |\n| y | z |',
    '<b>bold <i>both</b> it</i>',
    '<script>alert(1)</script>',
    '> quoted',
    '> “quoted”\n>\n> — Ana Ruiz, teacher, Lincoln',
    '“So it was.” — Jo Kim',
    '— Nobody, nowhere',
    '## Questions',
    '### Is it free?',
    '**Who may come?**',
    '67,000 | teachers',
    '- ____ schools\n- 50 – states\n- over ____ educators a year',
    '| 94% | happy |\n| - | - |\n| {{educators}} | strong |',
    'Download the flyer here.\n\n[Download the poster](/uploads/poster.pdf)',
    '- Download this\n- Download [that](javascript:alert(1))',
    'https://youtu.be/dQw4w9WgXcQ',
    '[See a classroom](https://vimeo.com/76979871)',
    '`code`',
    '---',
    `# ${'long '.repeat(60)}`,
    `*${'emphasis '.repeat(10)}*`,
  ),
  fc.stringMatching(/^[a-z ,.?!*_#$:0-9-]{1,60}$/),
  fc.string({ maxLength: 40 }),
);
const document = fc.array(line, { minLength: 1, maxLength: 20 }).map((lines) => lines.join('\n\n'));

/** The page of any document; null where there is none to be made. */
async function anyPage(text: string): Promise<Understood | null> {
  try {
    return await made(text);
  } catch (error) {
    if (error instanceof DocumentError) return null;
    throw error;
  }
}

describe('A page of any document', () => {
  it('can be saved as a draft', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const answer = await anyPage(text);
        if (answer) expect(inputProblems(PAGE, answer.page, modelOf)).toEqual([]);
      }),
    );
  });

  it('has every word of it, or a guess that names it', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const answer = await anyPage(text);
        if (!answer) return;
        const { tree } = await readDocument({ name: 'a.md', bytes: Buffer.from(text) });
        const read = wordsIn(textOf(...tree));
        const kept = new Set(wordsIn(saidBy([answer.page, answer.guesses.map(({ found }) => found)])));
        expect(read.filter((word) => !kept.has(word))).toEqual([]);
      }),
    );
  });

  it('says nothing that the document doesn’t: no blank is hidden, and nothing is undefined', async () => {
    await fc.assert(
      fc.asyncProperty(document, async (text) => {
        const answer = await anyPage(text);
        if (!answer) return;
        const shown = JSON.stringify(answer.page.sections.filter(({ visible }) => visible));
        if (!text.includes('undefined')) expect(shown).not.toMatch(/undefined|\[object|NaN/);
        const known = new Set([...facts.figures, ...answer.figures].map(({ key }) => key));
        const published = { figures: known, pages: new Set<string>(), paths: new Set<string>() };
        const problems = blankProblems(PAGE, answer.page, published, modelOf).map(({ message }) => message);
        const hasBlanks = /_{3,}|\{\{(?!educators\}\}|schools\}\})/.test(shown);
        if (hasBlanks) expect(problems.join()).toMatch(/blank|figure|note|says/);
      }),
    );
  });
});

const hast = fc.letrec((tie) => ({
  node: fc.oneof(
    fc.record({ type: fc.constant('text'), value: fc.oneof(fc.string(), fc.anything()) }),
    fc.record({
      type: fc.constantFrom('element', 'root', 'raw'),
      tagName: fc.constantFrom(
        'p',
        'h1',
        'h2',
        'h3',
        'ul',
        'li',
        'table',
        'tr',
        'td',
        'a',
        'em',
        'img',
        'br',
        'div',
        'note',
        'button',
        'script',
        '__proto__',
      ),
      properties: fc.oneof(
        fc.constant({}),
        fc.record({ href: fc.string(), style: fc.string() }),
        fc.anything(),
      ),
      children: fc.array(tie('node'), { maxLength: 4 }),
    }),
    fc.anything(),
  ),
}));

describe('Whatever is sent for a document', () => {
  it('becomes a page that can be saved, or is refused in words', () => {
    fc.assert(
      fc.property(
        fc.array(hast.node, { maxLength: 12 }),
        fc.dictionary(fc.string(), fc.string()),
        (sent, choices) => {
          try {
            const { page, guesses } = understand(
              { frontMatter: [], tree: cleanTree(sent), said: [] },
              facts,
              choices,
              modelOf,
            );
            expect(inputProblems(PAGE, page, modelOf)).toEqual([]);
            for (const { section } of guesses) expect(page.sections[section ?? 0]).toBeDefined();
          } catch (error) {
            if (!(error instanceof DocumentError)) throw error;
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('A document', () => {
  it('of more headings than a page has sections is refused, with what to do', async () => {
    await expect(made('# A\n\nb\n\n'.repeat(50))).rejects.toThrow(/50 sections, and a page holds 40/);
  });

  it('of pictures alone is refused', async () => {
    await expect(made('  \n')).rejects.toThrow(/no text/);
  });

  it('has the links and headings of a box, and of a table that compares nothing', async () => {
    const { page } = await made(
      [
        '# T\n\nText.',
        '<table><tr><td><h2>In a box</h2><p>Read <a href="https://box.test">this</a>.</p></td></tr></table>',
        '## Dates',
        '<table><tr><th>City</th><th>Where to sign up</th></tr><tr><td>Yakima</td><td><a href="https://yakima.test">Sign up</a></td></tr></table>',
      ].join('\n\n'),
    );
    expect(page.sections).toMatchObject([{}, { heading: 'In a box' }, { heading: 'Dates' }]);
    const [, box, dates] = page.sections.map((section) => JSON.stringify(section));
    expect(box).toContain('"url":"https://box.test"');
    expect(dates).toContain('"url":"https://yakima.test"');
    expect(dates).toMatch(/City.*: .*Yakima.*Where to sign up.*: .*Sign up/);
  });

  it('with scripts in every place has them as text, or not at all', async () => {
    const evil = '<img src=x onerror=alert(1)>&lt;script&gt;alert(2)&lt;/script&gt;';
    const { page } = await made(
      `---\ntitle: ${evil}\n---\n# T ${evil}\n\n${evil}\n\n## H ${evil}\n\nButton: ${evil}\n\n[x](javascript:alert(3)) <a href="data:text/html,x">y</a>`,
    );
    const stored = JSON.stringify(page);
    expect(stored).not.toMatch(/"url":/);
    expect(stored).toContain('<script>alert(2)</script>');
  });
});

describe('A blank', () => {
  it.each([
    ['over ____ educators teach it', '{{educators}} teach it', 'figure:educators'],
    ['more than ______ educators teach it', '{{educators}} teach it', 'figure:educators'],
    ['____ Educators', '{{educators}}', 'figure:educators'],
    ['nearly ____ rural schools', '{{rural-schools}}', 'new'],
    ['dear ____, welcome', 'dear ____, welcome', 'blank'],
    ['call ____ to join us', 'call ____ to join us', 'blank'],
  ])('“%s” becomes “%s”', async (given, becomes, chosen) => {
    const { page, guesses } = await made(`# T\n\nWe say ${given}`);
    expect(JSON.stringify(page.sections[0])).toContain(`We say ${becomes}`);
    expect(guesses.find(({ id }) => id === 'blank-0')?.chosen).toBe(chosen);
  });

  it('is found though its words are of several looks, and each is asked about apart', async () => {
    const { page, guesses, figures } = await made(
      '# T\n\n**over ____** educators and ____ mentors, ____ mentors',
    );
    expect(JSON.stringify(page.sections[0])).toMatch(
      /\{\{educators\}\}.* and \{\{mentors\}\}, \{\{mentors\}\}/,
    );
    expect(guesses.filter(({ id }) => id.startsWith('blank'))).toHaveLength(3);
    expect(figures.map(({ key }) => key)).toEqual(['mentors']);
  });
});
