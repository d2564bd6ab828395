import type { Page, Pricing, RegionalPartner, Scholarship, Site } from './generated.js';
import type { PlaceSuggestions, Territory } from './place.js';
import type { Quote } from './quote-query.js';
import type {
  SitemapEntries,
  WorkshopDetail,
  WorkshopFeed,
  WorkshopList,
  WorkshopPlaces,
} from './workshop.js';

/**
 * What the CMS answers in JSON, by address. `npm run generate` makes web/server/answers/schemas.json from it, which the
 * site checks every answer against; an address that is missing here can't be asked (web/server/api-routes.ts).
 */
export interface Answers {
  '/api/site': Site;
  '/api/pages/:slug': Page;
  '/api/pricing': Pricing;
  '/api/scholarships': Scholarship[];
  '/api/partners': RegionalPartner[];
  '/api/partners/:slug': RegionalPartner;
  '/api/territories/:slug': Territory;
  '/api/workshops': WorkshopList;
  '/api/workshops/:slug': WorkshopDetail;
  '/api/workshop-feed': WorkshopFeed;
  '/api/workshop-places': WorkshopPlaces;
  '/api/places': PlaceSuggestions;
  '/api/quote': Quote;
  '/api/sitemap': SitemapEntries;
}

/** An address of the CMS's API as `Answers` names it. */
export type AnswerAddress = keyof Answers;
