import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Model } from './model';

const src = path.resolve(__dirname, '..');

/** A content type or component as its schema file has it, without what Strapi adds. */
export function modelOf(uid: string): Model {
  const [category = '', name = ''] = uid.replace(/^api::/, '').split('.');
  const file = uid.startsWith('api::')
    ? `api/${name}/content-types/${name}/schema.json`
    : `components/${category}/${name}.json`;
  return { uid, ...JSON.parse(readFileSync(path.join(src, file), 'utf8')) } as Model;
}
