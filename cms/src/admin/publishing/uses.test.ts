import { expect, it } from 'vitest';
import { headingOf, placesNamed } from './uses';

const need = { documentId: 'a', name: '“Compare” (Page)', refusal: null };
const use = { name: 'Site', places: ['“Menu at the top”'], link: '/x' };

it('says how many places lead to an entry, or why it must stay', () => {
  expect(headingOf({ ...need, uses: [use] })).toContain(
    '“Compare” (Page) is used in one place that visitors see',
  );
  expect(headingOf({ ...need, uses: [use, use] })).toContain('in 2 places');
  expect(headingOf({ ...need, refusal: 'It must stay.', uses: [use] })).toBe('It must stay.');
});

it('names six places at most', () => {
  expect(placesNamed({ places: ['a', 'b'] })).toBe('a; b');
  expect(placesNamed({ places: [...'abcdefgh'] })).toBe('a; b; c; d; e; f; and 2 more');
});
