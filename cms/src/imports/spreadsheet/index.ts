import type { Core } from '@strapi/strapi';
import { addJournal } from './journal';
import { addSpreadsheetRoutes } from './routes';

export { importTasks, resumeImports } from './carry-out';

/** Workshops from spreadsheets: rehearsed, imported, undone; and exported. To be called in `register()`. */
export function takeSpreadsheets(strapi: Core.Strapi): void {
  addJournal(strapi);
  addSpreadsheetRoutes(strapi);
}
