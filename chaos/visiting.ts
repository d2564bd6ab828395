import { Agent, get } from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Milliseconds after which a visitor has gone away. */
const PATIENCE_MS = 12_000;

/** What a visitor got. */
export interface Answer {
  path: string;
  /** Undefined when the connection failed or nobody answered in time. */
  status: number | undefined;
  body: string;
  /** From asking to the last byte. */
  ms: number;
  /** `performance.now()` when it was asked for. */
  askedAt: number;
  /** Why there is no status. */
  failure: string;
}

/** Asks for one address and never rejects. Without an agent, over a connection of its own. */
export function visit(origin: string, path: string, agent?: Agent): Promise<Answer> {
  const askedAt = performance.now();
  return new Promise((resolve) => {
    const finish = (status: number | undefined, body: string, failure = ''): void =>
      resolve({ path, status, body, ms: performance.now() - askedAt, askedAt, failure });
    const request = get(origin + path, { agent: agent ?? false, timeout: PATIENCE_MS }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', (error) => finish(undefined, '', reasonOf(error)));
      response.on('end', () => finish(response.statusCode, Buffer.concat(chunks).toString()));
    });
    const timer = setTimeout(
      () => request.destroy(new Error(`no answer within ${PATIENCE_MS / 1000} s`)),
      PATIENCE_MS,
    );
    request.on('error', (error) => finish(undefined, '', reasonOf(error)));
    request.on('close', () => clearTimeout(timer));
  });
}

const reasonOf = (error: NodeJS.ErrnoException): string => error.code ?? error.message;

/** Asks for every address once, a few at a time. */
export async function visitAll(origin: string, paths: string[], atOnce = 4): Promise<Answer[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
  const answers: Answer[] = [];
  const waiting = [...paths];
  const keepVisiting = async (): Promise<void> => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift())
      answers.push(await visit(origin, path, agent));
  };
  await Promise.all(Array.from({ length: atOnce }, keepVisiting));
  agent.destroy();
  return answers;
}

export interface Load {
  /** Requests a second, asked for on time whether or not those before are answered. */
  rps: number;
  seconds: number;
}

export interface LoadReport {
  answers: Answer[];
  /** The longest that this process or the machine held a measurement up, in milliseconds: it is no fault of the site's. */
  noise: number;
}

/** A steady stream of visitors to the addresses in turn. Ends when the last of them is answered or has gone away. */
export async function steadyLoad(
  origin: string,
  paths: string[],
  { rps, seconds }: Load,
): Promise<LoadReport> {
  const agent = new Agent({ keepAlive: true });
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const visits: Promise<Answer>[] = [];
  const from = performance.now();
  const count = rps * seconds;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(count, Math.floor(((performance.now() - from) / 1000) * rps) + 1);
      while (visits.length < due)
        visits.push(visit(origin, paths[visits.length % paths.length] as string, agent));
      if (visits.length < count) return;
      clearInterval(timer);
      resolve();
    }, 5);
  });
  const answers = await Promise.all(visits);
  delay.disable();
  agent.destroy();
  return { answers, noise: delay.max / 1e6 };
}

/** Asks again and again until the answer is as wanted; resolves to the milliseconds it took, Infinity when it never was. */
export async function untilTrue(
  isTrue: () => Promise<boolean>,
  withinMs: number,
  everyMs = 50,
): Promise<number> {
  const from = performance.now();
  for (;;) {
    if (await isTrue()) return performance.now() - from;
    if (performance.now() - from > withinMs) return Number.POSITIVE_INFINITY;
    await pause(everyMs);
  }
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the answers that were not 200 have in common: "3 × 503, 1 × ECONNRESET"; empty when there are none. */
export function failuresOf(answers: Answer[]): string {
  const counts = new Map<string, number>();
  for (const { status, failure } of answers) {
    if (status === 200) continue;
    const kind = status === undefined ? failure : String(status);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => `${count} × ${kind}`).join(', ');
}
