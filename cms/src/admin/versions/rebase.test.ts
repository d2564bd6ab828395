import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSame, KEY, type Values } from './merge';
import { rebased } from './rebase';

const section = (key: string, id: number | undefined, heading: string): Values => ({
  __component: 'sections.hero',
  ...(id !== undefined && { id }),
  [KEY]: key,
  heading,
});
const entry = (revision: number, more: Values): Values => ({ documentId: 'd', revision, ...more });
const keys = ({ sections }: Values): unknown[] => (sections as Values[]).map((each) => each[KEY]);

describe('a form whose entry was stored', () => {
  it('shows what was typed since, and what was stored where nothing was', () => {
    const sent = entry(1, { title: 'Deep', slug: '' });
    const stored = entry(2, { title: 'Deep', slug: 'deep' });
    const { initialValues, values } = rebased(
      { initialValues: sent, values: { ...sent, title: 'Deep dive' } },
      stored,
      false,
    );
    expect(initialValues).toEqual(stored);
    expect(values).toEqual(entry(1, { title: 'Deep dive', slug: 'deep' }));
  });

  it('keeps the keys that its sections are drawn by, so that none loses the caret', () => {
    const sent = entry(1, { sections: [section('a0', 1, 'One'), section('a5', undefined, 'New')] });
    const stored = entry(2, { sections: [section('a0', 1, 'One'), section('a1', 2, 'New')] });
    const typed = entry(1, { sections: [section('a0', 1, 'One'), section('a5', undefined, 'Newer')] });
    const unchanged = rebased({ initialValues: sent, values: sent }, stored, false);
    expect(keys(unchanged.values)).toEqual(['a0', 'a5']);
    expect(unchanged.values).toBe(unchanged.initialValues);
    const { values } = rebased({ initialValues: sent, values: typed }, stored, false);
    expect(values.sections).toEqual([section('a0', 1, 'One'), section('a5', 2, 'Newer')]);
  });

  it.each([
    ['another entry', { documentId: 'other', title: 'Other' }, false],
    ['a new one', { title: null }, false],
    ['what is published of it', entry(1, { title: 'Published' }), true],
  ])('gives way to %s', (_, stored, isReadOnly) => {
    const form = { initialValues: entry(1, { title: 'T' }), values: entry(1, { title: 'Typed' }) };
    expect(rebased(form, stored, isReadOnly)).toEqual({ initialValues: stored, values: stored });
  });

  it('loses nothing, whatever was added, moved, removed and typed before and after it was sent', () => {
    fc.assert(
      fc.property(fc.array(edit(), { maxLength: 6 }), fc.array(edit(), { maxLength: 6 }), (before, after) => {
        const begun = entry(1, {
          sections: [section('a0', 1, '1'), section('a1', 2, '2'), section('a2', 3, '3')],
        });
        const sent = before.reduce(edited, begun);
        const typed = after.reduce(edited, sent);
        const { initialValues, values } = rebased(
          { initialValues: sent, values: typed },
          storedOf(sent),
          false,
        );
        expect(isSame(values.sections, typed.sections)).toBe(true);
        expect(keys(values)).toEqual(keys(typed));
        const ids = new Map((initialValues.sections as Values[]).map((each) => [each[KEY], each.id]));
        for (const each of values.sections as Values[]) expect(each.id).toBe(ids.get(each[KEY]));
      }),
    );
  });
});

interface Edit {
  what: 'add' | 'remove' | 'move' | 'type';
  at: number;
  words: string;
}

const edit = (): fc.Arbitrary<Edit> =>
  fc.record({
    what: fc.constantFrom('add', 'remove', 'move', 'type'),
    at: fc.nat(9),
    words: fc.string({ minLength: 1, maxLength: 4 }),
  });

let added = 0;

function edited(form: Values, { what, at, words }: Edit): Values {
  const sections = [...(form.sections as Values[])];
  const index = at % Math.max(sections.length, 1);
  if (what === 'add') sections.splice(index, 0, section(`new${added++}`, undefined, words));
  else if (what === 'remove') sections.splice(index, 1);
  else if (what === 'move') sections.push(...sections.splice(index, 1));
  else if (sections[index]) sections[index] = { ...sections[index], heading: words };
  return { ...form, sections };
}

/** As the CMS gives it back: with an id for each section, and keys in their order. */
function storedOf(sent: Values): Values {
  const sections = (sent.sections as Values[]).map((each, index) => ({
    ...each,
    id: each.id ?? 100 + index,
    [KEY]: `a${index}`,
  }));
  return { ...sent, revision: 2, sections };
}
