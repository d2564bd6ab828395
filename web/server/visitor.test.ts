import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from 'vitest';
import { parseConfig } from './config';
import { visitorOf } from './visitor';

/** Where a request over loopback comes from, when it claims to have been passed on. */
async function seen(trust: string, forwardedFor: string): Promise<string> {
  const config = parseConfig({ TRUST_PROXY: trust });
  const server = createServer((request, response) => response.end(visitorOf(request, config)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      headers: { 'x-forwarded-for': forwardedFor, connection: 'close' },
    });
    return await answer.text();
  } finally {
    server.close();
  }
}

it.each([
  ['', '6.6.6.6', '127.0.0.1'],
  ['1', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['127.0.0.0/8', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  ['10.0.0.0/8', '6.6.6.6, 198.51.100.1', '127.0.0.1'],
])('TRUST_PROXY=%s and “%s”: the visitor is at %s', async (trust, claimed, address) => {
  expect(await seen(trust, claimed)).toBe(address);
});
