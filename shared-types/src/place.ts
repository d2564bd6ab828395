import type { Bounds } from './search.js';

/** A point on the earth, in degrees (WGS 84). */
export interface Coordinates {
  latitude: number;
  longitude: number;
}

/** What a visitor can look near. `point` is a position of their own, rounded to about a mile. */
export type PlaceKind = 'zip' | 'city' | 'state' | 'point';

/** A place in the United States or its territories. Coordinates are degrees (WGS 84). */
export interface Place {
  kind: PlaceKind;
  /** "Seattle, WA 98101", "St. Louis, MO", "Cape Cod, MA", "Colorado", or "a spot near Boise, ID". */
  label: string;
  /** Two-letter postal code of the state or territory. */
  state: string;
  /** The middle of it. */
  latitude: number;
  longitude: number;
  /** The ZIP code, or the one at its middle; null for a state. */
  zip: string | null;
  /** Of a state, all of it; null for a place that is as good as a point. */
  bounds: Bounds | null;
}

/** What was made of the text a visitor looked near. */
export type Near =
  /**
   * `others` are different places of the same name, as one can look near them ("Springfield, IL"). `alsoAbroad` tells that
   * the text named a city without its state, and a much larger city abroad has the same name ("Toronto").
   */
  | { status: 'found'; place: Place; others: string[]; alsoAbroad: boolean }
  /** It has the form of a ZIP code, and there is no such one. `didYouMean` is one that it may stand for ("02139" for "2139"). */
  | { status: 'unknown-zip'; zip: string; didYouMean: string[] }
  /** A military (APO, FPO, DPO) ZIP code, or such an address without one: it names no place on a map. */
  | { status: 'military-zip'; zip: string }
  /** `didYouMean` are places with a name like it. */
  | { status: 'unknown-place'; text: string; didYouMean: string[] }
  /** It is a place elsewhere. */
  | { status: 'outside-us'; text: string };

/** A place to offer while someone types. */
export interface PlaceSuggestion {
  kind: Exclude<PlaceKind, 'point'>;
  /** What to show, and to look near: "98101", "St. Louis, MO", "Colorado". */
  label: string;
  /** More about it, to tell it from others: "Seattle, WA" for a ZIP code, its county for a city; null when there is nothing to add. */
  detail: string | null;
}

/** `/api/places?q=`: places whose name or ZIP code begins with what was typed, the likeliest first, eight at most. */
export interface PlaceSuggestions {
  suggestions: PlaceSuggestion[];
}

/** Where a Regional Partner serves, as a map shows it. */
export interface Territory {
  /** The whole states, by postal code. */
  wholeStates: string[];
  /** Longitude and latitude in degrees (WGS 84) of the ZIP codes besides, to two decimals. */
  zips: [longitude: number, latitude: number][];
  /** Every state of which it has some part, by postal code. */
  states: string[];
}
