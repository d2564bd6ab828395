/** What the rules and the wire need to know of a schema's attribute. */
export interface Attribute {
  type: string;
  required?: boolean;
  private?: boolean;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  multiple?: boolean;
  target?: string;
  maxLength?: number;
  pluginOptions?: { form?: { label?: string } };
}

/** A content type or component. */
export interface Model {
  uid: string;
  modelType: string;
  info: { displayName: string };
  attributes: Record<string, Attribute>;
}

/** Looks up a content type or component by its uid. */
export type GetModel = (uid: string) => Model;

/** A stored entry or component. */
export type Entry = Record<string, unknown>;

/** An item of a dynamic zone. */
export interface Section extends Entry {
  __component: string;
  visible?: boolean | null;
}

/** The attributes people write: those Strapi adds by itself are left out. */
export function writtenAttributes(model: Model): [string, Attribute][] {
  const added = new Set([
    'createdAt',
    'updatedAt',
    'publishedAt',
    'createdBy',
    'updatedBy',
    'locale',
    'localizations',
  ]);
  return Object.entries(model.attributes).filter(([name]) => !added.has(name) && !name.startsWith('strapi_'));
}

export const asList = (value: unknown): Entry[] =>
  Array.isArray(value) ? (value as Entry[]) : value ? [value as Entry] : [];
