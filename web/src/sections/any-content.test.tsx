import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { definitions } from '../../server/answers/schemas.json';
import { allExamples, answersOf } from '../testing/all-examples';
import { type Answer, renderSections } from '../testing/render';
import { registry } from './registry';
import type { SectionName, SectionOf } from './section';

/** As much of JSON Schema as the shapes of the CMS's answers are written in. */
interface Shape {
  $ref?: string;
  anyOf?: Shape[];
  allOf?: Shape[];
  const?: unknown;
  enum?: unknown[];
  type?: string | string[];
  items?: Shape;
  properties?: Record<string, Shape>;
}
const shapes = definitions as unknown as Record<string, Shape>;

/** What somebody might paste, with what would run, were it taken for markup. */
const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  'javascript:alert(1)',
  ' JavaScript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '</style><svg onload=alert(1)>',
  '&lt;b&gt;',
  '/uploads/a.png',
  'https://youtu.be/dQw4w9WgXcQ',
  'One day.\n\nTwo days.',
  '',
];

/** How deep lists may stand in lists. */
const DEEPEST = 6;

function anyValue(shape: Shape, depth = 0): fc.Arbitrary<unknown> {
  if (shape.$ref) return anyValue(shapes[shape.$ref.replace('#/definitions/', '')] ?? {}, depth);
  if ('const' in shape) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) {
    const simple = shape.anyOf.filter((each) => depth < DEEPEST || !JSON.stringify(each).includes('$ref'));
    return fc.oneof(...(simple.length > 0 ? simple : shape.anyOf).map((each) => anyValue(each, depth + 1)));
  }
  const types = [shape.type ?? 'null'].flat();
  return fc.oneof(...types.map((type) => ofType(type, shape, depth)));
}

function ofType(type: string, shape: Shape, depth: number): fc.Arbitrary<unknown> {
  switch (type) {
    case 'string':
      return fc.constantFrom(...HOSTILE);
    case 'number':
      return fc.nat(1_000);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return depth > DEEPEST
        ? fc.constant([])
        : fc.array(anyValue(shape.items ?? {}, depth + 1), { maxLength: 3 });
    case 'object': {
      const properties = Object.entries(shape.properties ?? {});
      // The address of a file nobody types: it comes from the media library.
      const isFile = shape.properties?.alternativeText !== undefined;
      return fc.record(
        Object.fromEntries(
          properties.map(([name, property]) => [
            name,
            isFile && name === 'url' ? fc.constant('/uploads/a.png') : anyValue(property, depth + 1),
          ]),
        ),
      );
    }
    default:
      return fc.constant(null);
  }
}

const shapeNamed = (name: string): Shape | undefined =>
  Object.values(shapes).find(({ properties }) => properties?.__component?.const === name);

/** What its section needs answered, as in its usual example. */
const answersFor = (name: SectionName): Answer[] => {
  const usual = allExamples.find(({ section }) => section.__component === name);
  return usual ? answersOf(usual).map(({ queryKey, data }): Answer => [() => ({ queryKey }), data]) : [];
};

/** Tags and attributes of some HTML, without the text between them and without what stands in quotes. */
const markupOf = (html: string): string =>
  [...html.matchAll(/<[^>]*>/g)].map(([tag]) => tag.replace(/"[^"]*"/g, '""')).join('');

afterEach(() => vi.restoreAllMocks());

describe.each(Object.keys(registry) as SectionName[])('Whatever is written in a %s', (name) => {
  it('comes out as text', () => {
    const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
    const shape = shapeNamed(name);
    if (!shape) throw new Error(`${name} has no shape`);
    fc.assert(
      fc.property(anyValue(shape), (section) => {
        const html = renderSections([section as SectionOf<typeof name>], answersFor(name));
        expect(html).not.toContain('<!--$!-->');
        expect(/undefined|\[object|NaN/.exec(html)?.[0]).toBeUndefined();
        expect(/<script|<style|<svg onload|\son\w+=|style=/i.exec(markupOf(html))?.[0]).toBeUndefined();
        expect(/(href|action)="\s*(javascript|data:text)/i.exec(html)?.[0]).toBeUndefined();
      }),
      { numRuns: 150, seed: 20270306 },
    );
    expect(complain).not.toHaveBeenCalled();
  });
});
