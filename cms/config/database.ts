import path from 'node:path';
import type { Core } from '@strapi/strapi';

/** Milliseconds until a database that stays silent, or all of whose connections are taken, counts as away. */
const CONNECT_WITHIN = 5_000;
const ACQUIRE_WITHIN = 10_000;

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
      connection: {
        connectionString: url,
        ssl: env.bool('DATABASE_SSL', false),
        connectionTimeoutMillis: CONNECT_WITHIN,
        keepAlive: true,
      },
      acquireConnectionTimeout: ACQUIRE_WITHIN,
      pool: { min: 2, max: env.int('DATABASE_POOL_MAX', 10) },
    },
  };
};
