import type { Core } from '@strapi/strapi';
import { isLoopback } from '../src/strapi/environment';

const DAY = 24 * 60 * 60;

/** What a mail says to whoever has forgotten their password; src/email writes it as it writes all. */
const NEW_PASSWORD = {
  subject: 'Choose a new password',
  text: [
    'Somebody, hopefully you, has asked for a new password for your account.',
    '<%= url %>',
    'If it wasn’t you, there is nothing to do: your password stays as it is.',
  ].join('\n\n'),
  html: '',
};

export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const publicUrl = env('CMS_PUBLIC_URL', '');
  return {
    auth: {
      secret: env('ADMIN_JWT_SECRET'),
      // A secure cookie is never sent over plain HTTP, which is all a demonstration on this machine has.
      cookie: {
        secure: publicUrl ? publicUrl.startsWith('https:') : !isLoopback(env('HOST', '127.0.0.1')),
      },
      sessions: {
        accessTokenLifespan: 30 * 60,
        maxRefreshTokenLifespan: 30 * DAY,
        idleRefreshTokenLifespan: 7 * DAY,
        maxSessionLifespan: 7 * DAY,
        idleSessionLifespan: DAY,
      },
    },
    apiToken: { salt: env('API_TOKEN_SALT'), secrets: { encryptionKey: env('ENCRYPTION_KEY') } },
    transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY') },
    forgotPassword: { emailTemplate: NEW_PASSWORD },
    autoOpen: false,
    flags: { nps: false, promoteEE: false },
  };
};
