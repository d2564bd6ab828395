import { type ReactNode, useEffect, useRef } from 'react';
import styles from './Disclosure.module.css';

interface DisclosureProps {
  /** What one presses. */
  summary: ReactNode;
  children: ReactNode;
}

/** Something to open and close, with or without script. On paper it is open. */
export function Disclosure({ summary, children }: DisclosureProps) {
  const details = useOpenOnPaper();
  return (
    <details ref={details} className={styles.disclosure}>
      <summary className={styles.summary}>{summary}</summary>
      <div className={styles.content}>{children}</div>
    </details>
  );
}

/** The style sheet says so too, to browsers that know how, since 2025: this is for older ones. */
function useOpenOnPaper() {
  const details = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    let wasOpen = false;
    const open = (): void => {
      if (!details.current) return;
      wasOpen = details.current.open;
      details.current.open = true;
    };
    const close = (): void => {
      if (details.current) details.current.open = wasOpen;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, []);
  return details;
}
