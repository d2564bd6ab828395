import { unzipSync } from 'fflate';

/** What of an archive is unpacked, and how much at most. */
export interface Unpacking {
  /** The names of the parts that are. */
  wanted: RegExp;
  /** Parts that say the archive is something else, and what to say then. */
  others: readonly (readonly [RegExp, string])[];
  /** Bytes of all wanted parts together, unpacked. */
  most: number;
  /** Refusals: when it is damaged, and when there is more in it. */
  damaged: Error;
  tooLarge: Error;
  refusal: new (words: string) => Error;
}

const MOST_PARTS = 5_000;

/** The parts of an archive that are wanted, none of them larger than it says. */
export function unpack(
  bytes: Uint8Array,
  { wanted, others, most, damaged, tooLarge, refusal }: Unpacking,
): Record<string, Uint8Array> {
  let count = 0;
  let size = 0;
  try {
    return unzipSync(bytes, {
      filter({ name, originalSize }) {
        count++;
        const other = others.find(([pattern]) => pattern.test(name));
        if (other) throw new refusal(other[1]);
        if (count > MOST_PARTS) throw tooLarge;
        if (!wanted.test(name)) return false;
        size += originalSize;
        if (size > most) throw tooLarge;
        return true;
      },
    });
  } catch (error) {
    throw error instanceof refusal ? error : damaged;
  }
}
