import { entryNames } from './forms/edits';

/** What Strapi builds its admin with, and changes of ours. Strapi looks for this file here. */
export default function config<Given extends { mode?: string; plugins?: unknown[] }>(strapis: Given): Given {
  // Before it builds, Strapi loads its server, which says “development” where nobody said anything. React and Redux then check
  // all that a form holds at each key: it took four times as long.
  if (strapis.mode === 'production') process.env.NODE_ENV = 'production';
  return { ...strapis, plugins: [...(strapis.plugins ?? []), entryNames] };
}
