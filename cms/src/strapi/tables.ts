import type { Core } from '@strapi/strapi';

/** A table of ours that is no content type: no form, no API. */
export interface Table {
  /** By which `rows` finds it. */
  uid: string;
  name: string;
  /** Columns besides `id`, which each has. */
  columns: Record<string, { type: string }>;
  indexes?: { name: string; columns: string[]; type?: 'unique' }[];
}

/** Adds a table, which Strapi makes as it makes its own. To be called in `register()`. */
export function addTable(strapi: Core.Strapi, { uid, name, columns, indexes = [] }: Table): void {
  strapi.get('models').add({
    uid,
    singularName: uid.split('::')[1],
    tableName: name,
    attributes: { id: { type: 'increments' }, ...columns },
    indexes,
  });
}
