import { CmsUnavailableError, type FieldProblem, NotFoundError } from '@deep-dive/shared-types';
import * as z from 'zod';
import { isRefusal } from '../answers/check';
import { readBody } from '../body';
import { reasonOf } from '../upstream/endpoint';
import type { Upstream } from '../upstream/upstream';

/** Milliseconds the CMS has to take what was sent, or to say how it fares. */
const TIMEOUT = 10_000;
/** Bounds an answer, in bytes: an inquiry with all its lines. */
const MAX_BYTES = 2_000_000;

/** An instant, in milliseconds since the epoch. */
export const instant = z.number().min(0).max(8.64e15);

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

export interface Asked {
  /** What stands for the path in messages and logs: a private link is its owner's alone. */
  shown: string;
  /** What is posted, as JSON; nothing is when it is left out. */
  body?: unknown;
  timeoutMs?: number;
}

/**
 * The CMS as it takes what visitors send: past every cache, with the credential that it and the site share. Whatever it
 * answers that can't be right counts as no answer.
 */
export class IntakeCms {
  readonly #upstream: Upstream;
  readonly #secret: string;

  constructor(upstream: Upstream, secret: string) {
    this.#upstream = upstream;
    this.#secret = secret;
  }

  /** Rejects with `RefusedError`, `NotFoundError` or `CmsUnavailableError`. */
  async ask<Answer>(
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
    throw new CmsUnavailableError(`The CMS broke off its answer to the intake: ${reasonOf(error)}`);
  });
  const json = parse(body);
  if (response.status === 404 && isRefusal(404, type, body))
    throw new NotFoundError('Nothing is kept at this link');
  if (response.status === 400 || response.status === 422) {
    const refused = refusal.safeParse(json).data?.error.details.errors;
    if (refused)
      throw new RefusedError(refused.map(({ path, message }) => ({ field: path.join('.'), message })));
  }
  const answer = response.ok ? shape.safeParse(json) : undefined;
  if (answer?.success) return answer.data;
  throw new CmsUnavailableError(
    `The CMS answered ${response.status} (${type || 'no type'}) to the intake, and not as it should`,
  );
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
