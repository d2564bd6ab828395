import { type CostSection, formatUsd, toCents } from '@deep-dive/shared-types';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Calculator } from '../../calculator/Calculator';
import { ActionLinks } from '../../components/ActionLink';
import { CheckList } from '../../components/CheckList';
import { Heading } from '../../components/Heading';
import { RichText } from '../../components/RichText';
import { useCms } from '../../queries/cms';
import { pricingQuery } from '../../queries/pricing';
import { Band } from '../Band';
import type { SectionProps } from '../section';
import styles from './Cost.module.css';

/** The national price, with words around it, and what it is where one is. */
export function Cost({ section: { heading, body, closing, actions }, placement }: SectionProps<CostSection>) {
  const { pricePerPerson, statement, includes } = useSuspenseQuery(pricingQuery(useCms())).data;
  const price = formatUsd(toCents(pricePerPerson));
  return (
    <Band placement={placement}>
      <Heading level={placement.level} className={styles.heading}>
        {heading}
      </Heading>
      <div className={styles.columns}>
        <div className={styles.words}>
          {body && <RichText text={body} under={placement.level} />}
          <p className={styles.statement}>{statement.replaceAll('{price}', () => price)}</p>
        </div>
        <div className={styles.card}>
          <p className={styles.label}>Value of the workshop</p>
          <p className={styles.price}>
            <strong>{price}</strong> <span>/ person</span>
          </p>
          {includes.length > 0 && (
            <>
              <p className={styles.includes}>Includes</p>
              <CheckList items={includes} />
            </>
          )}
        </div>
        <div className={styles.words}>
          {closing && <RichText text={closing} under={placement.level} />}
          <Calculator title="What will it cost you?" />
          <ActionLinks actions={actions} />
        </div>
      </div>
    </Band>
  );
}
