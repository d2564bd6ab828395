import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { gallery } from './gallery/plugin';

/** Builds what previews load, beside what visitors load and sharing no file with it: theirs stay as small as they were. */
const PREVIEW_MODE = 'preview';

/** All that a page begins with in one file: cut up at what lazily loaded parts share with it, it would weigh 1 KB more. */
const FIRST_IN_ONE = { codeSplitting: { groups: [{ name: 'first', tags: ['$initial' as const] }] } };

export default defineConfig(({ isSsrBuild, mode }) => ({
  plugins: [react(), gallery(), ...(isSsrBuild ? [] : [withoutMutations(), compressAssets()])],
  worker: { format: 'es' },
  // A page refuses `data:` fonts, and every asset is better cached by its own name.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // The map engines are large; they load apart, when the map comes near.
    chunkSizeWarningLimit: 2_000,
    ...(isSsrBuild
      ? { outDir: 'dist/server', copyPublicDir: false }
      : mode === PREVIEW_MODE
        ? {
            outDir: 'dist/client',
            emptyOutDir: false,
            copyPublicDir: false,
            rolldownOptions: { input: 'preview.html', output: FIRST_IN_ONE },
          }
        : { outDir: 'dist/client', manifest: true, rolldownOptions: { output: FIRST_IN_ONE } }),
  },
  // One file runs everywhere, without node_modules, and React is its production build whatever NODE_ENV says.
  ...(isSsrBuild
    ? { ssr: { noExternal: true }, define: { 'process.env.NODE_ENV': JSON.stringify('production') } }
    : {}),
  optimizeDeps: {
    include: ['react-dom/client', '@tanstack/react-query', 'maplibre-gl', 'mapbox-gl'],
  },
}));

/**
 * Leaves out what TanStack Query has for changing things: its client brings that along, 3 KB that no bundler can tell are unused.
 * Browsers only read here; what visitors send goes by forms. Whoever writes a `useMutation` takes this out.
 */
function withoutMutations(): Plugin {
  const NOTHING = '\0no-mutations';
  return {
    name: 'without-mutations',
    apply: 'build',
    enforce: 'pre',
    resolveId: (source, importer) =>
      source === './mutation.js' && importer?.includes('@tanstack/query-core') ? NOTHING : undefined,
    load: (id) =>
      id === NOTHING
        ? `export class Mutation { constructor() { throw new Error('Left out of the build: see withoutMutations in vite.config.ts'); } }
           export const getDefaultState = () => ({});`
        : undefined,
  };
}

/** Leaves a brotli and a gzip form beside each asset that shrinks, as small as they get: it is done once, here. */
function compressAssets(): Plugin {
  return {
    name: 'compress-assets',
    apply: 'build',
    async writeBundle({ dir = '' }, bundle) {
      const shrinking = Object.keys(bundle).filter((name) =>
        /^assets\/.*\.(js|mjs|css|json|geojson|svg)$/.test(name),
      );
      const compress = async (name: string): Promise<void> => {
        const file = path.join(dir, name);
        const content = await readFile(file);
        await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
        await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
      };
      await Promise.all(shrinking.map(compress));
    },
  };
}
