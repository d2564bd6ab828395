import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

const code = readFileSync(new URL('../public/embed.js', import.meta.url), 'utf8');

interface Frame {
  src: string;
  title: string;
  style: { height?: string };
  contentWindow: object;
}

/** A page of another site with one of our tags. `say` is a message that reaches it. */
function pageWith(dataset: Record<string, string>) {
  const listeners: ((event: object) => void)[] = [];
  const inserted: Frame[] = [];
  const script = {
    src: 'https://site.example/embed.js',
    dataset,
    after: (frame: Frame) => void inserted.push(frame),
  };
  const createElement = () => ({ style: {}, contentWindow: {} });
  runInNewContext(code, {
    URL,
    document: { currentScript: script, createElement },
    window: { addEventListener: (_: string, listener: (event: object) => void) => listeners.push(listener) },
  });
  const [frame] = inserted as [Frame];
  const say = (data: unknown, from: object = frame.contentWindow, origin = 'https://site.example'): void => {
    for (const listener of listeners) listener({ data, source: from, origin });
  };
  return { frame, say };
}

const height = (value: unknown) => ({ type: 'deep-dive:height', height: value });

describe('the script for other sites', () => {
  it('puts the finder after itself, with the search it was given', () => {
    expect(pageWith({ query: 'kind=deep-dive&near=80202' }).frame).toMatchObject({
      src: 'https://site.example/embed/workshops?kind=deep-dive&near=80202',
      title: 'Find a workshop',
      loading: 'lazy',
      allow: 'geolocation',
      style: { width: '100%', border: '0' },
    });
    expect(pageWith({}).frame.src).toBe('https://site.example/embed/workshops');
    expect(pageWith({ query: '?near=St. Louis' }).frame.src).toContain('?near=St.%20Louis');
  });

  it('leads nowhere else, whatever the search', () => {
    for (const query of ['#x', '/../admin', '//evil.example', '@evil.example', '?\r\n', 'javascript:1'])
      expect(pageWith({ query }).frame.src).toMatch(
        /^https:\/\/site\.example\/embed\/workshops(\?[^#\r\n]*)?$/,
      );
  });

  it('makes the frame as high as its page, within reason', () => {
    const { frame, say } = pageWith({});
    say(height(1234.2));
    expect(frame.style.height).toBe('1235px');
    say(height(3));
    expect(frame.style.height).toBe('200px');
    say(height(1e9));
    expect(frame.style.height).toBe('20000px');
  });

  it('listens to its own frame and to nothing else', () => {
    const { frame, say } = pageWith({});
    const before = frame.style.height;
    say(height(1000), {});
    say(height(1000), frame.contentWindow, 'https://evil.example');
    for (const data of [null, 'text', 7, { type: 'other', height: 1000 }, height('1000'), height(Number.NaN)])
      say(data);
    expect(frame.style.height).toBe(before);
  });
});
