import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { colors } from './colors';
import type { Mix } from './counts';
import { MapLegend, Shape } from './MapLegend';

const shapes = (html: string): [string | undefined, string | undefined][] =>
  [...html.matchAll(/<(circle|path)[^>]* fill="([^"]*)"/g)].map(([, shape, fill]) => [shape, fill]);

describe('the legend', () => {
  it('names the three shapes, which are pictures alone', () => {
    const html = renderToStaticMarkup(<MapLegend />);
    expect(html).toContain('aria-label="Legend"');
    expect(html.replace(/<[^>]+>/g, ' ').match(/\S+( \S+)*/g)).toEqual(['Deep Dive', 'Intro', 'Both']);
    expect(html.match(/<svg[^>]* aria-hidden="true" focusable="false"/g)).toHaveLength(3);
  });

  it.each<[Mix, [string, string][]]>([
    ['deep-dive', [['circle', colors.deepDive]]],
    ['intro', [['path', colors.intro]]],
    [
      'mixed',
      [
        ['circle', colors.deepDive],
        ['path', colors.intro],
      ],
    ],
  ])('draws %s as the map does', (mix, drawn) => {
    expect(shapes(renderToStaticMarkup(<Shape mix={mix} />))).toEqual(drawn);
  });
});
