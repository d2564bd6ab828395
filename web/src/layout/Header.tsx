import type { Action, Site } from '@deep-dive/shared-types';
import { useContext, useRef } from 'react';
import { SiteLink } from '../components/SiteLink';
import { useClosing } from '../hooks/useClosing';
import { actionHref } from '../hrefs';
import { LocationContext } from '../location';
import styles from './Header.module.css';

/** The site's name and its menu: a row on wide screens, folded away on narrow ones, where it opens without script. */
export function Header({ site }: { site: Site }) {
  const location = useContext(LocationContext);
  const menu = useRef<HTMLDetailsElement>(null);
  useClosing(menu);
  const { name, navigation, homePage } = site;
  const path = location.path === '/' && homePage ? `/${homePage.slug}` : location.path;
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <SiteLink href="/" className={styles.wordmark}>
          <span className={styles.mark} aria-hidden="true" />
          {name}
        </SiteLink>
        {navigation.length > 0 && (
          <>
            <nav className={styles.row} aria-label="Main">
              <Menu navigation={navigation} path={path} />
            </nav>
            {/* A new path folds the menu away again. */}
            <details key={path} ref={menu} className={styles.folded}>
              <summary className={styles.opener}>
                <span className={styles.bars} aria-hidden="true" />
                Menu
              </summary>
              <nav className={styles.panel} aria-label="Main">
                <Menu navigation={navigation} path={path} />
              </nav>
            </details>
          </>
        )}
      </div>
    </header>
  );
}

function Menu({ navigation, path }: { navigation: Action[]; path: string }) {
  return (
    <ul className={styles.menu}>
      {navigation.map((action) => {
        const href = actionHref(action);
        return (
          href && (
            <li key={action.id}>
              <SiteLink href={href} className={styles.item} aria-current={href === path ? 'page' : undefined}>
                {action.label}
              </SiteLink>
            </li>
          )
        );
      })}
    </ul>
  );
}
