import { describe, expect, it } from 'vitest';
import { modelOf as getModel } from '../schema/fixtures';
import type { Entry } from '../schema/model';
import { blankProblems, sectionName } from './blanks';

const paragraph = (...children: Entry[]) => [{ type: 'paragraph', children }];
const text = (value: string, marks: Entry = {}) => ({ type: 'text', text: value, ...marks });
const hero = (fields: Entry) => ({
  __component: 'sections.hero',
  visible: true,
  heading: 'Deep Dive',
  body: paragraph(text('Come along.')),
  actions: [],
  ...fields,
});
const action = (fields: Entry) => ({ label: 'Find a workshop', style: 'primary', ...fields });

const published = {
  figures: new Set(['educators']),
  pages: new Set(['home']),
  paths: new Set(['/deep-dive', '/partners/code-partners']),
};
const problemsOf = (...sections: Entry[]) =>
  blankProblems('api::page.page', { documentId: 'self', title: 'A page', sections }, published, getModel);
const messagesOf = (...sections: Entry[]) => problemsOf(...sections).map(({ message }) => message);

describe('a page can be published', () => {
  it('when its text is whole, its figures are known and its buttons lead somewhere', () => {
    expect(
      problemsOf(
        hero({
          body: paragraph(text('Over {{educators}} and {{ educators }} teach.')),
          actions: [
            action({ url: '/workshops' }),
            action({ url: '#register' }),
            action({ url: '#deep-dive' }),
            action({ url: '/deep-dive?from=hero#cost' }),
            action({ url: '/partners/code-partners' }),
            action({ url: '/workshops/deep-dive-in-boise' }),
            action({ url: '/workshops.ics' }),
            action({ url: 'tel:+1 (303) 555-0100' }),
            action({ url: 'https://forms.gle/abc' }),
            action({ url: 'mailto:help@example.org' }),
            action({ page: { documentId: 'home' } }),
            action({ page: { documentId: 'self' } }),
            action({ file: { id: 1 } }),
          ],
        }),
        { __component: 'sections.workshop-finder', heading: 'Find one' },
      ),
    ).toEqual([]);
  });

  it('with a part that another kind of section makes by itself', () => {
    const directory = { __component: 'sections.partner-directory', heading: 'Partners' };
    expect(problemsOf(hero({ actions: [action({ url: '#washington' })] }), directory)).toEqual([]);
  });

  it('whatever is in a section that is switched off', () => {
    expect(problemsOf(hero({ visible: false, heading: '____', actions: [action({})] }))).toEqual([]);
  });

  it('whatever its notes to colleagues say', () => {
    expect(problemsOf(hero({ note: 'Not sure we’ll include this section yet.... ____ TBD' }))).toEqual([]);
  });

  it('with a picture that is described, or only decoration', () => {
    const picture = (fields: Entry) => ({ __component: 'sections.text-and-image', body: [], ...fields });
    expect(
      problemsOf(
        picture({ image: { alternativeText: 'Two teachers at a table' } }),
        picture({ image: { alternativeText: null }, decorative: true }),
        picture({ image: null }),
        hero({ image: { alternativeText: null } }),
      ),
    ).toEqual([]);
    expect(problemsOf(picture({ image: { alternativeText: '' } }))).toEqual([
      {
        kind: 'alternative-text',
        path: ['sections', 0, 'image'],
        message: expect.stringContaining('has no alternative text'),
      },
    ]);
  });
});

it('A workshop can be published in Banner, Kentucky, but not called “Banner”', () => {
  const inBanner = (title: string): Entry => ({
    title,
    venue: { name: 'Town hall', city: 'Banner', state: 'KY', zip: '41603' },
  });
  const problems = (title: string) =>
    blankProblems('api::workshop.workshop', inBanner(title), published, getModel).map(({ path }) => path);
  expect(problems('Deep Dive in Banner')).toEqual([]);
  expect(problems('Banner')).toEqual([['title']]);
});

describe('what a page may lead to', () => {
  const leadsTo = (url: string, entry: Entry = {}, uid = 'api::page.page') =>
    blankProblems(
      uid,
      { title: 'A', sections: [hero({ actions: [action({ url })] })], ...entry },
      published,
      getModel,
    ).length === 0;

  it('is itself, at the address it will have', () => {
    expect(leadsTo('/summer', { slug: 'summer' })).toBe(true);
    expect(leadsTo('/summer', { slug: 'winter' })).toBe(false);
    expect(leadsTo('/null', { slug: null })).toBe(false);
  });

  it('is the part of a page that a heading makes, and no other', () => {
    expect(leadsTo('#deep-dive')).toBe(true);
    expect(leadsTo('#undefined')).toBe(false);
    const unnamed = { __component: 'sections.text-and-image', body: [] };
    const sections = [hero({ actions: [action({ url: '#undefined' })] }), unnamed];
    expect(leadsTo('', { sections })).toBe(false);
  });
});

