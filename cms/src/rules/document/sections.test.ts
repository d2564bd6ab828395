import { describe, expect, it } from 'vitest';
import { docx, paragraph, run } from '../../imports/document/fixtures';
import { readDocument, type Source } from '../../imports/document/reading/read';
import { modelOf } from '../../schema/fixtures';
import type { Entry } from '../../schema/model';
import { PAGE } from '../../schema/uids';
import { inputProblems } from '../input';
import type { Choices, Facts } from './document';
import { type Understood, understand } from './page';

const facts: Facts = {
  figures: [{ key: 'educators', phrase: 'over {value} educators', wordingWithout: 'educators' }],
  pages: [],
  pricing: { pricePerPerson: 300, statement: 'It is worth {price}.' },
};

const read = async (source: Source, choices: Choices = {}): Promise<Understood> => {
  const answer = understand(await readDocument(source), facts, choices, modelOf);
  expect(inputProblems(PAGE, answer.page, modelOf)).toEqual([]);
  return answer;
};

/** The page of a text below a title, without its opening. */
async function below(text: string, choices: Choices = {}): Promise<Entry[]> {
  const { page } = await read({ name: 'a.md', bytes: Buffer.from(`# T\n\nHello.\n\n${text}`) }, choices);
  return page.sections.slice(1).map(({ visible: _, ...section }) => section);
}

const says = (text: string): unknown[] => [{ type: 'paragraph', children: [{ type: 'text', text }] }];
const kindsOf = (sections: Entry[]): unknown[] =>
  sections.map(({ __component, heading, subheading }) => [__component, heading ?? subheading]);

describe('Headings that ask, below one that announces them', () => {
  const asked = [
    { question: 'Is it free?', answer: says('Yes.') },
    { question: 'Who may come?', answer: says('Everyone.') },
  ];

  it.each([
    ['smaller', '## FAQ\n\n### Is it free?\n\nYes.\n\n### Who may come?\n\nEveryone.'],
    [
      'smaller still',
      '## A\n\na\n\n### B\n\nb\n\n## FAQ\n\n#### Is it free?\n\nYes.\n\n#### Who may come?\n\nEveryone.',
    ],
    ['of the same size', '## FAQ\n\n## Is it free?\n\nYes.\n\n## Who may come?\n\nEveryone.'],
    ['in bold', '## FAQ\n\n**Is it free?**\n\nYes.\n\n**Who may come?**\n\nEveryone.'],
    [
      'below a smaller one',
      '## A\n\na\n\n### FAQ\n\n#### Is it free?\n\nYes.\n\n#### Who may come?\n\nEveryone.',
    ],
  ])('are questions with their answers: %s', async (_, text) => {
    expect((await below(text)).at(-1)).toEqual({
      __component: 'sections.faq',
      heading: 'FAQ',
      questions: asked,
    });
  });

  it('keep what leads up to them, what stands in an answer, and what comes after', async () => {
    const sections = await below(
      [
        '## Questions teachers ask\n\nNot here? Ask us.',
        '### Is it free?\n\nYes:\n\n- food\n- rooms\n\nbutton',
        '### Who may come?\n\nNOTE: ask Sara',
        '### Good to know\n\nBring a laptop.\n\nBanner: Seats are few',
      ].join('\n\n'),
    );
    expect(kindsOf(sections)).toEqual([
      ['sections.faq', 'Questions teachers ask'],
      ['sections.text-and-image', 'Good to know'],
      ['sections.banner', undefined],
    ]);
    expect(sections[0]).toMatchObject({
      body: says('Not here? Ask us.'),
      questions: [
        { question: 'Is it free?', answer: [{ type: 'paragraph' }, { type: 'list' }] },
        { question: 'Who may come?' },
      ],
      note: 'The document has a button here: button.\nNOTE: ask Sara',
    });
  });

  it('that nothing announces, that is alone, or that has a map below it stays as it is', async () => {
    expect(kindsOf(await below('## What is it?\n\nA day.\n\n## What does it cost?\n\nAsk.'))).toEqual([
      ['sections.text-and-image', 'What is it?'],
      ['sections.text-and-image', 'What does it cost?'],
    ]);
    expect(kindsOf(await below('## Questions\n\n### Is it free?\n\nYes.'))).toEqual([
      ['sections.text-and-image', 'Questions'],
    ]);
    expect(kindsOf(await below('## FAQ\n\n### Where?\n\nmap\n\n### Who?\n\nAll.'))).toEqual([
      ['sections.workshop-finder', 'FAQ'],
      ['sections.text-and-image', 'Who?'],
    ]);
  });

  it('are texts by choice', async () => {
    const text = '## FAQ\n\n### Is it free?\n\nYes.\n\n### Who may come?\n\nEveryone.';
    const { guesses } = await read({ name: 'a.md', bytes: Buffer.from(`# T\n\n${text}`) });
    const guess = guesses.find(({ found }) => found === 'FAQ');
    expect(guess?.choices.map(({ label }) => label)).toEqual([
      'Questions and answers: 2 of them',
      'Text and picture',
    ]);
    expect(kindsOf(await below(text, { 'kind-2': 'sections.text-and-image' }))).toEqual([
      ['sections.text-and-image', 'FAQ'],
      ['sections.text-and-image', 'Who may come?'],
    ]);
  });
});

