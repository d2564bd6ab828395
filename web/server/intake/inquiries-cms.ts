import {
  CmsUnavailableError,
  type FieldProblem,
  INQUIRIES_API_PATH,
  INQUIRY_PURPOSES,
  INQUIRY_STATES,
  type InquiryAddressee,
  type InquiryLine,
  type InquiryReceipt,
  type InquiryStatus,
  type InquirySubmission,
  isToken,
  NotFoundError,
} from '@deep-dive/shared-types';
import { LRUCache } from 'lru-cache';
import * as z from 'zod';
import { isRefusal } from '../answers/check';
import { readBody } from '../body';
import { reasonOf } from '../upstream/endpoint';
import type { Upstream } from '../upstream/upstream';

/** Milliseconds the CMS has to take what was sent, or to say how it fares. */
const TIMEOUT = 10_000;
/** Milliseconds it has to say who is asked: the form can do without. */
const ADDRESSEE_TIMEOUT = 1_500;
/** Milliseconds for which that is known. */
const ADDRESSEE_TTL = 60_000;
/** Bounds an answer, in bytes: an inquiry with all its lines. */
const MAX_BYTES = 2_000_000;

const instant = z.number().min(0).max(8.64e15);
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
/** As the CMS says what is wrong with which field. */
const refusal = z.object({
  error: z.object({
    details: z.object({
      errors: z.array(z.object({ path: z.array(z.string()).min(1), message: z.string() })).min(1),
    }),
  }),
});

/** The CMS understood what was sent, and can't take it. */
export class RefusedError extends Error {
  override name = 'RefusedError';
  constructor(readonly problems: FieldProblem[]) {
    super('The CMS refused what was sent');
  }
}

interface Asked {
  /** What stands for the path in messages and logs: a link to an inquiry is its sender's alone. */
  shown: string;
  body?: unknown;
  timeoutMs?: number;
}

/** Whom a message is for, as far as the form knows. */
export interface AddresseeQuery {
  /** Five digits. */
  near?: string;
  workshop?: string;
  partner?: string;
}

/**
 * The CMS as it takes what visitors send: past every cache, with the credential that it and the site share. Whatever it
 * answers that can't be right counts as no answer.
 */
export class InquiriesCms {
  readonly #upstream: Upstream;
  readonly #secret: string;
  readonly #addressees = new LRUCache<string, InquiryAddressee>({ max: 1_000, ttl: ADDRESSEE_TTL });

  constructor(upstream: Upstream, secret: string) {
    this.#upstream = upstream;
    this.#secret = secret;
  }

  /** Hands an inquiry on. Rejects with `RefusedError` or `CmsUnavailableError`. */
  send(submission: InquirySubmission): Promise<InquiryReceipt> {
    return this.#ask(INQUIRIES_API_PATH, receipt, { shown: INQUIRIES_API_PATH, body: submission });
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
      const found = await this.#ask(path, addressee, {
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
    return this.#ask(`${INQUIRIES_API_PATH}/${token}${what}`, status, {
      shown: `${INQUIRIES_API_PATH}/:token${what}`,
      body,
    });
  }

  async #ask<Answer>(
    path: string,
    shape: z.ZodType<Answer>,
    { shown, body, timeoutMs = TIMEOUT }: Asked,
  ): Promise<Answer> {
    const headers = {
      accept: 'application/json',
      authorization: `Bearer ${this.#secret}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    };
    const posted = body === undefined ? {} : { method: 'POST' as const, body: JSON.stringify(body) };
    try {
      return await this.#upstream.ask(path, { timeoutMs, isRefresh: false, headers, ...posted }, (response) =>
        read(response, shape),
      );
    } catch (error) {
      // Not with its cause, which may name the path too.
      if (error instanceof CmsUnavailableError)
        throw new CmsUnavailableError(error.message.replaceAll(path, shown));
      throw error;
    }
  }
}

async function read<Answer>(response: Response, shape: z.ZodType<Answer>): Promise<Answer> {
  const type = response.headers.get('content-type') ?? '';
  const body = await readBody(response, MAX_BYTES).catch((error: unknown) => {
    throw new CmsUnavailableError(`The CMS broke off its answer about an inquiry: ${reasonOf(error)}`);
  });
  const json = parse(body);
  if (response.status === 404 && isRefusal(404, type, body))
    throw new NotFoundError('There is no such inquiry');
  if (response.status === 400 || response.status === 422) {
    const refused = refusal.safeParse(json).data?.error.details.errors;
    if (refused)
      throw new RefusedError(refused.map(({ path, message }) => ({ field: path.join('.'), message })));
  }
  const answer = response.ok ? shape.safeParse(json) : undefined;
  if (answer?.success) return answer.data;
  throw new CmsUnavailableError(
    `The CMS answered ${response.status} (${type || 'no type'}) about an inquiry, and not as it should`,
  );
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
