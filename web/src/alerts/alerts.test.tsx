import type { Alert } from '@deep-dive/shared-types';
import { describe, expect, it } from 'vitest';
import { alertHref } from '../hrefs';
import { render, textOf } from '../testing/render';
import { AlertForm } from './AlertForm';
import { prefilledAlert } from './typed';
import { alertWords, nowHref } from './words';

const alert: Alert = {
  id: '1',
  state: 'active',
  place: 'Yakima, WA 98901',
  radius: 50,
  kinds: ['deep-dive'],
  virtual: false,
  teachers: 1,
  until: 0,
};
const open = (href: string) => prefilledAlert(new URLSearchParams(href.split('?')[1]));

it('a form that a link opens has in it what the link says', () => {
  expect(open(alertHref({ near: 'St. Louis, MO', radius: 100, kind: 'intro' }))).toEqual({
    email: '',
    near: 'St. Louis, MO',
    radius: '100',
    kinds: ['intro'],
    virtual: false,
    teachers: '1',
  });
});

it.each([
  [alert, 'Deep Dive workshops within 50 miles of Yakima, WA 98901', '?near=Yakima,+WA+98901&kind=deep-dive'],
  [
    { ...alert, kinds: ['intro', 'deep-dive'], radius: 100, virtual: true },
    'Intro and Deep Dive workshops within 100 miles of Yakima, WA 98901, and virtual ones',
    '?near=Yakima,+WA+98901&radius=100',
  ],
] satisfies [Alert, string, string][])('what was asked is said, and searched: %j', (asked, words, query) => {
  expect(alertWords(asked)).toBe(words);
  expect(nowHref(asked)).toBe(`/workshops${query}`);
});

describe('the form', () => {
  const show = (problems: { field: string; message: string }[] = []): string =>
    render(<AlertForm typed={open('')} problems={problems} stamp="a-stamp" />);

  it('is sent by the browser to its own address, and is told from a program’s', () => {
    expect(show()).toMatch(/<form method="post" action="\/alerts"/);
    expect(show()).toContain('<input type="hidden" name="stamp" value="a-stamp"/>');
  });

  it('has a label for each control', () => {
    const html = show();
    for (const name of ['email', 'near', 'radius', 'teachers'])
      expect(textOf(new RegExp(`<label for="intake-${name}">(.*?)</label>`).exec(html)?.[1] ?? '')).toMatch(
        /\(required\)$/,
      );
    for (const name of ['Intro', 'Deep Dive', 'Virtual ones too'])
      expect(html).toMatch(new RegExp(`<label><input[^>]*type="checkbox"[^>]*/>${name}</label>`));
  });

  it('says at a field what is wrong with it', () => {
    const html = show([{ field: 'near', message: 'Did you mean Yakima, WA?' }]);
    expect(html).toMatch(/id="intake-near"[^>]*aria-invalid="true"/);
    expect(html).toMatch(/id="intake-near-problem"[^>]*>.*Did you mean Yakima, WA\?/);
    expect(html.match(/aria-invalid/g)).toHaveLength(1);
  });
});
