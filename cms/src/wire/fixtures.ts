import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';
import type { Model } from '../schema/model';
import { WORKSHOP } from '../schema/uids';
import type { Action, Rule } from '../strapi/documents';
import type { StoredWorkshop } from './workshops';

const codes = {
  id: 7,
  documentId: 'p1',
  name: 'Codes',
  slug: 'codes',
  contactName: 'Ada',
  email: null,
  phone: null,
  website: null,
  costNote: null,
};

/** A deep dive on a Saturday in Spokane, as the database holds it. */
export function storedWorkshop(fields: Partial<StoredWorkshop> = {}): StoredWorkshop {
  return {
    id: 1,
    documentId: 'w1',
    slug: 'deep-dive-spokane',
    title: 'Deep Dive',
    kind: 'deep-dive',
    format: 'in-person',
    availability: 'scheduled',
    visibility: 'public',
    joinable: false,
    startsAt: '2027-03-06T17:00:00.000Z',
    endsAt: '2027-03-07T00:00:00.000Z',
    publishedAt: '2027-01-02T03:04:05.000Z',
    capacity: 30,
    placesTaken: null,
    sessions: [{ date: '2027-03-06', startTime: '09:00:00.000', endTime: '16:00:00.000' }],
    timeZone: 'America/Los_Angeles',
    latitude: 47.6,
    longitude: -117.4,
    venue: { name: 'Library', street: '1 Main', zip: '99201', city: 'Spokane', state: 'WA', directions: '' },
    registrationUrl: '',
    contactName: null,
    contactEmail: null,
    contactPhone: null,
    feeKind: 'ask',
    feeAmount: null,
    notes: null,
    partner: codes,
    ...fields,
  };
}

export type Row = Record<string, unknown>;

interface Loaded {
  select?: string[];
  populate?: Record<string, Loaded | true>;
}

interface Query extends Loaded {
  where?: Row;
  orderBy?: Record<string, 'asc' | 'desc'>[];
  limit?: number;
}

const isRow = (value: unknown): value is Row =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const OPERATORS: Record<string, (value: unknown, operand: unknown) => boolean> = {
  $notNull: (value) => value !== null && value !== undefined,
  $in: (value, operand) => (operand as unknown[]).includes(value),
  $gt: (value, operand) => (value as number) > (operand as number),
  $lt: (value, operand) => (value as number) < (operand as number),
};

function meets(value: unknown, condition: unknown): boolean {
  if (!isRow(condition)) return value === condition;
  return Object.entries(condition).every(([key, wanted]) => {
    const operator = OPERATORS[key];
    return operator ? operator(value, wanted) : isRow(value) && meets(value[key], wanted);
  });
}

/** As much of Strapi as it takes to read and to follow changes, with rows in memory. */
export class MemoryStrapi {
  /** Rows by the uid of their type. */
  tables: Record<string, Row[]> = {};
  /** What was said in the log. */
  readonly said: string[] = [];
  /** How often each type was read. */
  readonly reads: Record<string, number> = {};
  /** Fields that hold rich text. Other objects are related rows, which are only loaded when they are asked for. */
  readonly richText = new Set<string>();
  /** Called whenever rows of a type are read. */
  onRead: (uid: string) => void = () => undefined;
  readonly #rules: Rule[] = [];
  readonly #uids = new Map<string, string>();
  readonly #services = new Map<string, unknown>();
  #lastId = 0;

  /** This, for those who take it for a whole Strapi. */
  get strapi(): Core.Strapi {
    return this as unknown as Core.Strapi;
  }

  rows(uid: string): Row[] {
    this.tables[uid] ??= [];
    return this.tables[uid];
  }

  /** Stores a row, in place of one with its documentId if there is one. */
  store(uid: string, row: object): void {
    const { documentId } = row as Row;
    const others = this.rows(uid).filter((each) => each.documentId !== documentId);
    this.tables[uid] = [...others, { ...row }];
  }

  /** Does something as the Document Service does, with all rules around it. */
  act(action: Omit<Action, 'params'> & { params?: Partial<Action['params']> }, what: () => unknown) {
    const whole = action as Action;
    const begin = async () => what();
    return this.#rules.reduceRight<() => Promise<unknown>>((next, rule) => () => rule(whole, next), begin)();
  }

