import ipaddr from 'ipaddr.js';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** The reverse proxies whose word about a visitor's address is believed: so many of them, or those at these addresses. */
export type TrustedProxies = { count: number } | { ranges: [Address, number][] };

const NOBODY: TrustedProxies = { count: 0 };

/** More proxies than this one after another are a typing error. */
const MOST = 10;

const REMEDY =
  'say how many reverse proxies stand between visitors and this program (1 for the Caddy of docker-compose.yml, 0 for none), or give their addresses, such as 10.0.0.5,172.16.0.0/12';

/** What is wrong with TRUST_PROXY, to be read after its name, with the remedy and without a full stop. */
export class TrustProxyError extends Error {
  override name = 'TrustProxyError';
}

/**
 * Reads TRUST_PROXY: how many reverse proxies there are, or their addresses (IP or CIDR) separated by commas. Nothing,
 * "false" and 0 trust nobody. "true" is refused: it would believe what any visitor claims to be. Throws `TrustProxyError`.
 */
export function parseTrustProxy(value: string | undefined): TrustedProxies {
  const text = (value ?? '').trim();
  if (text === '' || /^(false|no|off)$/i.test(text)) return NOBODY;
  if (/^(true|yes|on)$/i.test(text))
    throw new TrustProxyError(`is “${text}”, which would believe any address a visitor makes up: ${REMEDY}`);
  if (/^\d+$/.test(text)) {
    if (Number(text) > MOST) throw new TrustProxyError(`counts more than ${MOST} proxies: ${REMEDY}`);
    return { count: Number(text) };
  }
  return { ranges: text.split(',').map((part) => parseRange(part.trim())) };
}

function parseRange(text: string): [Address, number] {
  const [host = '', bits] = text.split('/');
  if (!isAddress(host) || (bits !== undefined && !ipaddr.isValidCIDR(text)))
    throw new TrustProxyError(`holds “${text.slice(0, 60)}”, which is no address: ${REMEDY}`);
  if (bits !== undefined && Number(bits) === 0)
    throw new TrustProxyError(`holds “${text}”, which is every address there is: ${REMEDY}`);
  if (bits !== undefined) return ipaddr.parseCIDR(text);
  const address = ipaddr.parse(host);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

/** IPv4 in its usual form only: others, such as a single number, mean different things to different programs. */
const isAddress = (text: string): boolean =>
  ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text);

/** Whether any proxy is believed at all. */
export const trustsAnyone = (proxies: TrustedProxies): boolean => 'ranges' in proxies || proxies.count > 0;

/** Where a request came from, as Node tells. */
export interface Origin {
  /** The address at the other end of the connection. */
  peer: string | undefined;
  /** The header X-Forwarded-For, to which each proxy adds the address it was asked from. */
  forwardedFor: string | string[] | undefined;
}

/**
 * The address a visitor asks from: what the outermost trusted proxy saw. What stands before that in X-Forwarded-For was
 * written by the visitor and is not looked at. IPv4 in IPv6 clothes is IPv4. Empty when the connection is gone.
 */
export function visitorAddress({ peer, forwardedFor }: Origin, proxies: TrustedProxies): string {
  const told = [forwardedFor ?? []].flat().join(',').split(',').map(readAddress);
  let seen = readAddress(peer ?? '');
  for (let passed = 0; seen && told.length > 0 && isTrusted(seen, passed, proxies); passed++) {
    const next = told.pop();
    if (!next) break;
    seen = next;
  }
  return seen?.toString() ?? '';
}

const isTrusted = (address: Address, passed: number, proxies: TrustedProxies): boolean =>
  'count' in proxies
    ? passed < proxies.count
    : proxies.ranges.some(([range, bits]) => range.kind() === address.kind() && address.match(range, bits));

/** Some proxies write the port too: "192.0.2.7:4711", "[2001:db8::7]:4711". */
function readAddress(text: string): Address | null {
  const bare = text
    .trim()
    .replace(/^\[([^\]]+)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return isAddress(bare) ? ipaddr.process(bare) : null;
}

/**
 * Who is to be counted as one: an IPv4 address, or the /64 of an IPv6 address, of which a single household has them all.
 * Text that is no address stands for itself.
 */
export function networkOf(address: string): string {
  if (!ipaddr.IPv6.isValid(address)) return address;
  const { parts } = ipaddr.IPv6.parse(address);
  return `${parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
