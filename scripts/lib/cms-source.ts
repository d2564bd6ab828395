import path from 'node:path';
import { require as load } from 'tsx/cjs/api';
import { root } from './paths.ts';

/**
 * A module of the CMS (its path in the folder cms/). The CMS's source is CommonJS, whose imports the loader of these modules leaves to
 * Node.
 */
export const cmsSource = <Module>(file: string): Module =>
  load(path.join(root, 'cms', file), import.meta.url) as Module;
