import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { stopNotice, stopsWithin } from '../../shared-types/src/stopping.ts';
import { root } from './paths.ts';
import { Refusal, seconds } from './steps.ts';

/** Milliseconds after which a process is ended by force: more than any of ours takes, were the machine ever so busy. */
const stopWithin = (): number => {
  const notice = stopNotice(process.env.STOP_NOTICE_SECONDS);
  return Math.max(stopsWithin('web', notice), stopsWithin('cms', notice)) + 5_000;
};

/** A process of ours that runs until we stop it. */
export interface Service {
  name: string;
  child: ChildProcess;
}

/** Starts a long-running process; each line it prints is shown behind its name. */
export function startService(
  name: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  cwd: string = root,
): Service {
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      if (line.trim()) console.log(`${name.padStart(4)} │ ${line}`);
    });
  }
  return { name, child };
}

const hasEnded = ({ child }: Service): boolean => child.exitCode !== null || child.signalCode !== null;

/** Waits until the address answers 200; refuses when the process ends first or the time runs out. */
export async function waitUntilReady(service: Service, url: string, withinMs: number): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    if (hasEnded(service))
      throw new Refusal(`${service.name} stopped before it was ready: the lines above say why.`);
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) }).catch(() => undefined);
    if (response?.ok) return;
    if (Date.now() > until)
      throw new Refusal(`${service.name} was not ready within ${seconds(withinMs)}: see the lines above.`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Asks every process to end, and ends by force what has not in its time. */
export async function stopServices(services: Service[]): Promise<void> {
  await Promise.all(
    services.map(async (service) => {
      if (hasEnded(service)) return;
      const ended = new Promise((resolve) => service.child.once('exit', resolve));
      service.child.kill('SIGTERM');
      const timer = setTimeout(() => service.child.kill('SIGKILL'), stopWithin());
      await ended;
      clearTimeout(timer);
    }),
  );
}

/** Resolves when this process is asked to end (Ctrl-C, SIGTERM, a closed terminal). */
export function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
}

/** Rejects when one of the processes ends by itself. */
export function untilOneEnds(services: Service[]): Promise<never> {
  return new Promise((_resolve, reject) => {
    for (const { name, child } of services) {
      child.once('exit', (code, signal) =>
        reject(new Refusal(`${name} ended by itself (${signal ?? `code ${code}`}).`)),
      );
    }
  });
}

/** Runs a command to its end. What it printed is shown only when it fails. */
export async function execute(command: string, args: string[], cwd: string = root): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: process.env, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) return resolve();
      console.error(output.trim());
      reject(new Refusal(`\`${[command, ...args].join(' ')}\` failed in ${cwd}: its output is above.`));
    });
  });
}
