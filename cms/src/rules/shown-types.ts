import { FIGURE, PAGE, PARTNER, PRICING, SCHOLARSHIP, SITE, WORKSHOP } from '../schema/uids';

/** Types that the site shows, and whether visitors see a save (or only what is published). */
export const SHOWN: Record<string, 'published' | 'saved'> = {
  [FIGURE]: 'published',
  [PAGE]: 'published',
  [PRICING]: 'published',
  [PARTNER]: 'saved',
  [SCHOLARSHIP]: 'published',
  [SITE]: 'published',
  [WORKSHOP]: 'published',
};
