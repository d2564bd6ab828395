import { describe, expect, it } from 'vitest';
import type { Choices, Facts } from '../../rules/document/document';
import { type Understood, understand } from '../../rules/document/page';
import { modelOf } from '../../schema/fixtures';
import type { Entry } from '../../schema/model';
import { commented, deleted, docx, inserted, linked, paragraph, run, table } from './fixtures';
import { readDocument, type Source } from './reading/read';

const facts: Facts = {
  figures: [
    { key: 'students', phrase: 'over {value} students', wordingWithout: 'students' },
    { key: 'states', phrase: '{value} states', wordingWithout: 'many states' },
  ],
  pages: [
    { documentId: 'p1', title: 'Compare workshops' },
    { documentId: 'p2', title: 'Scholarships' },
  ],
  pricing: { pricePerPerson: 300, statement: 'The workshop is worth {price}.' },
};

const made = async (source: Source, choices: Choices = {}): Promise<Understood> =>
  understand(await readDocument(source), facts, choices, modelOf);

/** A page of another programme, in another order and other words. */
const MARKDOWN = `# CS Discoveries: Your First Year

Middle school is where many children decide who they are. **Nearly ____ districts** already give them a semester of making apps and games, and [our course](https://code.org/educate/csd) has reached over ____ students.

CTA: Save your seat

Banner: Summer seats close on May 1

## Dates and places

Summer weeks are held on campuses all over the country.

[insert workshop map here]

Nothing close by? Write to us and we will let you know.

## What you will pay

Tuition is $1,250 for the week, lodging included. Your district may cover it.

## By the end of the week

Participants will be able to:

* plan the first unit, day by day
* debug with students, not for them

They leave with:

* a classroom of colleagues
* slides, rubrics and a *box of props*

Wondering how it differs from the other courses? See scholarships and more here.

## Which week is yours

|  | First year | Second year |
| --- | --- | --- |
| For whom | New to the course | Taught it once |
| Length | Five days | Two days |

## Voices

### From the classroom

My students asked for more homework. I had to sit down.

Photo: two students sharing a laptop

### From the office

Do we need this? Ask Priya.
`;

/** The same out of Google Docs, as it is copied there. */
const GOOGLE = `<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><h1 dir="ltr"><span style="font-weight:400">CS Discoveries: Your First Year</span></h1>
<p dir="ltr"><span style="font-weight:400;">Middle school is where many children decide who they are. </span><span style="font-weight:700;">Nearly ____ districts</span><span style="font-weight:400;"> already give them a semester of making apps and games, and </span><a href="https://www.google.com/url?q=https://code.org/educate/csd&amp;sa=D" style="text-decoration:none;"><span style="color:#1155cc;text-decoration:underline;">our course</span></a><span> has reached over ____ students.</span></p><br>
<p>CTA: Save your seat</p><p>Banner: Summer seats close on May 1</p>
<h2><span>Dates and places</span></h2><p>Summer weeks are held on campuses all over the country.</p><p>[insert workshop map here]</p><p>Nothing close by? Write to us and we will let you know.</p>
<h2>What you will pay</h2><p>Tuition is $1,250 for the week, lodging included. Your district may cover it.</p>
<h2>By the end of the week</h2><p>Participants will be able to:</p><ul><li><p role="presentation">plan the first unit, day by day</p></li><li><p role="presentation">debug with students, not for them</p></li></ul><p>They leave with:</p><ul><li><p>a classroom of colleagues</p></li><li><p>slides, rubrics and a <span style="font-style:italic">box of props</span></p></li></ul><p>Wondering how it differs from the other courses? See scholarships and more here.</p>
<h2>Which week is yours</h2><div><table><tbody><tr><td></td><td><p>First year</p></td><td><p>Second year</p></td></tr><tr><td>For whom</td><td>New to the course</td><td>Taught it once</td></tr><tr><td>Length</td><td>Five days</td><td>Two days</td></tr></tbody></table></div>
<h2>Voices</h2><h3>From the classroom</h3><p>My students asked for more homework. I had to sit down.</p><p>Photo: two students sharing a laptop</p><h3>From the office</h3><p>Do we need this? Ask Priya.</p></b>`;

/** The same out of Word. */
const WORD = docx(
  [
    paragraph(run('CS Discoveries: Your First Year'), 'Title'),
    paragraph(
      [
        run('Middle school is where many children decide who they are. '),
        run('Nearly ____ districts', 'b'),
        run(' already give them a semester of making apps and games, and '),
        linked('our course', 0),
        run(' has reached '),
        deleted('some'),
        inserted('over ____ students'),
        run('.'),
      ].join(''),
    ),
    paragraph(run('CTA: Save your seat')),
    paragraph(run('Banner: Summer seats close on May 1')),
    paragraph(run('Dates and places'), 'Heading1'),
    paragraph(run('Summer weeks are held on campuses all over the country.')),
    paragraph(run('[insert workshop map here]')),
    paragraph(run('Nothing close by? Write to us and we will let you know.')),
    paragraph(run('What you will pay'), 'Heading1'),
    paragraph(
      run('Tuition is $1,250 for the week, lodging included. Your district may cover it.') + commented(0),
    ),
    paragraph(run('By the end of the week'), 'Heading1'),
    paragraph(run('Participants will be able to:')),
    paragraph(run('plan the first unit, day by day'), 'List'),
    paragraph(run('debug with students, not for them'), 'List'),
    paragraph(run('They leave with:')),
    paragraph(run('a classroom of colleagues'), 'List'),
    paragraph(run('slides, rubrics and a ') + run('box of props', 'i'), 'List'),
    paragraph(run('Wondering how it differs from the other courses? See scholarships and more here.')),
    paragraph(run('Which week is yours'), 'Heading1'),
    table([
      ['', 'First year', 'Second year'],
      ['For whom', 'New to the course', 'Taught it once'],
      ['Length', 'Five days', 'Two days'],
    ]),
    paragraph(run('Voices'), 'Heading1'),
    paragraph(run('From the classroom'), 'Heading2'),
    paragraph(run('My students asked for more homework. I had to sit down.')),
    paragraph(run('Photo: two students sharing a laptop')),
    paragraph(run('From the office'), 'Heading2'),
    paragraph(run('Do we need this? Ask Priya.')),
  ],
  { links: ['https://code.org/educate/csd'], comments: ['Finance says this may rise.'] },
);

