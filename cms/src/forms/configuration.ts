import { WORKSHOP } from '../schema/uids';

/** What a schema's `pluginOptions.form` may say about one field. */
interface FieldForm {
  label?: string;
  description?: string;
  placeholder?: string;
  /** What each value of an enumeration is called. */
  choices?: Record<string, string>;
  /** Twelfths of a row. */
  size?: number;
  /** Worked out by a rule, so shown and not typed. */
  readOnly?: boolean;
}

/** What a schema's `pluginOptions.form` may say about the whole form. */
interface TypeForm {
  /** The field that names an entry in lists and relations. */
  mainField?: string;
  /** Columns of the list. */
  list?: string[];
  /** Rows of the form. */
  layout?: string[][];
}

export interface FormSchema {
  attributes: Record<string, { type: string; target?: string; pluginOptions?: { form?: FieldForm } }>;
  pluginOptions?: { form?: TypeForm };
}

interface FieldConfiguration {
  edit: {
    label?: string;
    description?: string;
    placeholder?: string;
    visible?: boolean;
    editable?: boolean;
    mainField?: string;
  };
  list: { label?: string; searchable?: boolean; sortable?: boolean };
}

/** A form as the content manager stores it. */
export interface FormConfiguration {
  settings: Record<string, unknown> & {
    mainField?: string;
    pageSize?: number;
    defaultSortBy?: string;
    defaultSortOrder?: 'ASC' | 'DESC';
  };
  metadatas: Record<string, FieldConfiguration>;
  layouts: { list: string[]; edit: { name: string; size: number }[][] };
}

const ROW = 12;
const PAGE_SIZE = 50;

/** The content manager gives these a row of their own and refuses any other size. */
const FULL_ROW = ['component', 'dynamiczone', 'blocks', 'json', 'richtext'];
const USUAL_SIZE: Record<string, number> = {
  boolean: 4,
  date: 4,
  time: 4,
  integer: 4,
  biginteger: 4,
  decimal: 4,
  float: 4,
};

/** Fields that can name an entry of a component, best first. */
const NAMING_TYPES = [['string'], ['enumeration', 'date', 'integer']];

const SYSTEM_LABELS: Record<string, string> = { createdAt: 'Received', updatedAt: 'Last change' };

/** Lists that read best in another order than that of their main field. */
const LIST_ORDER: Record<string, { by: string; order: 'ASC' | 'DESC' }> = {
  [WORKSHOP]: { by: 'startsAt', order: 'ASC' },
};

/**
 * The form the schema asks for, on top of what the content manager has by default.
 * @param mainFieldOf the field that names an entry of another type, for relations to it
 */
export function formConfiguration(
  uid: string,
  schema: FormSchema,
  current: FormConfiguration,
  mainFieldOf: (uid: string) => string | undefined,
): FormConfiguration {
  const form = schema.pluginOptions?.form ?? {};
  const mainField = form.mainField ?? namingField(schema);
  const order = LIST_ORDER[uid];
  return {
    settings: {
      ...current.settings,
      pageSize: PAGE_SIZE,
      ...(mainField && { mainField, defaultSortBy: mainField }),
      ...(order && { defaultSortBy: order.by, defaultSortOrder: order.order }),
    },
    metadatas: Object.fromEntries(
      Object.entries(current.metadatas).map(([name, metadata]) => [
        name,
        fieldConfiguration(name, schema, metadata, mainFieldOf),
      ]),
    ),
    layouts: {
      list: form.list ?? current.layouts.list,
      edit: form.layout ? form.layout.map((row) => sizedRow(row, schema)) : packedRows(schema),
    },
  };
}

function fieldConfiguration(
  name: string,
  schema: FormSchema,
  current: FieldConfiguration,
  mainFieldOf: (uid: string) => string | undefined,
): FieldConfiguration {
  const attribute = schema.attributes[name];
  const form = attribute?.pluginOptions?.form;
  const label = form?.label ?? SYSTEM_LABELS[name] ?? current.list.label ?? name;
  const mainField = attribute?.type === 'relation' && attribute.target && mainFieldOf(attribute.target);
  return {
    edit: {
      ...current.edit,
      ...(form && {
        label,
        description: form.description ?? '',
        placeholder: form.placeholder ?? '',
        editable: !form.readOnly,
      }),
      ...(mainField && { mainField }),
    },
    list: { ...current.list, label },
  };
}

function namingField(schema: FormSchema): string | undefined {
  for (const types of NAMING_TYPES) {
    const found = Object.keys(schema.attributes).find((name) =>
      types.includes(schema.attributes[name]?.type ?? ''),
    );
    if (found) return found;
  }
  return undefined;
}

function sizeOf(name: string, schema: FormSchema): number {
  const attribute = schema.attributes[name];
  if (!attribute) throw new Error(`The form layout names “${name}”, which is no field of the type`);
  if (FULL_ROW.includes(attribute.type)) return ROW;
  return attribute.pluginOptions?.form?.size ?? USUAL_SIZE[attribute.type] ?? ROW / 2;
}

function sizedRow(row: string[], schema: FormSchema): { name: string; size: number }[] {
  const fields = row.map((name) => ({ name, size: sizeOf(name, schema) }));
  if (fields.reduce((sum, field) => sum + field.size, 0) <= ROW) return fields;
  return fields.map(({ name }) => ({ name, size: Math.floor(ROW / row.length) }));
}

function packedRows(schema: FormSchema): { name: string; size: number }[][] {
  const rows: { name: string; size: number }[][] = [];
  let free = 0;
  for (const name of Object.keys(schema.attributes)) {
    const size = sizeOf(name, schema);
    if (size > free) {
      rows.push([]);
      free = ROW;
    }
    rows.at(-1)?.push({ name, size });
    free -= size;
  }
  return rows;
}
