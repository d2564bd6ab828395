import { describe, expect, it } from 'vitest';
import { answerWords, possibleWords, totalWords } from './quote-words';

const range = { fromCents: 5000, toCents: 30000 };

describe('the answer', () => {
  it.each([
    [22500, null, 1, '$225 each'],
    [0, null, 1, 'Free'],
    [null, range, 1, 'Between $50 and $300 each'],
    [null, null, 1, 'Your Regional Partner sets the price here'],
    [null, null, 0, 'No Regional Partner serves this place yet'],
    [null, null, 2, 'It depends on where you are'],
  ])('%s cents, range %j, %i partners: "%s"', (perPersonCents, bounds, partners, words) => {
    expect(answerWords({ perPersonCents, range: bounds, partners: Array(partners) })).toBe(words);
  });

  it.each([
    [12, 270000, null, '$2,700 for 12 people'],
    [1, 22500, null, ''],
    [12, 0, null, ''],
    [12, null, range, 'Between $600 and $3,600 for 12 people'],
    [12, null, null, ''],
  ])('for %i, %s cents, range %j: "%s"', (people, totalCents, bounds, words) => {
    expect(totalWords({ people, totalCents, range: bounds })).toBe(words);
  });
});

it.each([
  [24000, 'If your district has signed.', 'Could be $240 each if your district has signed.'],
  [5000, 'for 10 or more people', 'Could be $50 each for 10 or more people.'],
  [15000, 'For Title I schools', 'Could be $150 each for Title I schools.'],
  [15000, 'Rural districts only.', 'Could be $150 each. Rural districts only.'],
  [0, 'if you teach at our school', 'Could be free if you teach at our school.'],
  [null, 'Rural districts', 'Could be less. Rural districts.'],
  [22500, '', 'Could be $225 each. Ask for whom.'],
])('%s cents, "%s": "%s"', (perPersonCents, condition, words) => {
  expect(possibleWords({ label: 'Any', perPersonCents, condition })).toBe(words);
});
