import { describe, expect, it } from 'vitest';
import { standing, whyNotListed } from '../../rules/visibility';
import { factsOf } from './facts';

const now = new Date('2027-01-10T12:00:00Z');
const workshop = {
  visibility: 'public',
  availability: 'scheduled',
  startsAt: '2027-03-06T16:00:00Z',
  endsAt: '2027-03-06T23:00:00Z',
  partner: { count: 1 },
};

describe('a workshop in the admin', () => {
  it('is on the map when it is published, public, upcoming and has a partner', () => {
    expect(whyNotListed(factsOf(workshop, true), now)).toEqual([]);
  });

  it('is on the map in lists as well, which have the partner itself', () => {
    const inList = { ...workshop, partner: { name: 'Own Partner' } };
    expect(whyNotListed(factsOf(inList, true), now)).toEqual([]);
    expect(whyNotListed(factsOf({ ...workshop, partner: null }, true), now)).toHaveLength(1);
  });

  it('is full when no place is left', () => {
    const full = { ...workshop, capacity: 20, placesTaken: 20 };
    expect(standing(factsOf(full, true), now)).toBe('On the map · Full');
    expect(standing(factsOf({ ...full, placesTaken: 19 }, true), now)).toBe('On the map');
  });

  it('says that it has no partner when the relation leads nowhere', () => {
    expect(whyNotListed(factsOf({ ...workshop, partner: { count: 0 } }, true), now)).toHaveLength(1);
  });

  it('has a partner when somebody who acts for one sees it, though the partner is not shown to them', () => {
    const { partner: _, ...asPartnerSeesIt } = workshop;
    expect(whyNotListed(factsOf(asPartnerSeesIt, true), now)).toEqual([]);
  });

  it('says that it is a draft and has no dates when nothing is filled in yet', () => {
    expect(whyNotListed(factsOf({ partner: { count: 1 } }, false), now)).toHaveLength(2);
  });
});
