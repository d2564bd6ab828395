import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, cms/ and web/. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Strapi's command. */
export const strapi = path.join(root, 'node_modules/@strapi/strapi/bin/strapi.js');

/**
 * What Node.js runs as the CMS, once it is built, in the folder cms/; the Dockerfile says the same. With little room for what is
 * new, each of V8's small collections stops a CMS that holds 100,000 workshops for 7 ms, ten times a second: with 64 MB it is a quarter as often.
 */
export const cmsCommand = ['--max-semi-space-size=64', strapi, 'start'];

/** Where all state is kept: DATA_DIR, or `.data` in the project. */
export const dataDir = (): string => path.resolve(root, process.env.DATA_DIR || '.data');
