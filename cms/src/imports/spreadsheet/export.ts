import type { Core } from '@strapi/strapi';
import { csvOf, sheetOf } from '../../rules/spreadsheet/export';
import { modelsOf } from '../../strapi/documents';
import { knownWorkshops } from './rehearse';

/** All workshops of a partner (documentId) as CSV. */
export const exportOf = async (strapi: Core.Strapi, partner: string): Promise<string> =>
  csvOf(sheetOf(await knownWorkshops(strapi, partner), modelsOf(strapi)));
