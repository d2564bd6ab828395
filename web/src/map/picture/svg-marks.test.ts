import type { WorkshopPlaces } from '@deep-dive/shared-types';
import { describe, expect, it, vi } from 'vitest';
import { project } from '../geo/projection';
import { renderWorkshopsSvg } from './svg';

vi.mock('../../../generated/basemap/states-path.json', () => ({
  default: { land: 'M1,1z', borders: 'M2,2', pacific: { 'Guam, CNMI': 'M3,3z' } },
}));

type PlaceOnMap = WorkshopPlaces['places'][number];
const draw = (...places: PlaceOnMap[]): string => renderWorkshopsSvg({ places });
/** One mark a line. */
const marksOf = (picture: string): string[] =>
  /<g stroke="#fff" stroke-width="1.5">(.*?)<\/g>/.exec(picture)?.[1]?.match(/<[^>]+>/g) ?? [];
const radiusOf = (picture: string): number | undefined => {
  const [, radius] = / r="([^"]*)"/.exec(picture) ?? [];
  return radius === undefined ? undefined : Number(radius);
};

const denver = [-104.99, 39.74] as const;

describe('the picture', () => {
  it('is the states, their frames, and the marks', () => {
    expect(draw([...denver, 1, 0]).replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
      "<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 975 610" width="975" height="610" role="img" aria-labelledby="title desc">
      <title id="title">Upcoming workshops in the United States</title>
      <desc id="desc">1 Deep Dive workshop. A circle is a Deep Dive, a diamond an Intro, a diamond in a circle both at one place.</desc>
      <path fill="#fbf8f2" stroke="#a3bfca" stroke-width="1" stroke-linejoin="round" d="M1,1z"/>
      <path fill="none" stroke="#c9c2b4" stroke-width="1" stroke-linejoin="round" d="M2,2"/>
      <path fill="none" stroke="#a3bfca" stroke-width="1" d="M0,468h186l29,29v113M215,515h80l45,45v50M834,610v-46l24,-22h117"/>
      <g stroke="#fff" stroke-width="1.5">
      <circle fill="#00707b" cx="342.9" cy="273.9" r="6.0"/>
      </g>
      </svg>"
    `);
  });

  it('has a frame with a name for a Pacific territory that has workshops', () => {
    const [, inset = ''] = /h117"\/>(.*?)<g /.exec(draw([144.79, 13.47, 1, 0])) ?? [];
    expect(inset.replaceAll('><', '>\n<')).toMatchInlineSnapshot(`
      "<path fill="none" stroke="#a3bfca" stroke-width="1" d="M577,610v-60h58v60"/>
      <path fill="#fbf8f2" stroke="#a3bfca" stroke-width="1" stroke-linejoin="round" d="M3,3z"/>
      <text x="606" y="545" text-anchor="middle" fill="#1e2430" font-family="system-ui, sans-serif" font-size="18">Guam, CNMI</text>"
    `);
  });

  it('needs no land to draw an inset', () => {
    expect(draw([-170.7, -14.28, 1, 0])).toMatch(/d=""\/><text [^>]*>Samoa</);
  });
});

describe('a mark', () => {
  it('is a circle for Deep Dives, where they are', () => {
    const [x, y] = project(...denver) ?? [];
    expect(marksOf(draw([...denver, 1, 0]))).toEqual([
      `<circle fill="#00707b" cx="${x?.toFixed(1)}" cy="${y?.toFixed(1)}" r="6.0"/>`,
    ]);
  });

  it('is a diamond for Intros', () => {
    expect(marksOf(draw([...denver, 0, 1]))).toMatchInlineSnapshot(`
      [
        "<path fill="#6a3fa0" d="M342.9 266.7 350.1 273.9 342.9 281.1 335.7 273.9z"/>",
      ]
    `);
  });

  it('is a diamond in a circle for both, which points nowhere', () => {
    expect(marksOf(draw([...denver, 1, 3]))).toMatchInlineSnapshot(`
      [
        "<circle fill="#00707b" cx="342.9" cy="273.9" r="8.0"/>",
        "<path fill="#6a3fa0" d="M342.9 266.9 349.9 273.9 342.9 280.9 335.9 273.9z"/>",
      ]
    `);
  });

  it.each([
    [1, 6],
    [2, 6.5],
    [4, 7],
    [16, 9],
    [80, 14],
    [10_000, 14],
  ])('for %i workshops has a radius of %d', (count, radius) => {
    expect(radiusOf(draw([...denver, count, 0]))).toBe(radius);
  });

  it('stands for all that is hardly a step away, and for nothing else', () => {
    const boston = [-71.06, 42.36] as const;
    const picture = draw([...boston, 0, 1], [...denver, 3, 0], [-104.991, 39.741, 1, 0], [...boston, 0, 2]);
    const marks = marksOf(picture);
    expect(marks).toHaveLength(2);
    expect(marks[0]).toMatch(/^<circle .* r="7\.0"/);
    expect(marks[1]).toMatch(/^<path fill="#6a3fa0"/);
    expect(picture).toContain(
      '>7 workshops (4 Deep Dive, 3 Intro). A circle is a Deep Dive, a diamond an Intro',
    );
  });

  it('hides no smaller one: the largest are drawn first', () => {
    const marks = marksOf(draw([-71.06, 42.36, 1, 0], [...denver, 9, 0], [-122.33, 47.61, 4, 0]));
    expect(marks.map(radiusOf)).toEqual([8, 7, 6]);
  });
});
