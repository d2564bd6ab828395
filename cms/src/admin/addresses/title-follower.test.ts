import { describe, expect, it } from 'vitest';
import { TitleFollower } from './title-follower';

/** A form that shows each address so many looks after it was written. */
function form(lag: number) {
  const follower = new TitleFollower();
  const coming: string[] = [];
  let made = '';
  let slug = 'page';
  const look = (): void => {
    if (follower.sees(made, slug, slug === 'page')) coming.push(made);
  };
  const show = (): void => {
    slug = coming.shift() ?? slug;
    look();
  };
  look();
  return {
    type(titles: string[]) {
      for (const title of titles) {
        made = title;
        look();
        while (coming.length > lag) show();
      }
    },
    settle() {
      while (coming.length > 0) show();
      return slug;
    },
    edit(address: string) {
      slug = address;
      look();
    },
  };
}

const TYPED = ['w', 'wh', 'wha', 'what', 'whats', 'whats-n', 'whats-ne', 'whats-new'];

describe.each([0, 1, 3])('an address shown %i keystrokes late', (lag) => {
  it('follows the title', () => {
    const page = form(lag);
    page.type(TYPED);
    expect(page.settle()).toBe('whats-new');
    page.type(['whats-ne', 'whats', 'else', 'else-where']);
    expect(page.settle()).toBe('else-where');
  });

  it.each(['news', 'whats'])('stays once somebody has made it %j', (address) => {
    const page = form(lag);
    page.type(TYPED);
    page.settle();
    page.edit(address);
    page.type(['whats-new-t', 'whats-new-today']);
    expect(page.settle()).toBe(address);
  });

  it('follows again when it has been emptied', () => {
    const page = form(lag);
    page.type(TYPED);
    page.settle();
    page.edit('');
    page.type(['today']);
    expect(page.settle()).toBe('today');
  });

  it('stays as it was typed before the title', () => {
    const page = form(lag);
    page.edit('n');
    page.edit('news');
    page.type(TYPED);
    expect(page.settle()).toBe('news');
  });
});
