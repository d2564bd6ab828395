import { type FieldProblem, normalizeQuoteQuery } from '@deep-dive/shared-types';
import { type FormEvent, useContext, useId, useRef } from 'react';
import styles from '../components/RowForm.module.css';
import { PlaceField } from '../finder/PlaceField';
import { LocationContext } from '../location';

/** The page that answers; its address with the question in it can be shared. */
export const QUOTE_PAGE = '/quote';

/** Room for a number in words: it comes back with what is wrong with it. */
const LONGEST_NUMBER = 40;

interface CalculatorProps {
  /** Left out where a heading says it. */
  title?: string;
  /** The workshop that is asked about, by slug. */
  workshop?: string;
  /** What was typed last. */
  near?: string;
  people?: string;
  problems?: FieldProblem[];
}

/** Asks where one is and how many would come. Without script the browser sends the form; the answer is a page of its own. */
export function Calculator({ title, workshop, near, people, problems = [] }: CalculatorProps) {
  const { navigate } = useContext(LocationContext);
  const place = useRef<HTMLInputElement>(null);
  const id = useId();
  const problemOf = (name: string) => problems.find(({ field }) => field === name)?.message;
  const wrongNumber = problemOf('people');
  const wrongWorkshop = problemOf('workshop');

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = [...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]);
    const query = new URLSearchParams(typed).toString();
    void navigate(QUOTE_PAGE + normalizeQuoteQuery(query));
  };

  return (
    <form
      method="get"
      action={QUOTE_PAGE}
      noValidate
      aria-labelledby={title && `${id}title`}
      className={styles.form}
      onSubmit={onSubmit}
    >
      {title && (
        <p id={`${id}title`} className={styles.title}>
          {title}
        </p>
      )}
      {wrongWorkshop && <p className={styles.problem}>{wrongWorkshop}</p>}
      <PlaceField
        label={workshop ? 'Your ZIP code (optional)' : 'Your ZIP code or city'}
        near={near}
        problem={problemOf('near')}
        inputRef={place}
      />
      <div className={styles.number}>
        <label htmlFor={id}>Number of people</label>
        {wrongNumber && (
          <p id={`${id}problem`} className={styles.problem}>
            {wrongNumber}
          </p>
        )}
        <input
          id={id}
          name="people"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          maxLength={LONGEST_NUMBER}
          defaultValue={people ?? '1'}
          aria-invalid={wrongNumber ? true : undefined}
          aria-describedby={wrongNumber ? `${id}problem` : undefined}
        />
      </div>
      {workshop && !wrongWorkshop && <input type="hidden" name="workshop" value={workshop} />}
      <button type="submit" className={styles.submit}>
        See the price
      </button>
    </form>
  );
}
