import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';
import { parseTemplate } from './document';
import type { Renderer } from './renderer';
import { run } from './run';
import { createSiteServer } from './server';

type EntryServer = typeof import('../src/entry-server');
type Routes = typeof import('../src/routes');
type WorkshopsSvg = typeof import('../src/map/picture/svg');
type TerritoryPicture = typeof import('../src/map/picture/territory');
type OnePager = typeof import('./one-pager');
type Locator = typeof import('../src/map/picture/locator');

const root = fileURLToPath(new URL('..', import.meta.url));

await run(async (config, server) => {
  const vite = await createServer({
    root,
    appType: 'custom',
    server: { middlewareMode: { server }, hmr: { server } },
  });
  // Open pages hold a socket for updates, which would keep the server from closing.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void vite.close());
  const renderer = async (): Promise<Renderer> => {
    const template = async (file: string) =>
      parseTemplate(await vite.transformIndexHtml(`/${file}`, await readFile(root + file, 'utf8')));
    const load = <Module>(path: string): Promise<Module> => vite.ssrLoadModule(path) as Promise<Module>;
    const { renderPage, renderNotFound, renderPreview, renderCardFrame, intakePages } =
      await load<EntryServer>('/src/entry-server.tsx');
    const index = await template('index.html');
    const { matchRoute, isPagePath } = await load<Routes>('/src/routes.ts');
    const { renderWorkshopsSvg } = await load<WorkshopsSvg>('/src/map/picture/svg.ts');
    const { renderLocatorSvg } = await load<Locator>('/src/map/picture/locator.ts');
    const { renderTerritorySvg } = await load<TerritoryPicture>('/src/map/picture/territory.ts');
    const { renderOnePager } = await load<OnePager>('/server/one-pager/index.ts');
    return {
      template: index,
      // Vite's script brings the styles.
      plainTemplate: index,
      previewTemplate: await template('preview.html'),
      styles: [],
      matchRoute,
      isPagePath,
      renderPage,
      renderNotFound,
      renderPreview,
      renderCardFrame,
      intakePages,
      renderWorkshopsSvg,
      renderLocatorSvg,
      renderTerritorySvg,
      renderOnePager,
    };
  };
  const site = await createSiteServer({ config, renderer, files: new Map(), development: true });
  return {
    ...site,
    handle: (request, response) => vite.middlewares(request, response, () => site.handle(request, response)),
  };
});
