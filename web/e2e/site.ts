import { inject } from 'vitest';

/** A site with its CMS, started for stories. */
export interface Site {
  url: string;
  cmsUrl: string;
  demoPassword: string;
  dataDir: string;
  /** The file that its clock is set by: milliseconds ahead of this computer's. */
  clockFile: string;
  /** Where the CMS looks for a mail server: there is one once a story starts it. */
  smtpPort: number;
}

declare module 'vitest' {
  export interface ProvidedContext {
    sites: Site[];
  }
}

/** The site that the stories of this file are told of: nobody else's while they are told. */
export const site = siteOf(Number(process.env.VITEST_POOL_ID));

/** Of workers that run at the same time each has a number of its own, from 1. */
function siteOf(worker: number): Site {
  const sites = inject('sites');
  return sites[worker % sites.length] as Site;
}
