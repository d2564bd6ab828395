import type { TextAndImageSection } from '@deep-dive/shared-types';
import { ActionLinks } from '../../components/ActionLink';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { Picture } from '../../components/Picture';
import { RichText } from '../../components/RichText';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './TextAndImage.module.css';

/** A part of the page in words, with or without a picture. */
export function TextAndImage({ section, placement }: SectionProps<TextAndImageSection>) {
  const { heading, subheading, body, image, imageSide, decorative, actions } = section;
  const subLevel = (heading ? placement.level + 1 : placement.level) as HeadingLevel;
  const title = heading && (
    <Heading level={placement.level} className={styles.heading}>
      {heading}
    </Heading>
  );
  // A heading with a smaller one below it heads more than this section, and stands across the page.
  return (
    <Band placement={placement}>
      {subheading && title}
      <div className={`${styles.columns} ${image ? styles[imageSide] : styles.alone}`}>
        <div className={styles.words}>
          {!subheading && title}
          {subheading && (
            <Heading level={subLevel} className={styles.subheading}>
              {subheading}
            </Heading>
          )}
          <div>
            <RichText text={body} under={subheading ? subLevel : placement.level} />
            <ActionLinks actions={actions} />
          </div>
        </div>
        {image && (
          <div className={styles.picture}>
            <Picture
              image={decorative ? { ...image, alternativeText: '' } : image}
              sizes={
                imageSide === 'below' ? '(min-width: 74rem) 74rem, 92vw' : '(min-width: 60rem) 32rem, 92vw'
              }
            />
          </div>
        )}
      </div>
    </Band>
  );
}
