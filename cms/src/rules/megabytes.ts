/** In bytes. */
export const MEGABYTE = 1024 * 1024;

/**
 * That a file is too large for what is read of it.
 * @param size in bytes, as `limit` is
 * @param kinds "spreadsheets"
 */
export const tooLargeToRead = (name: string, size: number, kinds: string, limit: number): string =>
  `“${name}” has ${Math.ceil(size / MEGABYTE)} MB, and ${kinds} can have ${limit / MEGABYTE} at most`;
