import { PARTNER, WORKSHOP } from '../schema/uids';

/** Something that waits for who acts for a partner, in a sentence, and where in the admin it is done. */
export interface Need {
  words: string;
  link: string;
}

/** GET /workshop-actions/needs: what waits, the most urgent first. */
export interface Needs {
  needs: Need[];
}

/** What tells what a partner has to do. Instants are milliseconds since the epoch. */
export interface NeedFacts {
  /** Inquiries that wait for an answer. */
  waiting: number;
  /** Workshops that visitors see and that are over, while somebody who asked about one still waits. */
  over: { title: string; waiting: number; inquiry: number }[];
  /** Workshops that visitors don't see. */
  drafts: { documentId: string; title: string; when: string | null; endsAt: number | null }[];
  profile: {
    documentId: string;
    email: string | null;
    costNote: string | null;
    discounts: number;
    groupPrices: number;
  };
}

/** So many drafts are named; of the others it is said how many there are. */
const DRAFTS_NAMED = 5;

const entry = (uid: string, documentId = ''): string =>
  `/content-manager/collection-types/${uid}${documentId && `/${documentId}`}`;

/** What a partner has to do, people who wait before all else, then drafts, the soonest first. */
export function needsOf({ waiting, over, drafts, profile }: NeedFacts, now: number): Need[] {
  const needs: Need[] = [];
  if (waiting > 0)
    needs.push({
      words: waiting === 1 ? 'One person waits for your answer.' : `${waiting} people wait for your answer.`,
      link: '/inbox',
    });
  for (const { title, waiting: people, inquiry } of over)
    needs.push({
      words: `“${title}” is over, and ${
        people === 1 ? 'somebody who asked about it still waits' : `${people} who asked about it still wait`
      }: answer, or close it.`,
      link: `/inbox/${inquiry}`,
    });
  const ahead = drafts.toSorted((a, b) => urgency(a.endsAt, now) - urgency(b.endsAt, now));
  for (const draft of ahead.slice(0, DRAFTS_NAMED))
    needs.push({ words: draftInWords(draft, now), link: entry(WORKSHOP, draft.documentId) });
  const more = drafts.length - DRAFTS_NAMED;
  if (more > 0)
    needs.push({
      words: more === 1 ? 'One more draft waits.' : `${more} more drafts wait.`,
      link: entry(WORKSHOP),
    });
  return [...needs, ...profileNeeds(profile)];
}

/** What comes sooner is more urgent; what has no dates is less so, and what is over the least. */
const urgency = (endsAt: number | null, now: number): number => {
  if (endsAt === null) return Number.MAX_SAFE_INTEGER - 1;
  return endsAt > now ? endsAt : Number.MAX_SAFE_INTEGER;
};

function draftInWords({ title, when, endsAt }: NeedFacts['drafts'][number], now: number): string {
  if (endsAt === null) return `“${title}” is a draft without dates.`;
  if (endsAt <= now) return `“${title}” is a draft whose dates are over. Give it new ones, or delete it.`;
  return `“${title}”${when === null ? '' : `, ${when},`} is a draft: visitors don’t see it yet.`;
}

function profileNeeds({ documentId, email, costNote, discounts, groupPrices }: NeedFacts['profile']): Need[] {
  const link = entry(PARTNER, documentId);
  const needs: Need[] = [];
  if (!email)
    needs.push({
      words: 'Your profile has no e-mail address: mails about messages to you go to our staff.',
      link,
    });
  if (!costNote && discounts === 0 && groupPrices === 0)
    needs.push({
      words:
        'Your profile says nothing of what it costs: no group prices, no discounts, no words about cost.',
      link,
    });
  return needs;
}
