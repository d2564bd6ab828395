import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';

/** Who makes a change, and by which door it comes. */
export interface Writer {
  /** Id of the admin's account; null when the program itself writes. */
  admin: number | null;
  /** What they were called then; empty when the program itself writes. */
  name: string;
  /** “admin”, or what a program calls itself: “seed”. */
  source: string;
  /** The window of the admin's browser it was written in, as `window.ts` names it; null elsewhere. */
  opening: string | null;
}

interface Account {
  id: number;
  firstname?: string | null;
  lastname?: string | null;
  username?: string | null;
}

const programs = new AsyncLocalStorage<string>();
const askedFor = new AsyncLocalStorage<Pick<Writer, 'admin' | 'name' | 'source'>>();
const restoring = new AsyncLocalStorage<number>();
const bringingBack = new AsyncLocalStorage<{ uid: string; documentId: string }>();

/** Does some work, whose changes then say that they come from a program of this name. */
export const writingFrom = <Result>(source: string, work: () => Promise<Result>): Promise<Result> =>
  programs.run(source, work);

/** Does some work now that somebody asked for earlier, whose changes then say so. */
export const writingFor = <Result>(
  writer: Pick<Writer, 'admin' | 'name' | 'source'>,
  work: () => Promise<Result>,
): Promise<Result> => askedFor.run(writer, work);

/** Does some work, whose change of a document says that it restored its version of this number. */
export const restoringVersion = <Result>(number: number, work: () => Promise<Result>): Promise<Result> =>
  restoring.run(number, work);

/** The number of the version that is being restored; undefined when none is. */
export const restoringNow = (): number | undefined => restoring.getStore();

/** Does some work, in which the document that is created is a deleted one that comes back. */
export const bringingBackDocument = <Result>(
  document: { uid: string; documentId: string },
  work: () => Promise<Result>,
): Promise<Result> => bringingBack.run(document, work);

/** The deleted document that is being brought back; undefined when none is. */
export const bringingBackNow = (): { uid: string; documentId: string } | undefined => bringingBack.getStore();

/** The header in which the admin names the window that asks. */
const OPENING_HEADER = 'x-opening';

const LONGEST_OPENING = 40;

/** Who makes the change that is being made now. An account's e-mail address is not kept. */
export function writerNow(strapi: Core.Strapi): Writer {
  const earlier = askedFor.getStore();
  if (earlier) return { ...earlier, opening: null };
  const context = strapi.requestContext.get();
  const account = context?.state?.user as Account | undefined;
  const opening = context?.get(OPENING_HEADER).slice(0, LONGEST_OPENING) || null;
  const name =
    account && ([account.firstname, account.lastname].filter(Boolean).join(' ') || account.username);
  return {
    admin: account?.id ?? null,
    name: account ? name || 'Somebody' : '',
    source: programs.getStore() ?? (account ? 'admin' : 'program'),
    opening,
  };
}
