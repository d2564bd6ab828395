import type { Entry } from '../../schema/model';

/** A section or a part of one, as Strapi's form holds it. */
export type Values = Entry;

interface Attribute {
  type: string;
  component?: string;
  repeatable?: boolean;
  target?: string;
}

/** Schemas of components, as Strapi's admin has them. */
export type Components = Record<string, { attributes: Record<string, Attribute> } | undefined>;

/** An entry that a relation leads to, as Strapi lists it. */
export interface Related {
  id: number;
  documentId: string;
  locale?: string | null;
  status?: string;
  title?: string;
  name?: string;
}

/** What a relation of a stored component leads to: only the server knows, the form holds what was changed since. */
export type ReadRelation = (component: string, id: number, field: string) => Promise<Related[]>;

/** A relation in the form: what was added and taken away since it was stored. */
interface Changed {
  connect?: Related[];
  disconnect?: { id: number }[];
}

/**
 * A copy of a section as it stands in the form, saved or not, to be put into a form: everything it says, shows and leads to, and
 * nothing that says it was stored already.
 */
export async function copyOf(
  uid: string,
  values: Values,
  components: Components,
  readRelation: ReadRelation,
): Promise<Values> {
  const { id, ...written } = values;
  const copied = Object.entries(written).map(async ([name, value]): Promise<[string, unknown]> => {
    const attribute = components[uid]?.attributes[name];
    if (attribute?.type === 'relation') {
      const stored = typeof id === 'number' ? await readRelation(uid, id, name) : [];
      return [name, { connect: ledTo(stored, (value ?? {}) as Changed, attribute), disconnect: [] }];
    }
    if (attribute?.type !== 'component' || !value) return [name, value];
    const part = (held: unknown) =>
      copyOf(attribute.component ?? '', held as Values, components, readRelation);
    return [name, Array.isArray(value) ? await Promise.all(value.map(part)) : await part(value)];
  });
  return Object.fromEntries(await Promise.all(copied));
}

function ledTo(
  stored: Related[],
  { connect = [], disconnect = [] }: Changed,
  { target }: Attribute,
): Related[] {
  const gone = new Set(disconnect.map(({ id }) => id));
  const kept = stored
    .filter(({ id }) => !gone.has(id) && !connect.some((each) => each.id === id))
    .map((related, index) => ({
      ...related,
      // As Strapi's own relation field holds what somebody has just chosen.
      apiData: {
        id: related.id,
        documentId: related.documentId,
        locale: related.locale,
        isTemporary: true,
      },
      __temp_key__: `a${index}`,
      label: related.title ?? related.name ?? related.documentId,
      href: `../collection-types/${target}/${related.documentId}`,
    }));
  return [...kept, ...connect];
}

/** A section as it is sent: without the keys by which the form tells its parts apart. */
export function withoutKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, held]) =>
      name === '__temp_key__' ? [] : [[name, withoutKeys(held)]],
    ),
  );
}

/** A page as the content manager answers it, as far as its sections go. */
export interface StoredPage {
  documentId: string;
  title: string;
  revision?: number;
  sections?: { __component: string; id: number }[] | null;
}

/**
 * What is sent to put a section at the end of another page: its own stay as they are, and the page is refused when somebody
 * changed it meanwhile.
 */
export const appended = ({ sections, revision }: StoredPage, section: Entry): Entry => ({
  sections: [...(sections ?? []).map(({ __component, id }) => ({ __component, id })), section],
  revision,
});
