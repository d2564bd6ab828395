import { compareWorkshops } from './compare-workshops';
import { deepDive } from './deep-dive';
import { privacy } from './privacy';
import { regionalPartners } from './regional-partners';
import { scholarships } from './scholarships';
import type { WrittenPage } from './types';

/** A page comes after the pages it links to: a link to a page not yet published would be lost. */
export const pages: WrittenPage[] = [scholarships, regionalPartners, compareWorkshops, privacy, deepDive];

export { figures, nationalScholarship, pricing, site } from './reference';
