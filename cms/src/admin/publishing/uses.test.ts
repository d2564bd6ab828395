import { expect, it } from 'vitest';
import { headingOf, placesNamed } from './uses';

const need = { documentId: 'a', name: '“Compare” (Page)', refusal: null };
const use = { name: 'Site', places: ['“Menu at the top”'], link: '/x' };

it('says how many places lead to an entry, or why it must stay', () => {
  expect(headingOf({ ...need, uses: [use] }, false)).toContain(
    '“Compare” (Page) is used in one place that visitors see',
  );
  expect(headingOf({ ...need, uses: [use, use] }, false)).toContain('in 2 places');
  expect(headingOf({ ...need, uses: [use] }, false)).toContain('left out until it is published again');
  expect(headingOf({ ...need, uses: [use] }, true)).toContain('left out for good');
  expect(headingOf({ ...need, refusal: 'It must stay.', uses: [use] }, true)).toBe('It must stay.');
});

it('names six places at most', () => {
  expect(placesNamed({ places: ['a', 'b'] })).toBe('a; b');
  expect(placesNamed({ places: [...'abcdefgh'] })).toBe('a; b; c; d; e; f; and 2 more');
});
