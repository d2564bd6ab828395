import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { type RunningCms, startCms } from './cms';
import { tokenOf } from './partner-api';
import { day, makePartner, type Person, signIn, WORKSHOP } from './stories';

const root = path.resolve(import.meta.dirname, '../..');

let cms: RunningCms;
let pat: Person;
let partner: string;
let token: string;
let count = 0;
const folder = temporaryFolder('import');

beforeAll(async () => {
  cms = await startCms();
  pat = await signIn(cms, 'pat@partner.test', 'regional-partner');
  partner = await makePartner(cms, 'Far West', { admins: [pat.id], territory: [] });
  ({ token } = await tokenOf(pat));
}, 120_000);
afterAll(() => cms?.stop());

/** Runs `npm run import` to its end. @param meanwhile may stop it before */
async function command(
  args: string[],
  env: Record<string, string> = {},
  meanwhile: (child: ChildProcess) => Promise<unknown> = async () => undefined,
) {
  const { VITEST: _, ...environment } = process.env;
  const child = spawn(process.execPath, ['scripts/run.mjs', 'import', ...args], {
    cwd: root,
    env: { ...environment, CMS_URL: cms.url, IMPORT_TOKEN: token, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  await meanwhile(child);
  const code = await ended;
  return { code, said };
}

const sheet = (...rows: string[]): string => {
  count += 1;
  const file = path.join(folder, `spring ${count}.csv`);
  writeFileSync(file, ['ID,Title,Date,Start,End,ZIP', ...rows, ''].join('\n'));
  return file;
};
const good = (id: string, zip = '98101'): string => `${id},Deep Dive ${id},${day(20)},9:00 AM,4:00 PM,${zip}`;
const named = async (id: string): Promise<{ publishedAt: string | null }[]> =>
  cms.strapi.db
    .query(WORKSHOP)
    .findMany({ where: { title: `Deep Dive ${id}`, partner: { documentId: partner } } });

it('rehearses a sheet, imports it, and changes nothing the second time', async () => {
  const file = sheet(good('A-1'), good('A-2', '98901'));
  const rehearsed = await command([file, '--partner', 'far-west', '--dry-run']);
  expect(rehearsed.said).toContain('It would be: 2 new. Nothing was changed');
  expect(rehearsed.said).toMatch(/Row 2 +new +Deep Dive A-1/);
  expect(rehearsed.code).toBe(0);
  expect(await named('A-1')).toEqual([]);
  const done = await command([file, '--partner', 'far-west']);
  expect(done.said).toContain('Done for Far West: 2 new.');
  expect(done.code).toBe(0);
  expect(await named('A-1')).toHaveLength(2);
  const again = await command([file, '--partner', 'far-west']);
  expect(again.said).toContain('Done for Far West: 2 left alone.');
  expect(again.code).toBe(0);
});

it('says of what is refused row and column, and imports none of it', async () => {
  const file = sheet(good('B-1'), `B-2,Wrong,${day(20)},3:00,4:00 PM,00000`);
  const { code, said } = await command([file, '--partner', 'far-west']);
  expect(code).toBe(1);
  expect(said).toContain('D3 (Start): Is that 3:00 AM or 3:00 PM? Add AM or PM.');
  expect(said).toContain('F3 (ZIP): We know no ZIP code “00000”');
  expect(said).toContain('1 new, 1 refused. Nothing is imported');
  expect(await named('B-1')).toEqual([]);
});

it('makes drafts alone where it is asked to', async () => {
  expect((await command([sheet(good('C-1')), '--partner', 'far-west', '--drafts'])).code).toBe(0);
  expect(await named('C-1')).toMatchObject([{ publishedAt: null }]);
});

it('leaves the import to the CMS when it is stopped, and says so', async () => {
  const rows = Array.from({ length: 60 }, (_, index) => good(`S-${index}`, index % 2 ? '98101' : '98901'));
  const imports = async () => {
    const { body } = await pat.ask('/imports/spreadsheet');
    return JSON.parse(String(body.text)) as { name: string; state: string }[];
  };
  const file = sheet(...rows);
  const standing = async () => (await imports()).find(({ name }) => name === path.basename(file))?.state;
  const { code, said } = await command([file, '--partner', 'far-west'], {}, async (child) => {
    await vi.waitUntil(async () => (await standing()) !== undefined, { timeout: 60_000, interval: 20 });
    child.kill('SIGINT');
  });
  expect(code).toBe(130);
  expect(said).toContain('the import goes on in the CMS');
  await vi.waitFor(async () => expect(await standing()).toBe('done'), { timeout: 90_000, interval: 200 });
  expect(await named('S-59')).toHaveLength(2);
});

it('says in a sentence what keeps it from beginning', async () => {
  const file = sheet(good('D-1'));
  const far = ['--partner', 'far-west'];
  for (const [args, env, words] of [
    [[], {}, 'Name one file. `npm run import -- --help`'],
    [[file], {}, 'Say with --partner whose workshops they are.'],
    [[file, ...far, '--publish'], {}, '--help'],
    [['none.csv', ...far], {}, 'There is no file none.csv.'],
    [[folder, ...far], {}, 'is no file.'],
    [
      [file, '--partner', 'far-wset'],
      {},
      'This token is of Far West (far-west), and opens nothing of “far-wset”',
    ],
    [[file, ...far, '--sheet', 'Autumn'], {}, 'There is no sheet “Autumn”'],
    [[file, ...far], { IMPORT_TOKEN: '' }, 'IMPORT_TOKEN is missing: make a token'],
    [[file, ...far], { IMPORT_TOKEN: 'ddp_wrong' }, 'There is no such token.'],
    [[file, ...far], { CMS_URL: 'nowhere' }, 'CMS_URL is “nowhere”'],
    [[file, ...far], { CMS_URL: 'http://127.0.0.1:1' }, 'No CMS answers at http://127.0.0.1:1'],
  ] as const) {
    const { code, said } = await command([...args], env);
    expect(said, args.join(' ')).toContain(words);
    expect(said, args.join(' ')).not.toContain('    at ');
    expect(code).toBe(1);
  }
  expect((await command(['--help'])).code).toBe(0);
  expect(await named('D-1')).toEqual([]);
});

it('is not taken in by what is no CMS', async () => {
  const file = sheet(good('E-1'));
  for (const [status, body] of [
    [200, '<html>Welcome</html>'],
    [200, '{"workshops":1}'],
    [302, ''],
    [404, '{"error":{"message":"Not Found"}}'],
    [500, 'oops'],
  ] as const) {
    const server = createServer((request, answer) => {
      request.resume();
      answer.writeHead(status, { location: 'http://127.0.0.1:1/' }).end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.address() as AddressInfo;
    const { code, said } = await command([file, '--partner', 'far-west'], {
      CMS_URL: `http://127.0.0.1:${port}`,
    });
    server.close();
    expect(said, body).toContain('is no Deep Dive CMS that takes imports');
    expect(code).toBe(1);
  }
});
