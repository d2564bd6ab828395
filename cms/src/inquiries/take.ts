import {
  type FieldProblem,
  type InquiryReceipt,
  type InquirySubmission,
  readInquiry,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { putDown, wakeJobs } from '../jobs';
import { environmentOf } from '../strapi/environment';
import { addresseeOf, partnerWith, toAddressee } from './addressee';
import { reminders } from './deadlines';
import { aboutInquiry, inquiryWhere, type StoredInquiry, store } from './store';
import { ARRIVED, RECEIPT } from './tasks';

const DAY = 24 * 60 * 60_000;
/** How long the link to an inquiry's status leads there, in milliseconds. */
const LINK_LASTS = 180 * DAY;

/** What became of what was sent: it was taken, or it can't be. */
export type Taken = { receipt: InquiryReceipt; problems: [] } | { receipt: null; problems: FieldProblem[] };

/**
 * Takes what a visitor sent. It and the mails about it are stored together or not at all; what was sent twice is taken once.
 * @param given an `InquirySubmission`, should it be one
 */
export async function take(strapi: Core.Strapi, given: unknown): Promise<Taken> {
  const { inquiry: sent, key } = (given ?? {}) as Partial<InquirySubmission>;
  const { inquiry, problems } = readInquiry(sent);
  if (!inquiry) return { receipt: null, problems };
  if (typeof key !== 'string' || !/^[\w-]{43}$/.test(key))
    return { receipt: null, problems: [{ field: 'key', message: 'Send a key of 43 characters.' }] };
  const known = await inquiryWhere(strapi, { key });
  if (known) return { receipt: await receiptOf(strapi, known), problems: [] };

  const addressee = await addresseeOf(strapi, inquiry);
  if (addressee.problems.length > 0) return { receipt: null, problems: addressee.problems };
  const now = Date.now();
  try {
    const stored = await strapi.db.transaction(async () => {
      const taken = await store(strapi, {
        ...inquiry,
        key,
        at: now,
        workshop: addressee.workshop,
        partner: addressee.partner?.documentId ?? null,
        until: now + LINK_LASTS,
        eraseAt: now + environmentOf(strapi).INQUIRY_RETENTION_DAYS * DAY,
      });
      const about = aboutInquiry(taken.id);
      await putDown(strapi, { task: ARRIVED, about }, { task: RECEIPT, about }, ...reminders(taken.id, now));
      return taken;
    });
    wakeJobs(strapi);
    return {
      receipt: { token: stored.token, to: await toAddressee(strapi, addressee.partner) },
      problems: [],
    };
  } catch (error) {
    // Two of the same at the same moment: the database has stored one.
    const other = await inquiryWhere(strapi, { key });
    if (!other) throw error;
    return { receipt: await receiptOf(strapi, other), problems: [] };
  }
}

async function receiptOf(strapi: Core.Strapi, { token, partner }: StoredInquiry): Promise<InquiryReceipt> {
  return { token, to: await toAddressee(strapi, await partnerWith(strapi, partner)) };
}
