import type { Core } from '@strapi/strapi';
import { addColumnChoices } from './choices';
import { addJournal } from './journal';
import { addReadingRoutes } from './read-routes';
import { addSpreadsheetRoutes } from './routes';

export { importTasks, resumeImports, startErasingJournals } from './carry-out';

/** Workshops from spreadsheets: read, rehearsed, imported, undone; and exported. To be called in `register()`. */
export function takeSpreadsheets(strapi: Core.Strapi): void {
  addColumnChoices(strapi);
  addJournal(strapi);
  addReadingRoutes(strapi);
  addSpreadsheetRoutes(strapi);
}
