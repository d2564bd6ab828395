import { describe, expect, it } from 'vitest';
import { writesEntry } from './window';

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
