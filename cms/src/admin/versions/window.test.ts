import { describe, expect, it } from 'vitest';
import { loggingOut, writesEntry } from './window';

const PAGE = '/content-manager/collection-types/api::page.page';
const SITE = '/content-manager/single-types/api::site.site';
const writes = (method: string, path: string): boolean =>
  writesEntry(method, new URL(path, 'https://cms.test'));

describe('a request', () => {
  it.each([
    ['POST', PAGE],
    ['PUT', `${PAGE}/abc?status=draft`],
    ['PUT', SITE],
    ['POST', `${PAGE}/actions/publish`],
    ['POST', `${PAGE}/abc/actions/publish`],
    ['POST', `${SITE}/actions/discard`],
  ])('%s %s writes an entry', (method, path) => expect(writes(method, path)).toBe(true));

  it.each([
    ['GET', `${PAGE}/abc`],
    ['POST', `${PAGE}/abc/actions/publish?rehearse=true`],
    ['POST', `${SITE}/actions/publish?rehearse=true`],
    ['POST', `${PAGE}/actions/bulkPublish`],
    ['POST', `${PAGE}/abc/actions/unpublish`],
    ['POST', '/content-manager/uid/generate'],
    ['POST', '/versions/api::page.page/abc/restore'],
  ])('%s %s doesn’t', (method, path) => expect(writes(method, path)).toBe(false));
});

describe('who logs out', () => {
  const token = (payload: object): string =>
    `Bearer x.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.y`;
  const request = (authorization: string, method = 'POST') => ({
    method,
    headers: new Headers({ authorization }),
  });
  const own = request(token({ userId: '7', sessionId: 'ÿ?' }));
  const device = '{"deviceId":"abc"}';

  it('is told from the request', () => expect(loggingOut(own, '/admin/logout', device)).toBe('7'));

  it.each<[string, ReturnType<typeof request>, string, string]>([
    ['whose session has ended by itself', own, '/admin/logout', ''],
    ['who asks for something else', own, '/admin/login', device],
    ['who only looks', request(token({ userId: '7' }), 'GET'), '/admin/logout', device],
    ['of whom nothing is known', request('Bearer nonsense'), '/admin/logout', device],
  ])('is nobody %s', (_who, asked, path, body) => expect(loggingOut(asked, path, body)).toBeNull());
});
