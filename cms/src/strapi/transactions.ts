import type { Core } from '@strapi/strapi';

type Begin = () => ReturnType<Core.Strapi['db']['transaction']>;
type Work = (given: Given) => unknown;

/** What a transaction's work is given: the parts of it that are changed here. */
interface Given {
  trx: unknown;
  onCommit: (work: () => unknown) => void;
  onRollback: (work: () => unknown) => void;
}

/** A knex transaction. `executionPromise` settles as the transaction does, and is in none of knex's types. */
interface Transactor {
  commit: (value?: unknown) => Promise<CommitResult | undefined>;
  executionPromise: Promise<unknown>;
}

/** What PostgreSQL said to a COMMIT. */
interface CommitResult {
  response?: { command?: string };
}

/**
 * Makes a transaction that could not be stored reject. knex's `commit()` resolves when the connection is lost under it
 * and tells of it in `executionPromise` only, and PostgreSQL answers the COMMIT of a failed transaction with a
 * ROLLBACK that is no error; Strapi looks at neither. What is to be done after a commit or rollback can't undo it any
 * more: Strapi waits for none of it, so when it fails that is logged, where it would end the process. SQLite keeps a
 * transaction open that it could not store, and knex hands the connection to the next: such a one is thrown away.
 * To be called in `register()`.
 */
export function keepCommitsHonest({ db, log }: Pick<Core.Strapi, 'db' | 'log'>): void {
  const original = db.transaction.bind(db) as Begin & ((work: Work) => Promise<unknown>);

  const settled = (work: () => unknown) => () => {
    Promise.resolve()
      .then(work)
      .catch((error: Error) => log.error(`What follows a change was left undone: ${error.message}`));
  };
  const transaction = async (work?: Work): Promise<unknown> => {
    if (!work) {
      const begun = await original();
      awaitStored(begun.get() as unknown as Transactor);
      return begun;
    }
    return original((given) => {
      awaitStored(given.trx as Transactor);
      return work({
        ...given,
        onCommit: (done) => given.onCommit(settled(done)),
        onRollback: (done) => given.onRollback(settled(done)),
      });
    });
  };
  db.transaction = transaction as Core.Strapi['db']['transaction'];
  db.connection.client.validateConnection = ({ inTransaction }: { inTransaction?: boolean }) =>
    !inTransaction;
}

const awaited = new WeakSet<Transactor>();

function awaitStored(transactor: Transactor): void {
  if (awaited.has(transactor)) return;
  awaited.add(transactor);
  const { commit } = transactor;
  transactor.commit = async (value) => {
    const result = await commit(value);
    await transactor.executionPromise;
    if (result?.response?.command === 'ROLLBACK')
      throw new Error('The transaction was rolled back: one of its queries had failed.');
    return result;
  };
}
