import type { AddressInfo } from 'node:net';
import { createServer, connect as open, type Server, type Socket } from 'node:net';

/** How PostgreSQL's clients end a transaction, and what it answers once the transaction is stored. */
const COMMIT = Buffer.from('COMMIT;\0');
const COMMITTED = Buffer.from('COMMIT\0');

/** Stands between a CMS and its PostgreSQL, to cut the connection where a test says. */
export interface DatabaseProxy {
  /** The database's address through the proxy. */
  url: string;
  /** Cuts the connection of the next COMMIT: before PostgreSQL hears of it, or after it has stored and before it is heard. */
  cutNextCommit: (when: 'before' | 'after') => void;
  /** How many connections were cut at a COMMIT. */
  cuts: () => number;
  /** Cuts every connection and refuses new ones, as if PostgreSQL had ended. */
  close: () => Promise<void>;
  /** Lets connections through again. */
  reopen: () => Promise<void>;
}

/** Opens a proxy before the PostgreSQL at an address. */
export async function proxyDatabase(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let next: 'before' | 'after' | undefined;
  let cuts = 0;

  function join(client: Socket): void {
    const server = open(Number(target.port), target.hostname);
    let committing = false;
    const cut = (): void => {
      client.destroy();
      server.destroy();
    };
    const cutAtCommit = (): void => {
      cuts++;
      cut();
    };
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', cut);
      socket.on('close', () => {
        sockets.delete(socket);
        cut();
      });
    }
    client.on('data', (chunk) => {
      if (next && chunk.includes(COMMIT)) {
        const when = next;
        next = undefined;
        if (when === 'before') return cutAtCommit();
        committing = true;
      }
      server.write(chunk);
    });
    server.on('data', (chunk) => {
      if (committing && chunk.includes(COMMITTED)) return cutAtCommit();
      client.write(chunk);
    });
  }

  let listener: Server;
  const listen = (port: number): Promise<number> =>
    new Promise((resolve) => {
      listener = createServer(join).listen(port, '127.0.0.1', () =>
        resolve((listener.address() as AddressInfo).port),
      );
    });
  const port = await listen(0);
  const url = new URL(target);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.href,
    cutNextCommit(when) {
      next = when;
    },
    cuts: () => cuts,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
    async reopen() {
      await listen(port);
    },
  };
}
