import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** SQLite under DATA_DIR, or the PostgreSQL that DATABASE_URL names. */
export default ({ env }: Core.Config.Shared.ConfigParams) => {
  const url = env('DATABASE_URL', '');
  if (!url)
    return {
      connection: {
        client: 'sqlite',
        connection: { filename: path.resolve(env('DATA_DIR', path.join('..', '.data')), 'cms.sqlite') },
        useNullAsDefault: true,
      },
    };
  if (!/^postgres(ql)?:\/\//.test(url))
    throw new Error('DATABASE_URL must start with postgres://. Leave it out to use SQLite under DATA_DIR.');
  return {
    connection: {
      client: 'postgres',
      connection: { connectionString: url, ssl: env.bool('DATABASE_SSL', false) },
      pool: { min: 2, max: env.int('DATABASE_POOL_MAX', 10) },
    },
  };
};
