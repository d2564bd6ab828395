/**
 * How long each program takes to stop, in milliseconds: running requests may take `grace` to finish, and what it keeps
 * open and has yet to write `closing`. Whoever ends it by force has to wait longer (see `stopsWithin`).
 */
export const STOPPING = {
  web: { grace: 10_000, closing: 3_000 },
  cms: { grace: 20_000, closing: 5_000 },
} as const;

/** The longest notice before stopping, in seconds. */
export const LONGEST_NOTICE = 60;

/** Milliseconds within which a program has ended after a signal to stop, given its notice in seconds. */
export const stopsWithin = (program: keyof typeof STOPPING, notice: number): number =>
  notice * 1000 + STOPPING[program].grace + STOPPING[program].closing;

/**
 * Reads STOP_NOTICE_SECONDS: how long a program that was told to stop goes on taking new requests while it says that it
 * isn't ready, so that a load balancer can notice. None by default.
 *
 * @throws Error saying what it must be.
 */
export function stopNotice(text: string | undefined): number {
  const seconds = Number(text || 0);
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= LONGEST_NOTICE) return seconds;
  throw new Error(
    `STOP_NOTICE_SECONDS is “${text}”: give a whole number of seconds from 0 to ${LONGEST_NOTICE}, longer than the load balancer takes to notice.`,
  );
}

interface Connection {
  readonly bytesRead: number;
  destroy(): unknown;
  once(event: 'close', listener: () => void): unknown;
}

interface Answer {
  shouldKeepAlive: boolean;
  once(event: 'close', listener: () => void): unknown;
}

/** What is needed of Node's HTTP server. */
export interface StoppableServer {
  prependListener(event: 'connection', listener: (connection: Connection) => void): unknown;
  prependListener(event: 'request', listener: (request: unknown, answer: Answer) => void): unknown;
  close(closed: () => void): unknown;
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

export interface Stoppable {
  isStopping: () => boolean;
  /**
   * For `notice` milliseconds goes on taking requests, then takes no new connections, and resolves once the running
   * requests are finished, or cut after `grace` milliseconds. From the start of it each answer says
   * `Connection: close`.
   */
  stop: (times: { notice: number; grace: number }) => Promise<void>;
}

/** Lets an HTTP server stop without cutting what it has begun. To be called before it listens. */
export function stoppable(server: StoppableServer): Stoppable {
  const connections = new Set<Connection>();
  const running = new Set<Answer>();
  let stopping = false;
  server.prependListener('connection', (connection) => {
    connections.add(connection);
    connection.once('close', () => connections.delete(connection));
  });
  server.prependListener('request', (_request, answer) => {
    running.add(answer);
    answer.once('close', () => running.delete(answer));
    if (stopping) answer.shouldKeepAlive = false;
  });
  /** Browsers open connections before they need them, and Node takes those that never asked anything for busy. */
  const closeIdle = (): void => {
    for (const connection of connections) if (connection.bytesRead === 0) connection.destroy();
    server.closeIdleConnections();
  };
  return {
    isStopping: () => stopping,
    async stop({ notice, grace }) {
      stopping = true;
      for (const answer of running) answer.shouldKeepAlive = false;
      if (notice > 0) await new Promise<void>((resolve) => setTimeout(resolve, notice));
      const closed = new Promise<void>((resolve) => server.close(resolve));
      closeIdle();
      const closing = setInterval(closeIdle, 50);
      const cutting = setTimeout(() => server.closeAllConnections(), grace);
      await closed;
      clearInterval(closing);
      clearTimeout(cutting);
    },
  };
}