describe('what is said of a page that can’t be published', () => {
  const button = 'Section 1 (Opening, “Deep Dive”): the button “Find a workshop”';
  const link = (url: string) => ({ type: 'link', url, children: [text('here')] });
  it.each<[string[], Entry]>([
    [[`${button} leads nowhere. Choose a page, an address or a file.`], { actions: [action({})] }],
    [
      [`${button} leads to more than one place. Keep one: page, address or file.`],
      { actions: [action({ url: '/workshops', file: { id: 1 } })] },
    ],
    [
      [`${button} leads to a page that isn’t published. Publish that page first, or type its address.`],
      { actions: [action({ page: { documentId: 'draft' } })] },
    ],
    [
      [
        `${button} leads to “/summer”, and nothing is published there. Publish that page first, or correct the address.`,
      ],
      { actions: [action({ url: '/summer' })] },
    ],
    [
      [
        'Section 1 (Opening, “Deep Dive”): “Text” quotes {{ techers }}, and no such figure is published. Publish it, or correct its name.',
      ],
      { body: paragraph(text('Over {{ techers }} and {{educators}}')) },
    ],
    [
      [
        'Section 1 (Opening, “Deep Dive”): “Text” holds a broken figure. Write {{educators}} in one piece, all of it in one style.',
      ],
      { body: paragraph(text('Over educators}} teach')) },
    ],
    [
      [
        'Section 1 (Opening, “Deep Dive”): “Text” still holds a blank (____). Fill it in, or quote a figure such as {{educators}}.',
      ],
      { body: paragraph(text('Over ___ educators')) },
    ],
    [
      [
        'Section 1 (Opening, “Deep Dive”): “Text” has a link that leads to “/summer”, and nothing is published there. Publish that page first, or correct the address.',
      ],
      { body: paragraph(text('See '), link('/summer')) },
    ],
    [[], { body: paragraph(text('Over __ educators, see '), link('/deep-dive')) }],
  ])('%j', (words, fields) => {
    expect(messagesOf(hero(fields))).toEqual(words);
  });

  it('tells where each of several problems is', () => {
    const outcomes = {
      __component: 'sections.outcomes',
      heading: 'What they learn',
      groups: [{}, { lead: '___' }],
    };
    const actions = [action({ url: '/workshops' }), action({}), action({ page: { documentId: 'draft' } })];
    expect(problemsOf(hero({ actions }), outcomes).map(({ path }) => path.join('.'))).toEqual([
      'sections.0.actions.1.url',
      'sections.0.actions.2.page',
      'sections.1.groups.1.lead',
    ]);
  });

  it('names a section by what is seen of it first', () => {
    const nameOf = (fields: Entry) => sectionName({ __component: 'sections.hero', ...fields }, 2, getModel);
    expect(nameOf({})).toBe('Section 3 (Opening)');
    expect(nameOf({ heading: '' })).toBe('Section 3 (Opening)');
    expect(nameOf({ heading: null, subheading: 'Under it' })).toBe('Section 3 (Opening, “Under it”)');
    expect(nameOf({ text: 'Banner' })).toBe('Section 3 (Opening, “Banner”)');
    expect(nameOf({ heading: 'x'.repeat(80) })).toBe(`Section 3 (Opening, “${'x'.repeat(60)}”)`);
  });
});

