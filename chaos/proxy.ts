import net from 'node:net';

/** What the proxy says in the CMS's stead: a whole HTTP answer, or one that is broken off. */
export interface Lie {
  /** As it stands in the table. */
  name: string;
  status: number;
  contentType: string;
  body: string;
  /** The connection ends in the middle of the body. */
  brokenOff?: boolean;
}

type Mode = { kind: 'pass' } | { kind: 'slow'; ms: number } | { kind: 'silent' } | { kind: 'lie'; lie: Lie };

interface Connection {
  client: net.Socket;
  target: net.Socket;
  /** Something was swallowed: what follows would make no sense to either side. */
  isBroken: boolean;
  /** Epoch milliseconds at which the last delayed bytes are sent. */
  sendsUntil: number;
}

/** What to do with bytes on their way to the target: pass them on, or cut the connection before or after they have arrived. */
export type Verdict = 'pass' | 'cut before' | 'cut after';

const REQUEST = /^(GET|HEAD|POST|PUT|PATCH|DELETE) (\S+) HTTP\//;
const PROBE = /^\/(healthz|readyz)$/;
/** How long the port of a proxy that refused may be in other hands, in milliseconds. */
const PORT_PATIENCE_MS = 3_000;

/**
 * A proxy on loopback that stands before one port of this machine and spoils what passes: it cuts, refuses, delays, keeps
 * silent, and lies. It knows nothing of what it carries, but that HTTP requests begin with a method and can be counted.
 */
export class FaultyProxy {
  readonly port: number;
  /** HTTP requests that came in since `forgetRequests`, whatever became of them, but for `probes`. */
  requests = 0;
  /** Those that asked whether anybody is there. */
  probes = 0;
  readonly #targetPort: number;
  readonly #judge: (bytes: Buffer) => Verdict;
  readonly #connections = new Set<Connection>();
  #server: net.Server | undefined;
  #mode: Mode = { kind: 'pass' };

  private constructor(targetPort: number, judge: (bytes: Buffer) => Verdict, server: net.Server) {
    this.#targetPort = targetPort;
    this.#judge = judge;
    this.#server = server;
    this.port = (server.address() as net.AddressInfo).port;
    server.on('connection', (client) => this.#carry(client));
  }

  /** Starts one before a port; `judge` sees all that goes to the target. */
  static async start(
    targetPort: number,
    judge: (bytes: Buffer) => Verdict = () => 'pass',
  ): Promise<FaultyProxy> {
    return new FaultyProxy(targetPort, judge, await listen(0));
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  forgetRequests(): void {
    this.requests = 0;
    this.probes = 0;
  }

  /** Carries everything faithfully again, and listens again. Connections that lost bytes are cut. */
  async pass(): Promise<void> {
    this.#mode = { kind: 'pass' };
    for (const connection of this.#connections) if (connection.isBroken) end(connection);
    if (this.#server) return;
    const until = Date.now() + PORT_PATIENCE_MS;
    while (!this.#server) {
      this.#server = await listen(this.port).catch(async (error: Error) => {
        if (Date.now() > until) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
        return undefined;
      });
    }
    this.#server.on('connection', (client) => this.#carry(client));
  }

  /** Ends every connection and takes no new ones: nobody listens. */
  async refuse(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    const closed = server && new Promise((resolve) => server.close(resolve));
    this.cut();
    await closed;
  }

  /** Takes connections and requests, and never says a word. */
  silent(): void {
    this.#mode = { kind: 'silent' };
  }

  /** Carries every answer so many milliseconds late. */
  slow(ms: number): void {
    this.#mode = { kind: 'slow', ms };
  }

  /** Answers every HTTP request by itself. */
  lie(lie: Lie): void {
    this.#mode = { kind: 'lie', lie };
  }

  /** Ends every open connection, without a goodbye. */
  cut(): void {
    for (const connection of this.#connections) end(connection);
  }

  async close(): Promise<void> {
    await this.refuse();
  }

  #carry(client: net.Socket): void {
    const target = net.connect(this.#targetPort, '127.0.0.1');
    const connection: Connection = { client, target, isBroken: false, sendsUntil: 0 };
    this.#connections.add(connection);
    for (const socket of [client, target]) {
      socket.setNoDelay(true);
      socket.on('error', () => end(connection));
    }
    client.on('close', () => {
      this.#connections.delete(connection);
      target.destroy();
    });
    target.on('close', () => {
      if (connection.isBroken) return;
      this.#later(connection, () => client.end());
    });
    client.on('data', (bytes) => this.#toTarget(connection, bytes));
    target.on('data', (bytes) => {
      if (this.#mode.kind === 'silent') connection.isBroken = true;
      if (connection.isBroken) return;
      this.#later(connection, () => client.write(bytes));
    });
  }

  #toTarget(connection: Connection, bytes: Buffer): void {
    const { client, target } = connection;
    const [, method, path = ''] = REQUEST.exec(bytes.toString('latin1', 0, 4_096)) ?? [];
    const isRequest = method !== undefined;
    if (isRequest) this[PROBE.test(path) ? 'probes' : 'requests']++;
    if (this.#mode.kind === 'silent') connection.isBroken = true;
    if (this.#mode.kind === 'lie' && isRequest) {
      connection.isBroken = true;
      answerWith(this.#mode.lie, client);
    }
    if (connection.isBroken) return;
    const verdict = this.#judge(bytes);
    if (verdict === 'pass') target.write(bytes);
    else if (verdict === 'cut before') end(connection);
    else target.end(bytes, () => client.resetAndDestroy());
  }

  /** Does it now, or as late as answers are at present, and never before what came earlier. */
  #later(connection: Connection, send: () => void): void {
    const at = Math.max(connection.sendsUntil, Date.now() + (this.#mode.kind === 'slow' ? this.#mode.ms : 0));
    connection.sendsUntil = at;
    const wait = at - Date.now();
    if (wait <= 0) send();
    else setTimeout(send, wait);
  }
}

function end({ client, target }: Connection): void {
  client.resetAndDestroy();
  target.resetAndDestroy();
}

function answerWith({ status, contentType, body, brokenOff }: Lie, client: net.Socket): void {
  const bytes = Buffer.from(body);
  const head = [
    `HTTP/1.1 ${status} Whatever`,
    `Content-Type: ${contentType}`,
    `Content-Length: ${bytes.length + (brokenOff ? 1_000 : 0)}`,
    'Connection: close',
  ];
  client.end(Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), bytes]));
}

function listen(port: number): Promise<net.Server> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}
