import type { Count } from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import type { CountedRow } from '../rules/counts';
import { addTable } from '../strapi/tables';

const TABLE = 'visit_counts';
const HAND_OVERS = 'visit_count_hand_overs';

/** Adds the tables: sums by day, and which hand-overs are in them. Nothing of who visited. To be called in `register()`. */
export function addCounts(strapi: Core.Strapi): void {
  addTable(strapi, {
    uid: 'counts::count',
    name: TABLE,
    columns: {
      day: { type: 'string' },
      kind: { type: 'string' },
      subject: { type: 'string' },
      count: { type: 'integer' },
    },
    indexes: [{ name: 'visit_counts_what', columns: ['day', 'kind', 'subject'], type: 'unique' }],
  });
  addTable(strapi, {
    uid: 'counts::hand-over',
    name: HAND_OVERS,
    columns: { key: { type: 'string' }, day: { type: 'string' } },
    indexes: [
      { name: 'visit_count_hand_overs_key', columns: ['key'], type: 'unique' },
      { name: 'visit_count_hand_overs_day', columns: ['day'] },
    ],
  });
}

/**
 * Adds counts to the sums, once for each key: whoever hands them over again because no answer came changes nothing.
 * @param today a day
 */
export async function addUp(strapi: Core.Strapi, key: string, counts: Count[], today: string): Promise<void> {
  // In one order for all: two processes that add to the same rows would else wait for each other.
  const sorted = merged(counts).sort((a, b) => (rowKey(a) < rowKey(b) ? -1 : 1));
  await strapi.db.transaction(async ({ trx }) => {
    const { connection: knex } = strapi.db;
    const isNew = await knex(HAND_OVERS)
      .transacting(trx)
      .insert({ key, day: today })
      .onConflict('key')
      .ignore()
      .returning('id');
    if (isNew.length === 0 || sorted.length === 0) return;
    await knex(TABLE)
      .transacting(trx)
      .insert(sorted)
      .onConflict(['day', 'kind', 'subject'])
      .merge({ count: knex.raw('?? + ??', [`${TABLE}.count`, 'excluded.count']) });
  });
}

/** What was counted from a day on. */
export async function countsSince(strapi: Core.Strapi, day: string): Promise<CountedRow[]> {
  const found: CountedRow[] = await strapi.db
    .connection(TABLE)
    .select('day', 'kind', 'subject', 'count')
    .where('day', '>=', day);
  return found.map((row) => ({ ...row, count: Number(row.count) }));
}

/** Deletes the sums of days before one, and forgets the hand-overs of days before another. */
export async function deleteBefore(
  strapi: Core.Strapi,
  days: { counts: string; handOvers: string },
): Promise<void> {
  await strapi.db.connection(TABLE).where('day', '<', days.counts).del();
  await strapi.db.connection(HAND_OVERS).where('day', '<', days.handOvers).del();
}

const rowKey = ({ day, kind, subject }: Count): string => `${day} ${kind} ${subject}`;

/** One statement can't add to the same row twice. */
function merged(counts: Count[]): Count[] {
  const sums = new Map<string, Count>();
  for (const each of counts) {
    const known = sums.get(rowKey(each));
    sums.set(rowKey(each), known ? { ...known, count: known.count + each.count } : each);
  }
  return [...sums.values()];
}
