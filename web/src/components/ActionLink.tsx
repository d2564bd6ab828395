import type { Action, Media } from '@deep-dive/shared-types';
import { actionHref } from '../hrefs';
import styles from './ActionLink.module.css';
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

/** "PDF, 240 KB": what someone on a telephone wants to know before a download. */
function describeFile({ mime, name, size }: Media): string {
  const kind = (/\.(\w{1,5})$/.exec(name)?.[1] ?? mime.replace(/^.*\//, '')).toUpperCase();
  const kilobytes = Math.max(1, Math.round(size));
  return `${kind}, ${kilobytes < 1000 ? `${kilobytes} KB` : `${(kilobytes / 1000).toFixed(1)} MB`}`;
}
