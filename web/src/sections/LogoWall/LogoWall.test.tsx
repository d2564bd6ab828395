import { expect, it } from 'vitest';
import { renderSections } from '../../testing/render';
import { logoWallExamples } from './LogoWall.examples';

const html = renderSections([logoWallExamples.usual.section]);

it('names whose logo each is, and leads to those that have an address', () => {
  const names = [...html.matchAll(/alt="([^"]*)"/g)].map(([, name]) => name);
  expect(names).toEqual([
    'Front Range Partners',
    'Puget Codes',
    'Great Lakes Learning',
    'Gulf Coast Schools',
    'Desert Teachers',
  ]);
  const links = [...html.matchAll(/<a [^>]*href="([^"]*)"/g)].map(([, href]) => href);
  expect(links).toEqual(['https://www.frontrange.example/', 'https://puget.example/', '/partners/desert']);
  expect(html).toContain('rel="external noopener"');
});

it('makes wide, square and tall logos cover much the same area, each in its own proportions', () => {
  const sizes = [...html.matchAll(/width="(\d+)" height="(\d+)"/g)].map(([, ...size]) => size.map(Number));
  const ratios = [800 / 120, 1, 2, 200 / 500, 640 / 240];
  sizes.forEach(([width = 0, height = 0], index) => {
    expect(width).toBeLessThanOrEqual(176);
    expect(height).toBeLessThanOrEqual(84);
    expect(width / height / (ratios[index] ?? 0)).toBeCloseTo(1, 1);
    expect(width * height).toBeGreaterThan(2_500);
    expect(width * height).toBeLessThan(8_200);
  });
  expect(sizes).toHaveLength(5);
});
