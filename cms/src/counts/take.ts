import {
  COUNT_KINDS,
  type Count,
  type FieldProblem,
  LONGEST_SUBJECT,
  MOST_COUNTS,
} from '@deep-dive/shared-types';
import type { Core } from '@strapi/strapi';
import { dayBefore } from '../rules/counts';
import { addUp } from './store';
import { known } from './subjects';
import { isCounting } from './switch';

/** Days for which the site may keep what it could not hand over. */
const OLDEST = 7;
/** More than a process of the site serves in a day. */
const MOST = 100_000_000;

/** Takes what the site counted. Answers with what is wrong with it: nothing when it was taken, or is not wanted. */
export async function take(strapi: Core.Strapi, given: unknown): Promise<FieldProblem[]> {
  const { key, counts } = (given ?? {}) as Partial<Record<'key' | 'counts', unknown>>;
  if (typeof key !== 'string' || !/^[\w-]{43}$/.test(key))
    return [{ field: 'key', message: 'Send a key of 43 characters.' }];
  if (!Array.isArray(counts) || counts.length > MOST_COUNTS)
    return [{ field: 'counts', message: `Send a list of at most ${MOST_COUNTS} counts.` }];
  const now = Date.now();
  const [oldest, newest] = [dayBefore(now, OLDEST), dayBefore(now, -1)];
  const sound = counts.every((each: unknown): each is Count => isCount(each));
  if (!sound) return [{ field: 'counts', message: 'Send day, kind, subject and count of each.' }];
  if (!(await isCounting(strapi))) return [];
  const inTime = counts.filter(({ day }) => day >= oldest && day <= newest);
  await addUp(strapi, key, await known(strapi, inTime), dayBefore(now, 0));
  return [];
}

function isCount(given: unknown): given is Count {
  const { day, kind, subject, count } = (given ?? {}) as Record<keyof Count, unknown>;
  return (
    typeof day === 'string' &&
    /^\d{4}-\d\d-\d\d$/.test(day) &&
    COUNT_KINDS.some((each) => each === kind) &&
    typeof subject === 'string' &&
    subject.length <= LONGEST_SUBJECT &&
    !/\p{Cc}/u.test(subject) &&
    Number.isInteger(count) &&
    (count as number) > 0 &&
    (count as number) <= MOST
  );
}
