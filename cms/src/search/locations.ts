import type { Bounds, Coordinates } from '@deep-dive/shared-types';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { type Location, numberFor } from './indexed';

/** The number of the location that stands for none. */
export const NOWHERE = 0;

const KILOMETERS_PER_MILE = 1.609344;

/**
 * The places where workshops meet, each with a number. Many workshops share a place, so what is about places is worked out
 * once for each. A place stays when its last workshop goes.
 */
export class Locations {
  readonly #numbers = new Map<string, number>([['', NOWHERE]]);
  readonly #all: Location[] = [{ latitude: Number.NaN, longitude: Number.NaN, city: '', state: '' }];
  readonly #byState = new Map<string, number[]>([['', [NOWHERE]]]);
  readonly #stateNumbers = new Map<string, number>([['', 0]]);
  readonly #stateOf: number[] = [0];
  #everywhere: number[] = [];
  /** All but NOWHERE, so that each has the number before its own; null when some are missing. */
  #tree: KDBush | null = null;

  /** How many there are, NOWHERE among them. */
  get count(): number {
    return this.#all.length;
  }

  get all(): readonly Location[] {
    return this.#all;
  }

  /** The numbers of all but NOWHERE. */
  get everywhere(): number[] {
    if (this.#everywhere.length !== this.#all.length - 1) this.#everywhere = [...this.#all.keys()].slice(1);
    return this.#everywhere;
  }

  /** The numbers by state; NOWHERE stands in the state "". */
  get byState(): ReadonlyMap<string, number[]> {
    return this.#byState;
  }

  /** For each location the number of its state, as `maskOfStates` has them. */
  get stateOf(): readonly number[] {
    return this.#stateOf;
  }

  /** The number of a location, which may be new. */
  numberOf(location: Location | null): number {
    if (!location) return NOWHERE;
    const { latitude, longitude, state } = location;
    const number = numberFor(this.#numbers, `${latitude} ${longitude} ${state}`);
    if (number === this.#all.length) {
      this.#all.push(location);
      this.#stateOf.push(numberFor(this.#stateNumbers, state));
      const ofState = this.#byState.get(state);
      if (ofState) ofState.push(number);
      else this.#byState.set(state, [number]);
      this.#tree = null;
    }
    return number;
  }

  at(number: number): Location {
    return this.#all[number] as Location;
  }

  /** Bounds that cross the antimeridian have their west east of their east. */
  within([west, south, east, north]: Bounds): number[] {
    if (west > east)
      return [...this.within([west, south, 180, north]), ...this.within([-180, south, east, north])];
    return this.#placesTree()
      .range(west, south, east, north)
      .map((item) => item + 1);
  }

  /** Those within some miles, nearest first. */
  around({ longitude, latitude }: Coordinates, miles: number): number[] {
    const found = around(this.#placesTree(), longitude, latitude, Infinity, miles * KILOMETERS_PER_MILE);
    return found.map((item) => item + 1);
  }

  /** So many of those that pass, nearest first. */
  nearest(
    { longitude, latitude }: Coordinates,
    count: number,
    passes: (number: number) => boolean,
  ): number[] {
    const found = around(this.#placesTree(), longitude, latitude, count, Infinity, (item) =>
      passes(item + 1),
    );
    return found.map((item) => item + 1);
  }

  /** Holds a 1 at each of the numbers. */
  mask(numbers: number[]): Uint8Array {
    const mask = new Uint8Array(this.#all.length);
    for (const number of numbers) mask[number] = 1;
    return mask;
  }

  /** Holds a 1 at the number of each state that passes, and at that of none (null); null when all pass. */
  maskOfStates(passes: (state: string | null) => boolean): Uint8Array | null {
    const mask = Uint8Array.from(this.#stateNumbers.keys(), (state) => Number(passes(state || null)));
    return mask.includes(0) ? mask : null;
  }

  #placesTree(): KDBush {
    if (!this.#tree) {
      this.#tree = new KDBush(this.#all.length - 1);
      for (const { longitude, latitude } of this.#all.slice(1)) this.#tree.add(longitude, latitude);
      this.#tree.finish();
    }
    return this.#tree;
  }
}
