import type { Action } from '@deep-dive/shared-types';
import { actionHref } from '../hrefs';
import styles from './ActionLink.module.css';
import { describeFile } from './file-words';
import { LinkButton } from './LinkButton';

/** A call to action. Without a target there is nothing to do, and nothing is shown. */
export function ActionLink({ action, look = action.style }: { action: Action; look?: Action['style'] }) {
  const href = actionHref(action);
  if (!href) return null;
  const file = action.file && href === action.file.url ? action.file : null;
  return (
    <LinkButton href={href} look={look} download={file?.name}>
      {action.label}
      {file && <span className={styles.file}> ({describeFile(file)})</span>}
    </LinkButton>
  );
}

/** The calls to action of a section, side by side. */
export function ActionLinks({ actions }: { actions: Action[] }) {
  const leading = actions.filter((action) => actionHref(action));
  if (leading.length === 0) return null;
  return (
    <div className={styles.row}>
      {leading.map((action) => (
        <ActionLink key={action.id} action={action} />
      ))}
    </div>
  );
}
