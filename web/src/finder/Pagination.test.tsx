import type { WorkshopSearch } from '@deep-dive/shared-types';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Pagination, pagesToName } from './Pagination';
import { finderState } from './state';

describe('pagesToName', () => {
  it('names every page of a short list', () => {
    expect(pagesToName(1, 1)).toEqual([1]);
    expect(pagesToName(2, 4)).toEqual([1, 2, 3, 4]);
  });

  it('names the ends and the neighbours of a long one', () => {
    expect(pagesToName(10, 20)).toEqual([1, -9, 9, 10, 11, -20, 20]);
    expect(pagesToName(1, 20)).toEqual([1, 2, -20, 20]);
    expect(pagesToName(20, 20)).toEqual([1, -19, 19, 20]);
  });

  it('never leaves out a single page', () => {
    expect(pagesToName(4, 20)).toEqual([1, 2, 3, 4, 5, -20, 20]);
  });
});

describe('the links to the other pages', () => {
  const search: WorkshopSearch = { near: 'Denver' };
  const finder = finderState({ search, ignored: [] }, '/workshops', {
    id: 'finder',
    level: 2,
    kind: null,
    growth: 'pages',
    isEmbedded: false,
  });
  const show = (page: number, pageCount: number): string =>
    renderToStaticMarkup(<Pagination finder={finder} list={{ page, pageCount }} />);
  const links = (html: string): string[] =>
    [...html.matchAll(/<a (.*?)>(.*?)<\/a>/g)].map(([, attributes = '', words]) => {
      const [, page = '1'] = /page=(\d+)/.exec(attributes) ?? [];
      const [, rel = ''] = / ?rel="(\w+)"/.exec(attributes) ?? [];
      return [words, page, rel, attributes.includes('aria-current="page"') ? 'here' : ''].join(' ').trim();
    });

  it('are none when there is one', () => {
    expect([show(1, 0), show(1, 1)]).toEqual(['', '']);
  });

  it('lead to the pages before and after, and to those that are named', () => {
    const html = show(2, 9);
    expect(html).toMatch(/<nav[^>]* aria-label="Pages of the list">/);
    expect(links(html)).toEqual(['Previous 1 prev', '1 1', '2 2  here', '3 3', '9 9', 'Next 3 next']);
    expect(html).toContain('rel="next" href="/workshops?near=Denver&amp;page=3#finder-results"');
    expect(html.match(/aria-label="Page \d"/g)).toHaveLength(4);
    expect(html.match(/>…</g)).toHaveLength(1);
  });

  it('lead nowhere before the first and after the last', () => {
    expect(links(show(1, 2))).toEqual(['1 1  here', '2 2', 'Next 2 next']);
    expect(links(show(2, 2))).toEqual(['Previous 1 prev', '1 1', '2 2  here']);
  });
});
