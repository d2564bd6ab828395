import { expect, it } from 'vitest';
import { framedBy, securityHeaders } from './security-headers';

const policyOf = (options: Partial<Parameters<typeof securityHeaders>[0]> = {}): Record<string, string> =>
  Object.fromEntries(
    (
      securityHeaders({ publicUrl: 'https://example.org', mapbox: false, ...options })[
        'content-security-policy'
      ] ?? ''
    )
      .split('; ')
      .map((directive) => [directive.split(' ')[0] ?? '', directive.split(' ').slice(1).join(' ')]),
  );

it('lets a page load what is the site’s own, and nothing else', () => {
  expect(policyOf()).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'connect-src': "'self'",
    'worker-src': "'self'",
    'media-src': "'self'",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-src': 'https://www.youtube-nocookie.com https://player.vimeo.com',
    'frame-ancestors': "'none'",
  });
});

it('lets other sites frame only what is made for it, and Mapbox in only where it draws the map', () => {
  const { 'frame-src': players, ...unframing } = policyOf();
  expect(policyOf({ framed: 'anywhere' })).toEqual({ ...unframing, 'frame-ancestors': '*' });
  expect(policyOf({ framed: 'here' })).toEqual({
    ...unframing,
    'frame-src': `'self' ${players}`,
    'frame-ancestors': "'self'",
  });
  expect(policyOf({ mapbox: true })).toEqual({
    ...policyOf(),
    'img-src': "'self' data: blob: https://*.mapbox.com",
    'connect-src': "'self' https://*.mapbox.com",
    'worker-src': "'self' blob:",
  });
});

it('lets one other site frame what is made for it alone', () => {
  const here = securityHeaders({ publicUrl: 'https://example.org', mapbox: false, framed: 'here' });
  const framed = framedBy(here, 'https://cms.example.org');
  expect(framed['content-security-policy']).toBe(
    here['content-security-policy']?.replace(
      "frame-ancestors 'self'",
      'frame-ancestors https://cms.example.org',
    ),
  );
  expect(() => framedBy(here, '*')).toThrow();
});

it('asks for HTTPS for good where visitors come by it', () => {
  const of = (publicUrl: string) =>
    securityHeaders({ publicUrl, mapbox: false })['strict-transport-security'];
  expect([of('https://example.org'), of('http://localhost:3000')]).toEqual(['max-age=31536000', undefined]);
});

it('keeps browsers from guessing, from telling others where a visitor was, and from devices no page needs', () => {
  const { 'content-security-policy': _, ...others } = securityHeaders({
    publicUrl: 'http://localhost:3000',
    mapbox: false,
  });
  expect(others).toEqual({
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': expect.stringMatching(/^geolocation=\(self\), .*camera=\(\).*microphone=\(\)/),
    'cross-origin-opener-policy': 'same-origin',
  });
});

it('lets the development server’s own scripts in, and those of no other', () => {
  expect(policyOf({ development: true })).toEqual({
    ...policyOf(),
    'script-src': "'self' 'unsafe-inline'",
    'style-src': "'self' 'unsafe-inline'",
    'connect-src': "'self' ws:",
  });
});
