import type { HeroSection } from '@deep-dive/shared-types';
import { ActionLinks } from '../../components/ActionLink';
import { Heading } from '../../components/Heading';
import { Picture } from '../../components/Picture';
import { RichText } from '../../components/RichText';
import type { SectionProps } from '../section';
import styles from './Hero.module.css';

/** The top of a page. */
export function Hero({ section, placement }: SectionProps<HeroSection>) {
  const { heading, body, image, actions } = section;
  return (
    <section id={placement.id} className={styles.hero}>
      <div className={image ? `${styles.inner} ${styles.pictured}` : styles.inner}>
        <div className={styles.words}>
          <Heading level={placement.level}>{heading}</Heading>
          <RichText text={body} under={placement.level} className={styles.body} />
          <ActionLinks actions={actions} />
        </div>
        {image && (
          <div className={styles.picture}>
            <Picture image={image} sizes="(min-width: 60rem) 34rem, 92vw" isFirst={placement.level === 1} />
          </div>
        )}
      </div>
    </section>
  );
}
