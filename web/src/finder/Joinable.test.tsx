import type { JoinableWorkshop, WorkshopList } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { render, textOf } from '../testing/render';
import { aList, aWorkshop, aWorkshopDetail, denver } from '../testing/samples';
import { Joinable } from './Joinable';

const march: JoinableWorkshop = { month: '2027-03', kind: 'deep-dive', withinMiles: 50 };
const partner = aWorkshopDetail().contact;

const show = (list: Partial<WorkshopList>) =>
  render(<Joinable list={{ ...aList([]), near: denver, partners: [partner], joinable: [march], ...list }} />);

describe('Private workshops that one may ask to join', () => {
  it('are told of by kind, month and a round distance, with whom to ask', () => {
    const html = show({});
    expect(textOf(html)).toContain(
      'Your Regional Partner has a private Deep Dive in March 2027 within 50 miles.',
    );
    expect(html).toContain(`href="/contact?purpose=private&amp;near=80202&amp;partner=${partner.slug}"`);
  });

  it('are told of beside others as well, each month of the year', () => {
    const joinable = ['01', '12'].map((month) => ({
      ...march,
      month: `2027-${month}`,
      kind: 'intro' as const,
    }));
    const text = textOf(show({ ...aList([aWorkshop()]), near: denver, joinable }));
    expect(text).toContain(
      'has a private Intro in January 2027 within 50 miles and a private Intro in December 2027 within 50 miles.',
    );
  });

  it('are not told of where there are none', () => {
    expect(show({ joinable: [] })).toBe('');
    expect(show({ near: null })).toBe('');
  });
});
