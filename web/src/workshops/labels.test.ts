import { describe, expect, it } from 'vitest';
import {
  addressLabel,
  countLabel,
  distanceLabel,
  isOver,
  placeLabel,
  placesLabel,
  sessionTitle,
  timeZoneLabel,
  titleParts,
} from './labels';

describe('placesLabel', () => {
  it.each([
    ['scheduled', 30, null, '30 places'],
    ['scheduled', 1, null, '1 place'],
    ['scheduled', 1200, null, '1,200 places'],
    ['scheduled', 38, 6, '6 of 38 places left'],
    ['scheduled', 1, 1, '1 of 1 place left'],
    ['scheduled', null, null, ''],
    ['full', 30, 0, 'Full'],
    ['full', 30, null, 'Full'],
    ['cancelled', 30, 6, 'Cancelled'],
  ] as const)('%s, %s places, %s left: "%s"', (status, capacity, placesLeft, words) => {
    expect(placesLabel({ status, capacity, placesLeft })).toBe(words);
  });
});

const place = {
  venue: 'Central Library',
  city: 'Denver',
  state: 'CO',
  zip: '80204',
  latitude: null,
  longitude: null,
};

describe('placeLabel', () => {
  it('names the venue when there is one', () => {
    expect(placeLabel({ place })).toBe('Central Library, Denver, CO');
    expect(placeLabel({ place: { ...place, venue: null } })).toBe('Denver, CO');
    expect(placeLabel({ place: null })).toBe('Online');
  });
});

describe('addressLabel', () => {
  it('says as much of the address as is known', () => {
    expect(addressLabel({ place, street: '10 W 14th Ave Pkwy' })).toBe(
      'Central Library, 10 W 14th Ave Pkwy, Denver, CO 80204',
    );
    expect(addressLabel({ place: { ...place, venue: null } })).toBe('Denver, CO 80204');
    expect(addressLabel({ place: { ...place, venue: null, zip: '' } })).toBe('Denver, CO');
    expect(addressLabel({ place: null })).toBe('Online');
  });
});

describe('distanceLabel', () => {
  it.each([
    [0, 'less than a mile away'],
    [0.99, 'less than a mile away'],
    [1.4, '1 mile away'],
    [11.6, '12 miles away'],
    [2443.2, '2,443 miles away'],
  ])('calls %d miles "%s"', (miles, label) => expect(distanceLabel(miles)).toBe(label));
});

describe('sessionTitle', () => {
  const first = { startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' };
  const second = { startsAt: '2027-03-13T16:00:00Z', endsAt: '2027-03-13T23:00:00Z' };

  it('tells sessions apart where there are several', () => {
    const title = 'Deep Dive';
    expect(sessionTitle({ title, sessions: [first] }, first)).toBe('Deep Dive');
    expect(sessionTitle({ title, sessions: [first, second] }, second)).toBe('Deep Dive (session 2 of 2)');
  });
});

it('counts workshops as one says it', () => {
  expect(countLabel(1)).toBe('1 workshop');
  expect(countLabel(1400)).toBe('1,400 workshops');
});

it('calls a workshop over when its last session has ended', () => {
  const sessions = [
    { startsAt: '2027-03-06T16:00:00Z', endsAt: '2027-03-06T23:00:00Z' },
    { startsAt: '2027-03-13T16:00:00Z', endsAt: '2027-03-13T23:00:00Z' },
  ];
  expect(isOver({ sessions }, Date.parse('2027-03-10T00:00:00Z'))).toBe(false);
  expect(isOver({ sessions }, Date.parse('2027-03-13T23:00:01Z'))).toBe(true);
});

it('calls time zones what people call them', () => {
  expect(timeZoneLabel('America/Los_Angeles')).toBe('Pacific Time');
  expect(timeZoneLabel('America/Indiana/Indianapolis')).toBe('Eastern Time');
});

describe('titleParts', () => {
  it.each([
    ['CS Fundamentals: Deep Dive in Denver', 'CS Fundamentals: Deep Dive in ', 'Denver'],
    ['CS Fundamentals: Deep Dive online with Buckeye', 'CS Fundamentals: Deep Dive ', 'online with Buckeye'],
    ['CS Fundamentals: Deep Dive', 'CS Fundamentals: ', 'Deep Dive'],
    ['CS Fundamentals', '', 'CS Fundamentals'],
    ['Deep Dive ', '', 'Deep Dive '],
    ['CS Fundamentals: Intro in Denver', 'CS Fundamentals: ', 'Intro in Denver'],
    ['Unplugged in Yakima', '', 'Unplugged in Yakima'],
  ])('parts “%s”', (title, repeated, own) => {
    expect(titleParts({ title, kind: 'deep-dive' })).toEqual([repeated, own]);
  });
});
