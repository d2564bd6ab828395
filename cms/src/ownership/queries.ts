import type { Core } from '@strapi/strapi';
import { traverse } from '@strapi/utils';
import type { Attribute, Entry, GetModel } from '../schema/model';
import { FILE } from '../schema/uids';
import { modelsOf } from '../strapi/documents';
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
    ['populate', traverse.traverseQueryPopulate as unknown as Traverse],
  ];
  for (const [part, cut] of parts)
    if (query[part] !== undefined)
      put(query, part, await cut(visitor, { schema: getModel(uid), getModel }, query[part]));
  const keep: Keep = (path) => maySortBy(ability, getModel, uid, path);
  if (query.sort !== undefined) put(query, 'sort', cutSort(query.sort, keep));
  searchWhatMayBeRead(strapi, ability, uid, query);
}

/** What is left of a part of the query; nothing, when all of it was taken out. */
function put(query: Entry, part: string, left: unknown): void {
  const kept = withoutEmpty(left);
  if (kept === undefined || kept === '') delete query[part];
  else query[part] = kept;
}

function withoutEmpty(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const kept = value.map(withoutEmpty).filter((each) => each !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  const kept = Object.entries(value)
    .map(([key, held]) => [key, withoutEmpty(held)] as const)
    .filter(([, held]) => held !== undefined);
  return kept.length > 0 ? Object.fromEntries(kept) : undefined;
}

type Keep = (path: string[]) => boolean;

/** Strapi takes "partner.name:asc,title", lists of such, and objects ({ partner: { name: 'asc' } }). */
function cutSort(sort: unknown, keep: Keep, path: string[] = []): unknown {
  if (typeof sort === 'string' && path.length > 0) return keep(path) ? sort : undefined;
  if (typeof sort === 'string')
    return sort
      .split(',')
      .filter((each) => keep((each.split(':')[0] ?? '').trim().split('.')))
      .join(',');
  if (Array.isArray(sort)) return sort.map((each) => cutSort(each, keep, path)).filter((each) => each !== '');
  if (typeof sort !== 'object' || sort === null) return sort;
  return Object.fromEntries(
    Object.entries(sort).map(([key, inner]) => [key, cutSort(inner, keep, [...path, key])]),
  );
}

function maySortBy(
  ability: Ability,
  getModel: GetModel,
  uid: string,
  [key = '', ...rest]: string[],
): boolean {
  const model = getModel(uid);
  const attribute = model.attributes[key];
  if (!attribute) return rest.length === 0;
  if (!mayAskFor(ability, model, key, attribute)) return false;
  const inner = attribute.target ?? attribute.component ?? (attribute.type === 'media' ? FILE : undefined);
  return inner ? rest.length > 0 && maySortBy(ability, getModel, inner, rest) : rest.length === 0;
}

function mayAskFor(
  ability: Ability,
  { uid, modelType }: Step['schema'],
  key: string,
  { type, target }: Attribute,
): boolean {
  if (type === 'relation') return target !== undefined && readsEveryEntry(ability, target) && mayRead();
  if (type === 'media') return readsEveryEntry(ability, FILE) && mayRead();
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
