import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CachedResponse } from './cached-response';
import { CACHE_CONTROL } from './send';

const TYPES: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
};

/** What pages are put into; no page itself. */
const TEMPLATES = new Set(['index.html', 'preview.html']);

export interface StaticFile {
  response: CachedResponse;
  /** Whether something may run in it, were it opened by itself or as a worker. Of what the build made nothing may but its workers. */
  mayRun: boolean;
  cacheControl: string;
}

/**
 * Reads the built site into memory, with the compressed forms the build left beside each file. Keys are paths of the
 * site ("/assets/index-x1.js"). The templates of pages and the build's own notes are not for visitors.
 */
export async function readStaticFiles(directory: string): Promise<Map<string, StaticFile>> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = found
    .filter((entry) => entry.isFile())
    .map((entry) =>
      path.relative(directory, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'),
    );
  const known = new Set(names);
  const files = new Map<string, StaticFile>();
  for (const name of names) {
    if (TEMPLATES.has(name) || name.startsWith('.') || /\.(br|gz)$/.test(name)) continue;
    const read = (suffix = ''): Promise<Buffer> => readFile(path.join(directory, name + suffix));
    const contentType = TYPES[path.extname(name)] ?? 'application/octet-stream';
    files.set(`/${name}`, {
      response: new CachedResponse(
        { status: 200, contentType, body: await read() },
        {
          ...(known.has(`${name}.br`) ? { br: await read('.br') } : {}),
          ...(known.has(`${name}.gz`) ? { gzip: await read('.gz') } : {}),
        },
      ),
      mayRun: !/^assets\/.*\.(?:js|mjs|css|json|woff2)$/.test(name) || /worker[^/]*\.m?js$/.test(name),
      cacheControl: name.startsWith('assets/') ? CACHE_CONTROL.immutable : CACHE_CONTROL.file,
    });
  }
  return files;
}
