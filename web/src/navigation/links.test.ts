// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isPlainClick, linkOf, pageAddress } from './links';

const HERE = new URL('https://site.example/deep-dive?kind=intro');
const isPage = (path: string): boolean => ['/', '/workshops', '/deep-dive'].includes(path);

function linkFrom(html: string): HTMLAnchorElement {
  document.body.innerHTML = html;
  return document.querySelector('a') as HTMLAnchorElement;
}

describe('a link to a page', () => {
  it.each([
    ['a page', '<a href="https://site.example/workshops">', 'https://site.example/workshops'],
    [
      'a search',
      '<a href="https://site.example/workshops?near=98101#list">',
      'https://site.example/workshops?near=98101#list',
    ],
    ['this window, by name', '<a target="_self" href="https://site.example/">', 'https://site.example/'],
  ])('leads to %s', (_, html, address) => {
    expect(pageAddress(linkFrom(html), HERE, isPage)?.href).toBe(address);
  });

  it.each([
    ['no page', '<a href="https://site.example/nowhere">'],
    ['another site', '<a href="https://other.example/workshops">'],
    ['another protocol', '<a href="http://site.example/workshops">'],
    ['mail', '<a href="mailto:maya@example.org">'],
    ['nowhere', '<a href="">'],
    ['no address at all', '<a>'],
    ['another window', '<a target="_blank" href="https://site.example/workshops">'],
    ['the frame’s owner', '<a target="_top" href="https://site.example/workshops">'],
    ['a download', '<a download href="https://site.example/workshops">'],
  ])('is the browser’s to follow when it leads to %s', (_, html) => {
    expect(pageAddress(linkFrom(html), HERE, isPage)).toBeUndefined();
  });
});

describe('a click', () => {
  it('goes there in this window only when it is a plain one', () => {
    expect(isPlainClick(new MouseEvent('click'))).toBe(true);
    for (const how of [
      { ctrlKey: true },
      { metaKey: true },
      { shiftKey: true },
      { altKey: true },
      { button: 1 },
    ])
      expect(isPlainClick(new MouseEvent('click', how)), JSON.stringify(how)).toBe(false);
    const handled = new MouseEvent('click', { cancelable: true });
    handled.preventDefault();
    expect(isPlainClick(handled)).toBe(false);
  });

  it('on something inside a link is on the link; on an anchor without address, and beside links, on none', () => {
    document.body.innerHTML =
      '<a href="/workshops"><b id="in">x</b></a><a><i id="anchor">y</i></a><p id="out">z</p>';
    const on = (id: string): HTMLAnchorElement | null => {
      let found: HTMLAnchorElement | null = null;
      const element = document.getElementById(id) as HTMLElement;
      element.addEventListener('click', (event) => {
        found = linkOf(event);
        event.preventDefault();
      });
      element.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      return found;
    };
    expect(on('in')?.getAttribute('href')).toBe('/workshops');
    expect(on('anchor')).toBeNull();
    expect(on('out')).toBeNull();
  });
});
