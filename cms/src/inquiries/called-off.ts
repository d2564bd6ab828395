import type { Core } from '@strapi/strapi';
import { putDown, wakeJobs } from '../jobs';
import { isOver } from '../rules/visibility';
import { WORKSHOP } from '../schema/uids';
import { type Rule, rows } from '../strapi/documents';
import { aboutInquiry, inquiriesWhere } from './store';
import { CALLED_OFF } from './tasks';

/** How long after a workshop was cancelled those who asked about it are told, in milliseconds: what is put right at once is told to nobody. */
const SETTLES_IN = 2_000;
/** Inquiries about one workshop that are looked through. */
const MOST = 5_000;

interface Seen {
  availability: string;
  endsAt: string | Date | null;
  /** In words, on the clock of the venue. */
  when: string | null;
}

/** What visitors see of a workshop; null while they see nothing. */
const seenOf = (strapi: Core.Strapi, documentId: string): Promise<Seen | null> =>
  rows(strapi, WORKSHOP).findOne({
    where: { documentId, publishedAt: { $notNull: true } },
    select: ['availability', 'endsAt', 'when'],
  });

/** A workshop of which visitors read that it is cancelled; null when they don't. */
export async function cancelledNow(
  strapi: Core.Strapi,
  documentId: string,
): Promise<Pick<Seen, 'when'> | null> {
  const seen = await seenOf(strapi, documentId);
  return seen?.availability === 'cancelled' ? seen : null;
}

/** Has everybody told who asked about a workshop, once visitors read that it is cancelled. To be used around the Document Service. */
export function calledOffRule(strapi: Core.Strapi): Rule {
  return async ({ uid, action, params }, next) => {
    const { documentId } = params ?? {};
    if (uid !== WORKSHOP || action !== 'publish' || !documentId) return next();
    return strapi.db.transaction(async ({ onCommit }) => {
      const before = await seenOf(strapi, documentId);
      const result = await next();
      const after = await seenOf(strapi, documentId);
      const isNews =
        before?.availability !== 'cancelled' &&
        after?.availability === 'cancelled' &&
        !isOver(after, new Date());
      if (before && isNews) {
        await tellAll(strapi, documentId);
        onCommit(() => wakeJobs(strapi));
      }
      return result;
    });
  };
}

async function tellAll(strapi: Core.Strapi, workshop: string): Promise<void> {
  const asked = await inquiriesWhere(
    strapi,
    {
      $and: [
        { $or: [{ workshop }, { joins: workshop }] },
        { $or: [{ decided: null }, { decided: { $ne: 'declined' } }] },
      ],
      state: { $ne: 'withdrawn' },
    },
    { limit: MOST },
  );
  // Who wrote twice is told once, about what they wrote last.
  const people = new Map(asked.toReversed().map((inquiry) => [inquiry.email, inquiry]));
  const dueAt = Date.now() + SETTLES_IN;
  await putDown(
    strapi,
    ...[...people.values()].map(({ id }) => ({
      task: CALLED_OFF,
      about: aboutInquiry(id),
      data: { workshop },
      dueAt,
    })),
  );
}
