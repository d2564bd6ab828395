import type { Core } from '@strapi/strapi';
import { RELINKED, type Relinked } from '../publishing/links';
import { useRule } from '../strapi/documents';
import type { Environment } from '../strapi/environment';
import { isToldLater, TOLD_TOGETHER, type ToldTogether } from '../strapi/together';
import { createNotifier, type Notifier } from './notifier';
import { changedTags, MEDIA_TAGS } from './tags';

/** What changes outside a request (at its time, by scripts) is gathered for this long, in milliseconds. */
const GATHER_MS = 20;

/**
 * Tells the site which tags changed, once what changed is stored. Changes made in one request are told together when it
 * has been handled, before it is answered, so that whoever published sees it live. To be called in `register()`.
 */
export function announceChanges(strapi: Core.Strapi, env: Environment): Notifier {
  const notifier = createNotifier({
    webUrls: env.WEB_URLS,
    secret: env.INVALIDATION_SECRET,
    redisUrl: env.REDIS_URL ?? null,
    redisPrefix: env.REDIS_PREFIX,
    warn: (message) => strapi.log.warn(message),
  });
  const ofRequest = new WeakMap<object, Set<string>>();
  const gathered = new Set<string>();
  let timer: NodeJS.Timeout | undefined;

  function tellSoon(tags: string[]): void {
    for (const tag of tags) gathered.add(tag);
    timer ??= setTimeout(() => {
      timer = undefined;
      const told = [...gathered];
      gathered.clear();
      void notifier.tell(told);
    }, GATHER_MS).unref();
  }

  async function changed(tags: string[]): Promise<void> {
    // While it starts, the CMS has answered nobody, so there is nothing to take back.
    if (!strapi.isLoaded || isToldLater()) return;
    const request = strapi.requestContext.get();
    const tagsOfRequest = request && ofRequest.get(request);
    const note = (): void => {
      if (tagsOfRequest) for (const tag of tags) tagsOfRequest.add(tag);
      else tellSoon(tags);
    };
    // What is refused in the end, or only rehearsed, has changed nothing.
    if (strapi.db.inTransaction()) await strapi.db.transaction(async ({ onCommit }) => onCommit(note));
    else note();
  }

  strapi.server.use(async (ctx, next) => {
    const tags = new Set<string>();
    ofRequest.set(ctx, tags);
    await next();
    if (tags.size > 0) await notifier.tell([...tags]);
  });

  useRule(strapi, async ({ uid, action, params }, next) => {
    const result = await next();
    const documentId = params?.documentId ?? (result as { documentId?: string } | null)?.documentId;
    const tags = changedTags(uid, action, documentId);
    if (tags.length > 0) await changed(tags);
    return result;
  });

  strapi.eventHub.on(RELINKED, async ({ uid, documentId }: Relinked) =>
    changed(changedTags(uid, 'publish', documentId)),
  );
  strapi.eventHub.on(TOLD_TOGETHER, async ({ uid, documentIds }: ToldTogether) =>
    tellSoon(documentIds.flatMap((documentId) => changedTags(uid, 'publish', documentId))),
  );
  for (const event of ['media.update', 'media.delete'])
    strapi.eventHub.on(event, async ({ media }: { media: { documentId: string } }) =>
      changed([...MEDIA_TAGS, `media:${media.documentId}`]),
    );

  return {
    tell: notifier.tell,
    async close() {
      clearTimeout(timer);
      await notifier.close();
    },
  };
}
