/** Names of the content types, as Strapi makes them of their folders. */
export const WORKSHOP = 'api::workshop.workshop';
export const PARTNER = 'api::regional-partner.regional-partner';
export const PAGE = 'api::page.page';
export const FIGURE = 'api::figure.figure';
export const SITE = 'api::site.site';
export const PRICING = 'api::pricing.pricing';
export const SCHOLARSHIP = 'api::scholarship.scholarship';
/** A file of the media library, Strapi’s own. */
export const FILE = 'plugin::upload.file';
