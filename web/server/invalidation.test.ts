import { expect, it } from 'vitest';
import { isAuthorized } from './invalidation';
import { securityHeaders } from './security-headers';

const secret = '0123456789abcdef0123456789abcdef';

it('lets in whoever sends the secret, and nobody else', () => {
  expect(isAuthorized(`Bearer ${secret}`, secret)).toBe(true);
  for (const header of [
    undefined,
    '',
    secret,
    `Bearer ${secret}x`,
    'Bearer ',
    'Bearer undefined',
    `Basic ${secret}`,
  ])
    expect(isAuthorized(header, secret), String(header)).toBe(false);
});

it('lets nobody in where no secret is set', () => {
  for (const header of [undefined, 'Bearer ', 'Bearer undefined'])
    expect(isAuthorized(header, undefined)).toBe(false);
});

it('allows Mapbox only where it is used', () => {
  const policy = (mapbox: boolean) =>
    securityHeaders({ publicUrl: 'http://localhost:3000', mapbox })['content-security-policy'] ?? '';
  expect(policy(false)).not.toContain('mapbox');
  expect(policy(false)).toContain("worker-src 'self';");
  expect(policy(true)).toContain("connect-src 'self' https://*.mapbox.com;");
  expect(policy(true)).toContain("worker-src 'self' blob:;");
  for (const mapbox of [true, false]) expect(policy(mapbox)).not.toContain('unsafe');
});

it('promises HTTPS only where there is HTTPS', () => {
  const hsts = (publicUrl: string) =>
    securityHeaders({ publicUrl, mapbox: false })['strict-transport-security'];
  expect(hsts('http://localhost:3000')).toBeUndefined();
  expect(hsts('https://example.org')).toContain('max-age=');
});
