import '../styles/index.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { BUILT_IN_SITE } from '../queries/built-in-site';
import { useCms } from '../queries/cms';
import { siteQuery } from '../queries/site';
import { Footer } from './Footer';
import { Header } from './Header';
import styles from './Layout.module.css';
import { SiteNotice } from './SiteNotice';

/** What every page shares. While the CMS can't say what that is, the page stands in a plain frame. */
export function Layout({ children }: { children: ReactNode }) {
  // The page asks before it is shown: a site that is not there could not be had.
  const { data: site = BUILT_IN_SITE, dataUpdatedAt } = useQuery({ ...siteQuery(useCms()), enabled: false });
  return (
    <div className={styles.layout}>
      <a href="#main" className={styles.skip}>
        Skip to the content
      </a>
      {site.notice && <SiteNotice notice={site.notice} knownAt={dataUpdatedAt} />}
      <Header site={site} />
      <main id="main" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <Footer site={site} />
    </div>
  );
}
