import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json, cms/ and web/. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** Where all state is kept: DATA_DIR, or `.data` in the project. */
export const dataDir = (): string => path.resolve(root, process.env.DATA_DIR || '.data');
