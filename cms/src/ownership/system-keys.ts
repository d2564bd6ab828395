import type { Core } from '@strapi/strapi';
import { withoutSystemKeys } from '../rules/system-keys';
import type { Rule } from '../strapi/documents';

const WRITES = new Set(['create', 'update', 'clone']);

/**
 * Drops system keys from what is saved. Strapi's update honours a `documentId` in the data, and so moves a row into another
 * document: whoever may change one entry could take over any other. To stand before every other rule.
 */
export function systemKeysRule(strapi: Core.Strapi): Rule {
  return (action, next) => {
    const { data } = action.params;
    if (WRITES.has(action.action) && data) {
      const user = strapi.requestContext.get()?.state?.user as { id: number } | undefined;
      action.params = { ...action.params, data: withoutSystemKeys(data, user?.id ?? null) };
    }
    return next();
  };
}
