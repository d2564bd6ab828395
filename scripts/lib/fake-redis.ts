import { type AddressInfo, createServer, type Socket } from 'node:net';

/**
 * As much of Redis as telling of changes needs, on loopback, to test against: it subscribes, publishes, and can fall silent
 * on the connections it has, as a machine does that was switched off.
 */
export async function startFakeRedis() {
  const subscribers = new Map<Socket, string[]>();
  const silent = new Set<Socket>();
  const open = new Set<Socket>();
  /** What was published, by channel. */
  const published: [channel: string, message: string][] = [];
  let pings = 0;

  function answer(socket: Socket, [name = '', ...rest]: string[]): string {
    const [first = '', second = ''] = rest;
    switch (name.toLowerCase()) {
      case 'hello':
        return "-ERR unknown command 'HELLO'\r\n";
      case 'info':
        return bulk('redis_version:7.0.0\r\nloading:0\r\n');
      case 'ping':
        pings++;
        return subscribers.has(socket) ? array('pong', '') : '+PONG\r\n';
      case 'subscribe':
        subscribers.set(socket, [...(subscribers.get(socket) ?? []), first]);
        return `*3\r\n${bulk('subscribe')}${bulk(first)}:1\r\n`;
      case 'publish':
        published.push([first, second]);
        for (const [each, channels] of subscribers)
          if (channels.includes(first) && !silent.has(each)) each.write(array('message', first, second));
        return ':1\r\n';
      default:
        return '+OK\r\n';
    }
  }

  const server = createServer((socket) => {
    open.add(socket);
    let unread = '';
    socket.on('data', (data) => {
      if (silent.has(socket)) return;
      const { commands, rest } = readCommands(unread + data.toString('utf8'));
      unread = rest;
      for (const command of commands) socket.write(answer(socket, command));
    });
    socket.on('close', () => {
      open.delete(socket);
      subscribers.delete(socket);
    });
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    published,
    /** How often somebody asked whether it lives. */
    get pings() {
      return pings;
    },
    /** How many listen to something and can be heard. */
    get listeners() {
      return [...subscribers.keys()].filter((socket) => !silent.has(socket)).length;
    },
    publish: (channel: string, message: string): void => {
      for (const [each, channels] of subscribers)
        if (channels.includes(channel) && !silent.has(each)) each.write(array('message', channel, message));
    },
    /** Says and hears nothing more on the connections there are, and doesn't end them. */
    fallSilent: () => {
      for (const socket of open) silent.add(socket);
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
}

const bulk = (text: string): string => `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
const array = (...texts: string[]): string => `*${texts.length}\r\n${texts.map(bulk).join('')}`;

/** Reads whole commands, each an array of strings; what is not whole yet is the rest. */
function readCommands(text: string): { commands: string[][]; rest: string } {
  const commands: string[][] = [];
  let rest = text;
  for (;;) {
    const count = /^\*(\d+)\r\n/.exec(rest);
    if (!count) return { commands, rest };
    let after = rest.slice(count[0].length);
    const parts: string[] = [];
    while (parts.length < Number(count[1])) {
      const length = /^\$(\d+)\r\n/.exec(after);
      const end = length ? length[0].length + Number(length[1]) : 0;
      if (!length || after.length < end + 2) return { commands, rest };
      parts.push(after.slice(length[0].length, end));
      after = after.slice(end + 2);
    }
    commands.push(parts);
    rest = after;
  }
}
