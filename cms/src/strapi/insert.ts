import type { Core } from '@strapi/strapi';
import { type Attribute, asList, type Entry, type Model, writtenAttributes } from '../schema/model';
import { modelsOf, rows, type Transaction } from './documents';
import { type JoinTable, joinTableOf, manyOf } from './join-tables';

/** Attributes whose values stand in other tables, and that nothing here knows how to keep. */
const UNKNOWN = new Set(['dynamiczone', 'media', 'customField']);

/**
 * Inserts many entries of a type, with their components, as the Document Service stores one by one: by a few statements for each
 * table, in the transaction at hand. No rule is asked, no lifecycle of single entries is run, and nothing is announced.
 * @param entries all that is to be stored; what they lead to (types without drafts) as ids of rows
 * @returns the ids of the new rows, in the order of the entries
 * @throws Error when the type has attributes of a kind that only the Document Service knows
 */
export async function insertEntries(
  strapi: Core.Strapi,
  uid: string,
  entries: Entry[],
  transaction: Transaction,
): Promise<number[]> {
  if (entries.length === 0) return [];
  const model = modelsOf(strapi)(uid);
  const { ids: given } = await rows(strapi, uid).createMany({
    data: entries.map(({ id: _, ...row }) => row),
  });
  // Rows get their numbers in turn, and are told of in whatever order.
  const ids = given.map(Number).sort((one, other) => one - other);
  for (const [name, attribute] of writtenAttributes(model)) {
    const kept = entries.map((entry, index) => ({ owner: ids[index] ?? 0, value: entry[name] }));
    if (UNKNOWN.has(attribute.type)) throw unknown(model, name);
    if (attribute.type === 'component')
      await insertParts(strapi, { uid, name, attribute }, kept, transaction);
    if (attribute.type === 'relation') await insertLinks(strapi, { uid, name, attribute }, kept, transaction);
  }
  return ids;
}

const unknown = ({ uid }: Model, name: string): Error =>
  new Error(`“${name}” of ${uid} can’t be stored together with many others: teach it strapi/insert.ts.`);

interface Field {
  uid: string;
  name: string;
  attribute: Attribute;
}

interface Value {
  owner: number;
  value: unknown;
}

async function insertParts(
  strapi: Core.Strapi,
  { uid, name, attribute: { component = '', repeatable } }: Field,
  kept: Value[],
  transaction: Transaction,
): Promise<void> {
  const table = joinTableOf(strapi, uid, name) as JoinTable;
  const [, , field = '', type = ''] = table.pivotColumns ?? [];
  const parts = kept.flatMap(({ owner, value }) =>
    asList(value).map((part, index) => ({ owner, part, order: repeatable ? index + 1 : null })),
  );
  const ids = await insertEntries(
    strapi,
    component,
    parts.map(({ part }) => part),
    transaction,
  );
  await insertJoins(
    strapi,
    table,
    parts.map(({ owner, order }, index) => ({
      [table.joinColumn.name]: owner,
      [table.inverseJoinColumn.name]: ids[index],
      [field]: name,
      [type]: component,
      ...(table.orderColumnName && { [table.orderColumnName]: order }),
    })),
    transaction,
  );
}

async function insertLinks(
  strapi: Core.Strapi,
  { uid, name, attribute: { target = '', mappedBy } }: Field,
  kept: Value[],
  transaction: Transaction,
): Promise<void> {
  const links = kept.flatMap(({ owner, value }) =>
    [value ?? []].flat().map((to, index) => ({ owner, to: Number(to), index })),
  );
  if (links.length === 0) return;
  const table = joinTableOf(strapi, uid, name);
  const model = modelsOf(strapi)(uid);
  // What leads to drafts leads to two rows of each; what is kept on the other side is the other side's.
  if (!table || mappedBy || modelsOf(strapi)(target).options?.draftAndPublish) throw unknown(model, name);
  const { joinColumn, inverseJoinColumn, orderColumnName, inverseOrderColumnName } = table;
  const many = manyOf(strapi, uid, name);
  const last = many.from ? await lastPlaces(strapi, table, links, transaction) : new Map<number, number>();
  await insertJoins(
    strapi,
    table,
    links.map(({ owner, to, index }) => {
      const place = (last.get(to) ?? 0) + 1;
      last.set(to, place);
      return {
        [joinColumn.name]: owner,
        [inverseJoinColumn.name]: to,
        ...(many.to && orderColumnName && { [orderColumnName]: index + 1 }),
        ...(many.from && inverseOrderColumnName && { [inverseOrderColumnName]: place }),
      };
    }),
    transaction,
  );
}

/** The last place taken among those that lead to each of some rows. */
async function lastPlaces(
  strapi: Core.Strapi,
  { name, inverseJoinColumn, inverseOrderColumnName }: JoinTable,
  links: { to: number }[],
  transaction: Transaction,
): Promise<Map<number, number>> {
  if (!inverseOrderColumnName) return new Map();
  const found: Entry[] = await strapi.db
    .connection(name)
    .select(inverseJoinColumn.name)
    .max({ last: inverseOrderColumnName })
    .whereIn(inverseJoinColumn.name, [...new Set(links.map(({ to }) => to))])
    .groupBy(inverseJoinColumn.name)
    .transacting(transaction);
  return new Map(found.map(({ last, ...led }) => [Number(led[inverseJoinColumn.name]), Number(last ?? 0)]));
}

async function insertJoins(
  strapi: Core.Strapi,
  { name }: JoinTable,
  joins: Entry[],
  transaction: Transaction,
): Promise<void> {
  const size = strapi.db.dialect.getBatchInsertSize();
  for (let from = 0; from < joins.length; from += size)
    await strapi.db
      .connection(name)
      .insert(joins.slice(from, from + size))
      .transacting(transaction);
}

/**
 * Lets rows lead where other rows of their type lead, at the same places, in the transaction at hand: as publishing does with what
 * is published for the first time.
 * @param copies by the id of a row, that of its copy
 */
export async function copyLinks(
  strapi: Core.Strapi,
  uid: string,
  copies: ReadonlyMap<number, number>,
  transaction: Transaction,
): Promise<void> {
  for (const [name, { type, mappedBy }] of writtenAttributes(modelsOf(strapi)(uid))) {
    const table = type === 'relation' && !mappedBy && joinTableOf(strapi, uid, name);
    if (!table) continue;
    const owner = table.joinColumn.name;
    const found: Entry[] = await strapi.db
      .connection(table.name)
      .whereIn(owner, [...copies.keys()])
      .orderBy('id')
      .transacting(transaction);
    const joins = found.map(({ id: _, ...join }) => ({ ...join, [owner]: copies.get(Number(join[owner])) }));
    await insertJoins(strapi, table, joins, transaction);
  }
}
