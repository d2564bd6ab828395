import type { Core } from '@strapi/strapi';
import { FILE } from '../schema/uids';
import { rows } from '../strapi/documents';
import { nameIn, type StoredAddress } from './versions';

/** A picture of the media library as it is now. */
export interface StoredPicture extends StoredAddress {
  hash: string;
  width: number | null;
  height: number | null;
}

/** Pictures by the name that all their addresses have in common. */
export type Pictures = Map<string, StoredPicture>;

/**
 * The pictures that stand in rich text anywhere in some entries. The editor stores a picture as it was when it was chosen,
 * under the address the admin had then; this is how they are now.
 */
export async function picturesIn(strapi: Core.Strapi, entries: unknown): Promise<Pictures> {
  const names = new Set<string>();
  collect(entries, names);
  if (names.size === 0) return new Map();
  const found: StoredPicture[] = await rows(strapi, FILE).findMany({
    where: { hash: { $in: [...names] } },
    select: ['hash', 'url', 'width', 'height', 'updatedAt'],
  });
  return new Map(found.map((picture) => [picture.hash, picture]));
}

function collect(value: unknown, names: Set<string>): void {
  if (typeof value !== 'object' || value === null) return;
  const { type, image } = value as { type?: unknown; image?: { url?: unknown } | null };
  if (type === 'image' && typeof image?.url === 'string') names.add(nameIn(image.url));
  for (const part of Object.values(value)) collect(part, names);
}
