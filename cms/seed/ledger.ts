import type { Core } from '@strapi/strapi';

/** What was seeded, by its key: the id of what was made of it. Kept for good, so that nothing is ever seeded twice. */
export class Ledger {
  private constructor(
    private readonly store: ReturnType<Core.Strapi['store']>,
    private readonly ids: Record<string, string>,
  ) {}

  /** Reads the ledger from the database. */
  static async open(strapi: Core.Strapi): Promise<Ledger> {
    const store = strapi.store({ type: 'core', name: 'seed' });
    const ids = ((await store.get({ key: 'applied' })) ?? {}) as Record<string, string>;
    return new Ledger(store, ids);
  }

  has(key: string): boolean {
    return Object.hasOwn(this.ids, key);
  }

  /** The id of what was made of a seed item. Throws when the item has not been applied. */
  idOf(key: string): string {
    const id = this.ids[key];
    if (id === undefined) throw new Error(`The seed needs “${key}”, which has not been seeded yet`);
    return id;
  }

  /** Writes down what was made. */
  async add(ids: Record<string, string>): Promise<void> {
    Object.assign(this.ids, ids);
    await this.store.set({ key: 'applied', value: this.ids });
  }
}
