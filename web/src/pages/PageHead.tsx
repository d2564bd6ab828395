import type { ReactNode } from 'react';
import { SiteLink } from '../components/SiteLink';
import styles from './PageHead.module.css';

interface PageHeadProps {
  title: string;
  /** The page above this one. */
  parent?: { href: string; label: string };
  children?: ReactNode;
}

/** The head of a page that does not begin with a hero. */
export function PageHead({ title, parent, children }: PageHeadProps) {
  return (
    <div className={styles.head}>
      <div className={styles.inner}>
        {parent && (
          <p className={styles.parent}>
            <SiteLink href={parent.href}>{parent.label}</SiteLink>
          </p>
        )}
        <h1>{title}</h1>
        {children}
      </div>
    </div>
  );
}
