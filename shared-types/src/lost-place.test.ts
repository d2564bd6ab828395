import { expect, it } from 'vitest';
import { type LostPlace, lostPlaceAdvice, lostPlaceWords } from './lost-place.js';

it.each<[LostPlace, string, RegExp]>([
  [
    { status: 'unknown-zip', zip: '00000', didYouMean: [] },
    'We don’t know the ZIP code 00000',
    /check its five digits/,
  ],
  [
    { status: 'military-zip', zip: '09012' },
    '09012 is a military ZIP code',
    /Look for the city nearest to you/,
  ],
  [{ status: 'military-zip', zip: 'APO AE' }, 'APO AE is a military address', /join a virtual workshop/],
  [
    { status: 'unknown-place', text: 'Sprngfeld', didYouMean: [] },
    'We couldn’t find “Sprngfeld”',
    /check the spelling, add the state .* or use a ZIP code/,
  ],
  [
    { status: 'outside-us', text: 'Toronto, ON' },
    '“Toronto, ON” is outside the United States',
    /You can still join a virtual one/,
  ],
])('says of a place that was not found what is wrong, and what to do: %j', (near, words, advice) => {
  expect(lostPlaceWords(near)).toBe(words);
  expect(lostPlaceAdvice(near)).toMatch(advice);
});
