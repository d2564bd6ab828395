import { createHash } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import { type FormConfiguration, type FormSchema, formConfiguration } from './configuration';

interface Model extends FormSchema {
  uid: string;
}

interface ConfigurationService {
  findConfiguration(model: Model): Promise<FormConfiguration>;
  updateConfiguration(model: Model, configuration: FormConfiguration): Promise<unknown>;
}

/** Raise it when the code that makes forms changes, so that forms made by an older version are made again. */
const VERSION = 1;

/** What names an entry of a type whose schema is not ours. */
const FOREIGN_MAIN_FIELDS: Record<string, string> = { 'admin::user': 'email' };

/**
 * Gives every form in the admin the labels, hints and layout its schema asks for in `pluginOptions.form`.
 * A form is made once, and again only when its schema asks for something else, so what people arrange by hand stays.
 */
export async function configureForms(strapi: Core.Strapi): Promise<void> {
  const store = strapi.store({ type: 'core', name: 'forms' });
  const made = ((await store.get({ key: 'made' })) ?? {}) as Record<string, string>;
  const models: Model[] = [
    ...Object.values(strapi.contentTypes).filter(({ uid }) => uid.startsWith('api::')),
    ...Object.values(strapi.components),
  ] as unknown as Model[];

  const mainFieldOf = (uid: string): string | undefined =>
    FOREIGN_MAIN_FIELDS[uid] ?? models.find((model) => model.uid === uid)?.pluginOptions?.form?.mainField;

  for (const model of models) {
    const hash = formHash(model);
    if (made[model.uid] === hash) continue;
    const service: ConfigurationService = strapi
      .plugin('content-manager')
      .service(model.uid in strapi.components ? 'components' : 'content-types');
    const current = await service.findConfiguration(model);
    await service.updateConfiguration(model, formConfiguration(model.uid, model, current, mainFieldOf));
    made[model.uid] = hash;
  }
  await store.set({ key: 'made', value: made });
}

function formHash(model: Model): string {
  const fields = Object.entries(model.attributes).map(([name, { type, pluginOptions }]) => [
    name,
    type,
    pluginOptions?.form,
  ]);
  return createHash('sha256')
    .update(JSON.stringify([VERSION, model.pluginOptions?.form, fields]))
    .digest('hex');
}
