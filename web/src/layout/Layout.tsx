import '../styles/index.css';
import type { ReactNode } from 'react';
import { useSite } from '../queries/site';
import { Footer } from './Footer';
import { Header } from './Header';
import styles from './Layout.module.css';
import { SiteNotice } from './SiteNotice';

/** What every page shares. While the CMS can't say what that is, the page stands in a plain frame. */
export function Layout({ children }: { children: ReactNode }) {
  const { site, knownAt } = useSite();
  return (
    <div className={styles.layout}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      {site.notice && <SiteNotice notice={site.notice} knownAt={knownAt} />}
      <Header site={site} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer site={site} />
    </div>
  );
}
