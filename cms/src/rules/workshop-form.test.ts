import { expect, it } from 'vitest';
import { territoryInWords } from './workshop-form';

const where = 'Yakima, WA';

it.each([
  ['Evergreen', 'Evergreen', true, 'It is in your territory.', true],
  ['Evergreen', 'Evergreen', false, 'It is in the territory of Evergreen.', true],
  [
    'Evergreen',
    'Cascade',
    true,
    'Yakima, WA belongs to Cascade. Visitors there are sent to them, not to you.',
    false,
  ],
  ['Evergreen', null, true, 'Yakima, WA belongs to no partner’s territory.', false],
  [null, 'Cascade', false, 'It is in the territory of Cascade.', false],
  [null, null, false, 'Yakima, WA belongs to no partner’s territory.', false],
])('run by %j, in the territory of %j: told to its own people: %j', (partner, owner, mine, words, isOwn) => {
  expect(territoryInWords({ where, partner, owner }, mine)).toEqual({ words, isOwn });
});
