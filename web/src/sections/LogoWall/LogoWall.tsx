import type { Logo, LogoWallSection } from '@deep-dive/shared-types';
import { Heading } from '../../components/Heading';
import { SiteLink } from '../../components/SiteLink';
import { safeHref } from '../../hrefs';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './LogoWall.module.css';

/** Logos side by side, none more prominent than the others. */
export function LogoWall({ section: { heading, logos }, placement }: SectionProps<LogoWallSection>) {
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      <ul className={styles.logos}>
        {logos.map((logo) => (
          <li key={logo.id} className={styles.logo}>
            <LinkedLogo {...logo} />
          </li>
        ))}
      </ul>
    </Band>
  );
}

function LinkedLogo({ name, url, image }: Logo) {
  const href = safeHref(url);
  const picture = (
    <img
      src={image.url}
      {...evenSize(image)}
      alt={name}
      loading="lazy"
      decoding="async"
      className={styles.picture}
    />
  );
  return href ? (
    <SiteLink href={href} className={styles.tile}>
      {picture}
    </SiteLink>
  ) : (
    <span className={styles.tile}>{picture}</span>
  );
}

/** Pixels², and the most pixels a logo is wide and high. */
const AREA = 8_000;
const MOST = { width: 176, height: 84 };
const USUAL_RATIO = 2.5;

/** Logos look equally large when they cover the same area, not when they are equally high. In pixels. */
function evenSize({ width, height }: Logo['image']): { width: number; height: number } {
  const ratio = width && height ? width / height : USUAL_RATIO;
  const even = Math.min(Math.sqrt(AREA * ratio), MOST.width, MOST.height * ratio);
  return { width: Math.round(even), height: Math.max(1, Math.round(even / ratio)) };
}
