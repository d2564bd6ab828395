import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../scripts/lib/temporary';
import { type RunningCms, startCms } from './cms';
import { createDatabase, databases } from './databases';
import { type Fields, ownRole, WORKSHOP } from './stories';

interface Permission {
  id: number;
  action: string;
  subject: string | null;
  properties: Fields;
  conditions: string[];
}

const FORMS = ['content_types::api::workshop.workshop', 'components::elements.venue'];

async function permissionsOf(cms: RunningCms, code: string): Promise<Permission[]> {
  return cms.strapi.db
    .query('admin::permission')
    .findMany({ where: { role: { code } }, orderBy: { id: 'asc' } });
}

const formOf = (cms: RunningCms, form: string): Promise<Fields> =>
  cms.strapi
    .store({ type: 'plugin', name: 'content_manager' })
    .get({ key: `configuration_${form}` }) as Promise<Fields>;

const forms = (cms: RunningCms): Promise<Fields[]> => Promise.all(FORMS.map((form) => formOf(cms, form)));

/** As somebody with the right to configure a view might leave it. */
async function rewriteForms(cms: RunningCms): Promise<void> {
  for (const form of FORMS) {
    const { settings, layouts, metadatas, ...rest } = (await formOf(cms, form)) as Record<string, Fields>;
    await cms.strapi.store({ type: 'plugin', name: 'content_manager' }).set({
      key: `configuration_${form}`,
      value: {
        ...rest,
        settings: { ...settings, searchable: false, pageSize: 10 },
        metadatas: Object.fromEntries(
          Object.entries(metadatas as Record<string, Fields>).map(([name, { edit, list }]) => [
            name,
            { edit: { ...(edit as Fields), label: 'Overwritten', visible: false }, list },
          ]),
        ),
        layouts: { ...layouts, list: ['id'], edit: [] },
      },
    });
  }
}

describe.each(databases)('what the code says is the truth at each start, on %s', (database) => {
  it('puts forms and the rights of the two product roles right, and leaves all else', {
    timeout: 240_000,
  }, async () => {
    const dataDir = temporaryFolder('put-right');
    const { url, drop } = await createDatabase(database);
    const start = () => startCms({ dataDir, env: { DATABASE_URL: url } });
    try {
      let cms = await start();
      const made = await forms(cms);
      const rights: Record<string, Omit<Permission, 'id'>[]> = {};
      for (const code of ['marketing', 'regional-partner', 'strapi-editor'])
        rights[code] = (await permissionsOf(cms, code)).map(
          ({ action, subject, properties, conditions }) => ({
            action,
            subject,
            properties,
            conditions,
          }),
        );
      await ownRole(cms, 'readers', [['plugin::content-manager.explorer.read', WORKSHOP, ['title']]]);
      const own = await permissionsOf(cms, 'readers');

      await rewriteForms(cms);
      const permissions = cms.strapi.db.query('admin::permission');
      const [first, second, ...others] = await permissionsOf(cms, 'regional-partner');
      await permissions.delete({ where: { id: first?.id } });
      await permissions.update({ where: { id: second?.id }, data: { conditions: [] } });
      await permissions.update({ where: { id: others[0]?.id }, data: { properties: { fields: ['title'] } } });
      const role = await cms.strapi.db.query('admin::role').findOne({ where: { code: 'marketing' } });
      await permissions.create({
        data: { action: 'admin::users.read', subject: null, properties: {}, conditions: [], role: role.id },
      });
      await cms.stop();

      cms = await start();
      expect(await forms(cms)).toEqual(made);
      for (const code of ['marketing', 'regional-partner']) {
        const now = await permissionsOf(cms, code);
        expect(now).toHaveLength(rights[code]?.length ?? 0);
        expect(now).toEqual(
          expect.arrayContaining((rights[code] ?? []).map((right) => expect.objectContaining(right))),
        );
      }
      expect(await permissionsOf(cms, 'readers')).toEqual(own);
      const settled = [await permissionsOf(cms, 'marketing'), await permissionsOf(cms, 'regional-partner')];
      await cms.stop();

      cms = await start();
      expect(await forms(cms)).toEqual(made);
      expect([await permissionsOf(cms, 'marketing'), await permissionsOf(cms, 'regional-partner')]).toEqual(
        settled,
      );
      await cms.stop();
    } finally {
      await drop();
      rmSync(dataDir, { recursive: true, force: true });
    }
  });
});
