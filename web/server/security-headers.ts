import { PLAYER_ORIGINS } from '@deep-dive/shared-types';

/** Where Mapbox serves its styles, tiles and pictures from. */
const MAPBOX = 'https://*.mapbox.com';

const ANCESTORS = { anywhere: '*', here: "'self'" };

export interface SecurityOptions {
  /** The address visitors use. */
  publicUrl: string;
  /** Mapbox is allowed only where it is used. */
  mapbox: boolean;
  /** Who may show the page in a frame: every site, or this one, which then shows its own pages in frames. Nobody, when left out. */
  framed?: 'anywhere' | 'here';
  /** The development server's own scripts, styles and sockets. */
  development?: boolean;
}

/** Those of them that say something of what is neither a document nor a worker, in which alone things run. */
const OF_CONTENT = new Set(['x-content-type-options', 'referrer-policy', 'strict-transport-security']);

/** What is left of the headers for styles, fonts, pictures and a page's own scripts: the rest is the page's to say, and it does. */
export const contentHeaders = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => OF_CONTENT.has(name)));

/** The headers of every document, by lower-case name. */
export function securityHeaders({
  publicUrl,
  mapbox,
  framed,
  development,
}: SecurityOptions): Record<string, string> {
  const inline = development ? " 'unsafe-inline'" : '';
  const policy = [
    "default-src 'none'",
    `script-src 'self'${inline}`,
    `style-src 'self'${inline}`,
    `img-src 'self' data: blob:${mapbox ? ` ${MAPBOX}` : ''}`,
    "font-src 'self'",
    `connect-src 'self'${mapbox ? ` ${MAPBOX}` : ''}${development ? ' ws:' : ''}`,
    `worker-src 'self'${mapbox ? ' blob:' : ''}`,
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    // A page's videos, once somebody has pressed play; and in a preview, the page.
    ...(framed === 'anywhere' ? [] : [`frame-src ${framed ? "'self' " : ''}${PLAYER_ORIGINS.join(' ')}`]),
    `frame-ancestors ${framed ? ANCESTORS[framed] : "'none'"}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': `geolocation=(self), accelerometer=(), autoplay=(self ${PLAYER_ORIGINS.map((origin) => `"${origin}"`).join(' ')}), camera=(), display-capture=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()`,
    'cross-origin-opener-policy': 'same-origin',
    ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}

/** The headers of a page that another site alone may show in a frame, by its origin. */
export function framedBy(headers: Record<string, string>, origin: string): Record<string, string> {
  const policy = headers['content-security-policy'] ?? '';
  return {
    ...headers,
    'content-security-policy': policy.replace(
      /frame-ancestors [^;]*/,
      `frame-ancestors ${new URL(origin).origin}`,
    ),
  };
}
