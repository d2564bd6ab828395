import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type FormConfiguration, type FormSchema, formConfiguration } from './configuration';

interface Model extends FormSchema {
  uid: string;
}

interface ConfigurationService {
  findConfiguration(model: Model): Promise<FormConfiguration>;
  updateConfiguration(model: Model, configuration: FormConfiguration): Promise<unknown>;
  /** Makes the configurations that are missing. */
  syncConfigurations(): Promise<unknown>;
}

/** Raise it when the code that makes forms changes, so that forms made by an older version are made again. */
const VERSION = 1;

/** What names an entry of a type whose schema is not ours. */
const FOREIGN_MAIN_FIELDS: Record<string, string> = { 'admin::user': 'email' };

/**
 * Gives every form in the admin the labels, hints and layout its schema asks for in `pluginOptions.form`. What the schema
 * asks for is the truth: a form that somebody has rearranged is put right at the next start.
 */
export async function configureForms(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'forms' });
  const before = ((await store.get({ key: 'made' })) ?? {}) as Record<string, string>;
  const models: Model[] = [
    ...Object.values(strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::')),
    ...Object.values(strapi.components),
  ] as unknown as Model[];

  const mainFieldOf = (uid: string): string | undefined =>
    FOREIGN_MAIN_FIELDS[uid] ?? models.find((model) => model.uid === uid)?.pluginOptions?.form?.mainField;

  const serviceOf = ({ uid }: Model): ConfigurationService =>
    strapi.plugin('content-manager').service(uid in strapi.components ? 'components' : 'content-types');
  const hashOf = async (model: Model) => formHash(model, await serviceOf(model).findConfiguration(model));

  const stale: Model[] = [];
  for (const model of models) if (before[model.uid] !== (await hashOf(model))) stale.push(model);
  if (stale.length === 0) return;
  for (const model of stale) await forget(strapi, model.uid);
  for (const service of new Set(stale.map(serviceOf))) await service.syncConfigurations();
  const made = { ...before };
  for (const model of stale) {
    const service = serviceOf(model);
    const plain = await service.findConfiguration(model);
    await service.updateConfiguration(model, formConfiguration(model.uid, model, plain, mainFieldOf));
    made[model.uid] = await hashOf(model);
  }
  await store.set({ key: 'made', value: made });
}

/** Has the content manager begin again with a form, from what it has by default. */
async function forget(strapi: Core.Strapi, uid: string): Promise<void> {
  const key = `configuration_${uid in strapi.components ? 'components' : 'content_types'}::${uid}`;
  await strapi.store({ type: 'plugin', name: 'content_manager' }).delete({ key });
}

function formHash(model: Model, stored: FormConfiguration): string {
  const fields = Object.entries(model.attributes).map(([name, { type, pluginOptions }]) => [
    name,
    type,
    pluginOptions?.form,
  ]);
  const { settings, metadatas, layouts } = stored;
  return createHash('sha256')
    .update(JSON.stringify([VERSION, model.pluginOptions?.form, fields, settings, metadatas, layouts]))
    .digest('hex');
}
