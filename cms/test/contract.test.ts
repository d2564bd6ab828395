import path from 'node:path';
import { createCmsClient } from '@deep-dive/shared-types';
import Ajv from 'ajv';
import { createGenerator } from 'ts-json-schema-generator';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';
import { onEachDatabase } from './databases';
import {
  day,
  documents,
  type Fields,
  makePartner,
  PAGE,
  publishWorkshop,
  SITE,
  seattle,
  session,
} from './stories';

const sharedTypes = path.resolve(import.meta.dirname, '../../shared-types');

const WIRE_TYPES = [
  'Page',
  'Pricing',
  'RegionalPartner',
  'Scholarship',
  'Site',
  'SitemapEntries',
  'WorkshopDetail',
  'WorkshopFeed',
  'WorkshopList',
  'WorkshopPlaces',
] as const;
type WireType = (typeof WIRE_TYPES)[number];

/** Compares values at run time with the types in shared-types: nothing missing, nothing more, nothing of another kind. */
function contract(): (type: WireType, value: unknown) => string[] {
  const generator = createGenerator({
    path: path.join(sharedTypes, 'src/index.ts'),
    tsconfig: path.join(sharedTypes, 'tsconfig.json'),
    additionalProperties: false,
    skipTypeCheck: true,
  });
  const ajv = new Ajv({ allErrors: true, strict: false, validateFormats: false });
  const checks = new Map(WIRE_TYPES.map((type) => [type, ajv.compile(generator.createSchema(type))]));
  return (type, value) => {
    const check = checks.get(type);
    if (check?.(value)) return [];
    return (check?.errors ?? []).map(
      ({ instancePath, message, params }) => `${type}${instancePath} ${message} ${JSON.stringify(params)}`,
    );
  };
}

interface Attribute {
  type: string;
  enum?: string[];
  component?: string;
  components?: string[];
  repeatable?: boolean;
  min?: number;
}

/** Sections are shown now. Other moments are any. */
const MOMENTS: Record<string, string> = {
  to: '2027-04-01T00:00:00.000Z',
  showFrom: '2020-03-01T00:00:00.000Z',
  showUntil: '2120-03-01T00:00:00.000Z',
};

/** Of what leads to one place, the other places are left empty. */
const LEADS_BY_ADDRESS = new Set(['elements.action', 'elements.download', 'sections.video']);
const VIDEO = 'https://vimeo.com/76979871';

/** Texts that can't be any; a number whose figure has none would be left out. */
const TEXTS: Record<string, string> = { url: 'https://example.org/there', value: '2,000+' };

