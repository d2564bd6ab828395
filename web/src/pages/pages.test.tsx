import type { WorkshopDetail } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { pageQuery } from '../queries/page';
import { partnerQuery } from '../queries/partners';
import { pricingQuery } from '../queries/pricing';
import { workshopQuery, workshopsQuery } from '../queries/workshops';
import { aList, aPartner, aWorkshop, aWorkshopDetail, cost, hero, pricing } from '../sections/fixtures';
import { render, textOf } from '../sections/render';
import { ContentPage } from './ContentPage';
import { ErrorPage } from './ErrorPage';
import { NotFoundPage } from './NotFoundPage';
import { PartnerPage } from './PartnerPage';
import { WorkshopPage } from './WorkshopPage';
import { WorkshopsPage } from './WorkshopsPage';

describe('ContentPage', () => {
  const show = (sections: (typeof hero | typeof cost)[]) =>
    render(<ContentPage slug="a-page" />, [
      [(cms) => pageQuery(cms, 'a-page'), { title: 'A page', slug: 'a-page', seo: null, sections }],
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
  const show = (overrides: Partial<WorkshopDetail> = {}): string =>
    render(<WorkshopPage slug="denver-march" />, [
      [(cms) => workshopQuery(cms, 'denver-march'), aWorkshopDetail(overrides)],
    ]);

  it('says everything one needs to come', () => {
    const text = textOf(show());
    expect(text).toContain('CS Fundamentals: Deep Dive in Denver');
    expect(text).toContain('Sat, Mar 6, 2027 9:00 AM – 4:00 PM MST');
    expect(text).toContain('Times are local to the venue: Mountain Time');
    expect(text).toContain('Central Library 10 W 14th Ave Pkwy Denver, CO 80204 Room B2, down the stairs.');
    expect(text).toContain('$150 per person Most districts pay nothing.');
    expect(text).toContain('30 seats');
    expect(text).toContain('Bring a laptop. Lunch is on us.');
  });

  it('lists every session', () => {
    const text = textOf(
      show({
        sessions: [
          { startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' },
          { startsAt: '2027-03-20T15:00:00Z', endsAt: '2027-03-20T22:00:00Z' },
        ],
      }),
    );
    expect(text).toContain('Sat, Mar 6, 2027 9:00 AM – 4:00 PM MST Sat, Mar 20, 2027 9:00 AM – 4:00 PM MDT');
  });

  it('lets one register, and reach a person', () => {
    const html = show();
    expect(html).toMatch(
      /href="https:\/\/frontrange.example\/register\/denver-march"[^>]*>Register for this workshop/,
    );
    expect(html).toContain('href="mailto:ana@frontrange.example"');
    expect(html).toContain('href="tel:3035550100"');
    expect(html).toContain('href="/partners/front-range"');
  });

  it('sends one to the partner when there is no address to register at, or no safe one', () => {
    for (const registrationUrl of [null, 'javascript:alert(1)']) {
      const html = show({ registrationUrl });
      expect(html).not.toContain('Register for this workshop');
      expect(html).not.toContain('javascript');
      expect(html).toContain('Get in touch with the partner to register.');
    }
  });

  it('never calls an unknown fee free', () => {
    const text = textOf(show({ fee: { type: 'ask' } }));
    expect(text).toContain('Ask the partner about the cost');
    expect(text).not.toMatch(/\bfree\b/i);
  });

  it.each<[string, Partial<WorkshopDetail>, string]>([
    ['cancelled', { status: 'cancelled' }, 'This workshop has been cancelled.'],
    ['full', { status: 'full' }, 'This workshop is full.'],
    [
      'over',
      { sessions: [{ startsAt: '2026-03-06T16:00:00Z', endsAt: '2026-03-06T23:00:00Z' }] },
      'This workshop is over.',
    ],
  ])('says plainly that it is %s, and takes no registration', (_, overrides, notice) => {
    const text = textOf(show(overrides));
    expect(text).toContain(notice);
    expect(text).not.toContain('Register for this workshop');
  });

  it('says that a virtual workshop is online, in whose time', () => {
    const text = textOf(show({ format: 'virtual', place: null, street: null, directions: null }));
    expect(text).toContain('Online. The partner sends you the link.');
    expect(text).toContain('Time zone: Mountain Time');
  });
});

describe('WorkshopsPage', () => {
  it('lists a page of workshops and links to the others, filters kept', () => {
    const search = { kind: 'intro', page: 2 } as const;
    const html = render(<WorkshopsPage search={search} />, [
      [(cms) => workshopsQuery(cms, search), aList([aWorkshop({ kind: 'intro' })], 5, 2)],
    ]);
    expect(html).toContain('<h1>Upcoming Intro workshops</h1>');
    expect(html).toMatch(/<h2[^>]*>5 upcoming workshops<\/h2>/);
    expect(html).toMatch(/<a rel="prev" href="\/workshops\?kind=intro">Previous<\/a>/);
    expect(html).toMatch(/<a rel="next" href="\/workshops\?kind=intro&amp;page=3">Next<\/a>/);
    expect(html).toMatch(/aria-current="page" href="\/workshops\?kind=intro&amp;page=2"/);
  });
});

describe('PartnerPage', () => {
  it('says who they are, where they serve, what they say about cost and how to reach them', () => {
    const html = render(<PartnerPage slug="front-range" />, [
      [(cms) => partnerQuery(cms, 'front-range'), aPartner()],
    ]);
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
    for (const heading of ['About', 'Where we serve', 'What it costs here'])
      expect(textOf(html)).not.toContain(heading);
    expect(html).not.toContain('javascript');
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
});
