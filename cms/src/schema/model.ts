/** What the rules and the wire need to know of a schema's attribute. */
export interface Attribute {
  type: string;
  required?: boolean;
  private?: boolean;
  component?: string;
  components?: string[];
  repeatable?: boolean;
  multiple?: boolean;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  regex?: string;
  /** How the database keeps it, when not as Strapi would. */
  columnType?: { type: string };
  target?: string;
  /** The field of the target that owns the relation, when this is the other side of it. */
  mappedBy?: string;
  min?: number | string;
  max?: number | string;
  /** What a new entry begins with. */
  default?: unknown;
  pluginOptions?: { form?: FieldOptions };
}

/** What a schema says of an attribute's field in the admin's forms. */
export interface FieldOptions {
  label?: string;
  /** What the button says that adds a component: “Add a session”. */
  add?: string;
  /** Whether the form of something new begins with this part, to be filled in. */
  open?: boolean;
  /** Worked out by a rule, so shown and not typed. */
  readOnly?: boolean;
  /** What the values of an enumeration are called. */
  choices?: Record<string, string>;
  /** What a text is, where not any will do. */
  holds?: 'address' | 'telephone';
  /** What `regex` wants, in words that follow the field's name. */
  pattern?: string;
  /** The attribute's own, for the admin, where they stand here alone. */
  required?: boolean;
  min?: number | string;
  max?: number | string;
  maxLength?: number;
}

/** A content type or component. */
export interface Model {
  uid: string;
  modelType: string;
  kind?: string;
  info: { displayName: string };
  options?: { draftAndPublish?: boolean };
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
  showFrom?: string | Date | null;
  showUntil?: string | Date | null;
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
