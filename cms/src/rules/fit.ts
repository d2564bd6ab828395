import type { Entry, GetModel } from '../schema/model';
import { blankProblems, type Published } from './blanks';
import { missingProblems } from './missing';
import { type Problem, withMore } from './problem';
import { PUBLISH_RULES } from './publishable';

/** What keeps a draft of a type, with its components and relations loaded, from being published now. */
export function unfitProblems(
  uid: string,
  draft: Entry,
  published: Published,
  now: Date,
  getModel: GetModel,
): Problem[] {
  const unfit = [
    ...(PUBLISH_RULES[uid]?.(draft, published, now) ?? []),
    ...blankProblems(uid, draft, published, getModel),
  ];
  return withMore(unfit, missingProblems(uid, draft, getModel));
}
