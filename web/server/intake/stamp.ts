import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** When it was made in milliseconds since the epoch, what makes it one of a kind, and a signature, the last two in base64url. */
const STAMP = /^(\d{13})\.([\w-]{22})\.([\w-]{43})$/;

/** Marks each form that is shown, so that what is sent is known to come from one, and which. Nothing is kept of it anywhere. */
export class Stamps {
  readonly #key: Buffer;
  readonly #now: () => number;

  constructor(secret: string, now: () => number = Date.now) {
    this.#key = createHmac('sha256', secret).update('stamps of forms').digest();
    this.#now = now;
  }

  make(): string {
    const made = `${this.#now()}.${randomBytes(16).toString('base64url')}`;
    return `${made}.${this.#sign(made)}`;
  }

  /** How many milliseconds ago a stamp was made; null when it is none of ours. */
  age(stamp: string): number | null {
    const [, at, id, signature] = STAMP.exec(stamp) ?? [];
    if (!at || !id || !signature) return null;
    const isOurs = timingSafeEqual(Buffer.from(signature), Buffer.from(this.#sign(`${at}.${id}`)));
    return isOurs ? this.#now() - Number(at) : null;
  }

  #sign(text: string): string {
    return createHmac('sha256', this.#key).update(text).digest('base64url');
  }
}

/**
 * Names what was sent with one form, whichever click sent it. Nobody else can make the same, even knowing every word: the
 * stamp is in it.
 */
export function submissionKey(stamp: string, sent: object): string {
  return createHash('sha256')
    .update(JSON.stringify([stamp, sent]))
    .digest('base64url');
}
