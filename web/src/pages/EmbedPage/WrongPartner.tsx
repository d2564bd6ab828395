import { formatWorkshopSearch, type WorkshopSearch } from '@deep-dive/shared-types';
import { useEffect } from 'react';
import { SiteLink } from '../../components/SiteLink';
import styles from './EmbedPage.module.css';

interface WrongPartnerProps {
  search: WorkshopSearch;
  /** What stands in the frame's address; null when it can be nobody's. */
  slug: string | null;
  /** What the partner is called there now. */
  movedTo: string | null;
}

/** In place of the finder, when the frame's address names no Regional Partner: to visitors, and to whoever made the frame. */
export function WrongPartner({ search, slug, movedTo }: WrongPartnerProps) {
  const problem = movedTo
    ? `partner=${slug} is an old address: write partner=${movedTo}.`
    : `${slug ? `partner=${slug}` : 'What follows partner='} is no Regional Partner. It must be the last part of the address of your page on our site, in small letters: for …/partners/your-name, write partner=your-name.`;
  // Whoever puts the frame on a site looks there first.
  useEffect(() => console.warn(`The workshop finder in this frame: ${problem}`), [problem]);
  const { partner: _partner, ...others } = search;
  return (
    <div className={styles.problem}>
      {movedTo ? (
        <>
          <h2>These workshops have moved</h2>
          <p>
            <SiteLink href={`/embed/workshops${formatWorkshopSearch({ ...others, partner: movedTo })}`}>
              Show this Regional Partner’s workshops
            </SiteLink>
          </p>
        </>
      ) : (
        <>
          <h2>We don’t know this Regional Partner</h2>
          <p>
            So we can’t show their workshops here.{' '}
            <SiteLink href={`/workshops${formatWorkshopSearch({ ...others, page: undefined })}`}>
              See everyone’s workshops
            </SiteLink>
          </p>
        </>
      )}
      <p className={styles.hint}>Is this your website? {problem}</p>
    </div>
  );
}
