import type { PlaceSuggestions } from '@deep-dive/shared-types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningCms, startCms } from './cms';

describe('what the CMS offers someone who types a place', () => {
  let cms: RunningCms;
  const suggest = (typed: string) => cms.get(`/api/places?q=${typed}`);
  const labels = async (typed: string) =>
    ((await (await suggest(typed)).json()) as PlaceSuggestions).suggestions.map(({ label }) => label);

  beforeAll(async () => {
    cms = await startCms();
  });
  afterAll(() => cms.stop());

  it('is cities, states and ZIP codes', async () => {
    expect((await labels('St.%20Lou'))[0]).toBe('St. Louis, MO');
    expect((await labels('colo'))[1]).toBe('Colorado');
    expect(await labels('98101-1')).toEqual(['98101']);
  });

  it('is nothing for nothing, and a cache may keep it', async () => {
    for (const path of ['/api/places', '/api/places?q=', '/api/places?q=%20']) {
      const response = await cms.get(path);
      expect([response.status, await response.json()]).toEqual([200, { suggestions: [] }]);
      expect(response.headers.get('cache-tag')).toBe('place');
    }
    const etag = (await suggest('seattle')).headers.get('etag') ?? '';
    expect((await cms.get('/api/places?q=seattle', { 'If-None-Match': etag })).status).toBe(304);
  });

  it('refuses what is too long or unknown, by name', async () => {
    const refusal = async (path: string) => {
      const response = await cms.get(path);
      const body = (await response.json()) as { error: { message: string } };
      return [response.status, body.error.message];
    };
    expect(await refusal(`/api/places?q=${'a'.repeat(101)}`)).toEqual([400, expect.stringContaining('“q”')]);
    expect(await refusal('/api/places?q=a&populate=*')).toEqual([400, expect.stringContaining('“populate”')]);
    expect(await refusal(`/api/places?q=${'a'.repeat(3000)}`)).toEqual([400, expect.any(String)]);
  });

  it.each([
    '%00',
    '%0d%0a',
    '%F0%9F%92%A5',
    '%E2%80%AEelttaes',
    '%E0%A4',
    '%',
    '%ud800',
    '..%2f',
    '[a]=1',
    'a&q=b',
    '\'"<>',
  ])('has no trouble with “%s”', async (typed) => {
    expect((await suggest(typed)).status).toBeLessThan(500);
  });
});
