import {
  asList,
  type Entry,
  type GetModel,
  type Model,
  type Section,
  writtenAttributes,
} from '../schema/model';
import type { Populate } from '../schema/populate';

/** A relation field of an entry, or of a component in it, whose target is published apart from it. */
export interface LinkField {
  /** Where in the entry: “sections.2.actions.0.page”. The published version has it where the draft had it. */
  path: string;
  /** documentIds of what it leads to, in order. */
  documents: string[];
  /** uid of what it leads to. */
  target: string;
  /** The row that holds it: of the entry's type or of a component's. */
  owner: { uid: string; id: number; attribute: string };
}

/** Whether entries of a type are drafts first, and published apart. */
export const hasDrafts = (model: Model): boolean => model.options?.draftAndPublish === true;

/** What to populate of a type's entries to read `linkFields`; null when its entries can't have any. */
export function linkPopulate(uid: string, getModel: GetModel): Populate | null {
  const populate = Object.fromEntries(
    writtenAttributes(getModel(uid)).flatMap(([name, attribute]): [string, Populate[string]][] => {
      if (attribute.type === 'component') {
        const inside = linkPopulate(attribute.component ?? '', getModel);
        return inside ? [[name, { populate: inside }]] : [];
      }
      if (attribute.type === 'dynamiczone') {
        const inside = (attribute.components ?? []).map((each) => ({
          uid: each,
          populate: linkPopulate(each, getModel),
        }));
        if (!inside.some((each) => each.populate)) return [];
        // Those without links count too: a link's path says how many sections stand before it.
        const on = Object.fromEntries(inside.map((each) => [each.uid, { populate: each.populate ?? {} }]));
        return [[name, { on }]];
      }
      return leadsToDrafts(attribute, getModel) ? [[name, { select: ['documentId'] }]] : [];
    }),
  );
  return Object.keys(populate).length > 0 ? populate : null;
}

/** The links of an entry that was read with `linkPopulate`, empty ones among them. */
export function linkFields(uid: string, entry: Entry, getModel: GetModel, path: string[] = []): LinkField[] {
  return writtenAttributes(getModel(uid)).flatMap(([name, attribute]): LinkField[] => {
    const value = entry[name];
    const here = [...path, name];
    if (attribute.type === 'component')
      return asList(value).flatMap((item, position) =>
        linkFields(
          attribute.component ?? '',
          item,
          getModel,
          attribute.repeatable ? [...here, String(position)] : here,
        ),
      );
    if (attribute.type === 'dynamiczone')
      return (asList(value) as Section[]).flatMap((section, position) =>
        linkFields(section.__component, section, getModel, [...here, String(position)]),
      );
    if (!leadsToDrafts(attribute, getModel)) return [];
    return [
      {
        path: here.join('.'),
        documents: asList(value).map(({ documentId }) => String(documentId)),
        target: attribute.target ?? '',
        owner: { uid, id: Number(entry.id), attribute: name },
      },
    ];
  });
}

const leadsToDrafts = (attribute: Model['attributes'][string], getModel: GetModel): boolean =>
  attribute.type === 'relation' &&
  !attribute.mappedBy &&
  attribute.target !== undefined &&
  hasDrafts(getModel(attribute.target));

/** All that people wrote in an entry but its links, to compare two versions of it; read with `populateFor`. */
export function contentBesideLinks(uid: string, entry: Entry, getModel: GetModel): unknown {
  return writtenAttributes(getModel(uid)).map(([name, attribute]) => {
    const value = entry[name];
    switch (attribute.type) {
      case 'relation':
        return null;
      case 'media':
        return asList(value).map(({ id }) => id);
      case 'component':
        return asList(value).map((item) => contentBesideLinks(attribute.component ?? '', item, getModel));
      case 'dynamiczone':
        return (asList(value) as Section[]).map((section) => [
          section.__component,
          contentBesideLinks(section.__component, section, getModel),
        ]);
      default:
        return value ?? null;
    }
  });
}
