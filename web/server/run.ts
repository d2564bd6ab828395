import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STOPPING, type Stoppable, stoppable } from '@deep-dive/shared-types';
import { addressOf } from './address';
import { EnvironmentError, parseConfig, type ServerConfig } from './config';
import { createHttpServer, type SiteServer } from './server';

/**
 * Runs a site server until a signal to stop. What the operator can mend is said in one line each, and ends the process
 * with status 1.
 */
export async function run(
  create: (config: ServerConfig, server: Server) => Promise<SiteServer>,
): Promise<void> {
  try {
    const config = parseConfig(process.env);
    let site: SiteServer | undefined;
    const server = createHttpServer((request, response) => {
      if (stopping.isStopping() && asksWhetherReady(request)) sayNotReady(response);
      else site?.handle(request, response);
    });
    const stopping = stoppable(server);
    site = await create(config, server);
    await listen(server, config);
    const { port } = server.address() as AddressInfo;
    console.log(`The site listens on http://${config.host}:${port}`);
    stopOnSignal(stopping, site, config);
  } catch (error) {
    if (!(error instanceof EnvironmentError) && !(error instanceof StartError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

/** Why the site cannot start, and what to do, in one sentence for the operator. */
export class StartError extends Error {
  override name = 'StartError';
}

function listen(server: Server, { host, port }: ServerConfig): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', ({ code, message }: NodeJS.ErrnoException) => {
      const why =
        code === 'EADDRINUSE'
          ? `Port ${port} on ${host} is taken by another program; stop it or choose another PORT.`
          : `The site cannot listen on ${host}:${port}: ${message}; correct HOST or PORT.`;
      reject(new StartError(why));
    });
    server.listen(port, host, resolve);
  });
}

const asksWhetherReady = (request: IncomingMessage): boolean => addressOf(request).path === '/readyz';

function sayNotReady(response: ServerResponse): void {
  response.writeHead(503, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify({ status: 'not ready', message: 'The site is stopping.' }));
}

/** Is not ready from then on, lets the running requests finish, writes what is kept, and ends with status 0. */
function stopOnSignal(
  { isStopping, stop }: Stoppable,
  site: SiteServer,
  { stopNoticeMs }: ServerConfig,
): void {
  const { grace, closing } = STOPPING.web;
  const onSignal = async (): Promise<void> => {
    if (isStopping()) return;
    await stop({ notice: stopNoticeMs, grace });
    setTimeout(() => process.exit(1), closing).unref();
    await site.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void onSignal());
  process.on('SIGINT', () => void onSignal());
}
