import type { InquiryRole } from '@deep-dive/shared-types';
import type { StoredInquiry } from './store';
import {
  ACCEPTED,
  ADDED,
  ANSWERED,
  ARRIVED,
  CALLED_OFF,
  RECEIPT,
  REMINDER,
  UNANSWERED,
  WITHDRAWN,
} from './tasks';

const ROLES: Record<InquiryRole, string> = {
  teacher: 'Teacher',
  'school-leader': 'Principal or school leader',
  district: 'District staff',
  other: 'Other',
};

/** What somebody told about themselves, for whoever answers. */
export function factsOf(
  { name, email, school, zip, role, grades, teachers }: StoredInquiry,
  workshop: string | null,
): [name: string, fact: string][] {
  const facts: [string, string | number | null][] = [
    ['Workshop', workshop],
    ['Name', name],
    ['E-mail', email],
    ['School', school],
    ['ZIP code', zip],
    ['Role', role && ROLES[role]],
    ['Grades', grades.join(', ') || null],
    ['Number of teachers', teachers],
  ];
  return facts.flatMap(([label, fact]) => (fact === null ? [] : [[label, String(fact)] as [string, string]]));
}

/** What the mails about an inquiry are, by task. */
export const MAILS: Record<string, string> = {
  [ARRIVED]: 'The message, to whoever is asked',
  [RECEIPT]: 'The receipt, to its sender',
  [ADDED]: 'What its sender added, to whoever is asked',
  [WITHDRAWN]: 'That it was taken back, to whoever was asked',
  [ANSWERED]: 'The answer, to its sender',
  [ACCEPTED]: 'That they may join, to its sender',
  [CALLED_OFF]: 'That the workshop is cancelled, to its sender',
  [REMINDER]: 'A reminder, to whoever is asked',
  [UNANSWERED]: 'That nobody answered, to the national team',
};
