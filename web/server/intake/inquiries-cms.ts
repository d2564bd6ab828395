import {
  INQUIRIES_API_PATH,
  INQUIRY_PURPOSES,
  INQUIRY_STATES,
  type InquiryAddressee,
  type InquiryLine,
  type InquiryReceipt,
  type InquiryStatus,
  type InquirySubmission,
  isToken,
} from '@deep-dive/shared-types';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { type IntakeCms, instant } from './intake-cms';

/** Milliseconds the CMS has to say who is asked: the form can do without. */
const ADDRESSEE_TIMEOUT = 1_500;
/** Milliseconds for which that is known. */
const ADDRESSEE_TTL = 60_000;

const addressee: z.ZodType<InquiryAddressee> = z.object({
  kind: z.enum(['partner', 'national']),
  name: z.string().min(1),
});
const receipt: z.ZodType<InquiryReceipt> = z.object({
  token: z.string().refine(isToken),
  to: addressee,
});
const status: z.ZodType<InquiryStatus> = z.object({
  state: z.enum(INQUIRY_STATES),
  purpose: z.enum(INQUIRY_PURPOSES),
  to: addressee,
  workshop: z
    .object({
      title: z.string(),
      path: z
        .string()
        .regex(/^\/workshops\/[\w.~-]+$/)
        .nullable(),
    })
    .nullable(),
  accepted: z.boolean(),
  sentAt: instant,
  until: instant,
  lines: z.array(z.object({ from: z.enum(['sender', 'addressee']), at: instant, text: z.string() })),
});

/** Whom a message is for, as far as the form knows. */
export interface AddresseeQuery {
  /** Five digits. */
  near?: string;
  workshop?: string;
  partner?: string;
}

/** What the CMS is asked about inquiries. */
export class InquiriesCms {
  readonly #cms: IntakeCms;
  readonly #addressees = new LRUCache<string, InquiryAddressee>({ max: 1_000, ttl: ADDRESSEE_TTL });

  constructor(cms: IntakeCms) {
    this.#cms = cms;
  }

  /** Hands an inquiry on. Rejects with `RefusedError` or `CmsUnavailableError`. */
  send(submission: InquirySubmission): Promise<InquiryReceipt> {
    return this.#cms.ask(INQUIRIES_API_PATH, receipt, { shown: INQUIRIES_API_PATH, body: submission });
  }

  /** How an inquiry fares. Rejects with `NotFoundError` or `CmsUnavailableError`. */
  status(token: string): Promise<InquiryStatus> {
    return this.#askAbout(token, '');
  }

  /** Adds a line. Rejects with `RefusedError`, `NotFoundError` or `CmsUnavailableError`. */
  addLine(token: string, line: InquiryLine): Promise<InquiryStatus> {
    return this.#askAbout(token, '/lines', line);
  }

  /** Takes an inquiry back. Rejects with `RefusedError`, `NotFoundError` or `CmsUnavailableError`. */
  withdraw(token: string): Promise<InquiryStatus> {
    return this.#askAbout(token, '/withdrawal', {});
  }

  /** Who would be asked; null when nobody can say just now. */
  async addressee(query: AddresseeQuery): Promise<InquiryAddressee | null> {
    const search = new URLSearchParams(Object.entries(query)).toString();
    if (!search) return null;
    const known = this.#addressees.get(search);
    if (known) return known;
    const path = `/api/inquiry-addressee?${search}`;
    try {
      const found = await this.#cms.ask(path, addressee, {
        shown: '/api/inquiry-addressee',
        timeoutMs: ADDRESSEE_TIMEOUT,
      });
      this.#addressees.set(search, found);
      return found;
    } catch {
      return null;
    }
  }

  #askAbout(token: string, what: string, body?: unknown): Promise<InquiryStatus> {
    return this.#cms.ask(`${INQUIRIES_API_PATH}/${token}${what}`, status, {
      shown: `${INQUIRIES_API_PATH}/:token${what}`,
      body,
    });
  }
}
