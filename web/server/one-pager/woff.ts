import { inflateSync } from 'node:zlib';

const SIGNATURE = 0x774f4646;
const WOFF = { header: 44, entry: 20 };
const SFNT = { header: 12, entry: 16 };

/**
 * The font that a WOFF file holds, with its tables unpacked: whoever draws with it looks into them for each letter. WOFF
 * 1.0 as in https://www.w3.org/TR/WOFF/, and what comes out as in https://learn.microsoft.com/typography/opentype/spec/otff.
 * @throws Error when it is no WOFF file
 */
export function sfntOf(woff: Buffer): Buffer {
  if (woff.length < WOFF.header || woff.readUInt32BE(0) !== SIGNATURE)
    throw new Error('This is no WOFF file');
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = WOFF.header + index * WOFF.entry;
    const [tag, offset, packed, length, checksum] = [0, 4, 8, 12, 16].map((field) =>
      woff.readUInt32BE(at + field),
    );
    return { tag, offset, packed, length, checksum } as Record<
      'tag' | 'offset' | 'packed' | 'length' | 'checksum',
      number
    >;
  });
  const header = Buffer.alloc(SFNT.header + count * SFNT.entry);
  const power = Math.floor(Math.log2(count));
  header.writeUInt32BE(woff.readUInt32BE(4), 0);
  header.writeUInt16BE(count, 4);
  header.writeUInt16BE(2 ** power * SFNT.entry, 6);
  header.writeUInt16BE(power, 8);
  header.writeUInt16BE(count * SFNT.entry - 2 ** power * SFNT.entry, 10);
  const parts: Buffer[] = [header];
  let end = header.length;
  tables.forEach(({ tag, offset, packed, length, checksum }, index) => {
    const stored = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(stored) : stored;
    [tag, checksum, end, length].forEach((value, field) => {
      header.writeUInt32BE(value, SFNT.header + index * SFNT.entry + field * 4);
    });
    // Each begins at a multiple of four.
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(table, padding);
    end += length + padding.length;
  });
  return Buffer.concat(parts);
}
