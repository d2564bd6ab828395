import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createCmsClient } from '@deep-dive/shared-types';
import { build } from 'vite';
import { root } from '../scripts/lib/paths.ts';
import type { RenderedPage, RenderOptions } from '../web/src/entry-server.tsx';
import type { LocatorOptions } from '../web/src/map/picture/locator.ts';
import { slowest } from './computing.ts';
import { atMost, type Measure } from './report.ts';

/** Until the engine has compiled what it will. */
const WARM_UP = 600;
const RENDERS = 600;

/** CPU to render the Deep Dive page anew, once the CMS's answers are in memory, and to draw the picture of a venue's place. */
export async function measureRendering(siteUrl: string): Promise<Measure[]> {
  const outDir = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-render-'));
  try {
    await build({
      root: path.join(root, 'web'),
      logLevel: 'error',
      build: {
        ssr: true,
        rollupOptions: {
          input: { pages: 'src/entry-server.tsx', locator: 'src/map/picture/locator.ts' },
        },
        outDir,
        emptyOutDir: true,
      },
    });
    writeFileSync(path.join(outDir, 'package.json'), '{ "type": "module" }');
    const { renderPage } = (await import(path.join(outDir, 'pages.js'))) as {
      renderPage: (options: RenderOptions) => Promise<RenderedPage>;
    };
    const { renderLocatorSvg } = (await import(path.join(outDir, 'locator.js'))) as {
      renderLocatorSvg: (options: LocatorOptions) => string;
    };
    const answers = new Map<string, { status: number; body: string }>();
    const fetchOnce: typeof fetch = async (input) => {
      const url = String(input);
      let answer = answers.get(url);
      if (!answer) {
        const response = await fetch(url);
        answer = { status: response.status, body: await response.text() };
        answers.set(url, answer);
      }
      return new Response(answer.body, {
        status: answer.status,
        headers: { 'content-type': 'application/json' },
      });
    };
    const cms = createCmsClient({ baseUrl: siteUrl, fetch: fetchOnce });
    const render = async (): Promise<void> => {
      const page = await renderPage({
        cms,
        config: { siteUrl, mapboxToken: null },
        path: '/deep-dive',
        search: '',
        onError: (error) => {
          throw error;
        },
      });
      if (!page.complete) throw new Error('The page was rendered with a part missing.');
    };
    for (let count = 0; count < WARM_UP; count++) await render();
    const before = process.cpuUsage();
    for (let count = 0; count < RENDERS; count++) await render();
    const { user, system } = process.cpuUsage(before);
    return [
      atMost(
        `CPU of an uncached render beyond the CMS’s answer (mean of ${RENDERS})`,
        (user + system) / 1000 / RENDERS,
        5,
        'ms',
        2,
      ),
      atMost(
        "The picture of a venue's place",
        slowest([-104, -100, -96], (longitude) =>
          renderLocatorSvg({ latitude: 39.7, longitude, label: 'Denver' }),
        ),
        50,
        'ms',
        1,
      ),
    ];
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
