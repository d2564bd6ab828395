import type { Scholarship } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { SCHOLARSHIP } from '../schema/uids';
import { readPublished } from './read';

/** The published scholarships, the soonest to close first. */
export async function readScholarships(strapi: Core.Strapi): Promise<Scholarship[]> {
  const published = await readPublished(strapi, SCHOLARSHIP);
  return published.map(({ body }) => body as unknown as Scholarship).sort(inOrder);
}

const NEVER = '9999-12-31';

const inOrder = (a: Scholarship, b: Scholarship): number =>
  (a.closesOn ?? NEVER).localeCompare(b.closesOn ?? NEVER) || a.name.localeCompare(b.name);
