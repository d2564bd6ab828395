import type { Near } from './place.js';

/** A place that was asked for and not found. */
export type LostPlace = Exclude<Near, { status: 'found' }>;

/** What is wrong with a place that was not found, as the beginning of a sentence. */
export function lostPlaceWords(near: LostPlace): string {
  switch (near.status) {
    case 'unknown-zip':
      return `We don’t know the ZIP code ${near.zip}`;
    case 'military-zip':
      return `${near.zip} is a military ${/\d/.test(near.zip) ? 'ZIP code' : 'address'}`;
    case 'unknown-place':
      return `We couldn’t find “${near.text}”`;
    case 'outside-us':
      return `“${near.text}” is outside the United States`;
  }
}

/** What to do about it. */
export function lostPlaceAdvice(near: LostPlace): string {
  switch (near.status) {
    case 'unknown-zip':
      return 'Please check its five digits, or look for a city instead.';
    case 'military-zip':
      return 'It stands for no place on the map. Look for the city nearest to you instead, or join a virtual workshop.';
    case 'unknown-place':
      return 'Please check the spelling, add the state (“Springfield, IL”) or use a ZIP code.';
    case 'outside-us':
      return 'Our workshops are held in the United States and its territories. You can still join a virtual one.';
  }
}
