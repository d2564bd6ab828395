import { type Attribute, type GetModel, writtenAttributes } from './model';

/** A populate tree as Strapi's database layer takes it. */
export interface Populate {
  [attribute: string]: {
    populate?: Populate;
    select?: string[];
    on?: Record<string, { populate: Populate }>;
  };
}

/**
 * Everything a type's entries are made of, from its schema: components, sections, media, and of related entries only what
 * names them. Relations marked private are left out.
 */
export function populateFor(uid: string, getModel: GetModel): Populate {
  return Object.fromEntries(
    writtenAttributes(getModel(uid)).flatMap(([name, attribute]): [string, Populate[string]][] => {
      const value = populateAttribute(attribute, getModel);
      return value ? [[name, value]] : [];
    }),
  );
}

function populateAttribute(attribute: Attribute, getModel: GetModel): Populate[string] | null {
  switch (attribute.type) {
    case 'component':
      return { populate: populateFor(attribute.component ?? '', getModel) };
    case 'dynamiczone':
      return {
        on: Object.fromEntries(
          (attribute.components ?? []).map((uid) => [uid, { populate: populateFor(uid, getModel) }]),
        ),
      };
    case 'media':
      return {};
    case 'relation': {
      if (attribute.private) return null;
      const target = getModel(attribute.target ?? '').attributes;
      const select = ['documentId', 'slug', 'title', 'name'].filter(
        (name) => name === 'documentId' || name in target,
      );
      return { select };
    }
    default:
      return null;
  }
}
