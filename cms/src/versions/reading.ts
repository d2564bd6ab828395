import type { Core } from '@strapi/strapi';
import { contentAttributes } from '../rules/versions/content';
import type { Attribute, Entry } from '../schema/model';
import { FILE } from '../schema/uids';
import { modelsOf, rows, type Transaction } from '../strapi/documents';
import { joinTableOf, manyOf } from '../strapi/join-tables';

interface Row extends Entry {
  id: number;
}

/** Rows by their id. */
type Rows = Map<number, Row>;

const NAMES = ['title', 'name', 'slug'];

/**
 * Reads rows of a type with all that is content, as Strapi would with `populateFor`. Strapi asks for the parts of each
 * section by themselves, which was most of what keeping a version cost; here all parts of a kind come by one query, and so do
 * the files and the links.
 */
export class WholeReader {
  /** What was read, by type. */
  readonly #found = new Map<string, Rows>();

  private constructor(
    private readonly strapi: Core.Strapi,
    private readonly transaction: Transaction,
  ) {}

  /** The first row of a type that is wanted; null when there is none. */
  static async read(strapi: Core.Strapi, uid: string, where: Entry): Promise<Row | null> {
    const row: Row | null = await rows(strapi, uid).findOne({ where });
    return row && ((await WholeReader.#fill(strapi, uid, [row]))[0] ?? null);
  }

  /** The rows of a type that are wanted, by their ids: hundreds at most. */
  static async readAll(strapi: Core.Strapi, uid: string, where: Entry): Promise<Row[]> {
    return WholeReader.#fill(
      strapi,
      uid,
      await rows(strapi, uid).findMany({ where, orderBy: { id: 'asc' } }),
    );
  }

  static async #fill(strapi: Core.Strapi, uid: string, found: Row[]): Promise<Row[]> {
    if (found.length === 0) return found;
    await strapi.db.transaction(async ({ trx }) => {
      const reader = new WholeReader(strapi, trx);
      let owners = new Map([[uid, new Map(found.map((row) => [row.id, row]))]]);
      while (owners.size > 0) owners = await reader.#readParts(owners);
      await reader.#readLinks();
      await reader.#readFiles();
    });
    return found;
  }

  #attributes(uid: string, types: string[]): [string, Attribute][] {
    return contentAttributes(uid, modelsOf(this.strapi)).filter(([, { type }]) => types.includes(type));
  }

  /** Puts the components of some rows into them; resolves to those components. */
  async #readParts(owners: Map<string, Rows>): Promise<Map<string, Rows>> {
    const places: { owner: Row; field: string; kind: string; part: number; attribute?: Attribute }[] = [];
    for (const [uid, byId] of owners) {
      this.#found.set(uid, new Map([...(this.#found.get(uid) ?? []), ...byId]));
      const attributes = this.#attributes(uid, ['component', 'dynamiczone']);
      const table = attributes[0] && joinTableOf(this.strapi, uid, attributes[0][0]);
      if (!table) continue;
      const named = new Map(attributes);
      const placed: { entity_id: number; cmp_id: number; component_type: string; field: string }[] =
        await this.strapi.db
          .connection(table.name)
          .select('entity_id', 'cmp_id', 'component_type', 'field')
          .whereIn('entity_id', [...byId.keys()])
          .orderBy('order')
          .transacting(this.transaction);
      for (const { entity_id, cmp_id: part, component_type: kind, field } of placed) {
        const owner = byId.get(entity_id);
        if (owner) places.push({ owner, field, kind, part, attribute: named.get(field) });
      }
    }
    const parts = new Map<string, Rows>();
    for (const kind of new Set(places.map((place) => place.kind))) {
      const ids = places.filter((place) => place.kind === kind).map(({ part }) => part);
      const read: Row[] = await rows(this.strapi, kind).findMany({ where: { id: { $in: ids } } });
      parts.set(kind, new Map(read.map((part) => [part.id, part])));
    }
    for (const { owner, field, kind, part, attribute } of places) {
      const value = parts.get(kind)?.get(part);
      if (!value || !attribute) continue;
      if (attribute.type === 'dynamiczone') value.__component = kind;
      add(owner, field, value, attribute.type === 'dynamiczone' || attribute.repeatable === true);
    }
    return parts;
  }

  /** Puts into the rows what they lead to: its documentId, and what it is called. */
  async #readLinks(): Promise<void> {
    for (const [uid, byId] of this.#found)
      for (const [field, { target = '' }] of this.#attributes(uid, ['relation'])) {
        const table = joinTableOf(this.strapi, uid, field);
        if (!table) continue;
        const { tableName, attributes } = this.strapi.db.metadata.get(target);
        const names = NAMES.filter((name) => name in attributes);
        const owner = `${table.name}.${table.joinColumn.name}`;
        const linked: (Entry & { owner: number })[] = await this.strapi.db
          .connection(table.name)
          .join(tableName, `${tableName}.id`, `${table.name}.${table.inverseJoinColumn.name}`)
          .select({ owner, documentId: `${tableName}.document_id` })
          .select(names.map((name) => `${tableName}.${name}`))
          .whereIn(owner, [...byId.keys()])
          .orderBy(`${table.name}.id`)
          .transacting(this.transaction);
        for (const { owner: id, ...reference } of linked) {
          const row = byId.get(id);
          if (row) add(row, field, reference, manyOf(this.strapi, uid, field).to);
        }
      }
  }

  /** Puts into the rows the files they show or offer: their ids and names. */
  async #readFiles(): Promise<void> {
    const showing = [...this.#found].filter(([uid]) => this.#attributes(uid, ['media']).length > 0);
    if (showing.length === 0) return;
    const table = joinTableOf(this.strapi, FILE, 'related')?.name ?? '';
    const shown: { id: number; name: string; related_id: number; related_type: string; field: string }[] =
      await this.strapi.db
        .connection(table)
        .join('files', 'files.id', `${table}.file_id`)
        .select('files.id', 'files.name', 'related_id', 'related_type', 'field')
        .where((query) => {
          for (const [uid, byId] of showing)
            query.orWhere((one) => one.where('related_type', uid).whereIn('related_id', [...byId.keys()]));
        })
        .orderBy('order')
        .transacting(this.transaction);
    for (const { id, name, related_id, related_type, field } of shown) {
      const row = this.#found.get(related_type)?.get(related_id);
      const { multiple } = modelsOf(this.strapi)(related_type).attributes[field] ?? {};
      if (row) add(row, field, { id, name }, multiple === true);
    }
  }
}

function add(row: Row, field: string, value: unknown, toList: boolean): void {
  if (toList) row[field] = [...((row[field] as unknown[] | undefined) ?? []), value];
  else row[field] = value;
}
