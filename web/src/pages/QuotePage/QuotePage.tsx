import type { Quote } from '@deep-dive/shared-types';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useContext } from 'react';
import { Calculator, QUOTE_PAGE } from '../../calculator/Calculator';
import { QuoteLetter } from '../../calculator/QuoteLetter';
import { forWhomWords } from '../../calculator/quote-words';
import { ShareButton } from '../../components/ShareButton';
import { useConfig } from '../../config';
import { PlaceLinks } from '../../finder/PlaceLinks';
import { useNow } from '../../hooks/useNow';
import { LocationContext } from '../../location';
import { useCms } from '../../queries/cms';
import { pricingQuery } from '../../queries/pricing';
import { quoteQuery } from '../../queries/quote';
import { PageBody } from '../PageBody';
import { PageHead } from '../PageHead';
import { PrintButton } from './PrintButton';
import styles from './QuotePage.module.css';

/** What it will cost: the question, and where it can be answered, the answer as a letter. */
export function QuotePage() {
  const { search } = useContext(LocationContext);
  return search ? (
    <Answer search={search} />
  ) : (
    <>
      <PageHead title="What will it cost?" />
      <PageBody>
        <Calculator />
      </PageBody>
    </>
  );
}

function Answer({ search }: { search: string }) {
  const cms = useCms();
  const { siteUrl } = useConfig();
  const { data, dataUpdatedAt } = useSuspenseQuery(quoteQuery(cms, search));
  const pricing = useQuery({ ...pricingQuery(cms), enabled: false }).data ?? null;
  const now = useNow(dataUpdatedAt);
  const { quote, problems } = data;
  const typed = new URLSearchParams(search);
  const calculator = (
    <Calculator
      // Its fields show the address, also when that changes.
      key={search}
      workshop={typed.get('workshop') ?? undefined}
      near={typed.get('near') ?? undefined}
      people={typed.get('people') ?? undefined}
      problems={problems}
    />
  );
  if (!quote)
    return (
      <>
        <PageHead title="What will it cost?" />
        <PageBody>
          <p className={styles.check}>We can’t answer that yet. Please check what is marked below.</p>
          {calculator}
        </PageBody>
      </>
    );
  const title = `What it costs for ${forWhomWords(quote)}`;
  return (
    <>
      <PageHead title={title} />
      <PageBody
        aside={
          <section className={styles.again}>
            <h2>Another place or number</h2>
            {calculator}
          </section>
        }
      >
        <div className={styles.actions}>
          <PrintButton />
          <ShareButton title={title} url={siteUrl + QUOTE_PAGE + search} />
        </div>
        <OtherPlaces quote={quote} typed={typed} />
        <QuoteLetter quote={quote} pricing={pricing} now={now} />
      </PageBody>
    </>
  );
}

function OtherPlaces({ quote: { others }, typed }: { quote: Quote; typed: URLSearchParams }) {
  const hrefOf = (near: string): string => {
    const query = new URLSearchParams(typed);
    query.set('near', near);
    return `${QUOTE_PAGE}?${query}`;
  };
  return <PlaceLinks lead="Did you mean" places={others} hrefOf={hrefOf} />;
}
