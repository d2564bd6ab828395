import type { Core } from '@strapi/strapi';
import type { Entry, GetModel, Model } from '../schema/model';

/** What a Document Service action was asked to do. */
export interface Action {
  uid: string;
  action: string;
  params: {
    documentId?: string;
    data?: Entry;
    filters?: unknown;
    status?: 'draft' | 'published';
  };
}

/** A knex transaction, as Strapi hands it out. */
export type Transaction = Parameters<ReturnType<Core.Strapi['db']['connection']['raw']>['transacting']>[0];

/** Runs around a Document Service action; may change `params`, refuse, or look at what was stored. */
export type Rule = (action: Action, next: () => Promise<unknown>) => Promise<unknown>;

/** Adds a rule to every Document Service action. To be called in `register()`. */
export function useRule(strapi: Core.Strapi, rule: Rule): void {
  const typed = strapi.documents.use as unknown as (rule: Rule) => void;
  typed(rule);
}

/** Strapi's registry of schemas, as the rules read it. */
export const modelsOf =
  (strapi: Core.Strapi): GetModel =>
  (uid) =>
    strapi.getModel(uid as Parameters<typeof strapi.getModel>[0]) as unknown as Model;

/** The database query of a type, with rows as plain objects. */
export function rows(strapi: Core.Strapi, uid: string) {
  return strapi.db.query(uid as Parameters<typeof strapi.db.query>[0]);
}

/** The rows that a relation field's input names, whichever of Strapi's ways of writing it was used. */
export function relationInput(input: unknown): { id?: number; documentId?: string }[] {
  if (input === null || input === undefined) return [];
  if (Array.isArray(input)) return input.flatMap(relationInput);
  if (typeof input === 'number') return [{ id: input }];
  if (typeof input === 'string') return [/^\d+$/.test(input) ? { id: Number(input) } : { documentId: input }];
  const { id, documentId, connect, set } = input as Entry;
  if (connect !== undefined || set !== undefined) return [...relationInput(connect), ...relationInput(set)];
  if (documentId !== undefined) return [{ documentId: String(documentId) }];
  return id === undefined ? [] : [{ id: Number(id) }];
}