describe('a page can’t be published', () => {
  it('with a blank, and the message names section and field', () => {
    expect(problemsOf(hero({}), hero({ heading: 'With ____ educators' }))).toEqual([
      {
        kind: 'text',
        path: ['sections', 1, 'heading'],
        message:
          'Section 2 (Opening, “With ____ educators”): “Heading” still holds a blank (____). Fill it in, or quote a figure such as {{educators}}.',
      },
    ]);
  });

  it('with a blank in rich text, even one cut in two by emphasis', () => {
    const body = paragraph(text('over _'), text('__', { bold: true }), text(' educators'));
    expect(problemsOf(hero({ body }))[0]?.path).toEqual(['sections', 0, 'body']);
    const list = [
      { type: 'list', format: 'unordered', children: [{ type: 'list-item', children: [text('___')] }] },
    ];
    expect(problemsOf(hero({ body: list }))).toHaveLength(1);
  });

  it('with a blank deep inside a list', () => {
    const outcomes = {
      __component: 'sections.outcomes',
      heading: 'What they learn',
      groups: [{ lead: 'know', items: paragraph(text('____')) }],
    };
    expect(problemsOf(outcomes)[0]?.path).toEqual(['sections', 0, 'groups', 0, 'items']);
  });

  it('with a figure nobody knows', () => {
    expect(messagesOf(hero({ heading: 'Over {{techers}}' }))[0]).toContain('quotes {{techers}}');
  });

  it('with the name of a figure that has a slip in it, and is told the nearest', () => {
    expect(messagesOf(hero({ heading: 'Over {{educatros}}' }))[0]).toMatch(
      /quotes \{\{educatros\}\}.*Did you mean \{\{educators\}\}\?$/,
    );
  });

  it('with a figure cut in two by emphasis', () => {
    const body = paragraph(text('over {{edu'), text('cators}}', { bold: true }));
    expect(messagesOf(hero({ body }))[0]).toContain('holds a broken figure');
  });

  it.each([
    ['leads nowhere', {}],
    ['leads to more than one place', { url: '/workshops', page: { documentId: 'home' } }],
    ['isn’t published', { page: { documentId: 'draft' } }],
    ['isn’t an address we can link to', { url: 'javascript:alert(1)' }],
    ['isn’t an address we can link to', { url: 'JavaScript:alert(1)' }],
    ['isn’t an address we can link to', { url: 'data:text/html,hello' }],
    ['isn’t an address we can link to', { url: '//elsewhere.example' }],
    ['isn’t an address we can link to', { url: '/\\elsewhere.example' }],
    ['isn’t an address we can link to', { url: 'java\nscript:alert(1)' }],
    ['isn’t an address we can link to', { url: 'https://forms' }],
    ['isn’t an address we can link to', { url: 'https://forms..gle/abc' }],
    ['isn’t an address we can link to', { url: 'http://https://forms.gle' }],
    ['isn’t an address we can link to', { url: 'https://-forms.gle' }],
    ['isn’t an address we can link to', { url: 'mailto:help' }],
    ['isn’t an address we can link to', { url: 'mailto:a@b.org,c@d.org' }],
    ['isn’t an address we can link to', { url: 'tel:555' }],
    ['isn’t an address we can link to', { url: 'tel:call-me-now' }],
    ['nothing is published there', { url: '/summer' }],
    ['nothing is published there', { url: '/admin' }],
    ['nothing is published there', { url: '/partners/nobody' }],
    ['this page has no such part. It has #deep-dive.', { url: '#cost' }],
  ])('with a button that %s', (why, fields) => {
    const [message] = messagesOf(hero({ actions: [action(fields)] }));
    expect(message).toContain('Section 1 (Opening, “Deep Dive”): the button “Find a workshop”');
    expect(message).toContain(why);
  });

  it.each([
    ['heading', 'Deep Dive TBD'],
    ['heading', 'BOTTOM BANNER?'],
    [
      'body',
      paragraph(text('Not sure we’ll '), text('include', { bold: true }), text(' this section yet....')),
    ],
    ['body', paragraph(text('image'))],
    ['actions', [action({ label: 'Button', url: '/workshops' })]],
  ])('with what nobody meant for visitors in its %s', (field, value) => {
    expect(problemsOf(hero({ [field]: value })).map(({ path }) => path.slice(0, 3))).toEqual([
      ['sections', 0, field],
    ]);
  });

  it('with an unsafe link in its text', () => {
    const link = { type: 'link', url: 'javascript:alert(1)', children: [text('here')] };
    expect(messagesOf(hero({ body: paragraph(text('See '), link) }))[0]).toContain(
      'has a link that leads to',
    );
  });
});

describe('a video', () => {
  const video = (fields: Entry) =>
    messagesOf({ __component: 'sections.video', heading: 'See it', ...fields }).map((message) =>
      message.replace('Section 1 (Video, “See it”): ', ''),
    );
  const file = { id: 1, name: 'a.mp4', mime: 'video/mp4' };
  const captions = { id: 2, name: 'a.vtt', mime: 'text/vtt' };

  it('can be played from YouTube, from Vimeo, or from a file with captions, whose still nobody describes', () => {
    expect(video({ url: 'https://youtu.be/dQw4w9WgXcQ' })).toEqual([]);
    expect(video({ url: 'https://vimeo.com/76979871', poster: { alternativeText: null } })).toEqual([]);
    expect(video({ file, captions })).toEqual([]);
  });

  it.each<[string, Entry]>([
    ['it has no video. Type an address on YouTube or Vimeo, or choose a file.', {}],
    [
      'it has two videos. Keep one: the address or the file.',
      { url: 'https://youtu.be/dQw4w9WgXcQ', file, captions },
    ],
    ['“Address on YouTube or Vimeo” is the address of no video', { url: 'https://example.org/a.mp4' }],
    ['the video has no captions. Add a .vtt file', { file }],
    ['“a.pdf” holds no captions. Choose a .vtt file.', { file, captions: { name: 'a.pdf' } }],
    ['“a.png” is no video. Choose an MP4 or WebM file.', { file: { name: 'a.png', mime: 'image/png' } }],
  ])('is not published: %s', (words, fields) => {
    expect(video(fields)).toEqual([expect.stringContaining(words)]);
  });
});

describe('downloads and logos', () => {
  const download = (fields: Entry) =>
    messagesOf({ __component: 'sections.downloads', items: [{ title: 'Flyer', ...fields }] });
  const logo = (fields: Entry) =>
    messagesOf({ __component: 'sections.logo-wall', logos: [{ name: 'Us', ...fields }] });

  it('lead to one place each; a logo may lead nowhere', () => {
    const [nowhere] = download({});
    expect(nowhere).toContain('the download “Flyer” leads nowhere. Choose a file or an address.');
    expect(download({ file: { id: 1 }, url: '/workshops' })[0]).toContain('Keep one: file or address.');
    expect(download({ file: { id: 1 } })).toEqual([]);
    expect(logo({})).toEqual([]);
    expect(logo({ url: 'https://' })[0]).toContain(
      'the logo “Us” leads to “https://”, which isn’t an address',
    );
  });
});
