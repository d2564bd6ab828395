import type { WorkshopPlaces } from '@deep-dive/shared-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBasemap } from '../../../basemap/build';
import { colors } from '../colors';
import { MAP_HEIGHT, MAP_WIDTH, project } from '../geo/projection';

let svg: typeof import('./svg');
beforeAll(async () => {
  await buildBasemap();
  svg = await import('./svg');
});

const draw = (...places: WorkshopPlaces['places']) => svg.renderWorkshopsSvg({ places });
const marks = (picture: string) => picture.match(/<g stroke="#fff" stroke-width="1.5">(.*?)<\/g>/)?.[1] ?? '';

describe('renderWorkshopsSvg', () => {
  it('tells kinds apart by shape and says what it shows in words', () => {
    const picture = draw([-104.99, 39.74, 1, 0], [-71.06, 42.36, 0, 1], [-122.33, 47.61, 1, 1]);
    const shapes = [...marks(picture).matchAll(/<(\w+) fill="(.*?)"/g)].map(([, shape, fill]) => [
      shape,
      fill,
    ]);
    expect(shapes).toEqual([
      ['circle', colors.deepDive],
      ['path', colors.intro],
      ['circle', colors.deepDive],
      ['path', colors.intro],
    ]);
    expect(picture).toContain('4 workshops (2 Deep Dive, 2 Intro).');
    expect(picture).not.toMatch(/<script|style=|undefined|NaN/);
  });

  it('says so when there are none', () => {
    expect(draw()).toContain('No workshops are on the map at the moment.');
  });

  it('shows the Pacific territories when there is something in them', () => {
    const picture = draw([144.79, 13.47, 1, 0], [-170.7, -14.28, 0, 2]);
    expect(marks(picture).match(/<circle|<path/g)).toHaveLength(2);
    expect(picture).toMatch(/>Guam, CNMI<.*>Samoa</s);
    expect(draw([-104.99, 39.74, 1, 0])).not.toContain('Guam');
  });

  it('leaves out places off the picture', () => {
    expect(marks(draw([2.35, 48.86, 1, 0]))).toBe('');
  });

  it('stays small however many places there are', () => {
    const many = Array.from({ length: 42_000 }, (_, i): WorkshopPlaces['places'][number] => [
      -120 + ((i * 7919) % 45_000) / 1000,
      30 + ((i * 104_729) % 17_000) / 1000,
      1,
      0,
    ]);
    expect(draw(...many).length).toBeLessThan(500_000);
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
    ['Hagåtña', 144.75, 13.47],
    ['Saipan', 145.73, 15.18],
    ['Pago Pago', -170.7, -14.28],
  ])('keeps %s on the picture', (_, longitude, latitude) => {
    const [x, y] = project(longitude, latitude) ?? [Number.NaN, Number.NaN];
    expect(x).toBeGreaterThan(0);
    expect(x).toBeLessThan(MAP_WIDTH);
    expect(y).toBeGreaterThan(0);
    expect(y).toBeLessThan(MAP_HEIGHT);
  });
});
