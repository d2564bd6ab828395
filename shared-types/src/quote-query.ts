import * as z from 'zod/mini';
import type { Scholarship } from './generated.js';
import type { Place } from './place.js';
import { MOST_PEOPLE, type Price } from './quote.js';
import { placeText } from './search.js';
import type { PartnerContact, WorkshopSummary } from './workshop.js';

/** The question of a price, as it stands in an address: the site, the CMS's API and the client read and write it below. */
const fields = {
  /** A ZIP code, a city or a state. */
  near: placeText,
  people: z.pipe(
    z.string().check(z.regex(/^\s*\d{1,4}\s*$/)),
    z.pipe(z.transform(Number), z.number().check(z.minimum(1), z.maximum(MOST_PEOPLE))),
  ),
  /** A workshop, by slug. */
  workshop: z.string().check(z.regex(/^[\w.~-]{1,120}$/)),
};

export type QuoteField = keyof typeof fields;

/** Whose price is asked for, and for how many people. */
export interface QuoteQuery {
  near?: string;
  people: number;
  workshop?: string;
}

/** What is wrong with one field of a question, and what to do. */
export interface FieldProblem {
  field: string;
  message: string;
}

const REMEDIES: Record<QuoteField, string> = {
  near: 'Give a ZIP code, or a city with its state: “Bozeman, MT”.',
  people: `Give the number of people, from 1 to ${MOST_PEOPLE.toLocaleString('en-US')}.`,
  workshop: 'There is no such workshop. Choose another, or ask about your place alone.',
};

/** The problem of a field that can't be read or answered; the message is its own unless another is given. */
export const quoteProblem = (field: QuoteField, message = REMEDIES[field]): FieldProblem => ({
  field,
  message,
});

/** What was understood of a query string. */
export interface ParsedQuoteQuery {
  query: QuoteQuery;
  /** Empty when it can be answered. */
  problems: FieldProblem[];
  /** Names nobody knows. */
  unknown: string[];
}

/**
 * Reads a query string. An empty value is no value, as forms send it; who names no number asks for one. Of a repeated
 * parameter the first counts.
 */
export function parseQuoteQuery(query: string): ParsedQuoteQuery {
  const params = new URLSearchParams(query);
  const problems: FieldProblem[] = [];
  const read = <Name extends QuoteField>(name: Name): z.infer<(typeof fields)[Name]> | undefined => {
    const text = params.get(name)?.trim();
    if (!text) return undefined;
    const parsed = fields[name].safeParse(text);
    if (parsed.success) return parsed.data as z.infer<(typeof fields)[Name]>;
    problems.push(quoteProblem(name));
    return undefined;
  };
  const near = read('near');
  const people = read('people') ?? 1;
  const workshop = read('workshop');
  if (near === undefined && workshop === undefined && problems.every(({ field }) => field === 'people'))
    problems.unshift(quoteProblem('near'));
  return {
    query: { ...(near !== undefined && { near }), people, ...(workshop !== undefined && { workshop }) },
    problems,
    unknown: [...new Set(params.keys())].filter((name) => !Object.hasOwn(fields, name)),
  };
}

/** Writes a question as a query string ("?near=59715&people=12"), always in the same order. */
export function formatQuoteQuery({ near, people, workshop }: QuoteQuery): string {
  const params = new URLSearchParams();
  if (near !== undefined) params.set('near', near);
  params.set('people', String(people));
  if (workshop !== undefined) params.set('workshop', workshop);
  return `?${params.toString().replaceAll('%2C', ',')}`;
}

/** Longer than any value that is understood, so that one cut there is still refused. */
const LONGEST_REFUSED = 130;

/**
 * One spelling for all query strings that ask the same. Of one that can't be answered it keeps what was typed, for whoever
 * says why; empty when it names nothing that is known.
 */
export function normalizeQuoteQuery(query: string): string {
  const parsed = parseQuoteQuery(query);
  if (parsed.problems.length === 0) return formatQuoteQuery(parsed.query);
  const typed = new URLSearchParams(query);
  const kept = Object.keys(fields).flatMap((name) => {
    const value = typed.get(name);
    return value === null ? [] : [[name, value.slice(0, LONGEST_REFUSED)]];
  });
  return kept.length > 0 ? `?${new URLSearchParams(kept)}` : '';
}

/** As much of a workshop as a price is about, private ones included. */
export type QuotedWorkshop = Pick<
  WorkshopSummary,
  'slug' | 'title' | 'kind' | 'format' | 'status' | 'sessions' | 'timeZone'
> & { place: { city: string; state: string } | null };

/** `/api/quote`: what so many people would pay, and whom to ask. */
export interface Quote extends Price<Scholarship> {
  /** The visitor's; null when they only named a workshop. */
  place: Place | null;
  /** Different places of the same name. */
  others: string[];
  workshop: QuotedWorkshop | null;
  /** The workshop's, or who serves the place; null when nobody does, or several do. */
  partner: PartnerContact | null;
  /** Of a whole state, all who serve a part of it. */
  partners: PartnerContact[];
}
