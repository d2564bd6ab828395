import type { Position } from 'geojson';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCATOR_HEIGHT, LOCATOR_WIDTH, renderLocatorSvg } from './locator';

interface Feature {
  properties: { kind: string; name?: string };
  geometry: { coordinates: unknown };
}
const atlas = vi.hoisted(() => ({
  counties: [] as Feature[],
  labels: [] as Feature[],
  neighbours: [] as Feature[],
  us: [] as Feature[],
}));
vi.mock('../../../generated/basemap/counties.json', () => ({ default: { features: atlas.counties } }));
vi.mock('../../../generated/basemap/labels.json', () => ({ default: { features: atlas.labels } }));
vi.mock('../../../generated/basemap/towns.json?raw', () => ({ default: '{"features":[]}' }));
vi.mock('../../../generated/basemap/neighbours.json', () => ({ default: { features: atlas.neighbours } }));
vi.mock('../../../generated/basemap/us.json', () => ({ default: { features: atlas.us } }));

/** So far north that a degree of latitude is twice as long as one of longitude. */
const here = { latitude: 60, longitude: -100, label: 'Churchill' };
/** Units of the picture in a degree of latitude. */
const NORTH = (480 / 120) * 69.09;

/** Where on the globe a point of the picture about `here` is. */
const at = (x: number, y: number): Position => [
  here.longitude + (x - LOCATOR_WIDTH / 2) / (NORTH / 2),
  here.latitude - (y - LOCATOR_HEIGHT / 2) / NORTH,
];
const area = (kind: string, ...points: [number, number][]): Feature => ({
  properties: { kind },
  geometry: { coordinates: [[[...points, points[0] ?? [0, 0]].map(([x, y]) => at(x, y))]] },
});
const line = (kind: string, ...points: [number, number][]): Feature => ({
  properties: { kind },
  geometry: { coordinates: [points.map(([x, y]) => at(x, y))] },
});
const city = (name: string, x: number, y: number, kind = 'city'): Feature => ({
  properties: { kind, name },
  geometry: { coordinates: at(x, y) },
});

beforeEach(() => {
  for (const features of Object.values(atlas)) features.length = 0;
});

/** The path data in the borders' colour. */
function border(...points: [number, number][]): string | undefined {
  atlas.us.push(line('border', ...points));
  return /stroke="#c9c2b4"[^>]* d="([^"]*)"/.exec(renderLocatorSvg(here))?.[1];
}
/** The cities that are named, each with the side its name is on. */
function named(...cities: Feature[]): string[] {
  atlas.labels.push(...cities);
  return [...renderLocatorSvg(here).matchAll(/text-anchor="(start|end)"[^>]*>([^<]*)</g)].map(
    ([, side, name]) => `${name} ${side === 'start' ? '→' : '←'}`,
  );
}

