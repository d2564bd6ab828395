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

/** The headers every response carries, by lower-case name. */
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
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    ...(framed === 'here' ? ["frame-src 'self'"] : []),
    `frame-ancestors ${framed ? ANCESTORS[framed] : "'none'"}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy':
      'geolocation=(self), accelerometer=(), autoplay=(), camera=(), display-capture=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()',
    'cross-origin-opener-policy': 'same-origin',
    ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  };
}
