import type { Statistic, StatisticsSection } from '@deep-dive/shared-types';
import type { Examples } from '../../testing/example';
import { AWKWARD_HEADING, AWKWARD_NAME, GIANT_WORD, listOf, wordsOf } from '../../testing/words';

const statistic = (id: number, value: string, label: string, source: string | null = null): Statistic => ({
  id,
  value,
  label,
  source,
});

const section = (heading: string | null, items: Statistic[]): StatisticsSection => ({
  __component: 'sections.statistics',
  id: 1,
  heading,
  items,
});

export const statisticsExamples: Examples<StatisticsSection, 'in-words'> = {
  usual: {
    section: section('A community of teachers', [
      statistic(1, 'over 90,000 educators', 'have learned to teach CS Fundamentals with us'),
      statistic(2, '2,000+', 'workshops a year, in every state', 'Code.org, June 2026'),
      statistic(3, '94%', 'of teachers would send a colleague'),
    ]),
  },
  /** Numbers of all sorts, and some that are none. */
  'in-words': {
    section: section(null, [
      statistic(1, 'Half of all schools', 'teach computer science'),
      statistic(2, '$1.5M+', 'in scholarships'),
      statistic(3, 'up to 7 hours', 'of professional learning, in 1 day'),
      statistic(4, '3.5×', 'as many girls as 10 years ago'),
    ]),
  },
  minimal: { section: section(null, [statistic(1, '1', 'day'), statistic(2, '7', 'hours')]) },
  longest: {
    section: section(
      wordsOf(160),
      listOf(6, (id) => statistic(id, wordsOf(80), wordsOf(160), wordsOf(200))),
    ),
  },
  awkward: {
    section: section(AWKWARD_HEADING, [
      statistic(1, `9,007,199,254,740,993 ${GIANT_WORD}`, AWKWARD_NAME, GIANT_WORD),
      statistic(2, '<script>1</script>', GIANT_WORD),
    ]),
  },
};
