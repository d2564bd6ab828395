import type { Download, DownloadsSection } from '@deep-dive/shared-types';
import { describeFile, fileType } from '../../components/file-words';
import { Heading } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { SiteLink } from '../../components/SiteLink';
import { isExternal, safeHref } from '../../hrefs';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Downloads.module.css';

/** Files and links to take along. */
export function Downloads({ section: { heading, body, items }, placement }: SectionProps<DownloadsSection>) {
  const known = items.filter((item) => hrefOf(item) !== null);
  if (known.length === 0) return null;
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={placement.level} className={styles.body} />}
      <ul className={styles.items}>
        {known.map((item) => (
          <Item key={item.id} {...item} />
        ))}
      </ul>
    </Band>
  );
}

/** Null when its file is gone, and there is nothing to have. */
const hrefOf = ({ file, url }: Pick<Download, 'file' | 'url'>): string | null =>
  safeHref(file?.url) ?? safeHref(url);

function Item({ title, description, file, url }: Download) {
  const href = hrefOf({ file, url });
  if (!href) return null;
  return (
    <li className={styles.item}>
      <span aria-hidden className={file ? styles.type : `${styles.type} ${styles.web}`}>
        {file ? fileType(file) : 'Link'}
      </span>
      <div className={styles.words}>
        <SiteLink href={href} download={file?.name} className={styles.title}>
          {title}
        </SiteLink>
        {description && <p className={`${styles.description} keeps-lines`}>{description}</p>}
        <p className={styles.about}>{file ? describeFile(file) : `Link to ${placeOf(href)}`}</p>
      </div>
    </li>
  );
}

/** Whose site a link leads to, as its address says. */
function placeOf(href: string): string {
  if (isExternal(href)) return new URL(href).hostname.replace(/^www\./, '');
  return /^(mailto|tel):/i.test(href) ? href.replace(/^\w+:/, '').replace(/\?.*/, '') : 'this site';
}
