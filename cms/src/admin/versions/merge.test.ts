import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, merge, type Values, withTheirs } from './merge';

const hero = (id: number | undefined, heading: string, more: Values = {}): Values => ({
  __component: 'sections.hero',
  ...(id !== undefined && { id }),
  __temp_key__: `a${id ?? 'Z'}`,
  heading,
  ...more,
});
const headings = (values: Values): unknown[] => (values.sections as Values[]).map(({ heading }) => heading);
const RELATION = { connect: [], disconnect: [] };

describe('what two people wrote', () => {
  it('is all there when they changed different fields', () => {
    const base = { title: 'T', slug: 's', parent: RELATION, revision: 1 };
    const connected = { connect: [{ id: 7 }], disconnect: [] };
    const { values, touching } = merge(
      base,
      { ...base, title: 'Mine', parent: connected },
      { ...base, slug: 'theirs', revision: 2 },
    );
    expect(values).toEqual({ title: 'Mine', slug: 'theirs', parent: connected, revision: 2 });
    expect(touching).toEqual([]);
  });

  it('is mine where both changed a field, and named', () => {
    const { values, touching } = merge({ title: 'T' }, { title: 'Mine' }, { title: 'Theirs' });
    expect(values.title).toBe('Mine');
    expect(touching).toEqual([{ path: 'title', mine: 'Mine', theirs: 'Theirs' }]);
  });

  it('is all there when they changed different sections, or different fields of one', () => {
    const base = { sections: [hero(1, 'One'), hero(2, 'Two', { note: 'N' }), hero(3, 'Three')] };
    const { values, touching } = merge(
      base,
      { sections: [hero(1, 'Mine'), hero(2, 'Two', { note: 'Mine' }), hero(3, 'Three')] },
      { sections: [hero(1, 'One'), hero(2, 'Theirs', { note: 'N' }), hero(3, 'Three too')] },
    );
    expect(headings(values)).toEqual(['Mine', 'Theirs', 'Three too']);
    expect((values.sections as Values[])[1]?.note).toBe('Mine');
    expect(touching).toEqual([]);
  });

  it.each<[string, Values[], Values[], unknown[], string[]]>([
    [
      'a section that I added',
      [hero(1, 'One'), hero(undefined, 'New'), hero(2, 'Two')],
      [hero(1, 'One'), hero(2, '2')],
      ['One', 'New', '2'],
      [],
    ],
    [
      'a section that they added',
      [hero(1, '1'), hero(2, 'Two')],
      [hero(3, 'New'), hero(1, 'One'), hero(2, 'Two')],
      ['New', '1', 'Two'],
      [],
    ],
    [
      'sections that both added',
      [hero(1, 'One'), hero(2, 'Two'), hero(undefined, 'Mine')],
      [hero(1, 'One'), hero(2, 'Two'), hero(3, 'Theirs')],
      ['One', 'Two', 'Mine', 'Theirs'],
      [],
    ],
    ['a section that I removed', [hero(2, 'Two')], [hero(1, 'One'), hero(2, '2')], ['2'], []],
    ['a section that they removed', [hero(1, '1'), hero(2, 'Two')], [hero(1, 'One')], ['1'], []],
    [
      'a section that I removed and they changed',
      [hero(2, 'Two')],
      [hero(3, 'New'), hero(1, '1'), hero(2, 'Two')],
      ['New', '1', 'Two'],
      [],
    ],
    [
      'a section that they removed and I changed',
      [hero(1, 'One'), hero(2, 'Mine')],
      [hero(1, 'One')],
      ['One', 'Mine'],
      ['sections.1'],
    ],
    [
      'sections that they moved',
      [hero(1, '1'), hero(2, 'Two')],
      [hero(2, 'Two'), hero(1, 'One')],
      ['Two', '1'],
      [],
    ],
    [
      'sections that I moved',
      [hero(2, 'Two'), hero(1, 'One')],
      [hero(1, '1'), hero(2, 'Two')],
      ['Two', '1'],
      [],
    ],
    [
      'a heading that both changed',
      [hero(1, 'Mine'), hero(2, 'Two')],
      [hero(1, 'Theirs'), hero(2, 'Two')],
      ['Mine', 'Two'],
      ['sections.0.heading'],
    ],
  ])('stays in order: %s', (_what, mine, theirs, expected, touching) => {
    const base = { sections: [hero(1, 'One'), hero(2, 'Two')] };
    const merged = merge(base, { sections: mine }, { sections: theirs });
    expect(headings(merged.values)).toEqual(expected);
    expect(merged.touching.map(({ path }) => path)).toEqual(touching);
    const keys = (merged.values.sections as Values[]).map((part) => part.__temp_key__);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('takes the ids that there are now: of a part that is gone, and of one stored anew', () => {
    const base = { sections: [hero(1, 'One', { seo: { id: 5, text: 'x' } }), hero(2, 'Two')] };
    const mine = { sections: [hero(1, 'Mine', { seo: { id: 5, text: 'x' } }), hero(2, 'Two')] };
    const anew = { sections: [hero(11, 'One', { seo: { id: 15, text: 'x' } }), hero(12, 'Two')] };
    const [first] = merge(base, mine, anew).values.sections as Values[];
    expect(first).toMatchObject({ id: 11, heading: 'Mine', seo: { id: 15 } });
    const gone = merge(base, mine, { sections: [hero(12, 'Two'), hero(13, 'Three')] });
    expect(gone.touching.map(({ path }) => path)).toEqual(['sections']);
    expect(JSON.stringify(gone.values)).not.toContain('"id"');
  });

  it('keeps a file, which is no part', () => {
    const file = (id: number): Values => ({ id, mime: 'image/png', name: 'a.png' });
    const { values } = merge(
      { image: file(1), title: 'T' },
      { image: file(2), title: 'T' },
      { image: file(1), title: 'U' },
    );
    expect(values).toEqual({ image: file(2), title: 'U' });
  });

  it('is what one of them wrote when the other wrote nothing, whatever that is', () => {
    const part = fc.record({ id: fc.nat(5), heading: fc.string({ maxLength: 3 }) });
    const sections = fc
      .uniqueArray(part, { selector: ({ id }) => id, maxLength: 5 })
      .map((parts) => parts.map(({ id, heading }) => hero(id + 1, heading)));
    const form = fc.record({ title: fc.string({ maxLength: 3 }), sections });
    fc.assert(
      fc.property(form, form, (base, changed) => {
        const byMe = merge(base, changed, base);
        expect(isSame(byMe.values, changed)).toBe(true);
        expect(byMe.touching).toEqual([]);
        expect(merge(base, base, changed)).toEqual({ values: changed, touching: [] });
      }),
    );
  });

  it('can be theirs after all, here and there', () => {
    const sections = [hero(1, 'One'), hero(2, 'Two'), hero(3, 'Three')];
    const { values, touching } = merge(
      { title: 'T', sections },
      { title: 'Mine', sections: [hero(1, 'One'), hero(2, 'Mine'), hero(3, 'Mine too')] },
      { title: 'Theirs', sections: [hero(1, 'One'), hero(3, 'Theirs')] },
    );
    expect(touching.map(({ path }) => path)).toEqual(['title', 'sections.1', 'sections.2.heading']);
    const settled = withTheirs(values, touching);
    expect(settled.title).toBe('Theirs');
    expect(headings(settled)).toEqual(['One', 'Theirs']);
    expect(values.title).toBe('Mine');
  });
});
