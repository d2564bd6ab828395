import { expect, it } from 'vitest';
import { withMore } from './problem';

it('more is said only of fields of which nothing is said yet', () => {
  const zip = { path: ['venue', 'zip'], message: 'There is no such ZIP code.' };
  const city = { path: ['venue', 'city'], message: 'It is too far.' };
  const again = { path: ['venue', 'zip'], message: 'Fill it in.' };
  const venue = { path: ['venue'], message: 'Add the venue.' };
  expect(withMore([zip], [again, city, venue])).toEqual([zip, city, venue]);
  expect(withMore([], [again, again])).toEqual([again, again]);
  expect(withMore([zip], [])).toEqual([zip]);
});
