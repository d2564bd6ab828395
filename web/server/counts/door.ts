import type { CountKind } from '@deep-dive/shared-types';
import { networkOf } from '@deep-dive/shared-types/environment';
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { COUNTS_PATH } from '../../src/hrefs';
import type { RouteMatch } from '../../src/routing/route';
import { isSlug } from '../../src/routing/slug';
import { BodyTooLargeError, readBody } from '../body';
import type { ServerConfig } from '../config';
import { isFromHere } from '../intake/from-here';
import { type IntakeLimits, TooManyError } from '../intake/limits';
import { visitorOf } from '../visitor';
import { isCountable } from './person';
import type { VisitCounts } from './visit-counts';

/** One thing done, and with what: "register /workshops/boise-2027-03-06". */
const MAX_BYTES = 250;
const TOLD = /^(view|register|contact|download) (\/[\w.~%/-]*)$/;

export interface CountsDoorOptions {
  counts: VisitCounts;
  config: Pick<ServerConfig, 'publicUrl' | 'trustedProxies'>;
  limits: IntakeLimits;
  matchRoute: (path: string) => RouteMatch | undefined;
}

/**
 * Takes what browsers tell of what the server doesn't see: pages that a script brought, and links that lead away. Whoever
 * sends it learns nothing from the answer, and can add no name that isn't there: the CMS leaves those out.
 */
export function countsDoor({
  counts,
  config,
  limits,
  matchRoute,
}: CountsDoorOptions): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.post(COUNTS_PATH, async (c) => {
    const sender = {
      site: c.req.header('sec-fetch-site'),
      origin: c.req.header('origin'),
      host: c.req.header('host'),
    };
    if (!isFromHere(sender, config.publicUrl)) return c.body(null, 403);
    try {
      await limits.take(['counted', networkOf(visitorOf(c.env.incoming, config))]);
    } catch (error) {
      if (!(error instanceof TooManyError)) throw error;
      return c.body(null, 429);
    }
    const body = await readBody(c.req.raw, MAX_BYTES).catch((error: unknown) => {
      if (error instanceof BodyTooLargeError) return undefined;
      throw error;
    });
    // Nobody reads what is left of a long one.
    if (!body) return c.body(null, 413, { connection: 'close' });
    const [, kind, path = ''] = TOLD.exec(body.toString('utf8')) ?? [];
    const isMeant =
      kind === 'view'
        ? matchRoute(path) !== undefined
        : kind === 'download'
          ? !path.startsWith('/uploads/')
          : isSubject(path);
    if (kind && isMeant && isCountable(c.env.incoming)) counts.add(kind as CountKind, path);
    return c.body(null, 204);
  });
  return app;
}

/** Whom or what one registers for or writes to. */
function isSubject(path: string): boolean {
  const [, slug = ''] = /^\/(?:workshops|partners)\/([^/]+)$/.exec(path) ?? [];
  return path === '/contact' || isSlug(slug);
}
