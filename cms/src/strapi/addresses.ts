import type { Core } from '@strapi/strapi';

/**
 * Refuses addresses that hold a NUL character: PostgreSQL looks for no text with one in it, and Strapi would answer 500.
 * Bodies are for the admin's door (ownership/requests.ts). To be called in `register()`, before what answers.
 */
export function refuseNulInAddresses(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx, next) => {
    if (!ctx.url.includes('%00')) return next();
    const asked = [...new URLSearchParams(ctx.querystring)];
    const name = asked.find((entry) => entry.join('').includes('\0'))?.[0].replaceAll('\0', '') ?? 'The path';
    const message = `${name} holds a NUL character, which no text may.`;
    ctx.status = 400;
    ctx.body = { data: null, error: { status: 400, name: 'ValidationError', message, details: {} } };
  });
}
