import type { CmsClient } from '@deep-dive/shared-types';
import type { ReactElement } from 'react';
import type { SiteConfig } from '../config';
import type { Head } from '../head/head';
import type { QueryReader } from '../queries/query-reader';

/** Where a visitor is, or wants to go. */
export interface RouteRequest {
  cms: CmsClient;
  queries: QueryReader;
  config: SiteConfig;
  /** The slug in the path; empty when the route has none. */
  slug: string;
  /** The query string, with or without its "?". */
  search: string;
}

/** What is shown there. */
export interface View {
  /** 400 when the address asks what can't be answered, 503 when what the page is for could not be had. */
  status: 200 | 400 | 404 | 503;
  head: Head;
  element: ReactElement;
  /** Kinds of its sections, whose code and styles may be files of their own ("sections.faq"). */
  sections?: string[];
  /** Made for a frame on someone else's site: without the site's header and footer. */
  isEmbedded?: boolean;
}

/** One kind of page: its address, the queries it needs, and what it shows once they are answered. */
export interface Route {
  /** "/", "/workshops", "/workshops/:slug" … */
  path: string;
  /** The part of the query string that changes the page, in one fixed spelling ("?kind=intro", or empty). */
  search(query: string): string;
  /** Asks every query of the page. Rejects with `NotFoundError` when there is no such page. */
  load(request: RouteRequest): Promise<void>;
  /** Call it after `load`, or with queries that came with the page. */
  view(request: RouteRequest): View;
}

/** A route and the slug found in a path. */
export interface RouteMatch {
  route: Route;
  slug: string;
}

/** The `search` of a route whose page the query string doesn't change. */
export const noSearch = (): string => '';
