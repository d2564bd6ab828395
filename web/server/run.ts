import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigError, parseConfig, type ServerConfig } from './config';
import { createHttpServer, type SiteServer } from './server';

/** Milliseconds running requests may take to finish after a signal to stop. */
const GRACE = 10_000;

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
    const server = createHttpServer((request, response) => site?.handle(request, response));
    site = await create(config, server);
    await listen(server, config);
    const { port } = server.address() as AddressInfo;
    console.log(`The site listens on http://${config.host}:${port}`);
    stopOnSignal(server, site);
  } catch (error) {
    if (!(error instanceof ConfigError) && !(error instanceof StartError)) throw error;
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

/** Takes no new requests, lets the running ones finish, writes what is kept, and ends with status 0. */
function stopOnSignal(server: Server, site: SiteServer): void {
  let stopping = false;
  const stop = async (): Promise<void> => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => server.closeAllConnections(), GRACE).unref();
    // A connection falls idle when its last request is answered, and browsers would keep it open.
    setInterval(() => server.closeIdleConnections(), 50).unref();
    await new Promise((resolve) => server.close(resolve));
    await site.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop());
  process.on('SIGINT', () => void stop());
}
