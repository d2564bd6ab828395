import { beforeAll, describe, expect, it } from 'vitest';
import { buildBasemap } from '../../basemap/build';
import { aCollection, aWorkshop } from './fixtures';
import { MAP_HEIGHT, MAP_WIDTH, project } from './projection';

let svg: typeof import('./svg');
beforeAll(async () => {
  await buildBasemap();
  svg = await import('./svg');
});

const marks = (picture: string) => picture.match(/<g stroke="#fff" stroke-width="1.5">(.*?)<\/g>/)?.[1] ?? '';

describe('renderWorkshopsSvg', () => {
  it('tells kinds apart by shape and says what it shows in words', () => {
    const picture = svg.renderWorkshopsSvg(
      aCollection(
        [aWorkshop({}), [-104.99, 39.74]],
        [aWorkshop({ kind: 'intro' }), [-71.06, 42.36]],
        [aWorkshop({}), [-122.33, 47.61]],
        [aWorkshop({ kind: 'intro' }), [-122.33, 47.61]],
      ),
    );
    expect([...marks(picture).matchAll(/href="#([a-z-]+)"/g)].map(([, symbol]) => symbol).sort()).toEqual([
      'deep-dive',
      'intro',
      'mixed',
    ]);
    expect(picture).toContain('4 workshops (2 Deep Dive, 2 Intro).');
    expect(picture).not.toMatch(/<script|style=|undefined|NaN/);
  });

  it('says so when there are none', () => {
    expect(svg.renderWorkshopsSvg(aCollection())).toContain('No workshops are on the map at the moment.');
  });

  it('leaves out places off the picture', () => {
    expect(marks(svg.renderWorkshopsSvg(aCollection([aWorkshop({}), [144.79, 13.47]])))).toBe('');
  });

  it('stays small however many workshops there are', () => {
    const many = Array.from({ length: 20_000 }, (_, i): [ReturnType<typeof aWorkshop>, [number, number]] => [
      aWorkshop({}),
      [-120 + ((i * 7919) % 45_000) / 1000, 30 + ((i * 104_729) % 17_000) / 1000],
    ]);
    expect(svg.renderWorkshopsSvg(aCollection(...many)).length).toBeLessThan(500_000);
  });
});

describe('project', () => {
  it.each([
    ['Seattle', -122.33, 47.61],
    ['Miami', -80.19, 25.76],
    ['Anchorage', -149.9, 61.22],
    ['Honolulu', -157.86, 21.31],
    ['San Juan', -66.11, 18.47],
    ['Charlotte Amalie', -64.93, 18.34],
  ])('keeps %s on the picture', (_, longitude, latitude) => {
    const [x, y] = project(longitude, latitude) ?? [Number.NaN, Number.NaN];
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(MAP_WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(MAP_HEIGHT);
  });
});
