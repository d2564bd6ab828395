import type { Core } from '@strapi/strapi';
import { daily, startDaily, type Task } from '../jobs';
import type { Environment } from '../strapi/environment';
import { answerSiteOfAlerts } from './door';
import { eraseEnded } from './erase';
import { alertMails } from './mails';
import { matchTask } from './matching';
import { addAlerts } from './store';
import { ERASE, MATCH } from './tasks';

export { alertDataOf, eraseAlertsOf } from './erase';
export { alertRule, lookForConcerned } from './matching';
export { type AreaDemand, demandByArea } from './store';

/** Keeps who wants to be told of workshops near them, and tells them. To be called in `register()`. */
export function takeAlerts(strapi: Core.Strapi, { INVALIDATION_SECRET }: Environment): void {
  addAlerts(strapi);
  answerSiteOfAlerts(strapi, INVALIDATION_SECRET);
}

/** The tasks of this folder. */
export const alertTasks = (strapi: Core.Strapi): Record<string, Task> => ({
  ...alertMails(strapi),
  [MATCH]: matchTask(strapi),
  [ERASE]: daily(strapi, ERASE, async () => {
    await eraseEnded(strapi, Date.now());
  }),
});

/** Has what has ended erased every day. To be called in `bootstrap()`. */
export const startErasingAlerts = (strapi: Core.Strapi): Promise<void> => startDaily(strapi, ERASE);
