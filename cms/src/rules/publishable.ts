import type { Entry } from '../schema/model';
import { FIGURE, PAGE, SCHOLARSHIP, SITE, WORKSHOP } from '../schema/uids';
import type { Published } from './blanks';
import { dateProblems } from './first-publish';
import { takenProblems } from './places-left';
import type { Problem } from './problem';
import type { Session } from './schedule';
import { showingProblems } from './showing';
import { isWebAddress, slugProblem } from './urls';

/** What keeps a draft of each type from being published, besides blanks; the draft comes with its relations loaded. */
export const PUBLISH_RULES: Record<string, (draft: Entry, published: Published, now: Date) => Problem[]> = {
  [PAGE]: (draft) => [...slugProblems(draft, true), ...showingProblems(draft), ...onePagerProblems(draft)],
  [FIGURE]: figureProblems,
  [SITE]: siteProblems,
  [SCHOLARSHIP]: scholarshipProblems,
  [WORKSHOP]: workshopProblems,
};

const problem = (field: string, message: string): Problem => ({ path: field.split('.'), message });

/** What is wrong with an entry's slug. */
export function slugProblems({ slug }: Entry, page: boolean): Problem[] {
  const message = typeof slug === 'string' && slug ? slugProblem(slug, page) : null;
  return message ? [problem('slug', message)] : [];
}

/** What is wrong with a field that holds a web address. */
export function webAddressProblems(entry: Entry, field: string, label: string): Problem[] {
  const url = entry[field];
  if (!url || isWebAddress(String(url))) return [];
  return [problem(field, `“${label}” must be a web address that starts with https:// (or http://).`)];
}

function onePagerProblems({ onePager }: Entry): Problem[] {
  const { mime, name } = (onePager ?? {}) as { mime?: string; name?: string };
  if (mime === undefined || mime === 'application/pdf') return [];
  return [
    problem(
      'onePager',
      `The one-pager has to be a PDF, and “${String(name).slice(0, 80)}” is none. Choose a PDF, or leave it empty: then one is made of this page.`,
    ),
  ];
}

function figureProblems({ phrase, wordingWithout }: Entry): Problem[] {
  const problems: Problem[] = [];
  if (!String(phrase ?? '').includes('{value}'))
    problems.push(
      problem('phrase', 'Write {value} in the wording where the number goes: “over {value} educators”.'),
    );
  if (String(wordingWithout ?? '').includes('{value}'))
    problems.push(problem('wordingWithout', 'The wording without a number can’t hold {value}. Take it out.'));
  return problems;
}

function siteProblems({ homePage, notice }: Entry, { pages }: Published): Problem[] {
  const problems: Problem[] = [];
  if (!homePage) problems.push(problem('homePage', 'Choose the home page.'));
  else if (!pages.has((homePage as { documentId: string }).documentId))
    problems.push(problem('homePage', 'The home page isn’t published yet. Publish that page first.'));
  const { from, to } = (notice ?? {}) as { from?: string; to?: string };
  if (from && to && Date.parse(from) >= Date.parse(to))
    problems.push(problem('notice.to', 'The banner’s “Show until” must be after its “Show from”.'));
  return problems;
}

function scholarshipProblems(draft: Entry): Problem[] {
  const problems = webAddressProblems(draft, 'applyUrl', 'Link to apply');
  const { opensOn, closesOn, coverage, amount, national, regions } = draft;
  if (opensOn && closesOn && String(opensOn) > String(closesOn))
    problems.push(problem('closesOn', 'The scholarship closes before it opens. Correct one of the dates.'));
  if (coverage === 'amount' && amount == null)
    problems.push(problem('amount', 'Say how much it pays, or choose that it pays the full cost.'));
  if (national === false && (regions as unknown[] | undefined)?.length === 0)
    problems.push(problem('regions', 'Choose the states where it can be used, or switch on “Everywhere”.'));
  const { seats, seatsTaken } = draft as { seats?: number | null; seatsTaken?: number | null };
  problems.push(...takenProblems('seatsTaken', seatsTaken, seats, 'scholarships'));
  return problems;
}

function workshopProblems(draft: Entry, _: Published, now: Date): Problem[] {
  const problems = [
    ...slugProblems(draft, false),
    ...webAddressProblems(draft, 'registrationUrl', 'Registration link'),
  ];
  const { format, venue, sessions, feeKind, feeAmount, virtualTimeZone, partner } = draft;
  if (format !== 'virtual' && !venue)
    problems.push(
      problem('venue.zip', 'Add the venue, or make the workshop virtual: people need to know where to go.'),
    );
  if (format === 'virtual' && !virtualTimeZone)
    problems.push(
      problem('virtualTimeZone', 'Choose the time zone the times of this virtual workshop are in.'),
    );
  if ((sessions as unknown[] | undefined)?.length === 0)
    problems.push(problem('sessions', 'Add at least one date.'));
  problems.push(
    ...dateProblems(
      {
        sessions: (sessions ?? []) as Partial<Session>[],
        startsAt:
          (draft.startsAt as string | Date | null) && new Date(draft.startsAt as string).toISOString(),
        wasPublished: draft.wasPublished === true,
      },
      now,
    ),
  );
  if (feeKind === 'free' && feeAmount != null)
    problems.push(problem('feeAmount', 'Free, or an amount? Empty the amount, or choose “An amount”.'));
  if (feeKind === 'amount' && feeAmount == null)
    problems.push(problem('feeAmount', 'Say what it costs, or choose “Ask the partner” or “Free”.'));
  const { capacity, placesTaken } = draft as { capacity?: number | null; placesTaken?: number | null };
  problems.push(...takenProblems('placesTaken', placesTaken, capacity, 'places'));
  if (!partner) problems.push(problem('partner', 'Choose the Regional Partner that runs it.'));
  return problems;
}
