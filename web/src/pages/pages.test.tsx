import type {
  RegionalPartner,
  Scholarship,
  Territory,
  WorkshopDetail,
  WorkshopList,
} from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { pageQuery } from '../queries/page';
import { partnerQuery, territoryQuery } from '../queries/partners';
import { pricingQuery } from '../queries/pricing';
import { scholarshipsQuery } from '../queries/scholarships';
import { siteQuery } from '../queries/site';
import { workshopQuery, workshopsQuery } from '../queries/workshops';
import { costExamples } from '../sections/Cost/Cost.examples';
import { heroExamples } from '../sections/Hero/Hero.examples';
import { type Answer, render, textOf } from '../testing/render';
import {
  aList,
  anAction,
  aPartner,
  aResult,
  aScholarship,
  aWorkshop,
  aWorkshopDetail,
  pricing,
  site,
} from '../testing/samples';
import { otherWorkshopsQuery } from '../workshops/OtherWorkshops';
import { ContentPage } from './ContentPage/ContentPage';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage/NotFoundPage';
import { PartnerPage } from './PartnerPage/PartnerPage';
import { WorkshopPage } from './WorkshopPage/WorkshopPage';

const { section: cost } = costExamples.usual;
const { section: hero } = heroExamples.usual;

describe('ContentPage', () => {
  const show = (sections: (typeof hero | typeof cost)[]) =>
    render(<ContentPage slug="a-page" />, [
      [
        (cms) => pageQuery(cms, 'a-page'),
        { title: 'A page', slug: 'a-page', seo: null, onePager: null, sections },
      ],
      [pricingQuery, pricing],
    ]);

  it('has one heading of its own, the hero’s or else its title', () => {
    expect(show([hero, cost]).match(/<h1>.*?<\/h1>/g)).toEqual(['<h1>CS Fundamentals: Deep Dive</h1>']);
    expect(show([cost]).match(/<h1>.*?<\/h1>/g)).toEqual(['<h1>A page</h1>']);
    expect(show([cost, hero]).match(/<h1>.*?<\/h1>/g)).toEqual(['<h1>A page</h1>']);
    expect(show([]).match(/<h1>.*?<\/h1>/g)).toEqual(['<h1>A page</h1>']);
  });
});

