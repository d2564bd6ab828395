import {
  type Attribute,
  asList,
  type Entry,
  type GetModel,
  type Section,
  writtenAttributes,
} from '../schema/model';

/** A field of an entry, or of a component within it. */
export interface Field {
  /** Where: attribute names and list positions, as the admin's form knows them. */
  path: (string | number)[];
  attribute: Attribute;
  /** What the form calls it. */
  label: string;
  value: unknown;
  /** The section of a page it stands in; null outside of one. */
  section: PlacedSection | null;
}

export interface PlacedSection {
  section: Section;
  /** Counted from 0. */
  position: number;
}

/** All fields of an entry, those of its components and sections among them, in the order of the schema. */
export function fieldsIn(uid: string, entry: Entry, getModel: GetModel): Field[] {
  function inside(model: string, value: Entry, path: Field['path'], section: PlacedSection | null): Field[] {
    return writtenAttributes(getModel(model)).flatMap(([name, attribute]) => {
      const field: Field = {
        path: [...path, name],
        attribute,
        label: attribute.pluginOptions?.form?.label ?? name,
        value: value[name],
        section,
      };
      return [field, ...within(field)];
    });
  }

  function within({ attribute, value, path, section }: Field): Field[] {
    if (attribute.type === 'component')
      return asList(value).flatMap((item, position) =>
        inside(attribute.component ?? '', item, attribute.repeatable ? [...path, position] : path, section),
      );
    if (attribute.type === 'dynamiczone')
      return (asList(value) as Section[]).flatMap((item, position) =>
        inside(item.__component, item, [...path, position], { section: item, position }),
      );
    return [];
  }

  return inside(uid, entry, [], null);
}

/** The texts of a field, each of which is read as one: a line, or a block of rich text. */
export function textsIn({ attribute, value }: Field): string[] {
  if (attribute.type === 'string' || attribute.type === 'text') return value ? [String(value)] : [];
  if (attribute.type !== 'blocks') return [];
  return asList(value).flatMap(textsOf);
}

/** A list's items are texts of their own. */
function textsOf(block: Entry): string[] {
  return block.type === 'list' ? asList(block.children).flatMap(textsOf) : [textOf(block)];
}

const textOf = (node: Entry): string =>
  typeof node.text === 'string' ? node.text : asList(node.children).map(textOf).join('');
