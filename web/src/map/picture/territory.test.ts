import type { Territory } from '@deep-dive/shared-types';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBasemap } from '../../../basemap/build';
import { colors } from '../colors';

let render: typeof import('./territory').renderTerritorySvg;
beforeAll(async () => {
  await buildBasemap();
  ({ renderTerritorySvg: render } = await import('./territory'));
});

const draw = (territory: Partial<Territory>, name = 'High Plains') =>
  render({ wholeStates: [], zips: [], states: [], ...territory }, name) ?? '';
const filled = (picture: string) =>
  picture.match(new RegExp(`<path fill="${colors.deepDive}"`, 'g'))?.length ?? 0;
const frameOf = (picture: string) => (/viewBox="([^"]*)"/.exec(picture)?.[1] ?? '').split(' ').map(Number);

describe('a territory’s picture', () => {
  it('fills whole states, names those that have room, and shows what is about them', () => {
    const picture = draw({ wholeStates: ['MT', 'WY'] });
    expect(filled(picture)).toBe(2);
    expect(picture).toMatch(/>Montana<.*>Wyoming</);
    const [, , width = 0] = frameOf(picture);
    expect(width).toBeGreaterThan(200);
    expect(width).toBeLessThan(450);
    expect(picture).not.toMatch(/<script|style=|href|undefined|NaN/);
  });

  it('comes closer for ZIP codes, which are dots', () => {
    const picture = draw({
      zips: [
        [-80.19, 25.77],
        [-80.2, 25.79],
      ],
      states: ['FL'],
    });
    expect(filled(picture)).toBe(0);
    expect(picture.match(/<circle /g)).toHaveLength(2);
    expect(frameOf(picture)[2]).toBe(150);
  });

  it('leaves a name out that would run over its state', () => {
    expect(draw({ wholeStates: ['MA'] })).not.toContain('Massachusetts');
  });

  it.each([['AK'], ['HI'], ['PR', 'VI'], ['GU', 'MP', 'AS'], ['DC'], ['RI']])('draws %s', (...states) => {
    const picture = draw({ wholeStates: states, states });
    expect(filled(picture)).toBe(states.length);
    expect(picture).not.toMatch(/NaN|null|d=""/);
  });

  it('keeps a name from being markup, and is none where nothing can be drawn', () => {
    expect(draw({ wholeStates: ['CO'] }, '<b>')).toContain('Where &#60;b&#62; serves');
    expect(render({ wholeStates: [], zips: [], states: [] }, 'Nobody')).toBeNull();
  });
});
