import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Core, UID } from '@strapi/strapi';
import type { WrittenPage } from './content/types';
import type { Ledger } from './ledger';
import { type MediaName, media } from './media';

/** One thing to seed. */
export interface SeedItem {
  /** Names it in the ledger, from one release to the next. */
  key: string;
  /** Makes it, and answers with its id. */
  make(): Promise<string>;
}

type Data = Record<string, unknown>;

/** The name of a picture, for the ledger. */
export const mediaKey = (name: string): string => `media/${name}`;
/** The name of a page, for the ledger. */
export const pageKey = (slug: string): string => `page/${slug}`;
/** The name of a partner, for the ledger. */
export const partnerKey = (slug: string): string => `partner/${slug}`;

/** A file for the media library. One that is there under the same name is taken as it is. */
export function mediaItem(strapi: Core.Strapi, name: MediaName): SeedItem {
  return {
    key: mediaKey(name),
    async make() {
      const known = await strapi.db.query('plugin::upload.file').findOne({ where: { name } });
      if (known) return String(known.id);
      const { mime, alternativeText } = media[name];
      const filepath = path.join(strapi.dirs.app.root, 'seed', 'media', name);
      const { size } = await stat(filepath);
      const [file] = await strapi
        .plugin('upload')
        .service('upload')
        .upload({
          data: { fileInfo: { name, alternativeText } },
          files: { filepath, originalFilename: name, mimetype: mime, size },
        });
      return String(file.id);
    },
  };
}

/**
 * An entry. One that somebody made before, with the same value in its `identity` field, is taken as it is;
 * a single type has no such field, for there is only one.
 */
export function entryItem(
  strapi: Core.Strapi,
  {
    key,
    uid,
    identity,
    publish,
    data,
  }: { key: string; uid: UID.ContentType; identity?: string; publish: boolean; data: () => Data },
): SeedItem {
  return {
    key,
    async make() {
      const documents = strapi.documents(uid);
      const written = data();
      const known = await documents.findFirst({
        filters: identity ? { [identity]: { $eq: String(written[identity]) } } : {},
        fields: ['id'],
      });
      if (known) return known.documentId;
      const made = await documents.create({ data: written, ...(publish && { status: 'published' }) });
      return made.documentId;
    },
  };
}

/** What the Document Service stores of something written down: pictures and pages by their ids. */
export function stored(written: object, ledger: Ledger): Data {
  return Object.fromEntries(
    Object.entries(written).map(([field, value]) => [field, storedField(field, value, ledger)]),
  );
}

function storedField(field: string, value: unknown, ledger: Ledger): unknown {
  if (field === 'image' || field === 'file') return Number(ledger.idOf(mediaKey(String(value))));
  if (field === 'page' || field === 'homePage') return ledger.idOf(pageKey(String(value)));
  if (isRichText(value)) return value;
  if (Array.isArray(value)) return value.map((item: object) => stored(item, ledger));
  if (typeof value === 'object' && value !== null) return stored(value, ledger);
  return value;
}

function isRichText(value: unknown): boolean {
  return Array.isArray(value) && value.every((block) => 'type' in block && 'children' in block);
}

/** A page of the site, published. */
export function pageItem(strapi: Core.Strapi, ledger: Ledger, page: WrittenPage): SeedItem {
  return entryItem(strapi, {
    key: pageKey(page.slug),
    uid: 'api::page.page',
    identity: 'slug',
    publish: true,
    data: () => stored(page, ledger),
  });
}
