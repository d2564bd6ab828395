import type { Core } from '@strapi/strapi';
import { FILE } from '../schema/uids';
import { rows } from '../strapi/documents';
import { hasAlready } from '../strapi/respond';
import { nameIn, type StoredAddress, versionOf } from './versions';

interface StoredFile extends StoredAddress {
  documentId: string;
  formats: Record<string, { url: string }> | null;
}

/**
 * Says of each file that this CMS serves which version it is (`Media-Version`), so that the site lets nobody keep one
 * under another's address, and what a cache in front depends on. To be called in `register()`.
 */
export function nameMediaVersions(strapi: Core.Strapi): void {
  strapi.server.use(async (ctx, next) => {
    if (!ctx.path.startsWith('/uploads/')) return next();
    // Before the file is opened: what is read after its version was stored is that version, or a newer one.
    const file = await fileAt(strapi, ctx.path);
    await next();
    if (!file || (ctx.status !== 200 && ctx.status !== 206)) return;
    const version = versionOf(file) ?? '';
    const written = Date.parse(ctx.response.get('Last-Modified') ?? '');
    const etag = `"${[version, written.toString(36), (ctx.status === 200 && ctx.length?.toString(36)) || ''].join('-')}"`;
    ctx.set({ ETag: etag, 'Media-Version': version, 'Cache-Tag': `media:${file.documentId}` });
    if (ctx.status !== 200 || !hasAlready(ctx, etag)) return;
    (ctx.body as { destroy?: () => void }).destroy?.();
    ctx.body = null;
    ctx.status = 304;
  });
}

async function fileAt(strapi: Core.Strapi, path: string): Promise<StoredFile | undefined> {
  const name = nameIn(path);
  // Sizes are named after their file: "small_room_1f.png".
  const hashes = [name, name.replace(/^[^_]+_/, '')];
  const files: StoredFile[] = await rows(strapi, FILE).findMany({
    where: { hash: { $in: hashes } },
    select: ['documentId', 'url', 'formats', 'updatedAt'],
  });
  return files.find(
    ({ url, formats }) => url === path || Object.values(formats ?? {}).some((size) => size.url === path),
  );
}
