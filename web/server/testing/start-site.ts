import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { intakePages, renderCardFrame, renderPreview } from '../../src/entry-server';
import { isPagePath } from '../../src/routes';
import { CachedResponse } from '../cached-response';
import { parseConfig, type ServerConfig } from '../config';
import { parseTemplate } from '../document';
import type { Allowances } from '../intake/limits';
import type { Renderer } from '../renderer';
import { createHttpServer, createSiteServer } from '../server';
import { readStaticFiles } from '../static-files';
import type { WarmingBudget } from '../warm';

export const SECRET = 'a-secret-of-this-test-0123456789';

/** The files served as they are. */
const PUBLIC = fileURLToPath(new URL('../../public/', import.meta.url));

export const template = parseTemplate(
  '<!doctype html><html lang="en"><head><!--head--></head><body><div id="root"><!--app--></div><!--state--></body></html>',
);

/** A site server on loopback with a data directory of its own, which `restart` keeps and `close` removes. */
export async function startSite(
  code: Omit<
    Renderer,
    | 'template'
    | 'isPagePath'
    | 'previewTemplate'
    | 'plainTemplate'
    | 'renderPreview'
    | 'renderCardFrame'
    | 'intakePages'
    | 'renderOnePager'
    | 'styles'
  >,
  cmsUrl: string,
  changes: Partial<ServerConfig> = {},
  warming?: Partial<WarmingBudget>,
  allowances?: Partial<Allowances>,
) {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'site-'));
  let config: ServerConfig = {
    ...parseConfig({ CMS_URL: cmsUrl, PUBLIC_URL: 'https://example.org', INVALIDATION_SECRET: SECRET }),
    dataDir,
    ...changes,
  };
  const script = Buffer.from('export const answer = 42;\n'.repeat(100));
  const files = new Map([
    ...(await readStaticFiles(PUBLIC)),
    [
      '/assets/index-abc.js',
      {
        response: new CachedResponse({ status: 200, contentType: 'text/javascript', body: script }),
        mayRun: false,
        cacheControl: 'public, max-age=31536000, immutable',
      },
    ],
  ]);
  const renderer = async (): Promise<Renderer> => ({
    ...code,
    template,
    previewTemplate: template,
    plainTemplate: template,
    renderPreview,
    renderCardFrame,
    intakePages,
    renderOnePager: async (...asked) => (await import('../one-pager')).renderOnePager(...asked),
    isPagePath,
    styles: ['/assets/index-abc.css'],
  });

  const start = async () => {
    const site = await createSiteServer({ config, renderer, files, warming, allowances });
    const server = createHttpServer(site.handle);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const stop = async (): Promise<void> => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await site.close();
    };
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop };
  };

  let running = await start();
  return {
    get url() {
      return running.url;
    },
    restart: async (different: Partial<ServerConfig> = {}) => {
      await running.stop();
      config = { ...config, ...different };
      running = await start();
    },
    close: async () => {
      await running.stop();
      await rm(dataDir, { recursive: true });
    },
  };
}

export type TestSite = Awaited<ReturnType<typeof startSite>>;
