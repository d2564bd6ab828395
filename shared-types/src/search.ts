import * as z from 'zod/mini';

/** Workshops on one page of the list. */
export const PAGE_SIZE = 20;
/** How far from a place one may look, in miles. */
export const RADII = [10, 25, 50, 100, 250] as const;
/** The radius of a search that names none. */
export const DEFAULT_RADIUS = 50;
/** Longest text that can name a place, in characters. */
export const LONGEST_PLACE = 100;

/** West, south, east and north in degrees (WGS 84), to three decimals. West beyond east crosses the antimeridian. */
export type Bounds = [west: number, south: number, east: number, north: number];

const flag = z.pipe(
  z.literal('true'),
  z.transform(() => true as const),
);
const radius = z.union([
  z.literal('any'),
  z.pipe(z.enum(RADII.map(String) as [string, ...string[]]), z.transform(Number)),
]) as z.ZodMiniType<(typeof RADII)[number] | 'any', string>;
/** A place as it is typed: spaces made even, and none of what can't be seen. */
export const placeText = z.pipe(
  z.transform((text: string) => text.trim().replace(/\s+/g, ' ')),
  z.string().check(z.minLength(1), z.maxLength(LONGEST_PLACE), z.regex(/^\P{Cc}*$/u)),
);
const bounds = z.pipe(
  z.transform((text: string) =>
    /^-?\d[\d.]*(,-?\d[\d.]*){3}$/.test(text)
      ? text.split(',').map((degrees) => Math.round(Number(degrees) * 1000) / 1000 || 0)
      : null,
  ),
  z
    .tuple([
      z.number().check(z.minimum(-180), z.maximum(180)),
      z.number().check(z.minimum(-90), z.maximum(90)),
      z.number().check(z.minimum(-180), z.maximum(180)),
      z.number().check(z.minimum(-90), z.maximum(90)),
    ])
    .check(z.refine(([west, south, east, north]) => south < north && west !== east)),
);

/** The finder's query, field by field as it stands in an address: the site, the CMS's API and the client all read and write it with the functions below. */
const fields = {
  /** A ZIP code, a city, a state, or "latitude,longitude". */
  near: placeText,
  /** Miles about `near`. */
  radius,
  /** An area of the map; it takes the place of the radius. */
  bbox: bounds,
  /** First and last day (ISO 8601, in the workshop's own zone) on which a session may be. */
  from: z.iso.date(),
  to: z.iso.date(),
  kind: z.enum(['intro', 'deep-dive']),
  format: z.enum(['in-person', 'virtual', 'hybrid']),
  /** Only where a scholarship can be had. */
  scholarship: flag,
  /** Only where seats are left. */
  available: flag,
  /** One Regional Partner's, by slug. */
  partner: z.string().check(z.regex(/^[a-z0-9-]{1,120}$/)),
  /** Soonest first is what one gets unasked; by distance needs a `near` that is no whole state. */
  sort: z.enum(['date', 'distance']),
  page: z.pipe(
    z.string().check(z.regex(/^[1-9]\d{0,5}$/)),
    z.pipe(z.transform(Number), z.number().check(z.maximum(100_000))),
  ),
};
type Fields = typeof fields;

export type WorkshopSearch = { [Name in keyof Fields]?: z.infer<Fields[Name]> };
export type WorkshopSearchField = keyof Fields;

/** In the order in which they stand in an address. */
export const SEARCH_FIELDS = Object.keys(fields) as WorkshopSearchField[];

const defaults: WorkshopSearch = { radius: DEFAULT_RADIUS, sort: 'date', page: 1 };

/** The parameter that carries, in an address made by `formatParsedSearch`, what was left out of the original one. */
const IGNORED = 'ignored';

/** What was understood of a query string, and what was not. */
export interface ParsedSearch {
  /** Values that are the default are left out, so that equal searches are equal objects. */
  search: WorkshopSearch;
  /** Names of fields whose value made no sense, then "other" for names the finder doesn't know. Each once. */
  ignored: (WorkshopSearchField | 'other')[];
}

/** What mailings and advertisements hang onto links: no part of the search, and nothing to tell a visitor about. */
const TRACKING = /^(utm_\w+|fbclid|gclid|gbraid|wbraid|msclkid|mc_[ce]id|_hs\w+|mkt_tok|igshid)$/;

/**
 * Reads a query string. What it does not know or cannot read is left out and named, never an error; of a repeated
 * parameter the first counts; an empty value is no value, as forms send it.
 */
export function parseWorkshopSearch(query: string): ParsedSearch {
  const search: Record<string, unknown> = {};
  const ignored = new Set<ParsedSearch['ignored'][number]>();
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === IGNORED) for (const each of value.split(',')) ignored.add(isField(each) ? each : 'other');
    else if (!isField(name)) {
      if (!TRACKING.test(name)) ignored.add('other');
    } else if (value.trim() !== '') {
      const parsed = fields[name].safeParse(value);
      if (parsed.success && !(name in search)) search[name] = parsed.data;
      else ignored.add(name);
    }
  }
  const { from, to } = search as WorkshopSearch;
  if (from && to && to < from) {
    delete search.to;
    ignored.add('to');
  }
  for (const name of SEARCH_FIELDS) if (search[name] === defaults[name]) delete search[name];
  return {
    search: search as WorkshopSearch,
    ignored: [...SEARCH_FIELDS, 'other' as const].filter((name) => ignored.has(name)),
  };
}

function isField(name: string): name is WorkshopSearchField {
  return Object.hasOwn(fields, name);
}

/** Writes a search as a query string ("?kind=intro&page=2", or empty), always in the same order, defaults left out. */
export function formatWorkshopSearch(search: WorkshopSearch): string {
  return formatParsedSearch({ search, ignored: [] });
}

/** `formatWorkshopSearch`, with the names of what was left out: one spelling for each page that can be shown. */
export function formatParsedSearch({ search, ignored }: ParsedSearch): string {
  const params = new URLSearchParams();
  for (const name of SEARCH_FIELDS) {
    const value = search[name];
    if (value !== undefined && value !== defaults[name]) params.set(name, String(value));
  }
  if (ignored.length > 0) params.set(IGNORED, ignored.join(','));
  const query = params.toString().replaceAll('%2C', ',');
  return query ? `?${query}` : '';
}

/** The part of a search that is about workshops and not about where one looks or how they are listed: what the map shows. */
export function filtersOf({
  from,
  to,
  kind,
  format,
  scholarship,
  available,
  partner,
}: WorkshopSearch): WorkshopSearch {
  const filters = { from, to, kind, format, scholarship, available, partner };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}
