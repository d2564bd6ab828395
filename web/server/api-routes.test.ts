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
    expect(resolveApiRequest('/api/workshops.geojson', '')?.tags).toEqual(['workshop']);
  });

  it.each([
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
