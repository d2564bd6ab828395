import { type Page, type Quote, quote, type RichText, type Section } from '@deep-dive/shared-types';
import fc from 'fast-check';
import jsQR from 'jsqr';
import { beforeAll, describe, expect, it } from 'vitest';
import { allExamples } from '../../src/testing/all-examples';
import { deepDivePage } from '../../src/testing/deep-dive-page';
import { aPartner, aScholarship, denver, NOW, pricing, site } from '../../src/testing/samples';
import { type ReadPdf, readPdf, tagsOf } from '../testing/read-pdf';
import { codeOf } from './code';
import type { OnePagerFacts, Part } from './content';
import { fit, type HeightOf } from './fit';
import { renderOnePager } from './index';
import { paragraph } from './prose';

const SITE = 'https://learn.example.org';
const facts = (changes: Partial<OnePagerFacts> = {}): OnePagerFacts => ({
  ...{ page: deepDivePage, site, pricing, quote: null, siteUrl: SITE },
  ...changes,
});
const print = async (changes?: Partial<OnePagerFacts>): Promise<ReadPdf> =>
  readPdf(await renderOnePager(facts(changes), NOW));

/** What one person pays near Denver. */
function nearDenver(changes: Partial<Quote> = {}): Quote {
  const {
    about: _about,
    logo: _logo,
    territory: _territory,
    discounts,
    groupPrices,
    ...contact
  } = aPartner();
  const partner = { ...contact, discounts, groupPrices };
  const price = quote({
    ...{ valueCents: 30_000, partner, fee: { type: 'ask' as const }, people: 1 },
    ...{ scholarships: [aScholarship()], state: 'CO', now: new Date(NOW) },
  });
  return {
    ...price,
    ...{ place: { ...denver.place, label: 'Denver, CO 80202' }, others: [], workshop: null },
    ...{ partner: contact, partners: [contact] },
    ...changes,
  };
}

const paragraphs = (...texts: string[]): RichText =>
  texts.map((text) => ({ type: 'paragraph', children: [{ type: 'text', text }] }));
const textSection = (heading: string, body: RichText): Section => ({
  ...{ __component: 'sections.text-and-image' as const, id: 1, heading, subheading: null, body, image: null },
  ...{ decorative: null, imageSide: 'right' as const, actions: [] },
});
const pageWith = (...sections: Section[]): Page => ({ ...deepDivePage, sections });

describe('the Deep Dive page on paper', () => {
  let read: ReadPdf;
  beforeAll(async () => {
    read = await print();
  });

  it('is one sheet of Letter paper, with its title and language', () => {
    const { pages, width, height, title, language, isMarked } = read;
    expect({ pages, width, height, title, language, isMarked }).toEqual({
      ...{ pages: 1, width: 612, height: 792, title: 'CS Fundamentals: Deep Dive' },
      ...{ language: 'en-US', isMarked: true },
    });
  });

  it('says what, who, outcomes, cost and how to register, in the order it is read', () => {
    const headings = ['H1', 'H2'].flatMap((role) => tagsOf(read.tags, role)).map(({ text }) => text.trim());
    expect(headings).toEqual([
      'CS Fundamentals: Deep Dive',
      'What is the CS Fundamentals Deep Dive Workshop?',
      'What will teachers learn in a Deep Dive Workshop?',
      expect.stringMatching(/^How does the Deep Dive Workshop help my school\?/),
      'What does the program cost?',
      'Register for a Deep Dive Workshop',
      'Questions?',
    ]);
    expect(read.text).toContain('open to educators with some experience');
    expect(read.text).toContain('$300');
    expect(read.text).toContain('learn.example.org');
    expect(read.text.indexOf('$300')).toBeGreaterThan(read.text.indexOf('A certificate of completion.'));
  });

  it('has its lists as lists', () => {
    const items = tagsOf(read.tags, 'LI').map(({ text }) => text.trim());
    expect(items).toContain('A certificate of completion.');
    for (const list of tagsOf(read.tags, 'L'))
      expect(list.children.map(({ role }) => role)).toEqual(list.children.map(() => 'LI'));
  });

  it('tells where it is kept up to date, in words, as a link and as a code', () => {
    expect(read.links).toContain(`${SITE}/`);
    expect(read.links).toContain(`${SITE}/#register`);
    expect(read.links).toContain('https://code.org/educate/curriculum/elementary-school');
    expect(tagsOf(read.tags, 'Figure').map(({ alt }) => alt)).toEqual([
      'QR code: opens learn.example.org/#register',
    ]);
  });

  it('is the same, byte for byte, however often it is made on one day', async () => {
    const [one, other] = await Promise.all([
      renderOnePager(facts(), NOW),
      renderOnePager(facts(), NOW + 60_000),
    ]);
    expect(one.equals(other)).toBe(true);
  });
});