onEachDatabase('what the CMS sends is what shared-types says', (database) => {
  let cms: RunningCms;
  let problems: ReturnType<typeof contract>;
  let home: string;
  let picture: number;

  const attributesOf = (uid: string) =>
    cms.strapi.getModel(uid as typeof PAGE).attributes as unknown as Record<string, Attribute>;

  /** A component with every field filled in, following its schema. */
  function filled(uid: string): Fields {
    const attributes = Object.entries(attributesOf(uid));
    const fields = attributes.flatMap(([name, attribute]): [string, unknown][] => {
      if (name === 'id') return [];
      if (LEADS_BY_ADDRESS.has(uid) && (name === 'page' || name === 'file')) return [];
      return [[name, uid === 'sections.video' && name === 'url' ? VIDEO : value(name, attribute)]];
    });
    return Object.fromEntries(fields);
  }

  function value(name: string, attribute: Attribute): unknown {
    switch (attribute.type) {
      case 'boolean':
        return true;
      case 'integer':
      case 'decimal':
        return Number(attribute.min ?? 1) + 1;
      case 'enumeration':
        return attribute.enum?.at(-1);
      case 'date':
        return '2027-03-06';
      case 'datetime':
        return MOMENTS[name] ?? '2027-03-01T00:00:00.000Z';
      case 'time':
        return '09:00:00.000';
      case 'media':
        return picture;
      case 'blocks':
        return everyBlock;
      case 'component': {
        const fewest = Math.max(1, Number(attribute.min ?? 1));
        const items = Array.from({ length: fewest }, () => filled(attribute.component ?? ''));
        return attribute.repeatable ? items : items[0];
      }
      default:
        return TEXTS[name] ?? 'Some {{educators}}';
    }
  }

  const actionsTo = (target: Fields): Fields => ({ label: 'There', style: 'link', ...target });

  beforeAll(async () => {
    problems = contract();
    cms = await startCms({ database });
    const page = await documents(cms, PAGE).findFirst({ filters: { slug: 'deep-dive' } });
    home = page?.documentId ?? '';
    const file = await cms.strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'a.png',
        hash: 'a',
        ext: '.png',
        mime: 'image/png',
        size: 12.5,
        url: '/uploads/a.png',
        width: 1600,
        height: 900,
        provider: 'local',
        provider_metadata: { secret: 'none of your business' },
        formats: {
          medium: { url: '/uploads/m_a.png', width: 960, height: 540, hash: 'm_a' },
          small: { url: '/uploads/s_a.png', width: 480, height: 270, hash: 's_a' },
        },
      },
    });
    picture = file.id;
  });
  afterAll(() => cms?.stop());

  const client = () => createCmsClient({ baseUrl: cms.url });

  it('for a page with every section and every field filled in', async () => {
    const sections = attributesOf(PAGE).sections?.components ?? [];
    await documents(cms, PAGE).create({
      data: {
        title: 'Everything',
        slug: 'everything',
        seo: filled('elements.seo'),
        sections: sections.map((uid) => ({ __component: uid, ...filled(uid) })),
      },
      status: 'published',
    });
    const page = await client().page('everything');
    expect(problems('Page', page)).toEqual([]);
    expect(page.sections.map((section) => section.__component)).toEqual(sections);
    expect(page.seo?.image).toMatchObject({
      alternativeText: '',
      sizes: [
        { width: 480 },
        { url: expect.stringMatching(/^\/uploads\/m_a\.png\?v=/), width: 960, height: 540 },
      ],
    });
    expect(/none of your business|\{\{/.exec(JSON.stringify(page))).toBeNull();
    const lists = page.sections.flatMap((section) => Object.values(section).filter(Array.isArray));
    expect(lists.filter((list) => list.length === 0)).toEqual([]);
  });

  it('for a page with no more than it needs', async () => {
    await documents(cms, PAGE).create({
      data: {
        title: 'Little',
        slug: 'little',
        sections: [
          {
            __component: 'sections.text-and-image',
            body: everyBlock,
            actions: [actionsTo({ page: home }), actionsTo({ file: picture })],
          },
          { __component: 'sections.cost', heading: 'Cost' },
        ],
      },
      status: 'published',
    });
    const page = await client().page('little');
    expect(problems('Page', page)).toEqual([]);
    expect(page.sections).toMatchObject([
      {
        heading: null,
        image: null,
        actions: [
          { page: { slug: 'deep-dive' }, file: null },
          { page: null, file: { name: 'a.png' } },
        ],
      },
      { body: null, actions: [] },
    ]);
  });

  it('for everything that was seeded', async () => {
    const cmsClient = client();
    for (const slug of ['deep-dive', 'compare-workshops'])
      expect(problems('Page', await cmsClient.page(slug))).toEqual([]);
    expect(problems('Site', await cmsClient.site())).toEqual([]);
    expect(problems('Pricing', await cmsClient.pricing())).toEqual([]);
    const scholarships = await cmsClient.scholarships();
    expect(scholarships.length).toBeGreaterThan(0);
    for (const scholarship of scholarships) expect(problems('Scholarship', scholarship)).toEqual([]);
  });

  it('for a site with a banner and a national contact, and a scholarship for some states', async () => {
    const site = await documents(cms, SITE).findFirst({});
    const { documentId } = site as { documentId: string };
    await documents(cms, SITE).update({
      documentId,
      data: {
        description: 'About',
        footerText: 'Foot',
        navigation: [actionsTo({ page: home })],
        footerLinks: [actionsTo({ url: '/workshops' })],
        notice: filled('elements.notice'),
        nationalContact: { name: 'Pat Kim', email: 'pat@example.org', phone: '(303) 555-0100' },
      },
      status: 'published',
    });
    const read = await client().site();
    expect(problems('Site', read)).toEqual([]);
    expect(read.notice).toMatchObject({ from: '2027-03-01T00:00:00.000Z' });
    expect(read.nationalContact).toMatchObject({ name: 'Pat Kim', email: 'pat@example.org' });
    await documents(cms, 'api::scholarship.scholarship').create({
      data: {
        name: 'Some states',
        sponsor: 'Us',
        eligibility: 'All',
        national: false,
        regions: [{ state: 'WA' }],
        coverage: 'amount',
        amount: 99.5,
        seats: 5,
        opensOn: '2020-01-01',
        closesOn: '2999-01-01',
        howToApply: 'Write',
        applyUrl: 'https://example.org',
      },
      status: 'published',
    });
    for (const scholarship of await client().scholarships())
      expect(problems('Scholarship', scholarship)).toEqual([]);
  });

  it('for partners and workshops, with much and with little filled in', async () => {
    const full = await makePartner(cms, 'Full Partner', {
      contactName: 'Ada',
      email: 'ada@example.org',
      phone: '555',
      website: 'https://example.org',
      logo: picture,
      about: 'About',
      costNote: 'Ask',
      territory: [{ state: 'WA' }, { zips: '97201' }],
      discounts: [{ name: 'Early', percentOff: 10, conditions: 'By May' }],
      groupPrices: [{ minimumPeople: 5, pricePerPerson: 99.5 }],
    });
    const bare = await makePartner(cms, 'Bare Partner');
    await publishWorkshop(
      cms,
      seattle(full, {
        capacity: 30,
        feeKind: 'amount',
        feeAmount: 12.5,
        notes: 'Bring lunch',
        registrationUrl: 'https://example.org',
        sessions: [session(5), session(6)],
        venue: {
          name: 'Library',
          street: '1 Main',
          zip: '98101',
          directions: 'Left',
        },
      }),
    );
    await publishWorkshop(
      cms,
      seattle(bare, { title: 'Online', format: 'virtual', venue: null, virtualTimeZone: 'Eastern' }),
    );
    const cmsClient = client();
    const partners = await cmsClient.partners();
    for (const partner of [...partners, await cmsClient.partner('full-partner')])
      expect(problems('RegionalPartner', partner)).toEqual([]);
    expect(partners.map(({ slug }) => slug)).toEqual(['bare-partner', 'full-partner']);
    await publishWorkshop(cms, seattle(full, { title: 'By invitation', visibility: 'private' }));
    for (const search of [
      {},
      { near: '98101' },
      { near: '00000' },
      { near: 'WA', page: 2 },
      { near: '00901' },
    ])
      expect(problems('WorkshopList', await cmsClient.workshops(search))).toEqual([]);
    const list = await cmsClient.workshops({});
    expect(list.workshops.map(({ fee }) => fee)).toEqual([{ type: 'amount', usd: 12.5 }, { type: 'ask' }]);
    const slugs = list.workshops.map(({ slug }) => slug);
    for (const slug of [...slugs, `by-invitation-seattle-${day(10)}`])
      expect(problems('WorkshopDetail', await cmsClient.workshop(slug))).toEqual([]);
    const feed = await cmsClient.workshopFeed({ near: '98101' });
    expect(problems('WorkshopFeed', feed)).toEqual([]);
    expect(feed.workshops.map(({ notes, street }) => [notes, street])).toEqual([
      ['Bring lunch', '1 Main'],
      [null, null],
    ]);
    const places = await cmsClient.workshopPlaces({});
    expect(problems('WorkshopPlaces', places)).toEqual([]);
    expect(places.places).toHaveLength(1);
    expect(problems('SitemapEntries', await cmsClient.sitemap())).toEqual([]);
  });

  it('and a wrong answer would be noticed', async () => {
    const page = await client().page('deep-dive');
    expect(problems('Page', { ...page, createdBy: 1 })[0]).toContain('must NOT have additional properties');
    expect(problems('Page', { ...page, title: null })[0]).toContain('Page/title must be string');
  });
});

const text = (words: string) => ({ type: 'text', text: words });

/** Every kind of block the editor makes. */
const everyBlock = [
  { type: 'heading', level: 3, children: [text('Heading')] },
  {
    type: 'paragraph',
    children: [
      {
        ...text('All marks of {{educators}}'),
        bold: true,
        italic: true,
        underline: true,
        strikethrough: true,
      },
      { type: 'link', url: 'https://example.org', children: [text('a link')] },
    ],
  },
  {
    type: 'list',
    format: 'unordered',
    children: [
      { type: 'list-item', children: [text('One')] },
      { type: 'list', format: 'ordered', children: [{ type: 'list-item', children: [text('Two')] }] },
    ],
  },
  { type: 'quote', children: [text('Quoted')] },
  { type: 'code', children: [text('code()')] },
];
