import { describe, expect, it } from 'vitest';
import { networkOf, parseTrustProxy, TrustProxyError, trustsAnyone, visitorAddress } from './trust-proxy';

const from = (trust: string, peer: string, forwardedFor?: string | string[]): string =>
  visitorAddress({ peer, forwardedFor }, parseTrustProxy(trust));

describe('TRUST_PROXY', () => {
  it.each([undefined, '', ' ', 'false', 'off', '0'])('believes nobody when it is %j', (value) => {
    expect(trustsAnyone(parseTrustProxy(value))).toBe(false);
  });

  it.each(['1', '2', '10', '127.0.0.1', '10.0.0.0/8, ::1', 'fd00::/8'])('takes %j', (value) => {
    expect(trustsAnyone(parseTrustProxy(value))).toBe(true);
  });

  it.each([
    ['true', 'would believe any address a visitor makes up'],
    ['99', 'counts more than 10 proxies'],
    ['11', 'counts more than 10 proxies'],
    ['off-site', 'which is no address'],
    ['turned off', 'which is no address'],
    ['on.example.org', 'which is no address'],
    ['caddy-on', 'which is no address'],
    [`caddy.${'x'.repeat(99)}`, `holds “caddy.${'x'.repeat(54)}”`],
    ['-1', 'which is no address'],
    ['1.5', 'which is no address'],
    ['caddy', 'which is no address'],
    ['10.0.0.300', 'which is no address'],
    ['10.0.0.0/33', 'which is no address'],
    ['10.0.0.1,', 'which is no address'],
    ['0.0.0.0/0', 'which is every address there is'],
    ['::/0', 'which is every address there is'],
  ])('refuses %j with the remedy', (value, why) => {
    expect(() => parseTrustProxy(value)).toThrow(TrustProxyError);
    expect(() => parseTrustProxy(value)).toThrow(why);
    expect(() => parseTrustProxy(value)).toThrow('say how many reverse proxies');
  });
});

describe('the address a visitor asks from', () => {
  it.each([
    ['nobody trusted', '', '203.0.113.9', '198.51.100.1', '203.0.113.9'],
    ['no header', '1', '203.0.113.9', undefined, '203.0.113.9'],
    ['one proxy', '1', '10.0.0.2', '198.51.100.1', '198.51.100.1'],
    ['one proxy, forged', '1', '10.0.0.2', '6.6.6.6, 198.51.100.1', '198.51.100.1'],
    ['one proxy, forged much', '1', '10.0.0.2', `${'6.6.6.6, '.repeat(50)}198.51.100.1`, '198.51.100.1'],
    ['one proxy, forged rubbish', '1', '10.0.0.2', 'unknown, <script>, 198.51.100.1', '198.51.100.1'],
    ['one proxy that tells rubbish', '1', '10.0.0.2', '6.6.6.6, unknown', '10.0.0.2'],
    ['two proxies', '2', '10.0.0.2', '6.6.6.6, 198.51.100.1, 10.0.0.3', '198.51.100.1'],
    ['addresses', '10.0.0.0/8', '10.0.0.2', '6.6.6.6, 198.51.100.1, 10.0.0.3', '198.51.100.1'],
    ['addresses, asked past them', '10.0.0.0/8', '203.0.113.9', '6.6.6.6', '203.0.113.9'],
    ['addresses all the way', '10.0.0.0/8', '10.0.0.2', '10.0.0.9, 10.0.0.3', '10.0.0.9'],
    ['IPv4 in IPv6 clothes', '10.0.0.0/8', '::ffff:10.0.0.2', '::ffff:198.51.100.1', '198.51.100.1'],
    ['one address', '10.0.0.2', '10.0.0.2', '6.6.6.6, 198.51.100.1, 10.0.0.3', '10.0.0.3'],
    ['one address, asked past it', '10.0.0.2', '10.0.0.3', '6.6.6.6', '10.0.0.3'],
    ['one IPv6 address', 'fd00::1', 'fd00::1', '6.6.6.6, fd00::2', 'fd00::2'],
    ['one IPv6 address, asked past it', 'fd00::1', 'fd00::2', '6.6.6.6', 'fd00::2'],
    [
      'addresses of both kinds',
      '10.0.0.0/8, fd00::/8',
      'fd00::1',
      '6.6.6.6, 198.51.100.1, 10.0.0.3',
      '198.51.100.1',
    ],
    ['more proxies than addresses', '3', '10.0.0.2', '198.51.100.1', '198.51.100.1'],
    ['an empty header', '1', '10.0.0.2', '', '10.0.0.2'],
    ['IPv6 in brackets', '1', '::1', '[2001:db8::7]', '2001:db8::7'],
    ['rubbish about brackets', '1', '10.0.0.2', 'x[2001:db8::7]', '10.0.0.2'],
    ['rubbish behind a port', '1', '10.0.0.2', '198.51.100.1:4711x', '10.0.0.2'],
    ['rubbish before an address', '1', '10.0.0.2', 'x198.51.100.1:4711', '10.0.0.2'],
    ['the port of a long address', '1', '10.0.0.2', '198.51.100.123:4711', '198.51.100.123'],
    ['a port', '1', '10.0.0.2', '198.51.100.1:4711', '198.51.100.1'],
    ['IPv6 and a port', '1', '::1', '[2001:DB8::7]:4711', '2001:db8::7'],
    ['IPv6', 'fd00::/8', 'fd00::1', '6.6.6.6, 2001:db8::7', '2001:db8::7'],
    ['a number in place of an address', '1', '10.0.0.2', '6.6.6.6, 3405803777', '10.0.0.2'],
  ])('%s', (_case, trust, peer, forwardedFor, address) => {
    expect(from(trust, peer, forwardedFor)).toBe(address);
  });

  it('is found in several headers as in one, and is empty when the connection is gone', () => {
    expect(from('1', '10.0.0.2', ['6.6.6.6', '198.51.100.1'])).toBe('198.51.100.1');
    expect(visitorAddress({ peer: undefined, forwardedFor: '6.6.6.6' }, parseTrustProxy('1'))).toBe('');
  });
});

describe('who is counted as one', () => {
  it.each([
    ['198.51.100.1', '198.51.100.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', '2001:db8:1:2::/64'],
    ['', ''],
  ])('%s', (address, network) => expect(networkOf(address)).toBe(network));
});
