import { asList, type Entry, type Section } from '../schema/model';
import type { Problem } from './problem';

/** When something is shown: from one moment on, until another. Missing is "from the start" or "for good". */
interface Period {
  from?: unknown;
  until?: unknown;
}

const periodOf = ({ showFrom, showUntil }: Section): Period => ({ from: showFrom, until: showUntil });

/** A stored moment, in milliseconds since the epoch; null when there is none. */
function momentOf(stored: unknown): number | null {
  if (stored === null || stored === undefined || stored === '') return null;
  const moment = new Date(stored as string | Date).getTime();
  return Number.isNaN(moment) ? null : moment;
}

/**
 * Whether visitors see a section at a time.
 * @param now milliseconds since the epoch
 */
export function isShown(section: Section, now: number): boolean {
  const { from, until } = periodOf(section);
  return section.visible !== false && (momentOf(from) ?? 0) <= now && now < (momentOf(until) ?? Infinity);
}

/** What is wrong with the times of sections that are switched on. */
export function showingProblems({ sections }: Entry): Problem[] {
  return (asList(sections) as Section[]).flatMap((section, position): Problem[] => {
    const { from, until } = periodOf(section);
    const isMeant = (momentOf(from) ?? 0) < (momentOf(until) ?? Infinity);
    if (section.visible === false || isMeant) return [];
    return [
      {
        path: ['sections', position, 'showUntil'],
        message: `Section ${position + 1}: “Show until” must be after “Show from”.`,
      },
    ];
  });
}

/** The moments at which what visitors see of a page or of Site changes by itself, in milliseconds since the epoch. */
export function turningPoints({ sections, notice }: Entry): number[] {
  const { from, to } = (notice ?? {}) as { from?: unknown; to?: unknown };
  const periods: Period[] = [
    ...(asList(sections) as Section[]).filter(({ visible }) => visible !== false).map(periodOf),
    { from, until: to },
  ];
  return periods
    .flatMap((period) => [momentOf(period.from), momentOf(period.until)])
    .filter((moment) => moment !== null);
}
