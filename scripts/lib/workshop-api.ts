import type { ApiProblem, ImportTold, ManyTold } from '../../cms/src/rules/partner-api/answers.ts';
import { Refusal, seconds } from './steps.ts';

/** Where the CMS is and what opens it. */
export interface Access {
  /** Without a slash at the end. */
  url: string;
  token: string;
}

/** The CMS says no, field by field where it can. */
export class Declined extends Refusal {
  constructor(
    message: string,
    readonly problems: ApiProblem[],
  ) {
    super(message);
  }
}

/** The CMS doesn't answer, or not now. */
export class Away extends Refusal {}

/** Longer than a CMS takes to read and work out the largest sheet there may be. */
const ANSWERS_WITHIN_MS = 120_000;
/** More than is said of the largest sheet. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Sends a spreadsheet. @throws Declined Away Refusal */
export async function sendSheet(
  access: Access,
  bytes: Uint8Array<ArrayBuffer>,
  query: Record<string, string>,
): Promise<ManyTold> {
  const path = `/api/partner/imports?${new URLSearchParams(query)}`;
  const answer = (await ask(access, path, { method: 'POST', body: bytes })) as Partial<ManyTold>;
  return Array.isArray(answer.workshops) && answer.counts ? (answer as ManyTold) : nonsense(access);
}

/** Asks how an import stands. @throws Declined Away Refusal */
export async function importAt(access: Access, id: number): Promise<ImportTold> {
  const answer = (await ask(access, `/api/partner/imports/${id}`, {})) as Partial<ImportTold>;
  return typeof answer.state === 'string' ? (answer as ImportTold) : nonsense(access);
}

async function ask({ url, token }: Access, path: string, init: RequestInit): Promise<object> {
  const signal = AbortSignal.timeout(ANSWERS_WITHIN_MS);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' };
  let status: number;
  let text: string;
  try {
    const response = await fetch(`${url}${path}`, { ...init, headers, signal, redirect: 'manual' });
    status = response.status;
    text = await boundedText(response);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Away(
      signal.aborted
        ? `The CMS at ${url} did not answer within ${seconds(ANSWERS_WITHIN_MS)}.`
        : `No CMS answers at ${url} (${whyNot(error)}): start it, or say with CMS_URL where it is.`,
    );
  }
  const answer = parsed(text);
  if (status < 300 && answer) return answer;
  if (status >= 502 && status <= 504)
    throw new Away(`The CMS at ${url} is not ready (status ${status}): try again soon.`);
  const { error } = (answer ?? {}) as { error?: { message?: unknown; details?: { errors?: unknown } } };
  // A CMS that doesn't know the address says no more than that.
  if (typeof error?.message !== 'string' || status === 404 || status === 405)
    return nonsense({ url }, `status ${status}`);
  const { errors } = error.details ?? {};
  throw new Declined(error.message, Array.isArray(errors) ? (errors as ApiProblem[]) : []);
}

const whyNot = (error: unknown): string => {
  const { cause, message } = error as Error & { cause?: { code?: string; message?: string } };
  return cause?.code ?? cause?.message ?? message;
};

async function boundedText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  let text = '';
  const reader = response.body?.getReader();
  for (;;) {
    const { value, done = true } = (await reader?.read()) ?? {};
    if (done || !value) return text + decoder.decode();
    bytes += value.length;
    if (bytes > MOST_BYTES) throw new Refusal('The CMS answers without end: is CMS_URL right?');
    text += decoder.decode(value, { stream: true });
  }
}

function parsed(text: string): object | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : null;
  } catch {
    return null;
  }
}

function nonsense({ url }: Pick<Access, 'url'>, what = 'what it says makes no sense here'): never {
  throw new Refusal(
    `What answers at ${url} is no Deep Dive CMS that takes imports (${what}): is CMS_URL right, and the CMS as new as this command?`,
  );
}
