import type { Attribute } from '../../schema/model';

/** Where Strapi asks for the layout of a form. */
export const LAYOUT_HOOK = 'Admin/CM/pages/EditView/mutate-edit-view-layout';

interface Field {
  attribute: Attribute;
  required: boolean;
}

interface Form {
  layout: {
    layout: Field[][][];
    components: Record<string, { layout: Field[][] }>;
  };
}

/** Marks what must be filled in: Strapi’s schemas here no longer say so, since the server does when something is missing. */
export function markRequired<Given extends Form>(form: Given): Given {
  const row = (fields: Field[]): Field[] =>
    fields.map((field) => ({
      ...field,
      required: field.attribute.pluginOptions?.form?.required ?? false,
    }));
  const components = Object.entries(form.layout.components).map(([uid, component]) => [
    uid,
    { ...component, layout: component.layout.map(row) },
  ]);
  return {
    ...form,
    layout: {
      ...form.layout,
      layout: form.layout.layout.map((panel) => panel.map(row)),
      components: Object.fromEntries(components),
    },
  };
}
