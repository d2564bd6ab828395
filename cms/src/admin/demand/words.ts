import type { DemandArea } from '../../rules/demand';

const teachersInWords = (count: number): string => (count === 1 ? '1 teacher' : `${count} teachers`);

/** "7 of 12 teachers needed", or how many more there are than that. */
export function demandInWords({ teachers, needed }: Pick<DemandArea, 'teachers' | 'needed'>): string {
  return teachers < needed
    ? `${teachers} of ${teachersInWords(needed)} needed`
    : `${teachersInWords(teachers)}: enough for a workshop (${needed} needed)`;
}

/** Who they are, as far as anybody is told. */
export function peopleInWords({ people, requests }: Pick<DemandArea, 'people' | 'requests'>): string {
  const told = people === 1 ? '1 person wants to be told' : `${people} people want to be told`;
  if (requests.length === 0) return `${told}.`;
  return `${told}, ${requests.length === 1 ? '1 has' : `${requests.length} have`} written to you.`;
}
