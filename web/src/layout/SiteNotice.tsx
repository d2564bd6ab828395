import type { Notice } from '@deep-dive/shared-types';
import { ActionLink } from '../components/ActionLink';
import { useNow } from '../hooks/useNow';
import styles from './SiteNotice.module.css';

/** A notice across the top, from its first moment to its last. */
export function SiteNotice({ notice, knownAt }: { notice: Notice; knownAt: number }) {
  const now = useNow(knownAt);
  if (now < Date.parse(notice.from) || now > Date.parse(notice.to)) return null;
  return (
    <aside className={styles.notice} aria-label="Notice">
      <p>
        {notice.text} {notice.action && <ActionLink action={notice.action} look="link" />}
      </p>
    </aside>
  );
}
