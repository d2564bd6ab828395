import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import type { Plugin } from 'vite';

const GALLERY = '/_gallery';

/**
 * Serves the gallery of all sections' examples, in development only: a build does not know of it. The browser draws it
 * alone, without the CMS.
 */
export function gallery(): Plugin {
  return {
    name: 'gallery',
    apply: 'serve',
    configureServer(vite) {
      vite.middlewares.use(async (request, response: ServerResponse, next) => {
        const path = new URL(request.url ?? '/', 'http://gallery').pathname;
        if (path !== GALLERY && !path.startsWith(`${GALLERY}/`)) return next();
        try {
          const html = await readFile(new URL('./index.html', import.meta.url), 'utf8');
          response.setHeader('content-type', 'text/html; charset=utf-8');
          response.end(await vite.transformIndexHtml(path, html));
        } catch (error) {
          next(error);
        }
      });
    },
  };
}
