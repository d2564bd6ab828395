import type { Core } from '@strapi/strapi';

/** Seconds after which it is worth asking again. */
const RETRY_AFTER = '5';

/** Node's codes for a server that can't be reached or went away, and SQLite's for a file that others keep locked. */
const LOST_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'SQLITE_BUSY',
]);

/**
 * PostgreSQL's own: connections that fail (class 08), too many of them (53300), and a server that ends or starts
 * (57P01 to 57P03). https://www.postgresql.org/docs/17/errcodes-appendix.html
 */
const LOST_SQLSTATE = /^(08...|53300|57P0[123])$/;

/** What pg says, without a code; knex puts the query before it. */
const LOST_MESSAGE =
  /(Connection terminated|Connection terminated unexpectedly|is not queryable|timeout expired)$/;

/** Whether a query failed because the database did not answer, rather than for what it asked. */
export function isLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code = '' } = error as NodeJS.ErrnoException;
  return (
    LOST_CODES.has(code) ||
    LOST_SQLSTATE.test(code) ||
    error.name === 'KnexTimeoutError' ||
    LOST_MESSAGE.test(error.message)
  );
}

/** What a request met: a database that was away, or that went away while it stored. */
type Loss = 'away' | 'in doubt';

const SENTENCES: Record<Loss, string> = {
  away: 'The database does not answer at the moment. Please try again in a few seconds.',
  'in doubt':
    'The connection to the database was lost while this was being saved: it may or may not be stored. Please look before you save it again.',
};

/**
 * Answers 503 with `Retry-After` whatever failed because the database did not answer, also where Strapi takes that for a
 * wrong password, an ended session or an error of its own. To be called first in `register()`, so that it sees what
 * everything else answers.
 */
export function answerLostDatabase(strapi: Core.Strapi): void {
  const losses = new WeakMap<object, Loss>();
  const note = (error: unknown, loss: Loss): void => {
    const request = strapi.requestContext.get();
    if (request && isLost(error) && losses.get(request) !== 'in doubt') losses.set(request, loss);
  };

  const knex = strapi.db.connection;
  knex.on('query-error', (error: unknown, { sql }: { sql: string }) =>
    note(error, sql === 'COMMIT;' ? 'in doubt' : 'away'),
  );
  const acquire: () => Promise<unknown> = knex.client.acquireConnection.bind(knex.client);
  knex.client.acquireConnection = () =>
    acquire().catch((error: unknown) => {
      note(error, 'away');
      throw error;
    });

  strapi.server.use(async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (!losses.has(ctx)) throw error;
    }
    const loss = losses.get(ctx);
    if (!loss || ctx.status < 400 || ctx.status === 503) return;
    // An ended session is told with a header that ends it, a cache what it may keep.
    for (const name of ['Set-Cookie', 'Cache-Tag', 'ETag']) ctx.remove(name);
    ctx.set({ 'Cache-Control': 'no-store', 'Retry-After': RETRY_AFTER });
    ctx.status = 503;
    ctx.body = {
      data: null,
      error: { status: 503, name: 'ServiceUnavailableError', message: SENTENCES[loss], details: {} },
    };
  });
}
