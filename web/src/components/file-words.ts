import type { Media } from '@deep-dive/shared-types';

type File = Pick<Media, 'mime' | 'name' | 'size'>;

/** What a file is, as people call it: "PDF". */
export function fileType({ mime, name }: Pick<File, 'mime' | 'name'>): string {
  return (/\.(\w{1,5})$/.exec(name)?.[1] ?? mime.replace(/^.*\//, '')).toUpperCase();
}

/** "PDF, 240 KB": what someone on a telephone wants to know before a download. */
export function describeFile(file: File): string {
  const kilobytes = Math.max(1, Math.round(file.size));
  return `${fileType(file)}, ${kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1000).toFixed(1)} MB`}`;
}
