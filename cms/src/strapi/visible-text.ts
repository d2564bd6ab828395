import type { Core } from '@strapi/strapi';
import { withVisibleText } from '../rules/visible-text';
import { modelsOf, type Rule } from './documents';

const WRITES = new Set(['create', 'update', 'clone']);

/** Saves texts as they can be seen. To stand before the rules that judge them. */
export function visibleTextRule(strapi: Core.Strapi): Rule {
  const getModel = modelsOf(strapi);
  return (action, next) => {
    const { data } = action.params;
    if (WRITES.has(action.action) && data)
      action.params = { ...action.params, data: withVisibleText(action.uid, data, getModel) };
    return next();
  };
}
