import { describe, expect, it } from 'vitest';
import { colors } from '../colors';
import { haloLayer, highlightLayer, pinLayer, symbolLayer } from './layers';
import { PIN, sizes } from './symbols';

type Counts = { deepDive: number; intro: number };

/** What an engine makes of an expression, as far as the layers use them. */
function evaluate(expression: unknown, properties: Record<string, unknown>): unknown {
  if (!Array.isArray(expression)) return expression;
  const [operator, ...parts] = expression;
  const value = (index: number) => evaluate(parts[index], properties);
  const number = (index: number) => Number(value(index));
  switch (operator) {
    case 'get':
      return properties[parts[0]];
    case '==':
      return value(0) === value(1);
    case '<':
      return number(0) < number(1);
    case '+':
      return number(0) + number(1);
    case '/':
      return number(0) / number(1);
    case 'round':
      return Math.round(number(0));
    case 'to-string':
      return String(value(0));
    case 'concat':
      return `${value(0)}${value(1)}`;
    case 'case': {
      const found = parts.findIndex(
        (_, index) => index % 2 === 0 && index < parts.length - 1 && value(index),
      );
      return value(found < 0 ? parts.length - 1 : found + 1);
    }
    case 'step': {
      const later = parts.slice(2).filter((_, index) => index % 2 === 0);
      return value(1 + 2 * later.filter((from) => from <= number(0)).length);
    }
  }
  throw new Error(`Nobody knows ${operator}`);
}

const layer = symbolLayer(['Noto Sans SemiBold']);
const symbol = (counts: Counts) => evaluate(layer.layout?.['icon-image'], counts);
const numberOn = (counts: Counts) => evaluate(layer.layout?.['text-field'], counts);

describe('a symbol', () => {
  it.each<[Counts, string]>([
    [{ deepDive: 1, intro: 0 }, 'deep-dive:0'],
    [{ deepDive: 0, intro: 1 }, 'intro:0'],
    [{ deepDive: 1, intro: 1 }, 'mixed:1'],
    [{ deepDive: 9, intro: 0 }, 'deep-dive:1'],
    [{ deepDive: 0, intro: 10 }, 'intro:2'],
    [{ deepDive: 30, intro: 20 }, 'mixed:3'],
    [{ deepDive: 1000, intro: 0 }, 'deep-dive:4'],
  ])('for %j is %s', (counts, id) => {
    expect(symbol(counts)).toBe(id);
  });

  it.each([
    [1, ''],
    [2, '2'],
    [999, '999'],
    [1000, '1k'],
    [1249, '1.2k'],
    [41_980, '42k'],
  ])('for %i workshops reads “%s”', (deepDive, words) => {
    expect(numberOn({ deepDive, intro: 0 })).toBe(words);
  });

  it('has a larger number on a larger symbol, in the font it is given, in white', () => {
    const size = (deepDive: number) => evaluate(layer.layout?.['text-size'], { deepDive, intro: 0 });
    expect(sizes.map(({ from }) => size(from))).toEqual([11, 12, 13, 14, 15]);
    expect(layer.layout?.['text-font']).toEqual(['Noto Sans SemiBold']);
    expect(layer.paint).toEqual({ 'text-color': '#fff' });
  });

  it('is never hidden by another one', () => {
    expect(layer.layout?.['icon-allow-overlap']).toBe(true);
    expect(layer.layout?.['text-allow-overlap']).toBe(true);
  });

  it('is of the workshops’ own layer', () => {
    expect([layer.id, layer.type, layer['source-layer']]).toEqual(['workshops', 'symbol', 'workshops']);
  });
});

describe('the rings about a symbol', () => {
  it.each([haloLayer, highlightLayer])('$id: a little larger than it, and in its colour', ({ paint }) => {
    const ring = (counts: Counts) => [
      evaluate(paint?.['circle-radius'], counts),
      evaluate(paint?.['circle-color'], counts),
    ];
    expect(sizes.map(({ from }) => ring({ deepDive: from, intro: 0 })[0])).toEqual(
      sizes.map(({ radius }) => radius + 8),
    );
    expect(ring({ deepDive: 1, intro: 0 })[1]).toBe(colors.deepDive);
    expect(ring({ deepDive: 0, intro: 1 })[1]).toBe(colors.intro);
    expect(ring({ deepDive: 1, intro: 1 })[1]).toBe(colors.deepDive);
  });
});

describe('the pin', () => {
  it('stands on the searched place, with its name above or wherever no symbol is, in the font it is given', () => {
    const { filter, layout, paint, ...rest } = pinLayer(['Noto Sans']);
    expect(rest).toEqual({ id: 'searched', type: 'symbol' });
    expect(evaluate(filter, { kind: 'searched' })).toBe(true);
    expect(evaluate(filter, { kind: 'radius' })).toBe(false);
    expect(layout).toMatchObject({
      'icon-image': PIN,
      'icon-anchor': 'bottom',
      'icon-allow-overlap': true,
      'text-font': ['Noto Sans'],
      'text-optional': true,
    });
    expect(layout).not.toHaveProperty('text-allow-overlap');
    expect(layout?.['text-variable-anchor']).toEqual(expect.arrayContaining(['bottom', 'left', 'right']));
    expect(evaluate(layout?.['text-field'], { label: 'Denver, CO' })).toBe('Denver, CO');
    const [beside = 0, above = 0] = (layout?.['text-offset'] ?? []) as number[];
    expect([beside > 0, above > 2]).toEqual([true, true]);
    expect(paint).toMatchObject({ 'text-color': colors.ink, 'text-halo-color': '#fff' });
  });
});
