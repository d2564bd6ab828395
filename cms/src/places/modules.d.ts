declare module 'zipcodes' {
  /** Every ZIP and postal code the package knows. */
  export const codes: Record<
    string,
    { zip: string; latitude: number; longitude: number; city: string; state: string; country: string }
  >;
}
