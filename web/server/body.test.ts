import { describe, expect, it, vi } from 'vitest';
import { BodyTooLargeError, readBody } from './body';

/** An answer that arrives part by part, and whoever is told when nobody wants the rest. */
function arriving(parts: string[], headers: Record<string, string> = {}) {
  const cancel = vi.fn();
  const left = parts.map((part) => new TextEncoder().encode(part));
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const next = left.shift();
        if (next) controller.enqueue(next);
        else controller.close();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(body, { headers }), cancel, left };
}

describe('a body', () => {
  it('is read whole, in the order it arrives', async () => {
    const { response, cancel } = arriving(['Deep ', 'Dive']);
    expect((await readBody(response, 9)).toString()).toBe('Deep Dive');
    expect(cancel).not.toHaveBeenCalled();
    expect(await readBody(new Response(null), 9)).toEqual(Buffer.alloc(0));
  });

  it('may be as long as it says, and as anyone should send', async () => {
    const { response } = arriving(['Deep Dive'], { 'content-length': '9' });
    expect((await readBody(response, 9)).length).toBe(9);
  });

  it('is not even begun when it says that it is too long', async () => {
    const { response, cancel, left } = arriving(['Deep Dive!'], { 'content-length': '10' });
    await expect(readBody(response, 9)).rejects.toThrow(new BodyTooLargeError('more than 9 bytes'));
    expect(cancel).toHaveBeenCalledOnce();
    expect(left).toHaveLength(1);
  });

  it('is not read on when it turns out too long', async () => {
    const { response, cancel, left } = arriving(['Deep ', 'Dive!', ' and', ' more']);
    const error = await readBody(response, 9).catch((refused: unknown) => refused);
    expect(error).toBeInstanceOf(BodyTooLargeError);
    expect(error).toMatchObject({ name: 'BodyTooLargeError' });
    expect(cancel).toHaveBeenCalledOnce();
    expect(left).toHaveLength(2);
  });

  it('that breaks off is no body', async () => {
    const body = new ReadableStream({
      pull(controller) {
        controller.error(new Error('the connection is gone'));
      },
    });
    await expect(readBody(new Response(body), 9)).rejects.toThrow('the connection is gone');
  });
});