describe('near a place', () => {
  it('it names the partner, how to reach them and what one pays there, and the code finds workshops there', async () => {
    const read = await print({ quote: nearDenver() });
    const [, partner] = /Your Regional Partner\s*(.*)$/s.exec(read.text) ?? [];
    for (const words of ['Front Range Partners', 'Ana Ruiz', 'ana@frontrange.example', '(303) 555-0100'])
      expect(partner).toContain(words);
    expect(read.text).toContain('near Denver, CO 80202');
    expect(read.text).toContain('Scholarships open now: Code.org Scholarship.');
    expect(read.links).toContain(`${SITE}/?near=80202#register`);
    expect(read.links).toContain('mailto:ana@frontrange.example');
    expect(read.text).not.toContain('Jo Kim');
  });

  it('it tells a price that is known, and free as free', async () => {
    const known = await print({ quote: nearDenver({ perPersonCents: 7_500 }) });
    expect(known.text).toMatch(/\$75\s*per person near Denver/);
    const free = await print({ quote: nearDenver({ perPersonCents: 0 }) });
    expect(free.text).toMatch(/Free\s*near Denver/);
  });

  it('that several serve it names them, and that nobody serves the organisation’s own people', async () => {
    const { partner, partners } = nearDenver();
    if (!partner) throw new Error('Front Range Partners serve Denver');
    const several = await print({
      quote: nearDenver({
        partner: null,
        partners: [...partners, { ...partner, name: 'Mile High', slug: 'mile-high' }],
      }),
    });
    expect(several.text).toMatch(/Your Regional Partners\s*Front Range Partners\s*Mile High/);
    const nobody = await print({ quote: nearDenver({ partner: null, partners: [] }) });
    expect(nobody.text).toContain('Jo Kim');
  });
});

