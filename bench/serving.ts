import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { freePort } from '../scripts/lib/ports.ts';
import { atLeast, type Measure } from './report.ts';

const SECONDS = 6;
const CONNECTIONS = 64;

/** How many requests a second the cached page is served, beside nginx (one worker) serving the same bytes from a file. */
export async function measureServing(siteUrl: string): Promise<Measure[]> {
  const missing = ['wrk', 'nginx'].filter((tool) => spawnSync('which', [tool]).status !== 0);
  if (missing.length)
    return [
      {
        what: 'Cached page beside nginx',
        measured: `needs ${missing.join(' and ')} (Debian: wrk, nginx-light)`,
        bound: '≥ 0.3 ×',
      },
    ];

  const url = `${siteUrl.replace('localhost', '127.0.0.1')}/deep-dive`;
  const response = await fetch(url, { headers: { 'accept-encoding': 'br' } });
  if (response.headers.get('content-encoding') !== 'br')
    throw new Error('The page did not come compressed with brotli.');
  const nginx = await serveWithNginx(await rawBody(url));
  try {
    const rates = { site: [] as number[], nginx: [] as number[] };
    for (let round = 0; round < 3; round++) {
      rates.site.push(requestsPerSecond(url));
      rates.nginx.push(requestsPerSecond(nginx.url));
    }
    const [site, reference] = [Math.max(...rates.site), Math.max(...rates.nginx)];
    return [
      {
        what: `Cached page at ${CONNECTIONS} connections`,
        measured: `${site.toFixed(0)} requests/s`,
        bound: '',
      },
      {
        what: 'nginx, one worker, the same bytes',
        measured: `${reference.toFixed(0)} requests/s`,
        bound: '',
      },
      atLeast('… the one over the other', site / reference, 0.3, '×', 2),
    ];
  } finally {
    await nginx.stop();
  }
}

/** The compressed bytes as they travel: `fetch` would decompress them. */
async function rawBody(url: string): Promise<Buffer> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(url, { headers: { 'accept-encoding': 'br' } }, (response) => {
      const chunks: Buffer[] = [];
      response
        .on('data', (chunk: Buffer) => chunks.push(chunk))
        .on('end', () => resolve(Buffer.concat(chunks)));
    }).once('error', reject);
  });
}

async function serveWithNginx(body: Buffer): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'deep-dive-nginx-'));
  const port = await freePort();
  writeFileSync(path.join(folder, 'page.html'), body);
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log stderr crit; ${process.getuid?.() === 0 ? 'user root;' : ''}
     events { worker_connections 1024; }
     http { access_log off; sendfile on; keepalive_requests 1000000; default_type text/html;
       server { listen 127.0.0.1:${port}; root ${folder}; add_header Content-Encoding br; } }`,
  );
  const child = spawn('nginx', ['-c', path.join(folder, 'nginx.conf'), '-p', folder], { stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}/page.html`;
  const until = Date.now() + 5000;
  while (
    !(await fetch(url, { headers: { 'accept-encoding': 'identity' } }).then(
      (r) => r.body?.cancel().then(() => true),
      () => false,
    ))
  ) {
    if (Date.now() > until) throw new Error('nginx did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    url,
    stop: async () => {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function requestsPerSecond(url: string): number {
  const { stdout } = spawnSync(
    'wrk',
    ['-t1', `-c${CONNECTIONS}`, `-d${SECONDS}s`, '-H', 'Accept-Encoding: br', url],
    { encoding: 'utf8' },
  );
  if (/Non-2xx/.test(stdout)) throw new Error(`${url} answered with errors under load:\n${stdout}`);
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
}