describe('Numbers with what they count', () => {
  it.each([
    ['on lines of their own', '67,000 | teachers\n\n94% | would come again'],
    ['in one paragraph', '67,000 | teachers  \n94% – would come again'],
    ['in a list', '- 67,000 | teachers\n- 94% — would come again'],
    ['in a table', '| 67,000 | teachers |\n| - | - |\n| 94% | would come again |'],
    ['in a table with an empty head', '| | |\n| - | - |\n| 67,000 | teachers |\n| 94% | would come again |'],
  ])('stand side by side: %s', async (_, text) => {
    expect(await below(`## Our reach\n\n${text}`)).toEqual([
      {
        __component: 'sections.statistics',
        heading: 'Our reach',
        items: [
          { value: '67,000', label: 'teachers' },
          { value: '94%', label: 'would come again' },
        ],
      },
    ]);
  });

  it('that are blanks quote figures, and what these don’t say is what is counted', async () => {
    const [section] = await below(
      '## Our reach\n\n- over ____ educators with us\n- ____ schools\n- ____ | days',
    );
    expect(section?.items).toEqual([
      { value: '{{educators}}', label: 'with us' },
      { value: '{{schools}}' },
      { value: '____', label: 'days' },
    ]);
  });

  it.each([
    ['an agenda', '9:00 – 10:30 Welcome\n\n10:30 – 12:00 Courses'],
    ['years', '2018 — the first workshop\n\n2019 — all states'],
    ['what is counted through', '1 – Find a workshop\n\n2 – Register'],
    ['sentences', '67,000 teachers came.\n\n50 states are in.'],
    ['numbers without a line between', '- 1 day\n- 7 hours'],
    ['one alone', '67,000 | teachers'],
    ['numbers and a text', '67,000 | teachers\n\n50 | states\n\nAnd growing.'],
  ])('could be meant otherwise, and are text: %s', async (_, text) => {
    expect(kindsOf(await below(`## Our reach\n\n${text}`))).toEqual([
      ['sections.text-and-image', 'Our reach'],
    ]);
  });

  it('stand side by side by choice where they could be meant so', async () => {
    const [section] = await below('## At a glance\n\n- 1 day\n- 7 hours', {
      'kind-2': 'sections.statistics',
    });
    expect(section?.items).toEqual([
      { value: '1', label: 'day' },
      { value: '7', label: 'hours' },
    ]);
  });
});

