import type { Testimonial, TestimonialsSection } from '@deep-dive/shared-types';
import { Heading } from '../../components/Heading';
import { Paragraphs } from '../../components/Paragraphs';
import { Picture } from '../../components/Picture';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Testimonials.module.css';

/** What people say, in their own words. */
export function Testimonials({ section: { heading, items }, placement }: SectionProps<TestimonialsSection>) {
  return (
    <Band placement={placement}>
      {heading && (
        <Heading level={placement.level} className={styles.heading}>
          {heading}
        </Heading>
      )}
      <ul className={styles.items}>
        {items.map((item) => (
          <li key={item.id} className={styles.item}>
            <Voice {...item} />
          </li>
        ))}
      </ul>
    </Band>
  );
}

function Voice({ words, name, role, school, picture }: Testimonial) {
  return (
    <figure className={styles.voice}>
      <blockquote className={styles.words}>
        <Paragraphs text={words} />
      </blockquote>
      <figcaption className={styles.who}>
        {/* Whose face it is stands beside it. */}
        {picture && (
          <Picture image={{ ...picture, alternativeText: '' }} sizes="4rem" className={styles.portrait} />
        )}
        <span>
          <span className={styles.name}>{name}</span>
          {role && <span className={styles.line}>{role}</span>}
          {school && <span className={styles.line}>{school}</span>}
        </span>
      </figcaption>
    </figure>
  );
}
