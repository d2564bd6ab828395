import type { FaqSection } from '@deep-dive/shared-types';
import { Disclosure } from '../../components/Disclosure';
import { Heading, type HeadingLevel } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Faq.module.css';

/** Questions, each with its answer folded below it. */
export function Faq({ section: { heading, body, questions }, placement }: SectionProps<FaqSection>) {
  const level = (placement.level + 1) as HeadingLevel;
  return (
    <Band placement={placement}>
      <div className={styles.columns}>
        <div className={styles.words}>
          <Heading level={placement.level}>{heading}</Heading>
          {body && <RichText text={body} under={placement.level} className={styles.body} />}
        </div>
        <div className={styles.questions}>
          {questions.map(({ id, question, answer }) => (
            <Disclosure key={id} summary={<Heading level={level}>{question}</Heading>}>
              <RichText text={answer} under={level} />
            </Disclosure>
          ))}
        </div>
      </div>
    </Band>
  );
}
