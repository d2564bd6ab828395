import type { Core } from '@strapi/strapi';
import { turningPoints } from '../rules/showing';
import type { Entry } from '../schema/model';
import { PAGE, SITE } from '../schema/uids';
import { rows } from '../strapi/documents';
import type { DocumentName } from '../versions/store';

/** A moment at which what visitors see of a document changes by itself, in milliseconds since the epoch. */
export interface TurningPoint extends DocumentName {
  at: number;
}

const WHERE_TIMES_STAND: Record<string, Entry> = { [PAGE]: { sections: true }, [SITE]: { notice: true } };

/** Whether what visitors see of documents of a type can change by itself. */
export const changesByItself = (uid: string): boolean => uid in WHERE_TIMES_STAND;

/** The turning points of all that is published, after a time. */
export async function turningPointsAfter(strapi: Core.Strapi, after: number): Promise<TurningPoint[]> {
  const points: TurningPoint[] = [];
  for (const [uid, populate] of Object.entries(WHERE_TIMES_STAND)) {
    const published: Entry[] = await rows(strapi, uid).findMany({
      where: { publishedAt: { $notNull: true } },
      populate,
    });
    for (const entry of published)
      for (const at of turningPoints(entry))
        if (at > after) points.push({ uid, documentId: String(entry.documentId), at });
  }
  return points;
}
