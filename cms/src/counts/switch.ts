import type { Core } from '@strapi/strapi';
import { SITE } from '../schema/uids';
import { rows } from '../strapi/documents';

/** Whether visits are counted, as it is published. */
export const isCounting = async (strapi: Core.Strapi): Promise<boolean> =>
  (await rows(strapi, SITE).count({ where: { publishedAt: { $notNull: true }, countVisits: true } })) > 0;
