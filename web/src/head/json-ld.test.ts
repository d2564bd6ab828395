import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Fee, listPrice, type WorkshopDetail } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { workshop } from '../../server/testing/fake-cms';
import { faqExamples } from '../sections/Faq/Faq.examples';
import { quoteExamples } from '../sections/Quote/Quote.examples';
import { renderHead } from './head';
import { faqJsonLd, workshopJsonLd } from './json-ld';

const siteUrl = 'https://example.org';
const url = `${siteUrl}/workshops/${workshop.slug}`;
const priceOf = (fee: Fee) => listPrice({ valueCents: null, partner: null, fee, now: new Date() });
const eventFor = (changes: Partial<WorkshopDetail>) =>
  workshopJsonLd({ ...workshop, price: priceOf(changes.fee ?? workshop.fee), ...changes }, { siteUrl });

describe('workshopJsonLd', () => {
  it('says when, where and who', () => {
    expect(eventFor({})).toMatchObject({
      '@type': 'EducationEvent',
      name: 'CS Fundamentals: Deep Dive',
      startDate: '2027-03-06T09:00:00-07:00',
      endDate: '2027-03-06T16:00:00-07:00',
      eventStatus: 'https://schema.org/EventScheduled',
      eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
      location: {
        '@type': 'Place',
        name: 'Boise Public Library',
        address: { addressLocality: 'Boise', addressRegion: 'ID', postalCode: '83702' },
        geo: { latitude: 43.61, longitude: -116.2 },
      },
      organizer: { name: 'Idaho Partner', url: 'https://idaho.example.org' },
    });
  });

  it('names each of several sessions', () => {
    const sessions = [
      { startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' },
      { startsAt: '2027-03-20T15:00:00Z', endsAt: '2027-03-20T22:00:00Z' },
    ];
    expect(eventFor({ sessions })).toMatchObject({
      startDate: '2027-03-06T09:00:00-07:00',
      endDate: '2027-03-20T16:00:00-06:00',
      subEvent: [
        { name: 'CS Fundamentals: Deep Dive (session 1 of 2)', endDate: '2027-03-06T16:00:00-07:00' },
        {
          '@type': 'EducationEvent',
          name: 'CS Fundamentals: Deep Dive (session 2 of 2)',
          startDate: '2027-03-20T09:00:00-06:00',
          endDate: '2027-03-20T16:00:00-06:00',
          location: { '@type': 'Place' },
        },
      ],
    });
    expect(eventFor({})).not.toHaveProperty('subEvent');
  });

  it('leads to no address that is not safe', () => {
    const event = eventFor({
      registrationUrl: 'javascript:alert(1)',
      fee: { type: 'free' },
      format: 'hybrid',
    });
    expect(JSON.stringify(event)).not.toContain('javascript');
    expect(event).toMatchObject({ offers: { url } });
  });

  it('names no price nobody has named: unknown is not free', () => {
    const event = eventFor({ fee: { type: 'ask' } });
    expect(event).not.toHaveProperty('offers');
    expect(JSON.stringify(event)).not.toContain('price');
  });

  it('tells how many places there are, and how many are left', () => {
    expect(eventFor({ placesLeft: 6 })).toMatchObject({
      maximumAttendeeCapacity: 30,
      remainingAttendeeCapacity: 6,
    });
    expect(eventFor({})).not.toHaveProperty('remainingAttendeeCapacity');
  });

  it('names a price that is known', () => {
    expect(eventFor({ fee: { type: 'amount', usd: 150 } })).toMatchObject({
      offers: { price: 150, priceCurrency: 'USD', availability: 'https://schema.org/InStock' },
    });
    expect(eventFor({ fee: { type: 'free' } })).toMatchObject({ offers: { price: 0 } });
  });

  it('offers no places in a room that is full, and none at all in a cancelled workshop', () => {
    const fee = { type: 'amount', usd: 150 } as const;
    expect(eventFor({ fee, status: 'full' })).toMatchObject({
      offers: { availability: 'https://schema.org/SoldOut' },
    });
    const cancelled = eventFor({ fee, status: 'cancelled' });
    expect(cancelled).toMatchObject({ eventStatus: 'https://schema.org/EventCancelled' });
    expect(cancelled).not.toHaveProperty('offers');
  });

  it('places a virtual workshop online, and a hybrid one in both', () => {
    expect(eventFor({ format: 'virtual', place: null })).toMatchObject({
      eventAttendanceMode: 'https://schema.org/OnlineEventAttendanceMode',
      location: { '@type': 'VirtualLocation', url: workshop.registrationUrl },
    });
    expect(eventFor({ format: 'hybrid' })).toMatchObject({
      location: [{ '@type': 'Place' }, { '@type': 'VirtualLocation' }],
    });
  });

  it('gives no coordinates it does not have', () => {
    const place = workshop.place && { ...workshop.place, latitude: null, longitude: null };
    expect(eventFor({ place })).not.toHaveProperty('location.geo');
  });
});

/**
 * What Google asks of an event, as of April 2026. `offers` and what is in it are only recommended:
 * https://developers.google.com/search/docs/appearance/structured-data/event#structured-data-type-definitions
 */
const GOOGLE = {
  required: ['name', 'startDate', 'location'],
  recommended: ['description', 'endDate', 'eventStatus', 'image', 'offers', 'organizer', 'performer'],
  requiredOfPlace: ['address'],
  recommendedOfPlace: ['name'],
  requiredOfVirtualLocation: ['url'],
  recommendedOfOffer: ['availability', 'price', 'priceCurrency', 'validFrom', 'url'],
  recommendedOfOrganizer: ['name', 'url'],
  recommendedOfPerformer: ['name'],
};
/** What Google takes for a date of an event: with the time, and the offset from UTC at its place. */
const LOCAL_INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;

describe('what Google asks of an event', () => {
  const free = { type: 'free' } as const;
  const bare = { notes: null, registrationUrl: null, capacity: null, street: null };
  const kinds: [string, Partial<WorkshopDetail>][] = [
    ['in a room', { fee: { type: 'amount', usd: 150 } }],
    ['full', { fee: free, status: 'full' }],
    ['virtual', { fee: free, format: 'virtual', place: null }],
    ['hybrid', { fee: free, format: 'hybrid' }],
    ['about which little is known', { ...bare, fee: free, contact: { ...workshop.contact, website: null } }],
    ['without a known fee', { fee: { type: 'ask' } }],
    ['cancelled', { fee: free, status: 'cancelled' }],
  ];

  it.each(kinds)('is in a workshop %s', (_, changes) => {
    const event = plain(eventFor(changes));
    const isOffered = changes.status !== 'cancelled' && changes.fee?.type !== 'ask';
    const wanted = [...GOOGLE.required, ...GOOGLE.recommended].filter(
      (name) => isOffered || name !== 'offers',
    );
    expect(missing(event, wanted)).toEqual([]);
    for (const location of [event.location].flat().map(plain)) {
      const isPlace = location['@type'] === 'Place';
      const ofPlace = [...GOOGLE.requiredOfPlace, ...GOOGLE.recommendedOfPlace];
      expect(missing(location, isPlace ? ofPlace : GOOGLE.requiredOfVirtualLocation)).toEqual([]);
    }
    if (isOffered) expect(missing(plain(event.offers), GOOGLE.recommendedOfOffer)).toEqual([]);
    expect(missing(plain(event.organizer), GOOGLE.recommendedOfOrganizer)).toEqual([]);
    expect(missing(plain(event.performer), GOOGLE.recommendedOfPerformer)).toEqual([]);
    for (const date of [event.startDate, event.endDate]) expect(date).toMatch(LOCAL_INSTANT);
    if (isOffered) expect(plain(event.offers).validFrom).toMatch(LOCAL_INSTANT);
    for (const image of [event.image].flat())
      expect(String(image)).toMatch(/^https:\/\/example\.org\/.+\.(png|svg)$/);
  });

  it('has a picture in pixels, and before it the map of where it is', () => {
    expect(eventFor({}).image).toEqual([`${url}.svg`, `${siteUrl}/event.png`]);
    expect(eventFor({ format: 'virtual', place: null }).image).toEqual([`${siteUrl}/event.png`]);
    expect(
      readFileSync(path.join(import.meta.dirname, '../../public/event.png')).toString('latin1', 1, 4),
    ).toBe('PNG');
  });

  it('says in a few words what a workshop without notes is', () => {
    expect(eventFor({ notes: 'Bring a laptop.' })).toMatchObject({ description: 'Bring a laptop.' });
    expect(eventFor({})).toMatchObject({
      description:
        'CS Fundamentals: Deep Dive. Sat, Mar 6, 2027, 9:00 AM – 4:00 PM MST, in Boise, ID. Hosted by Idaho Partner.',
    });
  });

  it('offers places since it was last published, and no later than it began', () => {
    const validFrom = (updatedAt: string) =>
      plain(plain(eventFor({ fee: free, updatedAt })).offers).validFrom;
    expect(validFrom('2027-01-02T03:04:05Z')).toBe('2027-01-01T20:04:05-07:00');
    expect(validFrom('2027-03-08T00:00:00.000Z')).toBe('2027-03-06T09:00:00-07:00');
  });

  it('leads to the partner’s page here where they have no site of their own, or none that is safe', () => {
    for (const website of [null, 'javascript:alert(1)'])
      expect(eventFor({ contact: { ...workshop.contact, website } })).toMatchObject({
        organizer: { url: `${siteUrl}/partners/idaho-partner` },
      });
  });
});

/** As it is in the page. */
function plain(value: unknown): Record<string, unknown> {
  return JSON.parse(JSON.stringify(value)) as Record<string, unknown>;
}

function missing(thing: Record<string, unknown>, names: string[]): string[] {
  return names.filter((name) => thing[name] === undefined || thing[name] === '');
}

describe('faqJsonLd', () => {
  const { section } = faqExamples.usual;

  it('says every question with its answer in plain text', () => {
    expect(faqJsonLd([section])).toEqual([
      {
        '@context': 'https://schema.org',
        '@type': 'FAQPage',
        mainEntity: expect.arrayContaining([
          {
            '@type': 'Question',
            name: 'What do I take home?',
            acceptedAnswer: {
              '@type': 'Answer',
              text: 'Three things:\nA plan for your year\nA completion certificate\nColleagues to ask',
            },
          },
          {
            '@type': 'Question',
            name: 'Who pays for it?',
            acceptedAnswer: {
              '@type': 'Answer',
              text: 'Most districts pay nothing: see the scholarships',
            },
          },
        ]),
      },
    ]);
  });

  it('is one list for a page, however many sections ask, and none where nobody asks', () => {
    const [faq, ...more] = faqJsonLd([section, quoteExamples.usual.section, { ...section, id: 2 }]);
    expect(more).toEqual([]);
    expect(faq?.mainEntity).toHaveLength(6);
    expect(faqJsonLd([quoteExamples.usual.section])).toEqual([]);
  });

  it('ends no script early, whatever is asked or answered', () => {
    const head = renderHead({
      title: '',
      description: null,
      canonical: null,
      siteName: '',
      image: null,
      alternates: [],
      jsonLd: faqJsonLd([faqExamples.awkward.section]),
      robots: null,
    });
    expect(head.match(/<\/script>/g)).toHaveLength(1);
    const [, json = ''] = /<script type="application\/ld\+json">(.*)<\/script>/.exec(head) ?? [];
    expect(JSON.parse(json).mainEntity[1].acceptedAnswer.text).toBe('</script><script>alert(1)</script>');
  });
});
