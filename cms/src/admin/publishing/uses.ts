/** Where visitors meet an entry, as the CMS answers. */
export interface Need {
  documentId: string;
  /** “Compare workshops” (Page) */
  name: string;
  /** Why it can't be unpublished or deleted; null when it can. */
  refusal: string | null;
  uses: { name: string; places: string[]; link: string }[];
}

/** What is said above the list of places, of an entry that is to be unpublished or deleted. */
export function headingOf({ name, refusal, uses }: Need, forGood: boolean): string {
  if (refusal) return refusal;
  const many = uses.length === 1 ? 'one place' : `${uses.length} places`;
  const until = forGood ? 'for good' : 'until it is published again';
  return `${name} is used in ${many} that visitors see. Without it, buttons and menu entries that lead there are left out ${until}.`;
}

const PLACES_NAMED = 6;

/** Where in an entry, one after another. */
export function placesNamed({ places }: { places: string[] }): string {
  const more = places.length - PLACES_NAMED;
  return [...places.slice(0, PLACES_NAMED), ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}
