import { execFile } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { inject } from 'vitest';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { createDatabase, type Database, databases, type Store } from './databases';
import { environment } from './environment';

/** What the first start of a CMS leaves: its data folder, and the name of its database (none for SQLite). */
interface Template {
  dataDir: string;
  name: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    templates: { [database in Database]?: Template };
  }
}

/**
 * Starts a CMS for the first time on each database that is here. To make tables, roles and pages takes most of a start: stories
 * begin with copies.
 */
export async function makeTemplates() {
  const made = await Promise.all(
    databases.map(async (database) => {
      const dataDir = temporaryFolder('template');
      const { url, name, drop } = await createDatabase(database);
      await promisify(execFile)(process.execPath, [path.join(import.meta.dirname, 'start-and-stop.cjs')], {
        env: { ...process.env, ...environment({ dataDir, databaseUrl: url }) },
      });
      return { database, template: { dataDir, name }, drop };
    }),
  );
  return {
    templates: Object.fromEntries(made.map(({ database, template }) => [database, template])),
    async drop() {
      for (const { template, drop } of made) {
        await drop();
        rmSync(template.dataDir, { recursive: true, force: true });
      }
    },
  };
}

/** A new data folder and database, as the first start of a CMS leaves them. */
export async function copyTemplate(database: Database): Promise<{ dataDir: string; store: Store }> {
  const template = inject('templates')[database];
  if (!template) throw new Error(`No CMS has started on ${database}.`);
  const dataDir = temporaryFolder('cms');
  cpSync(template.dataDir, dataDir, { recursive: true });
  return { dataDir, store: await createDatabase(database, template.name) };
}
