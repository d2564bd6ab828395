import type { Core } from '@strapi/strapi';
import { hasDrafts } from '../rules/links';
import { WORKSHOP } from '../schema/uids';
import { modelsOf, type Rule, type Transaction } from '../strapi/documents';

/** Any number will do, as long as nothing else locks by it. */
const PUBLISHING_LOCK = 7_231_412;

const TURNS = new Set(['publish', 'unpublish', 'delete', 'discardDraft']);
const WRITES = new Set([...TURNS, 'create', 'update', 'clone']);

/** Waits until no other transaction publishes, and keeps others waiting until this one ends. SQLite does so by itself. */
export async function waitToPublish(
  strapi: Core.Strapi,
  uid: string,
  transaction: Transaction,
): Promise<void> {
  if (strapi.db.dialect.client === 'postgres' && uid !== WORKSHOP)
    await strapi.db.connection
      .raw('select pg_advisory_xact_lock(?)', [PUBLISHING_LOCK])
      .transacting(transaction);
}

/**
 * Lets what is published change in turn, so that each change sees what the one before it left.
 *
 * Strapi does the entries of a bulk action side by side in one transaction: each then looked for rows that another was
 * just replacing, and after a refusal the rest went on outside the transaction, which was gone. Here one follows the other,
 * and the first refusal ends the rest. Transactions of other processes (on PostgreSQL) wait as well, but not for workshops:
 * nothing leads to them, and there are many.
 */
export function turnRule(strapi: Core.Strapi): Rule {
  const getModel = modelsOf(strapi);
  const lastTurns = new WeakMap<object, Promise<unknown>>();

  function inTurn(transaction: object, act: () => Promise<unknown>): Promise<unknown> {
    const turn = (lastTurns.get(transaction) ?? Promise.resolve()).then(act);
    lastTurns.set(transaction, turn);
    const end = (): void => {
      if (lastTurns.get(transaction) === turn) lastTurns.delete(transaction);
    };
    turn.then(end, end);
    return turn;
  }

  return async (action, next) => {
    if (!WRITES.has(action.action) || !hasDrafts(getModel(action.uid))) return next();
    return strapi.db.transaction(async ({ trx }) => {
      await waitToPublish(strapi, action.uid, trx);
      return TURNS.has(action.action) ? inTurn(trx, next) : next();
    });
  };
}
