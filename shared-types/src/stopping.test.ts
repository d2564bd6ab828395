import { createServer, get, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { STOPPING, type Stoppable, stopNotice, stoppable, stopsWithin } from './stopping';

const LONG = 60_000;

describe('a server that stops', () => {
  let server: Server;
  let stop: Stoppable['stop'];
  let isStopping: Stoppable['isStopping'];
  let port: number;
  /** Requests that wait for an answer. */
  let waiting: ServerResponse[];
  let heard: () => void;

  beforeEach(async () => {
    waiting = [];
    heard = () => undefined;
    server = createServer({ keepAliveTimeout: LONG }, (request, response) => {
      if (request.url === '/slow') {
        waiting.push(response);
        heard();
      } else response.end('at once');
    });
    ({ stop, isStopping } = stoppable(server));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    ({ port } = server.address() as AddressInfo);
  });
  afterEach(() => {
    server.close();
    server.closeAllConnections();
  });

  const ask = (path: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      get({ port, path, agent: false, headers: { connection: 'keep-alive' } }, (answer) => {
        answer.resume().once('end', () => resolve(answer));
      }).once('error', reject);
    });
  const open = (): Promise<Socket> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(socket));
      socket.on('error', () => undefined);
    });
  const slow = async (): Promise<Promise<IncomingMessage>[]> => {
    const hearing = new Promise<void>((resolve) => {
      heard = resolve;
    });
    const answer = ask('/slow');
    answer.catch(() => undefined);
    await hearing;
    return [answer];
  };

  test('finishes what it began, says that the connection ends, and takes no new ones', async () => {
    expect((await ask('/')).headers.connection).toBe('keep-alive');
    const [answer] = await slow();
    const stopped = stop({ notice: 0, grace: LONG });
    expect(isStopping()).toBe(true);
    await expect(ask('/')).rejects.toThrow('ECONNREFUSED');
    waiting[0]?.end('after a while');
    expect((await answer)?.headers.connection).toBe('close');
    await stopped;
  });

  test('goes on taking requests for the time of its notice, and ends each connection after its answer', async () => {
    const stopped = stop({ notice: 300, grace: LONG });
    const { statusCode, headers } = await ask('/');
    expect({ statusCode, connection: headers.connection }).toEqual({ statusCode: 200, connection: 'close' });
    await stopped;
    await expect(ask('/')).rejects.toThrow('ECONNREFUSED');
  });

  test('does not wait for connections that ask nothing, used before or not', async () => {
    const kept = await open();
    kept.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await new Promise((resolve) => kept.once('data', resolve));
    await open();
    await stop({ notice: 0, grace: LONG });
  });

  test('cuts what is not finished after its grace', async () => {
    const [answer] = await slow();
    await stop({ notice: 0, grace: 50 });
    await expect(answer).rejects.toThrow('socket hang up');
  });
});

test('the notice is a whole number of seconds, none by default', () => {
  expect([undefined, '', '0', '6', '60'].map(stopNotice)).toEqual([0, 0, 0, 6, 60]);
  for (const text of ['-1', '1.5', '61', 'soon', '1e9'])
    expect(() => stopNotice(text)).toThrow('STOP_NOTICE_SECONDS');
});

test('the time to stop is all that it is made of', () => {
  expect(stopsWithin('web', 2)).toBe(2000 + STOPPING.web.grace + STOPPING.web.closing);
});
