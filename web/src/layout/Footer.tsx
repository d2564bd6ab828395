import type { Site } from '@deep-dive/shared-types';
import { SiteLink } from '../components/SiteLink';
import { useConfig } from '../config';
import { actionHref } from '../hrefs';
import styles from './Footer.module.css';

/** The foot of every page: who we are and where else to go. */
export function Footer({ site }: { site: Site }) {
  const { siteUrl } = useConfig();
  return (
    <footer className={styles.footer}>
      <div className={styles.inner}>
        <div className={styles.about}>
          <p className={styles.name}>{site.name}</p>
          {site.footerText && <p>{site.footerText}</p>}
          <p className={styles.paper}>Addresses that begin with “/” are on {siteUrl}</p>
        </div>
        {site.footerLinks.length > 0 && (
          <nav aria-label="Footer">
            <ul className={styles.links}>
              {site.footerLinks.map((action) => {
                const href = actionHref(action);
                return (
                  href && (
                    <li key={action.id}>
                      <SiteLink href={href}>{action.label}</SiteLink>
                    </li>
                  )
                );
              })}
            </ul>
          </nav>
        )}
      </div>
    </footer>
  );
}
