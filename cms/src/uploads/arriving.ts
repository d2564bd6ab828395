import { randomUUID } from 'node:crypto';
import { errors } from '@strapi/utils';
import type { Context } from 'koa';
import { emptyWords, tooLargeTogetherWords, tooLargeWords, UPLOAD_LIMIT } from '../rules/uploads';

/** Numbers that formidable gives its errors (its FormidableError.js). */
const MORE_THAN_THE_LIMIT = 1009;
const NO_EMPTY_FILES = 1010;

/** Names of the files in a form, in the order they arrive, by the headers of the request: all that a form knows of it. */
const arriving = new WeakMap<object, string[]>();

/** formidable's options for forms with files. */
export const formOptions = {
  maxFileSize: UPLOAD_LIMIT,
  maxTotalFileSize: UPLOAD_LIMIT,
  allowEmptyFiles: false,
  /** The name a file has on the way; its own is kept, to be able to say which file is refused. */
  filename(
    _name: string,
    _ending: string,
    { originalFilename }: { originalFilename: string | null },
    { headers }: { headers: object },
  ): string {
    arriving.set(headers, [...(arriving.get(headers) ?? []), originalFilename ?? '']);
    return randomUUID();
  },
};

/** Says in words why a request's body was not taken, where it is about files; passes on what is about anything else. */
export function refuseBody(error: Error & { code?: unknown }, ctx: Context): never {
  const names = arriving.get(ctx.req.headers);
  const last = names?.at(-1) ?? '';
  const size = Math.max(Number(ctx.req.headers['content-length'] ?? 0), UPLOAD_LIMIT + 1);
  if (error.code === MORE_THAN_THE_LIMIT)
    throw new errors.PayloadTooLargeError(
      names && names.length > 1 ? tooLargeTogetherWords(size) : tooLargeWords(last, size),
    );
  if (error.code === NO_EMPTY_FILES) throw new errors.ValidationError(emptyWords(last));
  if ('httpCode' in error && Number(error.httpCode) < 500)
    throw new errors.ValidationError('The form could not be read: send it again.');
  throw error;
}