const sources: [string, Source][] = [
  ['Markdown', { name: 'csd.md', bytes: Buffer.from(MARKDOWN) }],
  ['Google Docs, pasted', { html: GOOGLE, text: 'whatever' }],
  ['Google Docs, as a file', { name: 'csd.html', bytes: Buffer.from(GOOGLE) }],
  ['Word', { name: 'csd.docx', bytes: WORD }],
];

const sectionOf = ({ page }: Understood, at: number): Entry => page.sections[at] ?? {};

describe.each(sources)('A page of another programme, from %s', (_what, source) => {
  it('has its sections, of kinds that follow from what is in them, in its order', async () => {
    const { page } = await made(source);
    expect(page.title).toBe('CS Discoveries: Your First Year');
    expect(
      page.sections.map(({ __component, heading, subheading, text }) => [
        __component,
        heading ?? subheading ?? text,
      ]),
    ).toEqual([
      ['sections.hero', 'CS Discoveries: Your First Year'],
      ['sections.banner', 'Summer seats close on May 1'],
      ['sections.workshop-finder', 'Dates and places'],
      ['sections.text-and-image', 'What you will pay'],
      ['sections.outcomes', 'By the end of the week'],
      ['sections.callout', 'Wondering how it differs from the other courses?'],
      ['sections.comparison', 'Which week is yours'],
      ['sections.text-and-image', 'Voices'],
      ['sections.text-and-image', 'From the office'],
    ]);
  });

  it('quotes the figure that is there, and makes the one that is not', async () => {
    const { page, figures } = await made(source);
    expect(figures).toEqual([
      { key: 'districts', phrase: 'nearly {value} districts', wordingWithout: 'districts' },
    ]);
    expect(JSON.stringify(page.sections[0]?.body)).toMatch(
      /\{\{districts\}\}.*already give.*reached \{\{students\}\}\./,
    );
  });

  it('takes marks for what they stand for', async () => {
    const all = await made(source);
    expect(sectionOf(all, 0)).toMatchObject({
      visible: true,
      actions: [{ label: 'Save your seat', style: 'primary' }],
    });
    expect(sectionOf(all, 1)).toMatchObject({ visible: true });
    expect(sectionOf(all, 2)).toMatchObject({ afterword: [{ type: 'paragraph' }] });
    expect(sectionOf(all, 5)).toMatchObject({
      action: { style: 'link', label: 'See scholarships and more here.', page: 'p2' },
    });
    expect(sectionOf(all, 7)).toMatchObject({
      subheading: 'From the classroom',
      imageSide: 'right',
      pictureToCome: true,
      note: 'The picture is to show: two students sharing a laptop',
    });
    expect(sectionOf(all, 8)).toMatchObject({ visible: false, note: 'Do we need this? Ask Priya.' });
  });

  it('keeps a price that isn’t the CMS’s own in the text', async () => {
    expect(JSON.stringify(sectionOf(await made(source), 3).body)).toContain('$1,250');
  });

  it('sets two things side by side where a table does', async () => {
    expect(sectionOf(await made(source), 6)).toMatchObject({
      firstColumn: 'First year',
      secondColumn: 'Second year',
      rows: [
        { label: 'For whom', first: 'New to the course', second: 'Taught it once' },
        { label: 'Length', first: 'Five days', second: 'Two days' },
      ],
    });
  });

  it('follows what is chosen instead of a guess, and nothing else', async () => {
    const { guesses } = await made(source);
    const id = (words: string): string =>
      guesses.find(({ found, choices }) => choices.length > 1 && found.includes(words))?.id ?? '';
    const chosen = {
      [id('What you will pay')]: 'sections.cost',
      [id('districts')]: 'blank',
      [id('By the end')]: 'sections.text-and-image',
      [id('Do we need')]: 'text',
      [id('two students')]: 'left',
      [id('Summer seats')]: 'nonsense',
      made: 'up',
    };
    const { page, figures } = await made(source, chosen);
    expect(figures).toEqual([]);
    expect(JSON.stringify(page.sections[0])).toContain('Nearly ____ districts');
    expect(page.sections[1]).toMatchObject({ __component: 'sections.banner', visible: true });
    expect(page.sections[3]).toMatchObject({ __component: 'sections.cost', heading: 'What you will pay' });
    expect(page.sections[4]).toMatchObject({
      __component: 'sections.text-and-image',
      heading: 'By the end of the week',
    });
    expect(page.sections[7]).toMatchObject({ imageSide: 'left' });
    expect(page.sections[8]).toMatchObject({ visible: true, subheading: 'From the office' });
  });
});

describe('A comment in Word', () => {
  it('is a note to colleagues, where it stands', async () => {
    expect(sectionOf(await made({ name: 'csd.docx', bytes: WORD }), 3)).toMatchObject({
      note: 'Finance says this may rise.',
      visible: true,
    });
  });
});
