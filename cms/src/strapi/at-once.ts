import { AsyncLocalStorage } from 'node:async_hooks';
import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { type Problem, withMore } from '../rules/problem';
import type { ToFill } from '../rules/to-fill';
import { refuse } from './refuse';

/** What the rules had against the change that is being made, so far. */
const underWay = new AsyncLocalStorage<Problem[]>();

/** What is said of a change that is rehearsed. */
export interface Rehearsal {
  /** What is worth a second look, and no reason to refuse. */
  remarks: string[];
  /** How visitors will be told of the entry, in a line. */
  shown?: string;
  /** What of it is still to be filled in. A refusal tells it as well, in its details. */
  toFill?: ToFill;
}

const rehearsed = new AsyncLocalStorage<Rehearsal>();

/** Refuses like `refuse`; within `refusingAtOnce`, not before the rules that follow have said what they have to say. */
export function refuseWithTheRest(problems: Problem[]): void {
  const others = underWay.getStore();
  if (others) others.push(...problems);
  else refuse(problems);
}

/** Says something of a change without refusing it; looked for only while it is rehearsed. */
export async function remark(look: () => Promise<Rehearsal>): Promise<void> {
  const said = rehearsed.getStore();
  if (!said) return;
  const { remarks, shown, toFill } = await look();
  said.remarks.push(...remarks);
  said.shown = shown ?? said.shown;
  said.toFill = toFill ?? said.toFill;
}

/**
 * Makes a change, and refuses it with all that is wrong with it, so that mistakes don't come in rounds. It stands in one
 * transaction: what was stored while the rules went on looking is undone.
 * @param known what is wrong with it already
 */
export function refusingAtOnce<Result>(
  strapi: Core.Strapi,
  known: Problem[],
  change: () => Promise<Result>,
): Promise<Result> {
  return strapi.db.transaction(async () => {
    const found: Problem[] = [];
    try {
      const result = await underWay.run(found, change);
      refuse(withMore(known, found));
      return result;
    } catch (error) {
      const ours = withMore(known, found);
      const isAnswer = error instanceof errors.ForbiddenError || error instanceof errors.NotFoundError;
      if (!isAnswer && ours.length > 0) refuse(withMore(ours, problemsOf(error)));
      throw error;
    }
  }) as Promise<Result>;
}

class Undone extends Error {}

/** Does some work and undoes what it stored: nothing stays, and nothing is announced. @returns what the work comes to */
export async function undone<Result>(strapi: Core.Strapi, work: () => Promise<Result>): Promise<Result> {
  const results: Result[] = [];
  try {
    await strapi.db.transaction(async () => {
      results.push(await work());
      throw new Undone();
    });
  } catch (error) {
    if (!(error instanceof Undone)) throw error;
  }
  return results[0] as Result;
}

/** Makes a change and undoes it: it is refused as it would be, and nothing is stored or announced. */
export async function rehearse(
  strapi: Core.Strapi,
  known: Problem[],
  change: () => Promise<unknown>,
): Promise<Rehearsal> {
  const said: Rehearsal = { remarks: [] };
  const undone = async (): Promise<never> => {
    await rehearsed.run(said, change);
    throw new Undone();
  };
  try {
    return await refusingAtOnce(strapi, known, undone);
  } catch (error) {
    if (error instanceof Undone) return said;
    if (said.toFill && error instanceof errors.ValidationError)
      error.details = { ...error.details, toFill: said.toFill };
    throw error;
  }
}

/** What Strapi's own validation, or a rule that could not wait, says is wrong. */
function problemsOf(error: unknown): Problem[] {
  const { errors: named } = error instanceof errors.ValidationError ? error.details : {};
  return Array.isArray(named) ? (named as Problem[]) : [];
}