describe('the picture', () => {
  it('is the water, the lands, their borders, and the names, each above the one before', () => {
    atlas.us.push(area('land', [100, 100], [200, 100], [200, 200]), line('border', [100, 150], [200, 150]));
    atlas.counties.push(line('county', [110, 110], [120, 120]));
    atlas.neighbours.push(
      area('land', [300, 100], [400, 100], [400, 200]),
      line('seam', [300, 100], [300, 200]),
      area('lake', [320, 120], [330, 120], [330, 130]),
      area('island', [322, 122], [324, 122], [324, 124]),
    );
    atlas.labels.push(city('Arviat', 300, 60), city('Manitoba', 60, 60, 'state'));
    expect(renderLocatorSvg(here).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 300" width="480" height="300" role="img" aria-labelledby="title">
      <title id="title">Map of the region about Churchill</title>
      <rect width="480" height="300" fill="#dcebf0"/>
      <path fill="#eceeeb" fill-rule="evenodd" d="M300.0,100.0L400.0,100.0L400.0,200.0L300.0,100.0"/>
      <path fill="none" stroke="#eceeeb" stroke-width="38" stroke-linejoin="round" d="M300.0,100.0L300.0,200.0"/>
      <path fill="#dcebf0" fill-rule="evenodd" d="M320.0,120.0L330.0,120.0L330.0,130.0L320.0,120.0"/>
      <path fill="#eceeeb" fill-rule="evenodd" d="M322.0,122.0L324.0,122.0L324.0,124.0L322.0,122.0"/>
      <path fill="#fbf8f2" fill-rule="evenodd" d="M100.0,100.0L200.0,100.0L200.0,200.0L100.0,100.0"/>
      <path fill="none" stroke="#e6e0d3" stroke-width="1" stroke-linejoin="round" d="M110.0,110.0L120.0,120.0"/>
      <path fill="none" stroke="#c9c2b4" stroke-width="1.75" stroke-linejoin="round" d="M100.0,150.0L200.0,150.0"/>
      <path fill="none" stroke="#a3bfca" stroke-width="1" stroke-linejoin="round" d="M100.0,100.0L200.0,100.0L200.0,200.0L100.0,100.0"/>
      <g font-family="system-ui, sans-serif" font-size="14" stroke="#fbf8f2" stroke-width="3" stroke-linejoin="round" paint-order="stroke">
      <text x="240" y="170" text-anchor="middle" font-weight="700" fill="#1e2430">Churchill</text>
      <circle cx="300.0" cy="60.0" r="2.5" fill="#717a86"/>
      <text x="306.0" y="65.0" text-anchor="start" fill="#4a5260">Arviat</text>
      <text x="10" y="282" fill="#4a5260" font-size="12">20 miles</text>
      <path d="M10.5,286v4h80.0v-4" fill="none" stroke="#4a5260" stroke-width="1.5"/>
      </g>
      <g transform="translate(240 150)">
      <path d="M0,0C-2-7-11-12-11-21a11,11 0 1 1 22,0C11-12 2-7 0,0z" fill="#b3261e" stroke="#fff" stroke-width="2"/>
      <circle cy="-21" r="4.5" fill="#fff"/>
      </g>
      </svg>"
    `);
  });
});

describe('a line', () => {
  it('begins anew where another ends', () => {
    border([10, 10], [20, 10]);
    expect(border([10, 30], [20, 30])).toBe('M10.0,10.0L20.0,10.0M10.0,30.0L20.0,30.0');
  });

  it('is left without the points that nobody sees, and keeps its end', () => {
    expect(border([10, 10], [10.3, 10.3], [10.5, 10.5], [15, 10.5], [15.3, 10.5])).toBe(
      'M10.0,10.0L10.5,10.5L15.0,10.5L15.3,10.5',
    );
    atlas.us.length = 0;
    expect(border([10, 10], [9.5, 9.4], [9.4, 9], [5, 9])).toBe('M10.0,10.0L9.5,9.4L5.0,9.0');
  });

  it.each<[string, [number, number], [number, number]]>([
    ['left', [-20, 50], [-11, 60]],
    ['right', [491, 50], [500, 60]],
    ['top', [50, -20], [60, -11]],
    ['bottom', [50, 311], [60, 320]],
  ])('off the %s is not drawn', (_, from, to) => {
    expect(border(from, to)).toBe('');
  });

  it.each<[string, [number, number], string]>([
    ['left', [-9, 50], 'M-9.0,50.0L240.0,150.0'],
    ['right', [489, 50], 'M489.0,50.0L240.0,150.0'],
    ['top', [50, -9], 'M50.0,-9.0L240.0,150.0'],
    ['bottom', [50, 309], 'M50.0,309.0L240.0,150.0'],
  ])('that comes in from the %s is drawn whole', (_, from, path) => {
    expect(border(from, [240, 150])).toBe(path);
  });

  it('across the antimeridian is on the place’s own side of it', () => {
    const [west, east] = [
      [179.5, 60],
      [-179.5, 60],
    ];
    atlas.us.push({
      properties: { kind: 'border' },
      geometry: {
        coordinates: [
          [east, [-179, 60]],
          [west, [179, 60]],
        ],
      },
    });
    const drawn = renderLocatorSvg({ ...here, longitude: 180 });
    expect(drawn).toContain('d="M309.1,150.0L378.2,150.0M170.9,150.0L101.8,150.0"');
  });
});

describe('an area', () => {
  it('is cut where nobody sees the edge', () => {
    atlas.us.push(area('land', [-100, 100], [100, 100], [100, 200], [-100, 200]));
    const [, path] = /fill="#fbf8f2" fill-rule="evenodd" d="([^"]*)"/.exec(renderLocatorSvg(here)) ?? [];
    expect(path).toMatch(/^M[^M]*$/);
    expect(new Set(path?.match(/-?[\d.]+,[\d.]+/g))).toEqual(
      new Set(['-10.0,100.0', '100.0,100.0', '100.0,200.0', '-10.0,200.0']),
    );
  });
});

describe('the cities', () => {
  it('are named on the right, or on the left where there is no room', () => {
    expect(named(city('Arviat', 60, 60), city('Gillam', 450, 60))).toEqual(['Arviat →', 'Gillam ←']);
  });

  it.each([
    ['the top', 60, 12],
    ['the bottom', 240, 288],
    ['the right and the left', 240, 60],
  ])('are left out where their name would run out at %s', (_, x, y) => {
    const name = y === 60 ? 'a'.repeat(32) : 'Arviat';
    expect(named(city(name, x, y))).toEqual([]);
  });

  it.each([
    ['above', 60, 13.5],
    ['below', 240, 286.5],
    ['left', 8.5, 60],
  ])('may come near the edge %s', (_, x, y) => {
    expect(named(city('Arviat', x, y))).toEqual(['Arviat →']);
  });

  it('keep clear of the pin, its label and the scale', () => {
    expect(
      named(city('A', 240, 130), city('B', 240, 165), city('C', 20, 280), city('D', 104.5, 280)),
    ).toEqual(['D →']);
  });

  it('keep clear of each other: the larger comes first', () => {
    expect(named(city('Arviat', 60, 60), city('Gillam', 62, 62), city('Thompson', 60, 79))).toEqual([
      'Arviat →',
      'Thompson →',
    ]);
  });

  it('take the left when the right is taken', () => {
    expect(named(city('Arviat', 200, 60), city('Gillam', 190, 60))).toEqual(['Arviat →', 'Gillam ←']);
  });

  it('are six at most, and nothing but cities', () => {
    const states = [30, 50].map((y) => city('Manitoba', 60, y, 'state'));
    const cities = [40, 60, 80, 100, 120, 140, 160].map((y, i) => city(`City ${i}`, 60, y));
    expect(named(...states, ...cities)).toHaveLength(6);
  });

  it('are none of those far away', () => {
    expect(named(city('Arviat', 700, 60), city('Gillam', 60, 900))).toEqual([]);
  });

  it('are names, not markup', () => {
    atlas.labels.push(city('<b>', 60, 60));
    expect(renderLocatorSvg(here)).toContain('>&#60;b&#62;</text>');
  });
});

describe('the label at the pin', () => {
  const labelled = (label: string): string | undefined =>
    /font-weight="700"[^>]*>([^<]*)</.exec(renderLocatorSvg({ ...here, label }))?.[1];

  it('is as long as fits, and cut beyond', () => {
    expect(labelled('x'.repeat(36))).toBe('x'.repeat(36));
    expect(labelled('x'.repeat(37))).toBe(`${'x'.repeat(35)}…`);
  });

  it('takes the room of its length', () => {
    const beside = city('A', 300, 165);
    atlas.labels.push(beside);
    expect(named()).toEqual(['A →']);
    expect(renderLocatorSvg({ ...here, label: 'x'.repeat(36) })).not.toContain('text-anchor="start"');
  });
});
