import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { milesBetween } from '../places';
import { NOW, placeOf, places } from './fixtures';
import { cellOf, type IndexedJoinable, JoinableWorkshops } from './joinable';

/** In the cell of Omak, WA. */
const omak = { city: 'Omak', state: 'WA', latitude: 48.41, longitude: -119.53 };

const offered = (fields: Partial<IndexedJoinable> = {}): IndexedJoinable => ({
  id: 'w1',
  partner: 'p1',
  kind: 'deep-dive',
  month: '2027-10',
  endsAt: Date.parse('2027-10-09T23:00:00Z'),
  cell: cellOf(omak),
  ...fields,
});
const told = (
  workshops: IndexedJoinable[],
  search: Parameters<JoinableWorkshops['near']>[2] = {},
  place = placeOf(omak),
) => new JoinableWorkshops(workshops).near(place, 'p1', search, NOW);

describe('near a place', () => {
  it('one is told the month, the kind and a round distance of a private workshop that can be joined', () => {
    expect(told([offered()])).toEqual([{ month: '2027-10', kind: 'deep-dive', withinMiles: 50 }]);
  });

  it('one is told of no other partner’s, of none in a state, and of none that is over', () => {
    expect(told([offered({ partner: 'p2' })])).toEqual([]);
    expect(told([offered()], {}, placeOf(omak, 'state'))).toEqual([]);
    expect(told([offered({ endsAt: NOW.getTime() })])).toEqual([]);
  });

  it('farther ones are told of when one looks farther', () => {
    const wenatchee = placeOf({ city: 'Wenatchee', state: 'WA', latitude: 47.42, longitude: -120.31 });
    for (const radius of [undefined, 10, 25, 50] as const)
      expect([radius, told([offered()], { radius }, wenatchee)]).toEqual([radius, []]);
    for (const radius of [100, 250, 'any'] as const)
      expect([radius, told([offered()], { radius }, wenatchee)]).toEqual([
        radius,
        [{ month: '2027-10', kind: 'deep-dive', withinMiles: 100 }],
      ]);
    expect(told([offered()], { radius: 'any' }, placeOf(places.portland))).toEqual([]);
  });

  it('those of the kind and in the months that are searched', () => {
    expect(told([offered()], { kind: 'intro' })).toEqual([]);
    expect(told([offered()], { kind: 'deep-dive' })).toHaveLength(1);
    expect(told([offered()], { format: 'virtual' })).toEqual([]);
    expect(told([offered()], { from: '2027-11-01' })).toEqual([]);
    expect(told([offered()], { to: '2027-09-30' })).toEqual([]);
  });

  it('no day is found out by narrowing the days that are searched', () => {
    for (let day = 1; day <= 31; day += 1) {
      const only = `2027-10-${String(day).padStart(2, '0')}`;
      expect(told([offered()], { from: only, to: only })).toHaveLength(1);
    }
  });

  it('the soonest first, equal ones once, and three at most', () => {
    const months = ['2027-12', '2027-10', '2027-11', '2027-10', '2028-01'];
    expect(
      told(months.map((month, index) => offered({ id: `w${index}`, month }))).map(({ month }) => month),
    ).toEqual(['2027-10', '2027-11', '2027-12']);
  });
});

describe('its place', () => {
  const inUnitedStates = fc.record({
    latitude: fc.double({ min: 18, max: 71, noNaN: true }),
    longitude: fc.double({ min: -170, max: -65, noNaN: true }),
  });
  const within = fc.double({ min: 0, max: 0.499, noNaN: true });
  /** Two positions in one cell, and somebody near enough for an answer. */
  const asked = fc.record({
    corner: inUnitedStates.map(cellOf),
    a: fc.tuple(within, within),
    b: fc.tuple(within, within),
    from: fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true })),
    radius: fc.constantFrom(10 as const, 50 as const, 100 as const, 'any' as const),
  });

  it('can’t be told from another’s in the same cell, from wherever one asks', () => {
    fc.assert(
      fc.property(asked, ({ corner, a, b, from: [north, east], radius }) => {
        const at = ([up, right]: [number, number]) =>
          cellOf({ latitude: corner.latitude + up, longitude: corner.longitude + right });
        const place = placeOf({
          ...omak,
          latitude: corner.latitude + north,
          longitude: corner.longitude + east,
        });
        const answer = (position: [number, number]) =>
          told([offered({ cell: at(position) })], { radius }, place);
        expect(answer(a)).toEqual(answer(b));
      }),
    );
  });

  it('is never farther than what is told', () => {
    fc.assert(
      fc.property(asked, ({ corner, a: [up, right], from: [north, east] }) => {
        const position = { latitude: corner.latitude + up, longitude: corner.longitude + right };
        const from = { ...omak, latitude: corner.latitude + north, longitude: corner.longitude + east };
        for (const { withinMiles } of told(
          [offered({ cell: cellOf(position) })],
          { radius: 'any' },
          placeOf(from),
        ))
          expect(milesBetween(from, position)).toBeLessThanOrEqual(withinMiles + 0.01);
      }),
    );
  });
});

describe('the list of them', () => {
  it('takes what is put for what was known by its id, whichever partner had it', () => {
    const list = new JoinableWorkshops([offered()]);
    list.put(offered({ partner: 'p2' }));
    list.remove('gone');
    const of = (partner: string) => list.near(placeOf(omak), partner, {}, NOW).length;
    expect([of('p1'), of('p2')]).toEqual([0, 1]);
    list.remove('w1');
    expect([of('p1'), of('p2')]).toEqual([0, 0]);
  });
});
