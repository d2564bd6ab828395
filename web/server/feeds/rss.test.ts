import type { WorkshopFeedEntry } from '@deep-dive/shared-types';
import { parseFeed } from '@rowanmanning/feed-parser';
import { describe, expect, it } from 'vitest';
import { feedOf as feedWith, workshop } from '../testing/fake-cms';
import { rssFeed } from './rss';

const info = {
  title: 'Workshops: Professional Learning',
  siteUrl: 'https://example.org',
  query: '?kind=intro',
};
const textOf = (workshops: WorkshopFeedEntry[], changes = {}): string =>
  rssFeed(feedWith(...workshops), { ...info, ...changes }).body.toString();
const feedOf = (...workshops: WorkshopFeedEntry[]) => parseFeed(textOf(workshops));

describe('RSS of workshops', () => {
  it('says what it is, where it is and what it is about', () => {
    const feed = feedOf(workshop);
    expect(feed.meta).toEqual({ type: 'rss', version: '2.0' });
    expect(feed).toMatchObject({
      title: info.title,
      description: 'Upcoming professional learning workshops: dates, places and what they cost.',
      language: 'en-us',
      url: 'https://example.org/workshops?kind=intro',
      self: 'https://example.org/workshops.rss?kind=intro',
    });
  });

  it('has one item for each workshop, named for ever', () => {
    const [item] = feedOf(workshop).items;
    expect(item).toMatchObject({
      id: 'boise-march',
      title: 'CS Fundamentals: Deep Dive (Boise, ID, Sat, Mar 6, 2027)',
      url: 'https://example.org/workshops/boise-2027-03-06',
    });
    expect(item?.published?.toISOString()).toBe('2027-01-02T03:04:05.000Z');
    expect(item?.description).toContain('Ask the partner about the cost<br>');
    expect(item?.categories.map(({ term }) => term)).toEqual(['Deep Dive', 'In person', 'ID']);
    const several = { ...workshop, sessions: [...workshop.sessions, ...workshop.sessions], notes: 'A\nB' };
    const [first] = feedOf(several).items;
    expect(first?.title).toBe('CS Fundamentals: Deep Dive (Boise, ID, Sat, Mar 6, 2027)');
    expect(first?.description).toContain('A<br>B');
    const [virtual] = feedOf({ ...workshop, format: 'virtual', place: null }).items;
    expect(virtual?.title).toContain('(Online, Sat');
  });

  it('has what was published last first, a hundred at most, and nothing cancelled', () => {
    const many = Array.from(
      { length: 120 },
      (_, n): WorkshopFeedEntry => ({
        ...workshop,
        id: `w${n}`,
        status: n === 119 ? 'cancelled' : 'scheduled',
        updatedAt: new Date(Date.UTC(2027, 0, 1, n)).toISOString(),
      }),
    );
    const { items } = feedOf(...many);
    expect(items).toHaveLength(100);
    expect(items[0]?.id).toBe('w118');
    expect(feedOf().items).toEqual([]);
  });

  it('takes what people write as text, and never as markup', () => {
    const odd = {
      ...workshop,
      title: 'AT&amp;T <b>&</b> ]]> "Año" 日本\u0000\u0008\ufffe',
      notes: '<script>alert(1)</script>\r\nA & B',
    };
    const text = textOf([odd], { title: '</title><evil>', query: '?near=%3C%22&to=x' });
    const feed = parseFeed(text);
    expect(feed.title).toBe('</title><evil>');
    expect(feed.items).toHaveLength(1);
    expect(feed.items[0]?.title).toContain('AT&amp;T <b>&</b> ]]> "Año" 日本');
    expect(feed.items[0]?.description).toContain('&#60;script&#62;alert(1)&#60;/script&#62;<br>A &#38; B');
    for (const never of ['\u0000', '\u0008', '\ufffe', '<script', '<evil']) expect(text).not.toContain(never);
  });
});
