import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { pages } from '../../../seed/content';
import { deepDive } from '../../../seed/content/deep-dive';
import { figures, pricing } from '../../../seed/content/reference';
import type { Facts } from '../../rules/document/document';
import { type Understood, understand } from '../../rules/document/page';
import { modelOf } from '../../schema/fixtures';
import type { Entry } from '../../schema/model';
import { commented, deleted, docx, inserted, linked, paragraph, run } from './fixtures';
import { readDocument, type Source } from './reading/read';

const written = readFileSync(path.join(__dirname, '../../../seed/content/deep-dive.author.txt'), 'utf8');

/** What the seeded CMS has; a page is known by its address here. */
const facts: Facts = {
  figures,
  pages: pages.map(({ slug, title }) => ({ documentId: slug, title })),
  pricing,
};

const made = async (source: Source): Promise<Understood> =>
  understand(await readDocument(source), facts, {}, modelOf);

const fromMarkdown = (text: string): Promise<Understood> =>
  made({ name: 'mission-page.md', bytes: Buffer.from(text) });

/** A section as far as a document can say it: no pictures’ files, nor the words and targets of buttons, nor notes to colleagues. */
function sayable({ image, pictureToCome, note, actions, action, ...section }: Entry): Entry {
  const { file, url, ...kept } = (action ?? {}) as Entry;
  return {
    visible: true,
    ...section,
    ...(action !== undefined && { action: kept }),
    ...(actions !== undefined &&
      section.__component !== 'sections.hero' && {
        actions: (actions as Entry[]).map(({ style }) => ({ style })),
      }),
  };
}

const seeded = deepDive.sections.map((section) => sayable({ ...section }));

describe('The Deep Dive page, as its author wrote it', () => {
  it('becomes the seeded page: the same sections in the same order, with the same words', async () => {
    const { page } = await fromMarkdown(written);
    expect(page.sections.map(sayable)).toEqual(seeded);
    expect(
      page.sections.flatMap(({ pictureToCome, subheading, heading }) =>
        pictureToCome ? [subheading ?? heading] : [],
      ),
    ).toEqual([
      'What is the CS Fundamentals Deep Dive Workshop?',
      'Supports a Computer Science K-12 Pathway',
    ]);
    expect(page).toMatchObject({ title: deepDive.title, seo: { title: deepDive.seo.title } });
  });

  it('tells every guess', async () => {
    const { guesses } = await fromMarkdown(written);
    const told = guesses.map(({ found, choices, chosen }) => [
      found,
      choices.find(({ value }) => value === chosen)?.label,
    ]);
    expect(told).toMatchInlineSnapshot(`
      [
        [
          "title: Professional Development Deep Dive",
          "The title in search results",
        ],
        [
          "video_player: false",
          "Left out: a setting of the place it comes from.",
        ],
        [
          "theme: responsive",
          "Left out: a setting of the place it comes from.",
        ],
        [
          "over _______ educators",
          "The figure “educators”: over … educators",
        ],
        [
          "over _____ students",
          "The figure “students”: over … students",
        ],
        [
          "Image",
          "A place for a picture, right of the text",
        ],
        [
          "Not sure where to start? See a comparison of our two workshops offerings here.",
          "A pointer that leads to “Compare workshops”",
        ],
        [
          "What will teachers learn in a Deep Dive Workshop?",
          "What teachers take away",
        ],
        [
          "Looking for a resource to share with your teacher or administrator about the Deep Dive workshops? Download One-Pager Here.",
          "A pointer: choose its file later",
        ],
        [
          "How does the Deep Dive Workshop help my school?*",
          "The asterisk is left out: nothing in the document goes with it.",
        ],
        [
          "Supports a Computer Science K-12 Pathway",
          "A smaller heading, which begins a section",
        ],
        [
          "Image",
          "A place for a picture, left of the text",
        ],
        [
          "Supports Your School’s Commitment to Equity",
          "A smaller heading, which begins a section",
        ],
        [
          "button",
          "A button, to be filled in later",
        ],
        [
          "Aligns to ESSA Professional Learning Definitions",
          "A smaller heading, which begins a section",
        ],
        [
          "Not sure we'll include this section yet....",
          "Switched off, with this as a note",
        ],
        [
          "map",
          "The map, with Deep Dive workshops",
        ],
        [
          "button",
          "A button, to be filled in later",
        ],
        [
          "What does the program cost?",
          "What it costs, by “Pricing” ($300)",
        ],
        [
          "The value of the one-day Deep Dive workshop is $300/person, which includes a 1-day (7 hour) professional development workshop hosted by a Code.org Regional Partner and led by a Code.org-trained facilitator, a completion certificate, and Code.org swag.",
          "Left out: “Pricing” says it",
        ],
        [
          "button",
          "A button, to be filled in later",
        ],
        [
          "BOTTOM BANNER?",
          "A banner, switched off",
        ],
      ]
    `);
  });

  it('becomes the same page out of Word, with comments and tracked changes', async () => {
    const { page, guesses } = await made({ name: 'Deep Dive.docx', bytes: inWord(written) });
    expect(page.sections.map(sayable)).toEqual(seeded);
    expect(page.title).toBe(deepDive.title);
    expect(page.sections[9]).toMatchObject({ note: expect.stringContaining('Is 300 still right?') });
    expect(guesses).toContainEqual(
      expect.objectContaining({ found: expect.stringContaining('Tracked changes') }),
    );
  });
});

/** The page as somebody’s Word keeps it: some of it put in and taken out with changes tracked, and a comment at the price. */
function inWord(markdown: string): Uint8Array {
  const [, , text = ''] = markdown.split(/^---$/m);
  const links: string[] = [];
  const runs = (line: string): string =>
    line
      .split(/(<a .*?<\/a>|\*[^*]+\*)/)
      .map((part) => {
        const [, url, words = ''] = /<a href="([^"]+)".*?>(.*)<\/a>/.exec(part) ?? [];
        if (url) return linked(words, links.push(url) - 1);
        if (/^\*.+\*$/.test(part)) return run(part.slice(1, -1), 'i');
        return changed(part);
      })
      .join('');
  const paragraphs = text
    .split('\n')
    .filter((line) => line.trim())
    .map((line) => {
      const [, mark = '', rest = ''] = /^(#+ |- )?(.*)$/.exec(line.trim()) ?? [];
      const style = mark === '- ' ? 'List' : mark && `Heading${mark.trim().length}`;
      return paragraph(runs(rest) + (rest.includes('$300') ? commented(0) : ''), style);
    });
  return docx(paragraphs, { links, comments: ['Is 300 still right?'] });
}

/** Words that came in, and words that went out, while changes were tracked. */
function changed(text: string): string {
  const at = text.indexOf('professional development workshop');
  if (at === -1) return run(text);
  return [
    run(text.slice(0, at)),
    deleted('two-day seminar'),
    inserted(text.slice(at, at + 12)),
    run(text.slice(at + 12)),
  ].join('');
}
