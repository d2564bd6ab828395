import type { Core } from '@strapi/strapi';
import { formOptions, refuseBody } from '../src/uploads/arriving';

const MEGABYTE = 1024 * 1024;

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const media = ["'self'", 'data:', 'blob:', ...originOf(env('S3_PUBLIC_URL', ''))].join(' ');
  return [
    'strapi::logger',
    'strapi::errors',
    {
      name: 'strapi::security',
      config: {
        contentSecurityPolicy: {
          useDefaults: true,
          directives: {
            // As text: Strapi fills up lists that are shorter than its own with its own entries.
            'connect-src': "'self'",
            'img-src': media,
            'media-src': media,
            // The site shows a workshop's card beside its form.
            'frame-src': ["'self'", ...originOf(env('PUBLIC_URL', ''))].join(' '),
            'frame-ancestors': ["'none'"],
            'object-src': ["'none'"],
            'base-uri': ["'self'"],
            upgradeInsecureRequests: null,
          },
        },
        frameguard: { action: 'deny' },
        referrerPolicy: { policy: 'same-origin' },
      },
    },
    // Visitors' browsers speak to the site alone and the admin is served from here, so no other origin may ask.
    { name: 'strapi::cors', config: { origin: [], credentials: false } },
    'strapi::query',
    {
      name: 'strapi::body',
      config: {
        jsonLimit: MEGABYTE,
        formLimit: MEGABYTE,
        textLimit: MEGABYTE,
        formidable: formOptions,
        onError: refuseBody,
      },
    },
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ];
};

// What is no address is refused in words where the environment is read.
const originOf = (url: string): string[] => (URL.canParse(url) ? [new URL(url).origin] : []);