describe('What somebody said', () => {
  const quote = {
    __component: 'sections.quote',
    text: 'It changed how I teach.',
    name: 'Ana Ruiz',
    role: 'principal, Lincoln Elementary',
  };

  it.each([
    ['in one line', '“It changed how I teach.” — Ana Ruiz, principal, Lincoln Elementary'],
    ['in straight marks', '"It changed how I teach." -- Ana Ruiz, principal, Lincoln Elementary'],
    ['signed below', '“It changed how I teach.”\n\n— Ana Ruiz, principal, Lincoln Elementary'],
    ['signed in the next row', '“It changed how I teach.”\n– Ana Ruiz, principal, Lincoln Elementary'],
    ['in italics', '*“It changed how I teach.”*\n\n— Ana Ruiz, principal, Lincoln Elementary'],
    ['quoted', '> It changed how I teach.\n>\n> — Ana Ruiz, principal, Lincoln Elementary'],
    [
      'quoted, signed in the same line',
      '> It changed how I teach. — Ana Ruiz, principal, Lincoln Elementary',
    ],
    ['quoted, signed below', '> “It changed how I teach.”\n\n— Ana Ruiz, principal, Lincoln Elementary'],
  ])('is a quotation between texts: %s', async (_, text) => {
    expect(await below(`## Why\n\nBecause.\n\n${text}\n\nAnd more.`)).toEqual([
      { __component: 'sections.text-and-image', heading: 'Why', body: says('Because.'), imageSide: 'right' },
      quote,
      { __component: 'sections.text-and-image', body: says('And more.'), imageSide: 'right' },
    ]);
  });

  it('below a heading of its own, or with others, is a voice among voices', async () => {
    expect(
      await below(
        '## Voices\n\n> One.\n\n— Ana Ruiz, teacher, Lincoln, Denver\n\n“Two.” — Jo Kim\n\nPhoto: Jo',
      ),
    ).toEqual([
      {
        __component: 'sections.testimonials',
        heading: 'Voices',
        items: [
          { words: 'One.', name: 'Ana Ruiz', role: 'teacher', school: 'Lincoln, Denver' },
          { words: 'Two.', name: 'Jo Kim' },
        ],
        note: 'The document has a picture here: Photo: Jo.',
      },
    ]);
  });

  it('by nobody waits for a name; in mere quotation marks it is text, as by choice', async () => {
    expect(await below('> Come and see.')).toEqual([
      { __component: 'sections.quote', text: 'Come and see.' },
    ]);
    expect(kindsOf(await below('## Why\n\n“Come and see.”\n\nThey said.'))).toHaveLength(1);
    const [text] = await below('## Why\n\n> Come and see.', { 'quote-3': 'text' });
    expect(text?.body).toEqual([{ type: 'quote', children: [{ type: 'text', text: 'Come and see.' }] }]);
  });

  it('is known by Word’s own style', async () => {
    const bytes = docx(
      [
        paragraph(run('A title'), 'Title'),
        paragraph(run('Hello.')),
        paragraph(run('It changed how I teach.'), 'Quote'),
        paragraph(run('— Ana Ruiz, principal, Lincoln Elementary'), 'Quote'),
      ],
      {},
    );
    const { page } = await read({ name: 'a.docx', bytes });
    expect(page.sections[1]).toEqual({ ...quote, visible: true });
  });
});

describe('Files in a row', () => {
  it('are downloads, below the heading and the words that lead up to them', async () => {
    expect(
      await below(
        '## To take along\n\nFor your wall.\n\n[Download the poster](/uploads/poster.pdf)\n\nFor your principal. Download One-Pager here.',
      ),
    ).toEqual([
      {
        __component: 'sections.downloads',
        heading: 'To take along',
        body: says('For your wall.'),
        items: [
          { title: 'Poster', url: '/uploads/poster.pdf' },
          { title: 'One-Pager', description: 'For your principal.' },
        ],
      },
    ]);
  });

  it('are downloads in a list too, and one alone is none', async () => {
    const [section] = await below('## Files\n\n- Download the flyer.\n- Download the slides (PDF)');
    expect(section?.items).toEqual([{ title: 'Flyer' }, { title: 'Slides (PDF)' }]);
    expect(kindsOf(await below('## Files\n\nHere it is.\n\nDownload the flyer.'))).toEqual([
      ['sections.text-and-image', 'Files'],
    ]);
  });
});

describe('A link alone to a video', () => {
  const url = 'https://www.youtube.com/watch?v=dQw4w9WgXcQ';

  it('plays below its heading and what leads up to it', async () => {
    expect(await below(`## See a workshop\n\nTwo minutes in Denver.\n\n${url}\n\nThat was it.`)).toEqual([
      { __component: 'sections.video', heading: 'See a workshop', body: says('Two minutes in Denver.'), url },
      { __component: 'sections.text-and-image', body: says('That was it.'), imageSide: 'right' },
    ]);
  });

  it('is called by its own words below a longer text, and what can’t be played is a link', async () => {
    const sections = await below(`## Why\n\nA.\n\nB.\n\nC.\n\n[A day in Denver](${url})`);
    expect(sections[1]).toEqual({ __component: 'sections.video', heading: 'A day in Denver', url });
    expect(kindsOf(await below('## Why\n\nA.\n\n<https://example.org/film.html>'))).toEqual([
      ['sections.text-and-image', 'Why'],
    ]);
    expect(kindsOf(await below(`## Why\n\nA.\n\n${url}`, { 'video-4': 'text' }))).toEqual([
      ['sections.text-and-image', 'Why'],
    ]);
  });
});
