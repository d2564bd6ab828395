// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { renderSections, textOf } from '../../testing/render';
import { Video } from './Video';
import { videoExamples } from './Video.examples';

const { section } = videoExamples.usual;
const placement = { id: 'see-a-workshop', level: 2, tone: 'plain', ordinal: 1 } as const;
const container = document.createElement('div');
let root: ReturnType<typeof createRoot>;

function open(shown: typeof section): void {
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true);
  document.body.append(container);
  root = createRoot(container);
  act(() => root.render(<Video section={shown} placement={placement} />));
}
const press = (keys: MouseEventInit = {}): boolean =>
  act(() =>
    (container.querySelector('a') as HTMLElement).dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }),
    ),
  ) as unknown as boolean;
const frame = () => container.querySelector('iframe');

afterEach(() => {
  if (root) act(() => root.unmount());
  vi.unstubAllGlobals();
});

describe('a video of another site', () => {
  it('is a link until it is played, and nothing of that site is in the page', () => {
    const html = renderSections([section]);
    expect(html).toContain('href="https://www.youtube.com/watch?v=dQw4w9WgXcQ"');
    expect(textOf(html)).toContain('Play “See a workshop” from YouTube');
    expect(html).not.toMatch(/<iframe|src="https?:/);
  });

  it('plays in its place, in a frame that has the focus and a name', () => {
    open(section);
    press();
    expect(frame()?.src).toBe('https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?autoplay=1&rel=0');
    expect(frame()?.title).toBe('See a workshop');
    expect(document.activeElement).toBe(frame());
    expect(container.querySelector('a')).toBeNull();
  });

  it('leaves the focus where it has gone since, when the page is drawn again', () => {
    open(section);
    press();
    const field = document.createElement('input');
    document.body.append(field);
    field.focus();
    act(() => root.render(<Video section={{ ...section }} placement={{ ...placement }} />));
    expect(document.activeElement).toBe(field);
    field.remove();
  });

  it('opens at its site when a new tab is asked for', () => {
    open(section);
    // There is no tab to open here.
    document.addEventListener('click', (event) => event.preventDefault(), { once: true });
    press({ ctrlKey: true });
    expect(frame()).toBeNull();
  });

  it('is not there when nothing can be played', () => {
    expect(renderSections([videoExamples.awkward.section])).not.toContain('example.org/not-a-video');
  });
});

it('a file plays in the browser’s own player, with captions, and nothing of it is fetched before', () => {
  const html = renderSections([videoExamples.file.section]);
  expect(html).toMatch(/<video controls="" playsinline="" preload="none" poster="\/uploads\/poster\.jpg"/);
  expect(html).toContain('<source src="/uploads/deep-dive.mp4" type="video/mp4"/>');
  // Captions that are on by default are fetched with the page.
  expect(html).toMatch(/<track kind="captions"[^>]*src="\/uploads\/deep-dive\.vtt"\/>/);
});

it('a file’s captions are shown once it plays, and stay away when somebody has switched them off', () => {
  open(videoExamples.file.section);
  const video = container.querySelector('video') as HTMLVideoElement;
  const track = { mode: 'disabled' };
  Object.defineProperty(video, 'textTracks', { value: [track] });
  const play = () => act(() => video.dispatchEvent(new Event('play')));
  play();
  expect(track.mode).toBe('showing');
  track.mode = 'disabled';
  play();
  expect(track.mode).toBe('disabled');
});

it('has what is said below it, to be opened', () => {
  expect(renderSections([section])).toMatch(/<details[^>]*><summary[^>]*>Transcript<.*training wheels/);
});
