import type { Core } from '@strapi/strapi';
import { traverse } from '@strapi/utils';
import { modelsOf } from '../rules/documents';
import type { Attribute, Entry } from '../rules/model';
import { type Ability, readsEveryEntry, readsField } from './reach';

interface Step {
  key: string;
  attribute?: Attribute;
  schema: { uid: string; modelType: string };
}

type Visitor = (step: Step, change: { remove(key: string): void }) => void;
type Traverse = (visitor: Visitor, context: object, data: unknown) => Promise<unknown>;

const SEARCHED = new Set(['string', 'text', 'richtext', 'email', 'uid', 'enumeration', 'biginteger']);

/**
 * Takes out of a query, in place, what a role may not read: neither which entries come nor their order depends on it. Strapi
 * looks at the fields of the type asked for, and at none that a relation leads to; nor does its search at fields.
 */
export async function cutQuery(
  strapi: Core.Strapi,
  ability: Ability,
  uid: string,
  query: Entry,
): Promise<void> {
  const getModel = modelsOf(strapi);
  const visitor: Visitor = ({ key, attribute, schema }, { remove }) => {
    if (attribute && !mayAskFor(ability, schema, key, attribute)) remove(key);
  };
  const parts: [string, Traverse][] = [
    ['filters', traverse.traverseQueryFilters as unknown as Traverse],
    ['sort', traverse.traverseQuerySort as unknown as Traverse],
    ['populate', traverse.traverseQueryPopulate as unknown as Traverse],
  ];
  for (const [part, cut] of parts) {
    if (query[part] === undefined) continue;
    const left = await cut(visitor, { schema: getModel(uid), getModel }, query[part]);
    if (left === undefined || left === '') delete query[part];
    else query[part] = left;
  }
  searchWhatMayBeRead(strapi, ability, uid, query);
}

function mayAskFor(
  ability: Ability,
  { uid, modelType }: Step['schema'],
  key: string,
  { type, target }: Attribute,
): boolean {
  if (type === 'relation') return target !== undefined && readsEveryEntry(ability, target) && mayRead();
  if (type === 'media') return readsEveryEntry(ability, 'plugin::upload.file') && mayRead();
  return mayRead();

  function mayRead(): boolean {
    return modelType !== 'contentType' || readsField(ability, uid, key);
  }
}

/** A search that would look into fields a role may not read becomes a filter on those it may. */
function searchWhatMayBeRead(strapi: Core.Strapi, ability: Ability, uid: string, query: Entry): void {
  const text = query._q;
  if (typeof text !== 'string' || text === '') return;
  const searched = Object.entries(modelsOf(strapi)(uid).attributes)
    .filter(([, { type }]) => SEARCHED.has(type))
    .map(([name]) => name);
  const readable = searched.filter((name) => readsField(ability, uid, name));
  if (readable.length === searched.length) return;
  delete query._q;
  const found = { $or: readable.map((name) => ({ [name]: { $containsi: text } })) };
  query.filters = { $and: [query.filters ?? {}, readable.length > 0 ? found : { id: -1 }] };
}
