import type { Core } from '@strapi/strapi';

/** Any number will do, as long as nothing else locks by it. */
const START_LOCK = 7_231_401;

/**
 * Lets one CMS process at a time start on a PostgreSQL, so that tables, roles and seed are made once. Resolves when it is
 * this one's turn, to the function that ends the turn; a process that dies loses its turn with its connection.
 */
export async function takeStartLock(strapi: Core.Strapi): Promise<() => Promise<void>> {
  if (strapi.db.dialect.client !== 'postgres') return async () => undefined;
  const knex = strapi.db.connection;
  const connection: unknown = await knex.client.acquireConnection();
  await knex.raw('select pg_advisory_lock(?)', [START_LOCK]).connection(connection);
  return async () => {
    try {
      await knex.raw('select pg_advisory_unlock(?)', [START_LOCK]).connection(connection);
    } finally {
      await knex.client.releaseConnection(connection);
    }
  };
}
