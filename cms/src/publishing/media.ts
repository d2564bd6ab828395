import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { inWords, showing } from '../rules/uses';
import { FILE } from '../schema/uids';
import { rows } from '../strapi/documents';
import { findUses } from './uses';

const FOLDER = 'plugin::upload.folder';

interface StoredFile {
  id: number;
  name: string;
  url: string;
}
type Deleting<Method extends string, Given> = Record<Method, (given: Given) => Promise<unknown>>;

/**
 * Refuses to delete pictures and files that visitors see, alone, several or with their folder: Strapi asks nothing, and
 * the places where they stood stay empty. To be called in `register()`.
 */
export function keepMediaInUse(strapi: Core.Strapi): void {
  const services = strapi.get('services');
  services.extend('plugin::upload.upload', (service: Deleting<'remove', StoredFile>) => ({
    ...service,
    async remove(file: StoredFile) {
      await requireUnused(strapi, [file]);
      return service.remove(file);
    },
  }));
  // Several are deleted side by side: nothing is to be gone when one of them must stay.
  services.extend('plugin::upload.file', (service: Deleting<'deleteByIds', number[]>) => ({
    ...service,
    async deleteByIds(ids: number[] = []) {
      await requireUnused(strapi, await rows(strapi, FILE).findMany({ where: { id: { $in: ids } } }));
      return service.deleteByIds(ids);
    },
  }));
  services.extend('plugin::upload.folder', (service: Deleting<'deleteByIds', number[]>) => ({
    ...service,
    async deleteByIds(ids: number[] = []) {
      await requireUnused(strapi, await filesInside(strapi, ids));
      return service.deleteByIds(ids);
    },
  }));
}

async function filesInside(strapi: Core.Strapi, folderIds: number[]): Promise<StoredFile[]> {
  const folders: { path: string }[] = await rows(strapi, FOLDER).findMany({
    where: { id: { $in: folderIds } },
  });
  const inside = folders.flatMap(({ path }) => [
    { folderPath: path },
    { folderPath: { $startsWith: `${path}/` } },
  ]);
  return inside.length > 0 ? rows(strapi, FILE).findMany({ where: { $or: inside } }) : [];
}

async function requireUnused(strapi: Core.Strapi, files: StoredFile[]): Promise<void> {
  if (files.length === 0 || (await findUses(strapi, showing(files))).length === 0) return;
  for (const file of files) {
    const uses = await findUses(strapi, showing([file]));
    if (uses.length === 0) continue;
    const message = `“${file.name}” is where visitors see it, so it stays. ${inWords(uses)}. Take it out there and publish, then delete it. To show another picture in its place, use “Replace media”.`;
    throw new errors.ValidationError(message, {
      errors: [{ path: [], message, name: 'ValidationError' }],
      uses,
    });
  }
}
