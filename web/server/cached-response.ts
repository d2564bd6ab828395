import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(gzip);
/** Smaller bodies don't shrink enough to be worth a compressed form. */
const WORTH_COMPRESSING = 512;

/** What a response is made of, before it is cached. */
export interface ResponseContent {
  status: number;
  contentType: string;
  body: Buffer;
  /** The name under which a browser saves it; without one, it shows it. No quotation marks. */
  fileName?: string;
  /** Whether a browser shows it all the same, and has the name for whoever saves it. */
  isShown?: boolean;
  /** The path or address where it is found, of an answer that only says so. Where it has moved for good, the visitor's query is added to it. */
  location?: string;
}

/**
 * A whole response with a strong `ETag`, kept in memory and sent many times.
 * Each encoding is made once, when the first visitor asks for it.
 */
export class CachedResponse {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly fileName: string | undefined;
  readonly isShown: boolean;
  readonly location: string | undefined;
  readonly #hash: string;
  readonly #encoded = new Map<Encoding, Buffer>();
  readonly #encoding = new Map<Encoding, Promise<Buffer>>();
  /** Response headers by encoding, built once; the sender fills it. */
  readonly headers = new Map<Encoding, string[]>();

  constructor(
    { status, contentType, body, fileName, isShown = false, location }: ResponseContent,
    encoded: Partial<Record<Encoding, Buffer>> = {},
  ) {
    this.status = status;
    this.contentType = contentType;
    this.body = body;
    this.fileName = fileName;
    this.isShown = isShown;
    this.location = location;
    this.#hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
    this.#encoded.set('identity', body);
    for (const [encoding, bytes] of Object.entries(encoded)) this.#encoded.set(encoding as Encoding, bytes);
  }

  /** Whether a compressed form is offered. Pictures and fonts are compressed already. */
  get compressible(): boolean {
    return (
      this.body.length >= WORTH_COMPRESSING &&
      /^(text\/|image\/svg|application\/((.+\+)?(json|xml|javascript)|vnd\.mapbox-vector-tile))/.test(
        this.contentType,
      )
    );
  }

  /** The `ETag` of one encoding: a strong tag names exact bytes, so encodings differ in theirs. */
  etag(encoding: Encoding): string {
    return encoding === 'identity' ? `"${this.#hash}"` : `"${this.#hash}-${encoding}"`;
  }

  /** Whether an `ETag` a visitor sent names this response, in any of its encodings. */
  isNamedBy(etag: string): boolean {
    return (['identity', 'br', 'gzip'] as const).some((encoding) => this.etag(encoding) === etag);
  }

  /** The bytes in one encoding, when they are there already. */
  ready(encoding: Encoding): Buffer | undefined {
    return this.#encoded.get(encoding);
  }

  /** The bytes in one encoding, made when needed; concurrent callers share the work. */
  async encode(encoding: Encoding): Promise<Buffer> {
    const ready = this.ready(encoding);
    if (ready) return ready;
    let made = this.#encoding.get(encoding);
    if (!made) {
      made = encoding === 'br' ? brotli(this.body) : compressGzip(this.body);
      this.#encoding.set(encoding, made);
      made.then(
        (bytes) => this.#encoded.set(encoding, bytes),
        () => this.#encoding.delete(encoding),
      );
    }
    return made;
  }
}

function brotli(body: Buffer): Promise<Buffer> {
  return compressBrotli(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
  });
}
