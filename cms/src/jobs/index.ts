import type { Core } from '@strapi/strapi';
import { type JobRunner, startRunner, type Task } from './runner';
import { addJobs } from './store';

export { daily, startDaily } from './daily';
export { AwayError, HopelessError, type JobRunner, type Task } from './runner';
export {
  drop,
  fatesAbout,
  forgetAbout,
  forgetDoneBefore,
  idsAbout,
  type Job,
  jobsAbout,
  latest,
  type NewJob,
  putDown,
  putDownAll,
  putInstead,
  type StoredJob,
  tryAgain,
} from './store';
export { whenQuiet } from './when-quiet';

const RUNNER = 'jobRunner';

/** Keeps what is to be done soon, or at a time, in a table that survives restarts. To be called in `register()`. */
export function keepJobs(strapi: Core.Strapi): void {
  addJobs(strapi);
}

/** Starts to do them. To be called at the end of `bootstrap()`. */
export function openJobs(strapi: Core.Strapi, tasks: Record<string, Task>): JobRunner {
  const runner = startRunner(strapi, tasks);
  strapi.add(RUNNER, runner);
  return runner;
}

/** Has the runner of this process look at once, after what was put down is stored: if it runs already. */
export function wakeJobs(strapi: Core.Strapi): void {
  if (strapi.has(RUNNER)) strapi.get<JobRunner>(RUNNER).wake();
}
