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
    site: Site;
  }
}

/** The site that all stories are told of. */
export const site = inject('site');