describe('WorkshopPage', () => {
  const nearby = aList([
    aWorkshop({ id: 'denver-march' }),
    aWorkshop({ id: 'boulder-may', slug: 'boulder-may', title: 'Deep Dive in Boulder' }),
  ]);
  /** The page of a workshop in Denver, or of one changed so; `others` is null while the CMS cannot list them. */
  const show = (overrides: Partial<WorkshopDetail> = {}, others: WorkshopList | null = nearby): string => {
    const workshop = aWorkshopDetail({ id: 'denver-march', ...overrides });
    return render(<WorkshopPage slug="denver-march" />, [
      [(cms) => workshopQuery(cms, 'denver-march'), workshop],
      ...(others ? [[(cms) => otherWorkshopsQuery(cms, workshop), others] satisfies Answer] : []),
    ]);
  };
  const over = { sessions: [{ startsAt: '2026-03-06T16:00:00Z', endsAt: '2026-03-06T23:00:00Z' }] };
  const series = {
    sessions: [
      { startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' },
      { startsAt: '2027-03-20T15:00:00Z', endsAt: '2027-03-20T22:00:00Z' },
    ],
  };
  const virtual = { format: 'virtual', place: null, street: null, directions: null } as const;
  /** As the CMS tells of a private one. */
  const askToJoin = (): Partial<WorkshopDetail> => {
    const { place } = aWorkshopDetail();
    return {
      visibility: 'private',
      place: place && { ...place, venue: null, latitude: null, longitude: null },
      street: null,
      directions: null,
      notes: null,
      registrationUrl: null,
    };
  };

  it('says everything one needs to come', () => {
    const text = textOf(show());
    expect(text).toContain('CS Fundamentals: Deep Dive in Denver');
    expect(text).toContain('Sat, Mar 6, 2027 9:00 AM – 4:00 PM MST');
    expect(text).toContain('Times are local to the venue: Mountain Time');
    expect(text).toContain('Central Library 10 W 14th Ave Pkwy Denver, CO 80204 Get directions');
    expect(text).toContain('Room B2, down the stairs.');
    expect(text).toContain('$150 per person (this workshop’s price) Most districts pay nothing.');
    expect(text).toContain('30 places');
    expect(text).toContain('Bring a laptop. Lunch is on us.');
  });

  it('lists every session', () => {
    expect(textOf(show(series))).toContain(
      'Sat, Mar 6, 2027 9:00 AM – 4:00 PM MST Sat, Mar 20, 2027 9:00 AM – 4:00 PM MDT',
    );
  });

  it('shows where it is, and the way there', () => {
    const html = show();
    expect(html).toContain('src="/workshops/denver-march.svg"');
    expect(html).toContain('alt="Map with Denver, CO marked."');
    expect(html).toMatch(/href="https:\/\/www\.google\.com\/maps\/dir\/[^"]*"[^>]*>Get directions/);
  });

  it('shows no map of a place without coordinates, and no way to a venue nobody has named', () => {
    const { place } = aWorkshopDetail();
    const html = show({
      street: null,
      place: place && { ...place, venue: null, latitude: null, longitude: null },
    });
    expect(html).not.toContain('<img');
    expect(html).not.toContain('Get directions');
  });

  it('lets one register, and reach a person', () => {
    const html = show();
    expect(html).toMatch(
      /href="https:\/\/frontrange.example\/register\/denver-march"[^>]*>Register for this workshop/,
    );
    expect(html).toContain('href="mailto:ana@frontrange.example"');
    expect(html).toContain('href="tel:3035550100"');
    expect(html).toContain('href="/partners/front-range"');
    expect(html).toMatch(
      /href="\/contact\?purpose=workshop&amp;workshop=denver-march"[^>]*>Send them a message/,
    );
  });

  it('sends one to the partner when there is no address to register at, or no safe one', () => {
    for (const registrationUrl of [null, 'javascript:alert(1)']) {
      const html = show({ registrationUrl });
      expect(html).not.toContain('Register for this workshop');
      expect(html).not.toContain('javascript');
      expect(html).toMatch(
        /href="\/contact\?purpose=place&amp;workshop=denver-march"[^>]*>Ask the partner to register/,
      );
    }
  });

  it('goes into every calendar', () => {
    const html = show();
    expect(html).toMatch(/<summary[^>]*>Add to calendar<span class="visually-hidden">: CS Fundamentals/);
    expect(html).toContain('href="/workshops/denver-march.ics"');
    for (const service of ['Google Calendar', 'Outlook.com', 'Outlook for work or school'])
      expect(html).toMatch(new RegExp(`<a [^>]*href="https://[^>]*>${service}</a>`));
  });

  it('goes into a calendar on the web one session at a time', () => {
    const html = show(series);
    expect(html).toContain('Calendar file with all 2 sessions');
    expect(html).toMatch(
      /dates=20270320T150000Z%2F20270320T220000Z[^>]*>Sat, Mar 20, 2027<span[^>]*>, to Google/,
    );
  });

  it('never calls an unknown fee free', () => {
    const text = textOf(show({ fee: { type: 'ask' } }));
    expect(text).toContain('Ask the partner about the cost');
    expect(text).not.toMatch(/\bfree\b/i);
  });

  it('says that a scholarship can be had, only when one can', () => {
    expect(show({ hasScholarship: true })).toMatch(/Scholarships are available.*href="\/scholarships"/);
    expect(show()).not.toContain('href="/scholarships"');
  });

  it('says that a virtual workshop is online, in whose time', () => {
    const html = show(virtual);
    expect(textOf(html)).toContain('Online. The partner sends you the link.');
    expect(textOf(html)).toContain('Time zone: Mountain Time');
    expect(html).not.toContain('<img');
  });

  it('leads to the others nearby, without itself', () => {
    const html = show();
    const others = html.slice(html.indexOf('Other workshops nearby'));
    expect(others).toContain('href="/workshops/boulder-may"');
    expect(others.match(/<article/g)).toHaveLength(1);
    expect(others).toMatch(/href="\/workshops\?near=80204"[^>]*>Find more near Denver/);
  });

  it('leads from a virtual one to the other virtual ones', () => {
    const html = show(virtual);
    expect(html).toContain('Other virtual workshops');
    expect(html).toMatch(/href="\/workshops\?format=virtual"[^>]*>See all virtual workshops/);
  });

  it('offers virtual ones where there are none nearby, and says so when there are none at all', () => {
    const online = aResult({ ...virtual, id: 'online', title: 'Deep Dive from home' });
    const none = aList([]);
    expect(textOf(show({}, { ...none, virtual: { total: 1, workshops: [online] } }))).toContain(
      'Deep Dive from home',
    );
    expect(textOf(show({}, none))).toContain('No others are listed right now.');
  });

  it('stands without the others while the CMS cannot list them', () => {
    const html = show({}, null);
    expect(html).not.toContain('<article');
    expect(html).not.toContain('No others are listed');
    expect(html).toContain('Find more near Denver');
    expect(html).toContain('Register for this workshop');
  });

  it.each<[string, Partial<WorkshopDetail>, string]>([
    ['cancelled', { status: 'cancelled' }, 'This workshop has been cancelled.'],
    ['over', over, 'This workshop is over.'],
    [
      'cancelled, though its day is past',
      { status: 'cancelled', ...over },
      'This workshop has been cancelled.',
    ],
  ])('says first that it is %s, and leads to the next ones', (_, overrides, notice) => {
    const html = show(overrides);
    const text = textOf(html);
    expect(text).toContain(notice);
    expect(text.indexOf(notice)).toBeLessThan(text.indexOf('Workshops coming up near Denver'));
    expect(text.indexOf('Workshops coming up near Denver')).toBeLessThan(text.indexOf('What Deep Dive'));
    const itself = html.replace(/<article.*?<\/article>/g, '');
    expect(itself).not.toContain('Register');
    expect(itself).not.toContain('Add to calendar');
    expect(itself).not.toContain('Share');
  });

  it('says that it is full, and whom to ask for a place', () => {
    const html = show({ status: 'full' });
    expect(textOf(html)).toContain('This workshop is full. Ask the Regional Partner');
    expect(html).not.toContain('Register for this workshop');
    expect(html).toMatch(
      /href="\/contact\?purpose=place&amp;workshop=denver-march"[^>]*>Ask the partner for a place/,
    );
    expect(html).toMatch(/<div id="contact">.*href="mailto:ana@frontrange.example"/);
    expect(html).toContain('Other workshops nearby');
    expect(html).toMatch(
      /href="\/alerts\?near=80204&amp;kind=deep-dive"[^>]*>Tell me when there is one near me/,
    );
  });

  it('says of a private one when and in which city it is, and whom to ask', () => {
    const html = show(askToJoin());
    const text = textOf(html);
    expect(text).toContain('This is a private workshop. Ask the Regional Partner whether you can join.');
    expect(text).toContain('Sat, Mar 6, 2027 9:00 AM – 4:00 PM MST');
    expect(text).toContain('Where Denver, CO');
    expect(html).toMatch(
      /href="\/contact\?purpose=private&amp;workshop=denver-march"[^>]*>Ask the partner for a place/,
    );
    const itself = html.replace(/<article.*?<\/article>/g, '');
    for (const absent of ['<img', 'Get directions', 'Register', 'Add to calendar', 'Share'])
      expect(itself).not.toContain(absent);
  });
});

describe('PartnerPage', () => {
  const show = (list?: WorkshopList): string =>
    render(<PartnerPage slug="front-range" />, [
      [(cms) => partnerQuery(cms, 'front-range'), aPartner()],
      ...(list ? [[(cms) => workshopsQuery(cms, { partner: 'front-range' }), list] satisfies Answer] : []),
    ]);

  it('lists its upcoming workshops', () => {
    const html = show(aList([aWorkshop()], 12));
    expect(html).toContain('href="/workshops/denver-march"');
    expect(html).toMatch(/href="\/workshops\?partner=front-range"[^>]*>All 12 workshops/);
  });

  it('says how to ask when it has none', () => {
    const html = show(aList([]));
    expect(textOf(html)).toContain('Front Range Partners has none listed right now.');
    expect(html).toContain('href="#contact"');
    expect(html).toContain('href="/alerts"');
    expect(html).toMatch(/id="contact".*href="\/contact\?partner=front-range"[^>]*>Send them a message/);
  });

  it('leads to the search while the CMS cannot list them', () => {
    const html = show();
    expect(html).not.toContain('none listed');
    expect(html).toContain('href="/workshops?partner=front-range"');
  });

  it('says who they are, where they serve, what they say about cost and how to reach them', () => {
    const html = show();
    const text = textOf(html);
    expect(html).toContain('<h1>Front Range Partners</h1>');
    expect(text).toContain('We bring computer science to every school along the Front Range.');
    expect(text).toContain('Where we serve Colorado and Wyoming');
    expect(text).toContain('Most districts pay nothing.');
    expect(text).toContain('Early bird : 20% off. Until the end of May.');
    expect(text).toContain('Rural schools : $50 off per person');
    expect(text).toContain('5 or more $250 20 or more $200');
    expect(html).toContain('href="https://www.frontrange.example/"');
  });

  it('shows the territory on a map, the ways to subscribe, and the line for other sites', () => {
    const html = show(aList([aWorkshop()]));
    expect(html).toMatch(
      /<img[^>]* src="\/partners\/front-range.svg"[^>]* alt="Map with Colorado and Wyoming marked."/,
    );
    expect(html).toContain('href="/workshops.ics?partner=front-range"');
    expect(html).toContain('href="/workshops.rss?partner=front-range"');
    expect(textOf(html)).toContain('data-query=&quot;partner=front-range&quot;');
  });

  it('tells of the scholarships that are open in its territory, of ZIP codes too', () => {
    const named = (name: string, states: string[], more: Partial<Scholarship> = {}): Scholarship => ({
      ...aScholarship(),
      name,
      national: states.length === 0,
      regions: states.map((state, id) => ({ id, state }) as Scholarship['regions'][number]),
      ...more,
    });
    const all = [
      named('Everywhere', []),
      named('Plains', ['WY', 'NE']),
      named('Coast', ['CA']),
      named('Over', [], { closesOn: '2020-01-01' }),
    ];
    const open = (territory: RegionalPartner['territory'], reach?: Territory) => {
      const html = render(<PartnerPage slug="front-range" />, [
        [(cms) => partnerQuery(cms, 'front-range'), aPartner({ territory })],
        [scholarshipsQuery, all],
        ...(reach ? [[(cms) => territoryQuery(cms, 'front-range'), reach] satisfies Answer] : []),
      ]);
      return ['Everywhere', 'Plains', 'Coast', 'Over'].filter((name) => html.includes(`>${name}<`));
    };
    expect(open([{ id: 1, state: 'WY', zips: null }])).toEqual(['Everywhere', 'Plains']);
    const losAngeles: Territory = { wholeStates: [], zips: [[-118.25, 34.05]], states: ['CA'] };
    expect(open([{ id: 1, state: null, zips: '90012' }], losAngeles)).toEqual(['Everywhere', 'Coast']);
  });

  it('leaves out what the partner has not said', () => {
    const bare = aPartner({
      about: null,
      territory: [],
      costNote: null,
      discounts: [],
      groupPrices: [],
      website: 'javascript:alert(1)',
    });
    const html = render(<PartnerPage slug="front-range" />, [
      [(cms) => partnerQuery(cms, 'front-range'), bare],
    ]);
    for (const heading of ['About', 'Where we serve', 'Discounts', 'Group prices'])
      expect(textOf(html)).not.toContain(heading);
    expect(html).not.toContain('javascript');
  });
});

describe('The price for a group', () => {
  it('is asked for on a partner’s page, and on that of a workshop to come', () => {
    const partner = render(<PartnerPage slug="front-range" />, [
      [(cms) => partnerQuery(cms, 'front-range'), aPartner()],
    ]);
    expect(partner).toMatch(/<form method="get" action="\/quote"/);
    const show = (overrides: Partial<WorkshopDetail>) =>
      render(<WorkshopPage slug="denver-march" />, [
        [(cms) => workshopQuery(cms, 'denver-march'), aWorkshopDetail(overrides)],
      ]);
    expect(show({})).toMatch(/<form method="get" action="\/quote".*name="workshop" value="denver-march"/);
    expect(show({ status: 'cancelled' })).not.toContain('action="/quote"');
  });
});

describe('When there is no page to show', () => {
  it.each([
    ['nothing is there', <NotFoundPage key="1" />],
    ['something failed', <ErrorPage key="2" />],
  ])('because %s, there is a heading and a way on', (_, page) => {
    const html = render(page);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    expect(html).toContain('href="/"');
  });

  it('because nothing is there, one can look for a workshop, the page that tells of it, and the partners', () => {
    const html = render(<NotFoundPage />, [
      [
        siteQuery,
        {
          ...site,
          homePage: { slug: 'deep-dive', title: 'CS Fundamentals: Deep Dive' },
          navigation: [
            anAction({ label: 'Deep Dive', url: null, page: { slug: 'deep-dive', title: 'Deep Dive' } }),
            anAction({ label: 'Help with the cost', url: null, page: { slug: 'scholarships', title: 'x' } }),
          ],
        },
      ],
    ]);
    expect(html).toMatch(/<form method="get" action="\/workshops".*name="near"/);
    expect(html).toMatch(/href="\/"[^>]*>CS Fundamentals: Deep Dive</);
    expect(html).toContain('href="/regional-partners"');
    expect(html).toMatch(/href="\/scholarships"[^>]*>Help with the cost</);
    expect(html).not.toContain('href="/deep-dive"');
  });
});
