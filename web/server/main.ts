import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { intakePages, renderCardFrame, renderNotFound, renderPage, renderPreview } from '../src/entry-server';
import { renderLocatorSvg } from '../src/map/picture/locator';
import { renderWorkshopsSvg } from '../src/map/picture/svg';
import { renderTerritorySvg } from '../src/map/picture/territory';
import { isPagePath, matchRoute } from '../src/routes';
import { parseTemplate, withoutScripts } from './document';
import { addFontPreloads, sectionLinks, stylesOf } from './manifest';
import type { OnePagerFacts } from './one-pager';
import type { Renderer } from './renderer';
import { run, StartError } from './run';
import { createSiteServer } from './server';
import { readStaticFiles } from './static-files';

/** Where the built site is, seen from `dist/server/`. */
const client = fileURLToPath(new URL('../client/', import.meta.url));

await run(async (config) => {
  const read = (name: string): Promise<string> =>
    readFile(client + name, 'utf8').catch(() => {
      throw new StartError('The site is not built, or only half; run: npm run build -w web');
    });
  const manifest = await read('.vite/manifest.json');
  const index = addFontPreloads(await read('index.html'), manifest);
  const renderer: Renderer = {
    template: parseTemplate(index, sectionLinks(manifest)),
    plainTemplate: parseTemplate(withoutScripts(index)),
    // A preview has scripts of its own.
    previewTemplate: parseTemplate(await read('preview.html'), sectionLinks(manifest, true)),
    styles: stylesOf(manifest),
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
    // Fonts and all: what few ask for is read when it is asked for.
    renderOnePager: async (facts: OnePagerFacts, now: number) =>
      (await import('./one-pager')).renderOnePager(facts, now),
  };
  return createSiteServer({ config, renderer: async () => renderer, files: await readStaticFiles(client) });
});
