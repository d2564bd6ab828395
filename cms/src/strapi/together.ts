import { AsyncLocalStorage } from 'node:async_hooks';

const untold = new AsyncLocalStorage<true>();

/** Told on Strapi's event hub, with a `ToldTogether`, when many documents of a type changed for visitors. */
export const TOLD_TOGETHER = 'changed.together';
export interface ToldTogether {
  uid: string;
  documentIds: string[];
}

/** Does some work whose changes visitors learn of later: whoever does it tells of them all together, once. */
export const tellingLater = <Result>(work: () => Promise<Result>): Promise<Result> => untold.run(true, work);

/** Whether what changes now is told of later, with much else. */
export const isToldLater = (): boolean => untold.getStore() === true;
