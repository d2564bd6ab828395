import { describe, expect, it } from 'vitest';
import { resolveApiRequest } from './api-routes';

describe('resolveApiRequest', () => {
  it('gives equal questions equal keys', () => {
    const plain = resolveApiRequest('/api/pages/deep-dive', '')?.key;
    expect(plain).toBe('/api/pages/deep-dive');
    expect(resolveApiRequest('/api/pages/deep-dive', 'utm_source=mail&status=draft&populate=*')?.key).toBe(
      plain,
    );
    expect(resolveApiRequest('/api/workshops', 'page=2&utm_source=mail&kind=intro')?.key).toBe(
      resolveApiRequest('/api/workshops', '?kind=intro&page=2')?.key,
    );
    expect(resolveApiRequest('/api/workshops', 'page=1&kind=nonsense')?.key).toBe('/api/workshops');
  });

  it('knows what an answer depends on, even one that says there is nothing', () => {
    expect(resolveApiRequest('/api/pages/typo', '')?.tags).toEqual(['page']);
    expect(resolveApiRequest('/api/workshop-feed', '')?.tags).toEqual(['workshop']);
    expect(resolveApiRequest('/api/workshop-tiles/0/0/0', '')?.tags).toEqual(['workshop']);
  });

  it.each([
    ['/api/site', ['site']],
    ['/api/pages/deep-dive', ['page']],
    ['/api/pricing', ['pricing']],
    ['/api/scholarships', ['scholarship']],
    ['/api/partners', ['regional-partner']],
    ['/api/partners/codes', ['regional-partner']],
    ['/api/workshops', ['workshop']],
    ['/api/workshops/boise', ['workshop']],
    ['/api/workshop-feed', ['workshop']],
    ['/api/workshop-places', ['workshop']],
    ['/api/places', ['place']],
    ['/api/quote', ['regional-partner', 'pricing', 'scholarship', 'workshop']],
    ['/api/sitemap', ['page', 'workshop', 'regional-partner']],
  ])('%s shows a change to %j', (path, tags) => {
    expect(resolveApiRequest(path, '')?.tags).toEqual(tags);
  });

  it('knows what the answer must be', () => {
    const answerAt = (path: string) => resolveApiRequest(path, '')?.answer;
    expect(answerAt('/api/site')).toBe('/api/site');
    expect(answerAt('/api/pages/deep-dive')).toBe('/api/pages/:slug');
    expect(answerAt('/api/workshop-tiles/11/2047/2047')).toBe('tile');
  });

  const keyOf = (path: string, query = '') => resolveApiRequest(path, query)?.key;

  it('asks only with what changes the answer', () => {
    const query = 'near=80202&radius=25&sort=distance&page=3&kind=intro&utm_source=mail';
    expect(keyOf('/api/workshops', query)).toBe(
      '/api/workshops?near=80202&radius=25&kind=intro&sort=distance&page=3',
    );
    expect(keyOf('/api/workshop-feed', query)).toBe('/api/workshop-feed?near=80202&radius=25&kind=intro');
    expect(keyOf('/api/workshop-places', query)).toBe('/api/workshop-places?kind=intro');
    expect(keyOf('/api/workshop-tiles/4/3/6', query)).toBe('/api/workshop-tiles/4/3/6?kind=intro');
  });

  it('offers the same places however they are typed', () => {
    expect(keyOf('/api/places', 'q=%20St.%20%09%0a LOUIS%00&x=1')).toBe('/api/places?q=st.+louis');
    expect(keyOf('/api/places', '')).toBe('/api/places');
    expect(keyOf('/api/places', 'q=%20')).toBe('/api/places');
    const long = keyOf('/api/places', `q=${'İ'.repeat(3_000)}`)?.slice('/api/places?'.length);
    expect(new URLSearchParams(long).get('q')?.length).toBeLessThanOrEqual(100);
    expect(resolveApiRequest('/api/places', 'q=b')?.freshMs).toBeGreaterThan(3_600_000);
  });

  it('asks a price in one way, and has the CMS say what is wrong with a question', () => {
    expect(keyOf('/api/quote', 'utm_source=mail&people=%2012&near=Bozeman%20%20MT')).toBe(
      '/api/quote?near=Bozeman+MT&people=12',
    );
    expect(keyOf('/api/quote', 'near=59715')).toBe('/api/quote?near=59715&people=1');
    expect(keyOf('/api/quote', 'people=many&near=59715&x=1')).toBe('/api/quote?near=59715&people=many');
    expect(keyOf('/api/quote', '')).toBe('/api/quote');
    expect(keyOf('/api/quote', `near=${'x'.repeat(3_000)}`)?.length).toBeLessThan(200);
    expect(resolveApiRequest('/api/quote', 'near=59715')?.tags).toContain('pricing');
  });

  it('keeps what visitors begin with apart from what they look for', () => {
    const isTransient = (path: string, query = '') => resolveApiRequest(path, query)?.isTransient;
    expect(isTransient('/api/site')).toBe(false);
    expect(isTransient('/api/workshops')).toBe(false);
    expect(isTransient('/api/workshops', 'kind=deep-dive')).toBe(false);
    expect(isTransient('/api/workshops', 'page=2')).toBe(true);
    expect(isTransient('/api/workshops', 'kind=intro&near=80202')).toBe(true);
    expect(isTransient('/api/workshop-tiles/0/0/0')).toBe(true);
    expect(isTransient('/api/places', 'q=b')).toBe(true);
  });

  it.each([
    '/api/workshop-tiles/12/0/0',
    '/api/workshop-tiles/0/0/1',
    '/api/workshop-tiles/3/8/0',
    '/api/workshop-tiles/3/-1/0',
    '/api/workshop-tiles/03/1/1',
    '/api/workshop-tiles/1.5/1/1',
    '/api/workshop-tiles/1/1',
    '/api/workshop-tiles/1/1/1/1',
    '/api/workshop-tiles/1e1/1/1',
    '/api/inquiries',
    '/api/users/1',
    '/api/pages',
    '/api/pages/',
    '/api/pages/a/b',
    '/api/pages/..',
    '/api/pages/%2e%2e',
    '/api/pages/a%00b',
    '/api/workshops/a b',
    `/api/pages/${'x'.repeat(121)}`,
    '/api/constructor/x',
    '/admin',
  ])('asks nothing for %s', (path) => {
    expect(resolveApiRequest(path, '')).toBeUndefined();
  });
});
