import type { Core } from '@strapi/strapi';
import { daily, startDaily, type Task } from '../jobs';
import type { Environment } from '../strapi/environment';
import { answerSite } from './door';
import { inquiryMails } from './mails';
import { eraseOverdue } from './personal-data';
import { addInboxRoutes } from './routes';
import { addInquiries } from './store';

export { calledOffRule } from './called-off';

/** Takes what visitors send to people, passes it on, and lets those who are asked answer it. To be called in `register()`. */
export function takeInquiries(strapi: Core.Strapi, { INVALIDATION_SECRET }: Environment): void {
  addInquiries(strapi);
  answerSite(strapi, INVALIDATION_SECRET);
  addInboxRoutes(strapi);
}

const ERASE = 'erase-inquiries';

/** The tasks of this folder. */
export const inquiryTasks = (strapi: Core.Strapi): Record<string, Task> => ({
  ...inquiryMails(strapi),
  [ERASE]: daily(strapi, ERASE, async () => {
    await eraseOverdue(strapi, Date.now());
  }),
});

/** Has what is kept too long erased every day. To be called in `bootstrap()`. */
export const startErasing = (strapi: Core.Strapi): Promise<void> => startDaily(strapi, ERASE);
