import type { WorkshopKind } from '@deep-dive/shared-types';
import { useQuery } from '@tanstack/react-query';
import { LinkButton } from '../components/LinkButton';
import { useCms } from '../queries/cms';
import { pricingQuery } from '../queries/pricing';
import styles from './AboutKind.module.css';

/** What each kind is and for whom, as the pages say it that the CMS is first filled with, and which of them says more. */
const about: Record<WorkshopKind, { what: string; forWhom: string; page: string; more: string }> = {
  'deep-dive': {
    what: 'One day to take a deep dive into course materials, teaching practices, and strategies for continuing to teach CS Fundamentals.',
    forWhom:
      'For educators with some experience teaching CS Fundamentals. You need not have attended an Intro.',
    page: '/deep-dive',
    more: 'Read more about the Deep Dive',
  },
  intro: {
    what: 'A foundational introduction to the CS Fundamentals curriculum, from the ground up.',
    forWhom: 'For teachers getting started with CS Fundamentals.',
    page: '/compare-workshops',
    more: 'Compare Intro and Deep Dive',
  },
};

/** What a workshop of a kind is, for whom, and what is included, which the national price tells of the Deep Dive alone. */
export function AboutKind({ kind }: { kind: WorkshopKind }) {
  const { data: pricing } = useQuery({ ...pricingQuery(useCms()), enabled: false });
  const { what, forWhom, page, more } = about[kind];
  const includes = kind === 'deep-dive' ? (pricing?.includes ?? []) : [];
  return (
    <div className={styles.about}>
      <p>{what}</p>
      <p>{forWhom}</p>
      {includes.length > 0 && (
        <>
          <p>Included:</p>
          <ul className={styles.includes}>
            {includes.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </>
      )}
      <LinkButton href={page} look="link">
        {more}
      </LinkButton>
    </div>
  );
}
