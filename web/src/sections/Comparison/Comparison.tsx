import type { ComparisonSection } from '@deep-dive/shared-types';
import { ActionLinks } from '../../components/ActionLink';
import { Heading } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Comparison.module.css';

/** Two things side by side, as a table. */
export function Comparison({ section, placement }: SectionProps<ComparisonSection>) {
  const { heading, body, firstColumn, secondColumn, rows, actions } = section;
  const headingId = placement.id && `${placement.id}-heading`;
  return (
    <Band placement={placement}>
      <Heading level={placement.level} id={headingId}>
        {heading}
      </Heading>
      {body && <RichText text={body} under={placement.level} className={styles.body} />}
      <table className={styles.table} aria-labelledby={headingId}>
        <thead>
          <tr>
            <td />
            <th scope="col">{firstColumn}</th>
            <th scope="col" className={styles.second}>
              {secondColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, first, second }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{first}</td>
              <td>{second}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ActionLinks actions={actions} />
    </Band>
  );
}
