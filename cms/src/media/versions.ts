/** A file of the media library, as far as its addresses go. Instants are ISO 8601 or Date. */
export interface StoredAddress {
  url: string;
  updatedAt?: string | Date | null;
}

/**
 * What names a file's content: it changes whenever the file is replaced (and when it is described anew). Strapi keeps the
 * address of what it replaces, and browsers keep what they have seen.
 */
export function versionOf({ updatedAt }: Pick<StoredAddress, 'updatedAt'>): string | null {
  return updatedAt ? new Date(updatedAt).getTime().toString(36) : null;
}

/** The address of a file, or of one of its sizes (`url`), under which it may be kept for ever. */
export function versionedUrl(file: StoredAddress, url = file.url): string {
  const version = versionOf(file);
  return version ? `${url}${url.includes('?') ? '&' : '?'}v=${version}` : url;
}

/** The name of a file or of one of its sizes without its ending, out of any address it may have. */
export function nameIn(url: string): string {
  return /([^/?#]*?)(\.[^./?#]*)?([?#].*)?$/.exec(url)?.[1] ?? '';
}
