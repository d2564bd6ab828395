import * as z from 'zod/mini';

/** Workshops on one page of the list. */
export const PAGE_SIZE = 20;

/** The finder's query: the site's URL, the CMS's API and the client all read and write it with these functions. */
export const workshopSearchSchema = z.object({
  kind: z.optional(z.enum(['intro', 'deep-dive'])),
  format: z.optional(z.enum(['in-person', 'virtual', 'hybrid'])),
  page: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(100_000))),
});
export type WorkshopSearch = z.infer<typeof workshopSearchSchema>;

/** What was understood of a query string, and the names of the parameters that were not. */
export interface ParsedSearch {
  search: WorkshopSearch;
  ignored: string[];
}

/** Reads a query string. What it does not know or cannot read is left out and named, never an error. */
export function parseWorkshopSearch(query: string): ParsedSearch {
  const search: Record<string, unknown> = {};
  const ignored: string[] = [];
  for (const [name, value] of new URLSearchParams(query)) {
    const field = Object.hasOwn(workshopSearchSchema.shape, name)
      ? workshopSearchSchema.shape[name as keyof WorkshopSearch]
      : undefined;
    const parsed = field?.safeParse(value);
    if (parsed?.success && !(name in search)) search[name] = parsed.data;
    else ignored.push(name.slice(0, 40));
  }
  return { search, ignored };
}

/** Writes a search as a query string ("?kind=intro&page=2", or empty), always in the same order, defaults left out. */
export function formatWorkshopSearch(search: WorkshopSearch): string {
  const params = new URLSearchParams();
  for (const name of Object.keys(workshopSearchSchema.shape) as (keyof WorkshopSearch)[]) {
    const value = search[name];
    if (value !== undefined && !(name === 'page' && value === 1)) params.set(name, String(value));
  }
  const query = params.toString();
  return query ? `?${query}` : '';
}
