import type { Core } from '@strapi/strapi';
import type { Rule } from '../strapi/documents';
import { addScheduleRoutes } from './routes';
import { addScheduledChanges, forget } from './store';

export { type ScheduleClock, startScheduleClock } from './clock';

/** Lets people put down what is to go live, or be taken offline, at a time. To be called in `register()`. */
export function keepSchedule(strapi: Core.Strapi): void {
  addScheduledChanges(strapi);
  addScheduleRoutes(strapi);
}

/** What is deleted has nothing scheduled any more. */
export function scheduleRule(strapi: Core.Strapi): Rule {
  return async ({ uid, action, params }, next) => {
    const result = await next();
    if (action === 'delete' && params.documentId) await forget(strapi, { uid, document: params.documentId });
    return result;
  };
}
