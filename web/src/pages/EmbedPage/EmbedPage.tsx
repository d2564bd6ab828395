import { parseWorkshopSearch } from '@deep-dive/shared-types';
import { useContext, useEffect } from 'react';
import { SiteLink } from '../../components/SiteLink';
import { Finder } from '../../finder/Finder';
import { LocationContext } from '../../location';
import type { PartnerStanding } from '../../queries/partners';
import styles from './EmbedPage.module.css';
import { WrongPartner } from './WrongPartner';

interface EmbedPageProps {
  siteName: string;
  /** Of the partner in the frame's address; null when there is none, or nobody could say. */
  standing: PartnerStanding | null;
}

/** The finder as it stands in a frame on someone else's site, whose height follows its own. */
export function EmbedPage({ siteName, standing }: EmbedPageProps) {
  const parsed = parseWorkshopSearch(useContext(LocationContext).search);
  // What can't be anybody's slug was left out of the search: not everyone's workshops are wanted in its place.
  const isWrong = parsed.ignored.includes('partner') || (standing !== null && standing.status !== 'known');
  useEffect(tellHeight, []);
  return (
    <main className={styles.page}>
      <h1 className="visually-hidden">Find a workshop</h1>
      {isWrong ? (
        <WrongPartner
          search={parsed.search}
          slug={parsed.search.partner ?? null}
          movedTo={standing?.status === 'moved' ? standing.slug : null}
        />
      ) : (
        <Finder kind={null} level={2} growth="pages" />
      )}
      <p className={styles.source}>
        Workshops from <SiteLink href="/">{siteName}</SiteLink>
      </p>
    </main>
  );
}

/** Tells the page around the frame how high the document is, now and whenever it changes. Anybody may know. */
function tellHeight(): (() => void) | undefined {
  if (window.parent === window) return undefined;
  const observer = new ResizeObserver(() => {
    const height = Math.ceil(document.body.getBoundingClientRect().height);
    window.parent.postMessage({ type: 'deep-dive:height', height }, '*');
  });
  observer.observe(document.body);
  return () => observer.disconnect();
}
