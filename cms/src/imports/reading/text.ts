/** What Windows has where Latin-1 has nothing that can be seen; Node takes the one for the other. */
const WINDOWS = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

/** Text from its bytes: in UTF-8, in UTF-16, or else as Windows wrote it; null when it is no text. */
export function decoded(bytes: Uint8Array): string | null {
  const text = asUnicode(bytes) ?? asWindows(bytes);
  return text.includes('\0') ? null : text;
}

function asUnicode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  // Without a mark: most letters of English have a zero for their other half.
  const zeros = [0, 0];
  const start = bytes.subarray(0, 1000);
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > start.length / 4 && even === 0) return 'utf-16le';
  return even > start.length / 4 && odd === 0 ? 'utf-16be' : 'utf-8';
}

const asWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (found) => WINDOWS[found.charCodeAt(0) - 0x80] ?? found);