  /** Publishes a workshop. */
  publish(workshop: StoredWorkshop): Promise<unknown> {
    const { documentId } = workshop;
    return this.act({ uid: WORKSHOP, action: 'publish', params: { documentId } }, () =>
      this.store(WORKSHOP, workshop),
    );
  }

  /** A type or component as its schema file has it. */
  getModel(uid: string): Model {
    const [kind = '', name = ''] = uid.replace('api::', '').split('.');
    const isType = uid.startsWith('api::');
    const file = isType ? `api/${kind}/content-types/${name}/schema.json` : `components/${kind}/${name}.json`;
    const schema = JSON.parse(readFileSync(path.join(__dirname, '..', file), 'utf8'));
    return { uid, modelType: isType ? 'contentType' : 'component', ...schema };
  }

  readonly documents = { use: (rule: Rule) => this.#rules.push(rule) };

  readonly log = {
    info: (line: string) => this.said.push(line),
    warn: (line: string) => this.said.push(line),
  };

  add(name: string, service: unknown): void {
    this.#services.set(name, service);
  }

  get(name: string): unknown {
    const models = {
      add: ({ uid, tableName }: { uid: string; tableName: string }) => this.#uids.set(tableName, uid),
    };
    return name === 'models' ? models : this.#services.get(name);
  }

  readonly db = {
    query: (uid: string) => ({
      findMany: async (query: Query = {}) => {
        this.#read(uid);
        const [[column = 'id', direction] = []] = (query.orderBy ?? []).flatMap((each) => [
          Object.entries(each)[0],
        ]);
        const sign = direction === 'desc' ? -1 : 1;
        return this.rows(uid)
          .filter((row) => meets(row, query.where ?? {}))
          .sort((a, b) => (direction ? sign * (Number(a[column]) - Number(b[column])) : 0))
          .slice(0, query.limit)
          .map((row) => this.#load(row, query));
      },
      create: async ({ data }: { data: Row }) => {
        this.rows(uid).push({ id: ++this.#lastId, ...data });
      },
      deleteMany: async ({ where }: { where: Row }) => {
        this.tables[uid] = this.rows(uid).filter((row) => !meets(row, where));
      },
    }),
    transaction: async <T>(what: () => Promise<T>): Promise<T> => {
      const before = structuredClone(this.tables);
      try {
        return await what();
      } catch (error) {
        this.tables = before;
        throw error;
      }
    },
    connection: (table: string) => {
      const uid = this.#uids.get(table) ?? table;
      const passes: ((row: Row) => boolean)[] = [];
      let columns: string[] = [];
      const query = {
        select(...names: string[]) {
          columns = names;
          return query;
        },
        where(column: string, _: '>', least: number) {
          passes.push((row) => Number(row[column]) > least);
          return query;
        },
        orWhereIn(column: string, values: unknown[]) {
          passes.push((row) => values.includes(row[column]));
          return query;
        },
        orderBy: async (column: string) => {
          this.#read(uid);
          return this.rows(uid)
            .filter((row) => passes.some((pass) => pass(row)))
            .sort((a, b) => Number(a[column]) - Number(b[column]))
            .map((row) => this.#load(row, { select: columns }));
        },
      };
      return query;
    },
  };

  /** Of a row, its own fields (or some of them), and what else was asked for. */
  #load(row: Row, { select, populate = {} }: Loaded): Row {
    const isOwn = (name: string, value: unknown): boolean =>
      typeof value !== 'object' || value === null || this.richText.has(name);
    const own = Object.entries(row).filter(([name, value]) =>
      select ? select.includes(name) : isOwn(name, value),
    );
    const others = Object.entries(populate).map(([name, how]) => {
      const value = row[name];
      return [name, isRow(value) && how !== true ? this.#load(value, how) : value];
    });
    return { ...Object.fromEntries(own), ...Object.fromEntries(others) };
  }

  #read(uid: string): void {
    this.reads[uid] = (this.reads[uid] ?? 0) + 1;
    this.onRead(uid);
  }
}
