import { useEffect } from 'react';
import { SiteLink } from '../../components/SiteLink';
import { Finder } from '../../finder/Finder';
import styles from './EmbedPage.module.css';

/** The finder as it stands in a frame on someone else's site, whose height follows its own. */
export function EmbedPage({ siteName }: { siteName: string }) {
  useEffect(tellHeight, []);
  return (
    <main className={styles.page}>
      <h1 className="visually-hidden">Find a workshop</h1>
      <Finder kind={null} level={2} growth="pages" />
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
