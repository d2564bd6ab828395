import { describe, expect, it } from 'vitest';
import { findNear } from '../places';
import { partnerFor, partnersServing, territoryOnMap, territoryProblems } from './territory';

const oregon = { name: 'Open Oregon', territory: [{ state: 'OR' }] };
const portland = { name: 'Portland Codes', territory: [{ zips: '97201, 97202\n97203' }] };

describe('which partner serves a place', () => {
  it('is the one that has its state, unless another lists its ZIP code', () => {
    const partners = [oregon, portland];
    expect(partnerFor('97301', partners)?.name).toBe('Open Oregon');
    expect(partnerFor('97202-1234', partners)?.name).toBe('Portland Codes');
    expect(partnerFor('97202', partners.toReversed())?.name).toBe('Portland Codes');
  });

  it('is the one that has it in any of its areas', () => {
    const wide = { name: 'Wide Codes', territory: [{ state: 'ID' }, { zips: '98101' }, { state: 'MT' }] };
    expect(['83702', '98101', '59715', '98102'].map((zip) => partnerFor(zip, [wide]))).toEqual([
      wide,
      wide,
      wide,
      null,
    ]);
  });

  it('is nobody where nobody serves, or where there is no such ZIP code', () => {
    expect(partnerFor('98101', [oregon])).toBeNull();
    expect(partnerFor('00000', [oregon])).toBeNull();
    expect(
      partnerFor('98101', [{ name: 'Unfinished', territory: [{ state: null, zips: null }, {}] }]),
    ).toBeNull();
  });
});

describe('the partners that serve a place', () => {
  const place = (text: string) => {
    const near = findNear(text);
    if (near.status !== 'found') throw new Error(`${text} is ${near.status}`);
    return near.place;
  };
  const ashland = { name: 'Ashland Codes', territory: [{ zips: '97520' }] };
  const washington = { name: 'Puget Codes', territory: [{ state: 'WA' }] };
  const partners = [portland, ashland, washington, oregon];

  it('are, for a whole state, who has the whole of it first, then who has ZIP codes in it, by name', () => {
    expect(partnersServing(place('Oregon'), partners)).toEqual([oregon, ashland, portland]);
    expect(partnersServing(place('Oregon'), partners.toReversed())).toEqual([oregon, ashland, portland]);
    expect(partnersServing(place('Idaho'), partners)).toEqual([]);
  });

  it('are those that have the state, or a part of it, in any of their areas', () => {
    const both = { name: 'Both Codes', territory: [{ state: 'ID' }, { state: 'OR' }] };
    const part = { name: 'A Part', territory: [{ state: 'ID' }, { zips: '98101, 97520' }] };
    expect(partnersServing(place('Oregon'), [part, both])).toEqual([both, part]);
  });

  it('are one at most for a ZIP code or a city', () => {
    expect(partnersServing(place('97202'), partners)).toEqual([portland]);
    expect(partnersServing(place('Salem, OR'), partners)).toEqual([oregon]);
    expect(partnersServing(place('Boise'), partners)).toEqual([]);
  });

  it('are told anew when an area is changed', () => {
    const area = { zips: '97202' };
    const partner = { name: 'Roaming Codes', territory: [area] };
    expect(partnerFor('97202', [partner])).toBe(partner);
    area.zips = '97203';
    expect(partnerFor('97202', [partner])).toBeNull();
  });
});

describe('a territory on a map', () => {
  it('is its whole states, where its ZIP codes are, each once, and every state it reaches', () => {
    const territory = [{ state: 'OR' }, { zips: '98101, 98101-1234\n97202 00000' }];
    expect(territoryOnMap(territory)).toEqual({
      wholeStates: ['OR'],
      zips: [
        [-122.34, 47.61],
        [-122.64, 45.48],
      ],
      states: ['OR', 'WA'],
    });
    expect(territoryOnMap([])).toEqual({ wholeStates: [], zips: [], states: [] });
  });
});

describe('a territory', () => {
  const messages = (territory: Parameters<typeof territoryProblems>[0], others = [oregon, portland]) =>
    territoryProblems(territory, others).map(({ message }) => message);

  it('may be a state, or ZIP codes in a state that another partner has', () => {
    expect(messages([{ state: 'WA' }])).toEqual([]);
    expect(messages([{ zips: '97301 97302' }])).toEqual([]);
  });

  it('names the partner that has a state or ZIP code already', () => {
    expect(messages([{ state: 'OR' }])[0]).toContain('OR already belongs to Open Oregon');
    expect(messages([{ zips: '97301, 97202' }])[0]).toContain(
      'ZIP code 97202 already belongs to Portland Codes',
    );
  });

  it('is a state or ZIP codes: not both, not neither, none twice', () => {
    expect(messages([{ state: 'WA', zips: '98101' }])[0]).toContain('not both');
    expect(messages([{}])[0]).toContain('choose a state or list ZIP codes');
    expect(messages([{ zips: '98101 98101-1111' }])[0]).toContain('listed twice');
  });

  it('is refused in words that say what to do, at the field they are about', () => {
    const said = (territory: Parameters<typeof territoryProblems>[0]) =>
      territoryProblems(territory, [oregon, portland]).map(
        ({ path, message }) => `${path.join('.')}: ${message}`,
      );
    expect(said([{ state: 'OR' }, { zips: '97202' }, { state: 'WA' }, { state: 'WA' }])).toEqual([
      'territory.0.state: Territory 1: OR already belongs to Open Oregon. Take it from there first, or leave it out here.',
      'territory.1.zips: Territory 2: ZIP code 97202 already belongs to Portland Codes. Take it from there first, or leave it out here.',
      'territory.3.state: Territory 4: WA is listed twice. Remove one of the two.',
    ]);
    expect(said([{ state: 'WA', zips: '98101' }, { zips: ' , ' }])).toEqual([
      'territory.0.zips: Territory 1: choose a state or list ZIP codes, not both. Use two entries for two areas.',
      'territory.1.state: Territory 2: choose a state or list ZIP codes.',
    ]);
  });

  it('may have its ZIP codes listed with any of , ; and spaces between', () => {
    expect(messages([{ state: null, zips: '98101, 98102;98103\n98104,,98105' }])).toEqual([]);
  });

  it('names five ZIP codes that are wrong at most, and no more of one than its beginning', () => {
    expect(messages([{ zips: '1 2 3 4 5 6 7' }])).toHaveLength(5);
    expect(messages([{ zips: '9'.repeat(50) }])[0]).toContain(`“${'9'.repeat(20)}”`);
  });

  it('knows each ZIP code', () => {
    expect(territoryProblems([{ state: 'WA' }, { zips: '98101 0000' }], [])).toEqual([
      {
        path: ['territory', 1, 'zips'],
        message: 'Territory 2: we know no ZIP code “0000”. Check it, or leave it out.',
      },
    ]);
  });
});
