import { readFile, rm } from 'node:fs/promises';
import { refuseNul } from './refuse';
import type { RequestContext } from './respond';

/** A file that came with a form. */
export interface SentFile {
  filepath: string;
  originalFilename: string | null;
  /** In bytes. */
  size: number;
}

/** Does something with the files of a form, by field, and removes them from the disk afterwards, however it ends. */
export async function withSentFiles<Answer>(
  ctx: RequestContext,
  work: (files: Record<string, SentFile[]>) => Promise<Answer>,
): Promise<Answer> {
  const sent = Object.entries((ctx.request.files ?? {}) as Record<string, SentFile | SentFile[]>);
  const files = Object.fromEntries(sent.map(([field, file]) => [field, [file].flat()]));
  try {
    return await work(files);
  } finally {
    await Promise.all(
      Object.values(files)
        .flat()
        .map(({ filepath }) => rm(filepath, { force: true })),
    );
  }
}

/**
 * What a request says as JSON: its body, or where that would be too long for one, the file `body` of its form.
 * @throws ValidationError for a text that no database keeps
 */
export const jsonOf = (ctx: RequestContext): Promise<Record<string, unknown>> =>
  withSentFiles(ctx, async (files) => {
    const file = files.body?.[0];
    const said: unknown = file ? parsed(await readFile(file.filepath, 'utf8')) : ctx.request.body;
    refuseNul(said);
    return typeof said === 'object' && said !== null ? (said as Record<string, unknown>) : {};
  });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
