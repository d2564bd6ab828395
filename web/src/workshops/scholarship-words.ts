import {
  formatDate,
  formatUsd,
  type Scholarship,
  type ScholarshipStanding,
  scholarshipsLeft,
  toCents,
} from '@deep-dive/shared-types';

/** "Pays the full cost", "Pays $150 per person". */
export function coverageWords({ coverage, amount }: Pick<Scholarship, 'coverage' | 'amount'>): string {
  if (coverage === 'full') return 'Pays the full cost';
  return amount === null ? 'Pays part of the cost' : `Pays ${formatUsd(toCents(amount))} per person`;
}

/** "40 scholarships", "37 of 60 are left"; empty when nobody has said how many there are. */
export function seatsWords(scholarship: Pick<Scholarship, 'seats' | 'seatsTaken'>): string {
  const { seats } = scholarship;
  if (seats === null) return '';
  const left = scholarshipsLeft(scholarship);
  if (left === 0) return seats === 1 ? 'It has been given away' : `All ${seats} have been given away`;
  if (left !== null) return `${left} of ${seats} ${left === 1 ? 'is' : 'are'} left`;
  return seats === 1 ? '1 scholarship' : `${seats} scholarships`;
}

type Dates = Pick<Scholarship, 'opensOn' | 'closesOn' | 'deadlineZone'>;

/** "Apply by Wed, Mar 31, 2027, 11:59 PM Mountain Time", with when it opens while that is to come; empty without dates. */
export function deadlineWords(
  { opensOn, closesOn, deadlineZone }: Dates,
  standing: ScholarshipStanding,
): string {
  const opens = standing === 'upcoming' && opensOn ? `Opens ${formatDate(opensOn, 'UTC')}` : '';
  const last = closesOn && formatDate(closesOn, 'UTC');
  const until = last && (deadlineZone ? `${last}, 11:59 PM ${deadlineZone} Time` : last);
  const closes = until ? (standing === 'closed' ? `Closed ${last}` : `Apply by ${until}`) : '';
  return [opens, closes].filter(Boolean).join('. ');
}

/** What one must know of a scholarship before anything else; empty while it is open. */
export const standingWords: Record<ScholarshipStanding, string> = {
  open: '',
  upcoming: 'Not open yet',
  full: 'All given away',
  closed: 'Closed',
};
