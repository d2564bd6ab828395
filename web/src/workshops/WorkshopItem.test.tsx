import { describe, expect, it } from 'vitest';
import { render, textOf } from '../testing/render';
import { aResult } from '../testing/samples';
import { WorkshopItem } from './WorkshopItem';

const show = (overrides: Parameters<typeof aResult>[0] = {}): string =>
  render(<WorkshopItem workshop={aResult(overrides)} level={3} />);

describe('WorkshopItem', () => {
  it('says what, when at the venue, where, with whom and for how much', () => {
    const text = textOf(show());
    expect(text).toContain('Mar 6 2027 CS Fundamentals: Deep Dive in Denver');
    expect(text).toContain('Deep Dive In person 30 places');
    expect(text).toContain('Sat, Mar 6, 2027, 9:00 AM – 4:00 PM MST');
    expect(text).toContain('Central Library, Denver, CO');
    expect(text).toContain('$150 per person (this workshop’s price) Front Range Partners');
  });

  it('shows of the title what not every row says, and leads to the workshop’s page', () => {
    const html = show();
    expect(html).toContain('<span class="visually-hidden">CS Fundamentals: Deep Dive in </span>');
    expect(html).toMatch(/href="\/workshops\/denver-march"/);
  });

  it('tells the kinds apart by shape and word', () => {
    expect(show({ kind: 'deep-dive' })).toContain('<circle');
    expect(show({ kind: 'intro' })).not.toContain('<circle');
    expect(textOf(show({ kind: 'intro' }))).toContain('Intro In person');
  });

  it('never calls an unknown fee free', () => {
    const text = textOf(show({ fee: { type: 'ask' } }));
    expect(text).toContain('Ask the partner about the cost');
    expect(text).not.toMatch(/free/i);
  });

  it('says what groups pay, and how many places are left', () => {
    const { price } = aResult();
    const text = textOf(
      show({ placesLeft: 6, price: { ...price, group: { perPersonCents: 5000, minimumPeople: 10 } } }),
    );
    expect(text).toContain('(this workshop’s price) from $50 each for 10 or more');
    expect(text).toContain('6 of 30 places left');
  });

  it('says when it is full, and when it is online', () => {
    const text = textOf(show({ status: 'full', format: 'virtual', place: null }));
    expect(text).toContain('Virtual Full');
    expect(text).toContain('Online');
  });

  it('says how far it is, and that scholarships are to be had', () => {
    const text = textOf(show({ distanceMiles: 12.4, hasScholarship: true }));
    expect(text).toContain('Denver, CO 12 miles away');
    expect(text).toContain('$150 per person (this workshop’s price) Scholarships');
    expect(textOf(show())).not.toMatch(/away|Scholarships/);
  });

  it('lets one register and save the date', () => {
    const html = show();
    expect(html).toMatch(/href="https:\/\/frontrange.example\/register\/denver-march"[^>]*>Register/);
    expect(html).toMatch(/href="\/workshops\/denver-march.ics"[^>]*>Add to calendar/);
    expect(html).not.toContain('Ask for a place');
  });

  it.each([
    { status: 'full' as const },
    { registrationUrl: null },
    { registrationUrl: 'javascript:alert(1)' },
  ])('leads to whom to ask for a place where one can’t register: %j', (overrides) => {
    const html = show(overrides);
    expect(html).toMatch(/href="\/contact\?purpose=place&amp;workshop=denver-march"[^>]*>Ask for a place/);
    expect(html).not.toContain('Register');
    expect(html).not.toContain('javascript');
  });

  it.each([
    ['full', true],
    ['cancelled', true],
    ['scheduled', false],
  ] as const)('offers to tell of another where it is %s: %s', (status, isOffered) => {
    expect(show({ status }).includes('href="/alerts?near=80204&amp;kind=deep-dive"')).toBe(isOffered);
  });
});
