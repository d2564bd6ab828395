import type { Statistic, StatisticsSection } from '@deep-dive/shared-types';
import { Heading } from '../../components/Heading';
import type { SectionProps } from '../section';
import styles from './Statistics.module.css';

/** A few numbers side by side. Those that nobody knows yet the CMS leaves out. */
export function Statistics({ section: { heading, items }, placement }: SectionProps<StatisticsSection>) {
  if (items.length === 0) return null;
  return (
    <section id={placement.id} className={styles.band}>
      <div className={styles.inner}>
        {heading && (
          <Heading level={placement.level} className={styles.heading}>
            {heading}
          </Heading>
        )}
        <ul className={styles.items}>
          {items.map((item) => (
            <Item key={item.id} {...item} />
          ))}
        </ul>
      </div>
    </section>
  );
}

function Item({ value, label, source }: Statistic) {
  const [before, number, after] = aroundNumber(value);
  return (
    <li className={styles.item}>
      <p className={number ? styles.value : styles.words}>
        {before}
        {number && <span className={styles.number}>{number}</span>}
        {after}
      </p>
      <p className={styles.label}>{label}</p>
      {source && <p className={styles.source}>Source: {source}</p>}
    </li>
  );
}

/** "over 90,000 educators" in three: what stands large is the number, with what belongs to it ("$1.5M+"). Empty when it has none. */
function aroundNumber(value: string): [before: string, number: string, after: string] {
  const [number = ''] = /[$€£]?\d+(?:[.,]\d+)*(?:[KMB]\b)?(?:\s?[%×])?\+?/.exec(value) ?? [];
  const at = value.indexOf(number);
  return number ? [value.slice(0, at), number, value.slice(at + number.length)] : [value, '', ''];
}
