import type { Core } from '@strapi/strapi';

/** How Strapi's database layer keeps an attribute that has no column of its own. */
export interface JoinTable {
  name: string;
  joinColumn: { name: string };
  inverseJoinColumn: { name: string };
  /** Of components: what has the part and the part, in which field, of which type. */
  pivotColumns?: string[];
  /** Where something stands in a list, seen from the owner and from the other side. */
  orderColumnName?: string;
  inverseOrderColumnName?: string;
}

/** Where Strapi keeps the values of an attribute that has no column of its own. */
export function joinTableOf(strapi: Core.Strapi, uid: string, attribute: string): JoinTable | undefined {
  const { attributes } = strapi.db.metadata.get(uid);
  return (attributes[attribute] as { joinTable?: JoinTable } | undefined)?.joinTable;
}

/** Whether an attribute leads to several of its target, and whether several of its own type lead to one of them. */
export function manyOf(strapi: Core.Strapi, uid: string, attribute: string): { to: boolean; from: boolean } {
  const { relation } = strapi.db.metadata.get(uid).attributes[attribute] as unknown as { relation: string };
  return { to: relation.endsWith('ToMany'), from: relation.startsWith('manyTo') };
}
