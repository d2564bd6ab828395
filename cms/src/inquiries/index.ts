import type { Core } from '@strapi/strapi';
import type { Environment } from '../strapi/environment';
import { answerSite } from './door';
import { addInquiries } from './store';

export { inquiryTasks } from './mails';

/**
 * Takes what visitors send to people, passes it on, and lets those who are asked answer it. To be called in `register()`.
 */
export function takeInquiries(strapi: Core.Strapi, { INVALIDATION_SECRET }: Environment): void {
  addInquiries(strapi);
  answerSite(strapi, INVALIDATION_SECRET);
}