describe('numbers, questions and voices', () => {
  const statistics: Section = {
    ...{ __component: 'sections.statistics', id: 1, heading: 'Our reach' },
    items: ['2,000+', '94%', '50', '7'].map((value, id) => ({
      id,
      value,
      label: `count ${id}`,
      source: null,
    })),
  };
  const faq: Section = {
    ...{ __component: 'sections.faq', id: 1, heading: 'Questions people ask', body: null },
    questions: [1, 2, 3, 4].map((id) => ({
      ...{ id, question: `Question number ${id}?` },
      answer: paragraphs(`Answer number ${id}.`, 'There is more to say.'),
    })),
  };
  const said = 'It changed how I teach. I will come again.';
  const quotation: Section = {
    ...{ __component: 'sections.quote', id: 1, text: said, name: 'Ana Ruiz', role: 'Principal, Lincoln' },
  };
  const voices: Section = {
    ...{ __component: 'sections.testimonials', id: 1, heading: 'Voices' },
    items: [
      { id: 1, words: 'The best in years.', name: 'Jo Kim', role: 'Librarian', school: null, picture: null },
    ],
  };

  it('stand on paper where the page has them: a few, with the beginning of each answer, and one voice', async () => {
    const { text, tags } = await print({
      page: pageWith(textSection('What is it?', paragraphs('A day.')), statistics, faq, voices, quotation),
    });
    expect(text.replaceAll(/\s+/g, ' ')).toContain(
      'Our reach 2,000+ count 0 94% count 1 50 count 2 Questions',
    );
    expect(tagsOf(tags, 'H3').map((tag) => tag.text.trim())).toEqual([
      'Question number 1?',
      'Question number 2?',
      'Question number 3?',
    ]);
    expect(text).toContain('Answer number 3.');
    expect(text).not.toMatch(/There is more to say|number 4/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('Voices “The best in years.” — Jo Kim, Librarian');
    expect(text).not.toContain('Ana Ruiz');
  });

  it('are left out where texts fill the sheet, and nobody’s words are cut', async () => {
    const sentence = 'Teachers plan the year with others who teach the same grade, and try it out at once. ';
    const long = paragraphs(sentence.repeat(30));
    const { text } = await print({
      page: pageWith(textSection('What is it?', long), textSection('For whom?', long), quotation, faq),
    });
    expect(text).not.toMatch(/Question number|It changed|Ana Ruiz/);
    expect(text).toContain('More at learn.example.org');
  });

  it('are left out where no number is known, or nothing can be said of an answer', async () => {
    const picture: RichText = [
      { type: 'image', image: { url: '/a.png', alternativeText: '', width: 1, height: 1 }, children: [] },
    ] as unknown as RichText;
    const { text } = await print({
      page: pageWith(
        { ...statistics, items: [] } as Section,
        {
          ...faq,
          questions: [{ id: 1, question: 'How?', answer: picture }],
        } as Section,
      ),
    });
    expect(text).not.toMatch(/Our reach|Questions people ask|How\?/);
  });
});

describe('whatever a page holds', () => {
  const sections = allExamples.map(({ section }) => section);
  const { partner } = nearDenver();
  const anyQuote = fc.constantFrom(null, nearDenver(), nearDenver({ partner: null, partners: [] }), {
    ...nearDenver(),
    partner: partner && {
      ...partner,
      name: 'N'.repeat(200),
      costNote: 'It depends. '.repeat(200),
      website: `https://${'w'.repeat(400)}.example`,
    },
  });

  it('it is one page, with all of it inside the margins, and with no blank in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...sections), { maxLength: 25 }),
        anyQuote,
        async (some, near) => {
          const read = await print({ page: pageWith(...some), quote: near });
          expect([read.pages, read.width, read.height]).toEqual([1, 612, 792]);
          expect(read.reach.right).toBeLessThan(612 - 30);
          expect(read.reach.bottom).toBeLessThan(792 - 20);
          expect(read.text).not.toMatch(/undefined|null|NaN|\{\{|\[object/);
          expect(tagsOf(read.tags, 'H1')).toHaveLength(1);
          expect(tagsOf(read.tags, 'Figure')).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('every example of a section stands on paper by itself', async () => {
    for (const section of sections) expect((await print({ page: pageWith(section) })).pages).toBe(1);
  });

  it('what is too long ends with a sentence, and says where there is more', async () => {
    const sentence = (at: number): string => `Sentence number ${at} is about pathways, and it ends here.`;
    const many = paragraphs(
      ...Array.from({ length: 20 }, (_, at) =>
        Array.from({ length: 8 }, (__, and) => sentence(at * 8 + and)).join(' '),
      ),
    );
    const read = await print({
      page: pageWith(textSection('What is it?', many), textSection('And more', many)),
    });
    const said = tagsOf(read.tags, 'P')
      .map(({ text }) => text.trim())
      .filter((text) => text.startsWith('Sentence'));
    expect(said.length).toBeGreaterThan(3);
    for (const text of said)
      expect(text).toMatch(/^(Sentence number \d+ is about pathways, and it ends here\. ?)+$/);
    expect(read.text).toContain('More at learn.example.org');
  });

  it('one endless sentence ends between words', async () => {
    const endless = Array.from({ length: 3_000 }, (_, at) => `word${at}`).join(' ');
    const read = await print({ page: pageWith(textSection('What is it?', paragraphs(endless))) });
    const [said = ''] = tagsOf(read.tags, 'P')
      .map(({ text }) => text.trim())
      .filter((text) => text.startsWith('word0'));
    expect(said).toMatch(/ word\d+…$/);
    expect(said.split(' ').length).toBeGreaterThan(100);
  });

  it('what no page could hold is not even measured', () => {
    const part = (at: number): Part => ({
      ...{ heading: `Part ${at}`, rank: at },
      blocks: [paragraph('It is about pathways. '.repeat(20_000))],
    });
    let longest = 0;
    const heightOf: HeightOf = ({ blocks }) => {
      const length = blocks.reduce((sum, block) => sum + JSON.stringify(block).length, 0);
      longest = Math.max(longest, length);
      return length / 5;
    };
    const start = performance.now();
    const { parts, isShortened } = fit(
      Array.from({ length: 20 }, (_, at) => part(at)),
      600,
      heightOf,
    );
    expect([parts.length > 0, isShortened]).toEqual([true, true]);
    expect(longest).toBeLessThan(10_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  it('one endless word is left out, and nothing breaks', async () => {
    const read = await print({ page: pageWith(textSection('What is it?', paragraphs('x'.repeat(20_000)))) });
    expect([read.pages, read.text.includes('xxx')]).toEqual([1, false]);
  });

  it('a page of nothing but pictures is its title and where to find it', async () => {
    const read = await print({ page: pageWith(), pricing: null });
    expect(tagsOf(read.tags, 'H1')[0]?.text.trim()).toBe(deepDivePage.title);
    expect(read.text).toContain('learn.example.org');
  });
});

describe('letters', () => {
  it('of names as people write them are drawn and can be copied', async () => {
    const names = 'Kaʻiulani, Élodie Ñuñoa, Łukasz Škoda, Nguyễn Thị Hường, Жанна, Ελένη, “¿Qué?” — naïve';
    const read = await print({ page: pageWith(textSection('Who?', paragraphs(names))) });
    expect(read.text.replaceAll(/\s+/g, ' ')).toContain(names);
  });

  it('that no font has become question marks, and signs are left out', async () => {
    const read = await print({ page: pageWith(textSection('Who?', paragraphs('Ask 李老师 today 🎉🎉 ok'))) });
    expect(read.text.replaceAll(/\s+/g, ' ')).toContain('Ask ??? today ok');
  });

  it('of addresses are written as every reader of PDFs opens them', async () => {
    const links = ['https://école.example/año?q=ñ#é', '/día', 'mailto:josé@example.org'];
    const body: RichText = links.map((url) => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: [{ type: 'text', text: 'Here' }] }],
    }));
    const read = await print({ page: pageWith(textSection('Who?', body)) });
    expect(read.links).toEqual(
      expect.arrayContaining([
        'https://xn--cole-9oa.example/a%C3%B1o?q=%C3%B1#%C3%A9',
        `${SITE}/d%C3%ADa`,
        'mailto:jos%C3%A9@example.org',
      ]),
    );
  });

  it('keep their emphasis and their links', async () => {
    const body: RichText = [
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'Teachers will ' },
          { type: 'text', text: 'know', bold: true, italic: true },
          { type: 'text', text: '; see ' },
          { type: 'link', url: '/scholarships', children: [{ type: 'text', text: 'how' }] },
          { type: 'link', url: 'javascript:alert(1)', children: [{ type: 'text', text: ' or not' }] },
          { type: 'text', text: '.' },
        ],
      },
    ];
    const read = await print({ page: pageWith(textSection('Who?', body)) });
    expect(read.text).toContain('Teachers will know; see how or not.');
    expect(read.links).toContain(`${SITE}/scholarships`);
    expect(read.links.some((link) => link.startsWith('javascript'))).toBe(false);
  });
});

it('the code is read by a camera as the address it was made of', () => {
  for (const address of [
    `${SITE}/#register`,
    `${SITE}/deep-dive?near=98901#register`,
    `${SITE}/${'x'.repeat(200)}`,
  ]) {
    const modules = codeOf(address);
    const scale = 4;
    const side = (modules.length + 8) * scale;
    const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++)
        if (modules[Math.floor(y / scale) - 4]?.[Math.floor(x / scale) - 4])
          pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3);
    expect(jsQR(pixels, side, side)?.data).toBe(address);
  }
});
