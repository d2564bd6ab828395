/** A body that is longer than anyone should send. */
export class BodyTooLargeError extends Error {
  override name = 'BodyTooLargeError';
}

/**
 * The whole body of a request or a response. Rejects with `BodyTooLargeError` beyond `maxBytes`, without reading on, and with the
 * connection's own error when it breaks off.
 */
export async function readBody(
  response: Pick<Response, 'headers' | 'body'>,
  maxBytes: number,
): Promise<Buffer> {
  const tooLarge = (): Error => new BodyTooLargeError(`more than ${maxBytes} bytes`);
  if (Number(response.headers.get('content-length') ?? 0) > maxBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > maxBytes) {
      await reader?.cancel();
      throw tooLarge();
    }
    chunks.push(part.value);
  }
  return Buffer.concat(chunks);
}
