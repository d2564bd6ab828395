import type { Action } from '@deep-dive/shared-types';
import type { ReactNode } from 'react';
import styles from './LinkButton.module.css';
import { SiteLink } from './SiteLink';

interface LinkButtonProps {
  href: string;
  look: Action['style'];
  /** The name under which the browser saves the file the link leads to. */
  download?: string;
  /** What is counted when it is followed to another site: see counts/tell.ts. */
  counted?: string;
  children: ReactNode;
}

/** A link that looks like the thing to do: a filled button, an outlined one, or a line of text with an arrow. */
export function LinkButton({ href, look, download, counted, children }: LinkButtonProps) {
  return (
    <SiteLink
      href={href}
      download={download}
      data-count={counted}
      className={`${styles.base} ${styles[look]}`}
    >
      {children}
    </SiteLink>
  );
}
