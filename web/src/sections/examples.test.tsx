import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { allExamples, answersOf, type NamedExample } from '../testing/all-examples';
import { type Answer, renderSections, textOf } from '../testing/render';
import { AWKWARD_HEADING } from '../testing/words';
import { heroExamples } from './Hero/Hero.examples';

const titled = allExamples.map((example) => ({ ...example, title: `${example.kind}, ${example.name}` }));

const show = (example: NamedExample, above: (typeof example.section)[] = []): string =>
  renderSections(
    [...above, example.section],
    answersOf(example).map(({ queryKey, data }): Answer => [() => ({ queryKey }), data]),
  );

describe.each(titled)('$title', (example) => {
  let html = '';
  const complain = vi.spyOn(console, 'error').mockImplementation(() => {});
  beforeAll(() => {
    complain.mockClear();
    html = show(example);
  });

  it('is shown whole on the server', () => {
    // React marks a part it had to leave out: "$!" and a template in its place.
    expect(html.slice(0, 17)).toBe('<!--$--><section ');
    expect(html.includes('<!--$!-->')).toBe(false);
    expect(complain).not.toHaveBeenCalled();
  });

  it('shows its own words', () => {
    const { section } = example;
    const words = 'text' in section ? section.text : 'heading' in section ? section.heading : null;
    if (words) expect(readable(html).includes(words)).toBe(true);
    else expect(textOf(html)).not.toBe('');
  });

  it('lets no markup, script or style through', () => {
    expect(html.match(/<script|<b>|javascript:| style=|undefined|\[object/)?.[0]).toBeUndefined();
    expect(html.includes('&lt;script&gt;')).toBe(JSON.stringify(example).includes('<script>'));
  });

  it('keeps the outline of the headings, first on a page or below a hero', () => {
    const levels = levelsOf(html);
    expect(levels[0] ?? 2).toBe(example.kind === 'Hero' ? 1 : 2);
    expect(jumpsIn(levels)).toEqual([]);
    const below = levelsOf(show(example, [{ ...heroExamples.usual.section, id: 99 }]));
    expect(below.filter((level) => level === 1)).toHaveLength(1);
    expect(jumpsIn(below)).toEqual([]);
  });

  it('has every id once', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('The examples', () => {
  it('have each section awkward in its first words', () => {
    for (const { section, name } of allExamples.filter(({ name }) => name === 'awkward')) {
      const words = 'text' in section ? section.text : section.heading;
      expect([name, words]).toEqual(['awkward', AWKWARD_HEADING]);
    }
  });

  const inOrder = (names: string[]) => titled.filter(({ name }) => names.includes(name));

  it.each(inOrder(['longest']))('fill every field: $title', ({ section }) => {
    const { full, tooLong } = measure(section, `sections/${fileOf(section.__component)}`);
    expect(tooLong).toEqual([]);
    expect(full.filter(([, length, most]) => length < most)).toEqual([]);
    expect(full.length).toBeGreaterThan(0);
  });

  it.each(titled)('are no longer than the CMS allows: $title', ({ section }) => {
    expect(measure(section, `sections/${fileOf(section.__component)}`).tooLong).toEqual([]);
  });
});

type Measure = [where: string, length: number, most: number];
type Attribute = { type: string; maxLength?: number; max?: number; component?: string; repeatable?: boolean };

/** Each text and list the CMS sets a limit to: how long it is, and how long it could be. */
function measure(value: object, schema: string, where = ''): { full: Measure[]; tooLong: Measure[] } {
  const { attributes } = JSON.parse(
    readFileSync(new URL(`../../../cms/src/components/${schema}.json`, import.meta.url), 'utf8'),
  ) as { attributes: Record<string, Attribute> };
  const full: Measure[] = [];
  const look = (name: string, held: unknown, { maxLength, max, component }: Attribute): void => {
    if (typeof held === 'string' && maxLength) full.push([name, held.length, maxLength]);
    if (Array.isArray(held) && component && max) full.push([name, held.length, max]);
    if (!component) return;
    for (const item of [held].flat())
      if (item && typeof item === 'object')
        full.push(...measure(item, component.replace('.', '/'), name).full);
  };
  for (const [name, attribute] of Object.entries(attributes))
    look(`${where}/${name}`, (value as Record<string, unknown>)[name], attribute);
  return { full, tooLong: full.filter(([, length, most]) => length > most) };
}

function fileOf(component: string): string {
  return component.replace('sections.', '');
}

function levelsOf(html: string): number[] {
  return [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
}

/** Where a heading is more than one level below the one before it. */
function jumpsIn(levels: number[]): string[] {
  return levels.flatMap((level, index) => {
    const previous = levels[index - 1] ?? level;
    return level > previous + 1 ? [`h${previous} to h${level}`] : [];
  });
}

/** The words of some HTML with every entity React writes undone. */
function readable(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&amp;', '&');
}
