import { entryNames } from './forms/edits';

/** What Strapi builds its admin with, and a change of ours. Strapi looks for this file here. */
export default function config<Given extends { plugins?: unknown[] }>(strapis: Given): Given {
  return { ...strapis, plugins: [...(strapis.plugins ?? []), entryNames] };
}
