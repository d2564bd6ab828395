import { expect, it } from 'vitest';
import { isCountable, isNavigation } from './person';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1';
const asked = (headers: Record<string, string>) => ({ method: 'GET', headers });

it('people’s browsers are counted', () => {
  for (const agent of [FIREFOX, IPHONE]) expect(isCountable(asked({ 'user-agent': agent }))).toBe(true);
});

it.each([
  ['Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)'],
  [
    'Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm) Chrome/116',
  ],
  [
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/140.0.0.0 Safari/537.36',
  ],
  ['Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko); compatible; GPTBot/1.1; +https://openai.com/gptbot'],
  ['curl/8.5.0'],
  ['python-requests/2.32'],
  [''],
])('programs are not: %s', (agent) => {
  expect(isCountable(asked({ 'user-agent': agent }))).toBe(false);
});

it.each<Record<string, string>>([
  { 'sec-gpc': '1' },
  { dnt: '1' },
  { 'sec-purpose': 'prefetch' },
  { 'sec-purpose': 'prefetch;prerender' },
  { purpose: 'prefetch' },
  { 'x-moz': 'prefetch' },
])('nor who asks not to be tracked, nor what nobody wants yet: %j', (headers) => {
  expect(isCountable(asked({ 'user-agent': FIREFOX, ...headers }))).toBe(false);
});

it('a page is looked at in a window or a frame', () => {
  for (const dest of ['document', 'iframe'])
    expect(isNavigation(asked({ 'sec-fetch-dest': dest }))).toBe(true);
  expect(isNavigation(asked({}))).toBe(true);
  for (const dest of ['empty', 'image', 'script'])
    expect(isNavigation(asked({ 'sec-fetch-dest': dest }))).toBe(false);
});
