import { describe, expect, it } from 'vitest';
import { modelOf as getModel } from '../schema/fixtures';
import type { Entry } from '../schema/model';
import { PAGE, PRICING } from '../schema/uids';
import { type QuotedFigure, type Surroundings, toFill } from './to-fill';

const paragraph = (value: string) => [{ type: 'paragraph', children: [{ type: 'text', text: value }] }];
const hero = (fields: Entry = {}) => ({
  __component: 'sections.hero',
  id: 1,
  visible: true,
  heading: 'Deep Dive',
  body: paragraph('Come along.'),
  actions: [],
  ...fields,
});
const figure = (key: string, fields: Partial<QuotedFigure> = {}): [string, QuotedFigure] => [
  key,
  {
    documentId: `figure-${key}`,
    key,
    value: null,
    phrase: `over {value} ${key}`,
    wordingWithout: key,
    isPublished: true,
    isTyped: false,
    reviewBy: null,
    ...fields,
  },
];
const around: Surroundings = {
  figures: new Set(['educators', 'students', 'states']),
  pages: new Set(),
  paths: new Set(),
  quoted: new Map([
    figure('educators'),
    figure('students', { value: '40', reviewBy: '2026-01-31' }),
    figure('states', { value: '50', reviewBy: '2027-01-31' }),
    figure('schools', { isPublished: false }),
  ]),
  today: '2026-11-29',
};

const page = (...sections: Entry[]) => ({
  documentId: 'page',
  title: 'A page',
  slug: 'a-page',
  sections,
  seo: { description: 'What it is for.' },
});
const blanksOf = (...sections: Entry[]) => toFill(PAGE, page(...sections), around, getModel).blanks;

describe('what is still to be filled in of a page', () => {
  it('is nothing when it has all it needs', () => {
    const actions = [{ label: 'Find a workshop', style: 'primary', url: '/workshops' }];
    expect(blanksOf(hero({ actions, body: paragraph('In {{states}}.') }))).toEqual([]);
  });

  it('is what keeps it from being published: blanks, unknown figures, buttons and links that lead nowhere, what is missing', () => {
    const actions = [
      { label: 'Find one', style: 'primary' },
      { label: 'Read on', style: 'link', url: '#cost' },
    ];
    const found = blanksOf(hero({ heading: '', body: paragraph('Over ____ with {{educatros}}'), actions }));
    expect(found.map(({ kind, key, refused }) => [kind, key, refused])).toEqual([
      ['text', 'text body', true],
      ['figure', 'figure body', true],
      ['target', 'target actions.0.url', true],
      ['link', 'link actions.1.url', true],
      ['text', 'text heading', true],
    ]);
    expect(found[1]?.message).toContain('Did you mean {{educators}}?');
    expect(found[0]?.link).toBe(
      '/content-manager/collection-types/api::page.page/page?field=sections.0.body',
    );
  });

  it('is a link to a part of the page that is switched off', () => {
    const actions = [{ label: 'Cost', style: 'link', url: '#cost' }];
    const cost = { __component: 'sections.cost', id: 2, heading: 'Cost', body: [], visible: true };
    expect(blanksOf(hero({ actions }), cost)).toEqual([]);
    expect(blanksOf(hero({ actions }), { ...cost, visible: false })).toMatchObject([{ kind: 'link' }]);
  });

  it('is a figure without a number, or past its review date, once however often it is quoted; its form is where to fill it in', () => {
    const found = blanksOf(
      hero({
        heading: 'For {{educators}}',
        body: paragraph('{{ educators }} and {{students}} in {{states}}'),
      }),
    );
    expect(found).toMatchObject([
      {
        kind: 'figure',
        uid: 'api::figure.figure',
        documentId: 'figure-educators',
        message: '{{educators}} has no number yet: it reads “educators”.',
        link: '/content-manager/collection-types/api::figure.figure/figure-educators?field=value',
        refused: false,
      },
      {
        key: 'figure reviewBy',
        message: '{{students}} was to be checked by Saturday, January 31, 2026. Is its number still right?',
      },
    ]);
    expect(found).toHaveLength(2);
  });

  it('is a figure that was never published or was deleted', () => {
    expect(blanksOf(hero({ heading: '{{schools}} and {{gone-by}}' }))[0]).toMatchObject({
      kind: 'figure',
      refused: true,
      message: expect.stringMatching(/quotes \{\{schools\}\}, and no such.*quotes \{\{gone-by\}\}/),
    });
  });

  it('is a picture that is to come, and one that nobody described', () => {
    const image = { id: 1, alternativeText: '' };
    const rich = [{ type: 'image', image: { alternativeText: null }, children: [] }];
    const section = (fields: Entry) => ({
      __component: 'sections.text-and-image',
      id: 2,
      visible: true,
      body: paragraph('Two teachers.'),
      imageSide: 'right',
      ...fields,
    });
    expect(
      blanksOf(
        hero({ pictureToCome: true }),
        hero({ pictureToCome: true, image }),
        section({ image }),
        section({ body: rich }),
      ).map(({ kind, link, refused }) => [kind, link.split('=')[1], refused]),
    ).toEqual([
      ['alternative-text', 'sections.2.image', true],
      ['picture', 'sections.0.image', false],
      ['alternative-text', 'sections.3.body', false],
    ]);
  });

  it('is words for search results, of pages alone', () => {
    const { seo: _, ...plain } = page(hero());
    expect(toFill(PAGE, plain, around, getModel).blanks).toMatchObject([
      { kind: 'search', key: 'search seo.description' },
    ]);
    const pricing = { documentId: 'p', pricePerPerson: 300, statement: 'It is {price}.', includes: [] };
    expect(toFill(PRICING, pricing, around, getModel).blanks).toEqual([]);
  });

  it('is what a note to colleagues says, and that its section is switched off; of one without a note, nothing', () => {
    expect(
      blanksOf(
        hero({ note: 'Ask Dee' }),
        hero({ visible: false, heading: '____', note: 'Not sure yet' }),
        hero({ visible: false }),
      ).map(({ message }) => message),
    ).toEqual([
      'Section 1 (Opening, “Deep Dive”): “Ask Dee”',
      'Section 2 (Opening, “____”) is switched off: “Not sure yet”',
    ]);
  });
});

describe('how the sentences of a page read', () => {
  it('is told with their numbers and without, of what is shown', () => {
    const { sentences } = toFill(
      PAGE,
      page(
        hero({ heading: 'No figure', body: paragraph('First. Then {{educators}} came. Last.') }),
        hero({ visible: false, heading: '{{educators}}' }),
      ),
      around,
      getModel,
    );
    expect(sentences).toEqual([
      {
        with: 'Then over ____ educators came.',
        without: 'Then educators came.',
        now: 'Then educators came.',
        where: 'Section 1 (Opening, “No figure”)',
        link: '/content-manager/collection-types/api::page.page/page?field=sections.0.body',
      },
    ]);
  });
});
