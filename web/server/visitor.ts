import type { IncomingMessage } from 'node:http';
import { visitorAddress } from '@deep-dive/shared-types/environment';
import type { ServerConfig } from './config';

/** The address a request comes from, as TRUST_PROXY lets it be known; empty when the connection is gone. */
export function visitorOf(
  { socket, headers }: IncomingMessage,
  { trustedProxies }: Pick<ServerConfig, 'trustedProxies'>,
): string {
  return visitorAddress(
    { peer: socket.remoteAddress, forwardedFor: headers['x-forwarded-for'] },
    trustedProxies,
  );
}
