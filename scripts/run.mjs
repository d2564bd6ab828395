// Plain JavaScript, so that a Node.js too old for the rest can still say so in one sentence.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

if (!supported)
  refuse(
    `Deep Dive needs Node.js 20.19 or later (20, 22 or 24), and this is ${process.versions.node}: install one of those, then try again.`,
  );
if (!existsSync(`${root}/node_modules/tsx`))
  refuse('The packages are not installed yet: run `npm ci` first.');

const command = process.argv[2];
const { register } = await import('tsx/esm/api');
register();
await import(`./${command}.ts`);
